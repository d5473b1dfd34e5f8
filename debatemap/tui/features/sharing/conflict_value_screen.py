"""Write another value for what two people said otherwise: in words, as that kind of value."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.fields import Field, fields_of
from debatemap.core.text import clean, safe_line
from debatemap.edit import EditRefusedError
from debatemap.edit.set_field import cleaned
from debatemap.formats.native.records import value_shape
from debatemap.sync.merge.conflict import ABSENT, Conflict
from debatemap.sync.merge.settle import name_conflict, standing
from debatemap.tui.dialogs.prompt import PromptScreen, WriteScreen

if TYPE_CHECKING:
    from debatemap.tui.context import Program

__all__ = ["can_write", "write_value"]


class _Kind(NamedTuple):
    """A kind of value: its text in a field, the value of a text, and whether it has lines."""

    text: Callable[[Any], str]
    value: Callable[[str], Any]
    has_lines: bool = False


def can_write(debate: Debate, conflict: Conflict) -> bool:
    """Tells whether another value can be written as words."""
    try:
        _kind(conflict, standing(debate, conflict))
    except EditRefusedError:
        return False
    return True


async def write_value(app: "Program", debate: Debate, conflict: Conflict) -> Any | None:  # noqa: ANN401  (any JSON, or ABSENT)
    """Asks for another value, beginning with the one that stands in the map.

    Returns:
        The value, or None where the user leaves.

    Raises:
        EditRefusedError: It is nothing that can be written in a line, or no value came of it.
    """
    now = standing(debate, conflict)
    kind = _kind(conflict, now)
    question = f"Write {name_conflict(debate, conflict)}"
    text = "" if now is ABSENT else kind.text(now)
    if kind.has_lines:
        answer = await app.push_screen_wait(WriteScreen(question, text))
    else:
        answer = await app.push_screen_wait(PromptScreen(question, text))
    return None if answer is None else kind.value(answer)


def _kind(conflict: Conflict, now: Any) -> _Kind:  # noqa: ANN401  (any JSON, or ABSENT)
    table, *keys = conflict.path or ("",)
    kind = _STANCE if table == "stances" else _FIELDS.get((table, *keys[1:]))
    if kind is None and table == "map" and keys in (["title"], ["question"]):
        kind = _TITLE
    if kind is None:
        raise EditRefusedError("this cannot be written as words; choose one of the two")
    try:
        _ = "" if now is ABSENT else kind.text(now)
    except (AttributeError, TypeError, ValueError):
        raise EditRefusedError("what stands there is no text; choose one of the two") from None
    return kind


def _of(field: Field) -> _Kind:
    """Returns how a value of a field is written; a field that is emptied is not there."""

    def value(text: str) -> Any:  # noqa: ANN401  (any JSON, or ABSENT)
        return value_shape(field.table, field.name, cleaned(field, text)) or ABSENT

    return _Kind(_TEXTS.get(field.kind, str.strip), value, field.is_long)


def _title(text: str) -> Any:  # noqa: ANN401  (a text, or ABSENT)
    return str(safe_line(clean(text))) or ABSENT


def _rating(text: str) -> Any:  # noqa: ANN401  (a number, or ABSENT)
    text = text.strip().removesuffix("%").strip()
    try:
        number = float(text) if text else ABSENT
    except ValueError:
        raise EditRefusedError("a rating is a number from 0 to 100") from None
    return int(number) if isinstance(number, float) and number.is_integer() else number


_TEXTS: Final[dict[str, Callable[[Any], str]]] = {"lines": "\n".join, "tags": ", ".join}
"""What stands in the field that is written in, by kind of field; of all others, the text."""
_TITLE: Final = _Kind(str.strip, _title)
_STANCE: Final = _Kind("{:g}".format, _rating)
_FIELDS: Final[dict[tuple[str, ...], _Kind]] = {
    (field.table, field.in_file): _of(field)
    for table in ("claims", "sources")
    for field in fields_of(table)
    if field.is_written
}
