"""Give a field of a claim another value, as its declaration says."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from debatemap.core.change import Change
from debatemap.core.dates import DATE_FORMS, is_date
from debatemap.core.debate import Debate
from debatemap.core.fields import Field, field_of, without_later
from debatemap.core.node_names import name_of
from debatemap.core.text import clean, excerpt, safe_line
from debatemap.edit.add import worded
from debatemap.edit.builder import ChangeBuilder, EditRefusedError

__all__ = ["cleaned", "set_field"]

_NAMED: Final = 40


def set_field(debate: Debate, claim: str, name: str, value: str | Iterable[str]) -> Change:
    """Gives a field of a claim another value; an empty one takes its value away.

    Args:
        debate: The debate.
        claim: The claim.
        name: The field: an attribute of claims.
        value: What it is to hold, as it was typed; of tags, each or all with commas between.

    Raises:
        EditRefusedError: There is no such claim or field, or the field cannot hold that value.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("A.")})
        >>> set_field(debate, "a", "tags", "cost, #law, cost").claims["a"][1].tags
        ('cost', 'law')
    """
    field = _field(name)
    held = cleaned(field, value)
    builder = ChangeBuilder(debate)
    record = builder.claim(claim)._replace(**{name: held})
    builder.put_claim(record._replace(extra=without_later("claims", record.extra, record)), claim)
    said = field.edits[not held] or f"{'set' if held else 'drop'} the {field.label} of {{}}"
    return builder.change(said.format(name_of(debate, claim)))


def cleaned(field: Field, value: str | Iterable[str]) -> Any:  # noqa: ANN401  (the value of any field)
    """Returns what was typed for a field as it may enter the map.

    Raises:
        EditRefusedError: The field cannot hold that.
    """
    if field.choices and value not in ("", *field.choices):
        of = {
            "map": "map",
            "claims": "claim",
            "links": "link",
            "sources": "source",
            "citations": "source",
        }
        choices = ", ".join(field.choices)
        raise EditRefusedError(f"the {field.label} of a {of[field.table]} is one of {choices}")
    if field.is_required and field.kind == "text":
        return worded(str(value))
    held = _CLEANED[field.kind](value)
    if field.is_date and held and not is_date(held):
        raise EditRefusedError(
            f"“{excerpt(held, _NAMED)}” is no date; write it as ISO 8601 has it: {DATE_FORMS}"
        )
    return held


def _field(name: str) -> Field:
    try:
        field = field_of("claims", name)
    except KeyError:
        raise EditRefusedError(f"claims have no field {safe_line(clean(name))}") from None
    if not field.is_written:
        raise EditRefusedError(f"the {field.label} of a claim cannot be written as words")
    return field


def _line(value: Any) -> str:  # noqa: ANN401  (what was typed)
    return safe_line(clean(value))


def _text(value: Any) -> str:  # noqa: ANN401  (what was typed)
    return clean(value).strip()


def _lines(value: Any) -> str:  # noqa: ANN401  (what was typed)
    return clean(value).rstrip()


def _tags(value: str | Iterable[str]) -> tuple[str, ...]:
    tags = value.split(",") if isinstance(value, str) else value
    lines = (safe_line(clean(tag)).removeprefix("#").strip() for tag in tags)
    return tuple(dict.fromkeys(str(line) for line in lines if line))


_CLEANED: Final[dict[str, Callable[[Any], Any]]] = {
    "line": _line, "choice": _line, "text": _text, "lines": _lines, "tags": _tags,
}  # fmt: skip
"""What becomes of what was typed, by kind of field."""
