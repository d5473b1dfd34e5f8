"""Write another value for what two people said otherwise: in words, as that kind of value."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.fields import line_names
from debatemap.core.text import clean, safe_line
from debatemap.edit import EditRefusedError
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
    if kind is None and table == "map" and keys == ["title"]:
        kind = _LINE
    if kind is None:
        raise EditRefusedError("this cannot be written as words; choose one of the two")
    try:
        _ = "" if now is ABSENT else kind.text(now)
    except (AttributeError, TypeError, ValueError):
        raise EditRefusedError("what stands there is no text; choose one of the two") from None
    return kind


def _words(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise EditRefusedError("a claim needs words")
    return words


def _note(text: str) -> Any:  # noqa: ANN401  (lines, or ABSENT)
    note = clean(text).rstrip()
    return note.split("\n") if note else ABSENT


def _tags(text: str) -> Any:  # noqa: ANN401  (a list, or ABSENT)
    tags = (safe_line(clean(tag)).removeprefix("#").strip() for tag in text.split(","))
    return list(dict.fromkeys(str(tag) for tag in tags if tag)) or ABSENT


def _line(text: str) -> Any:  # noqa: ANN401  (a text, or ABSENT)
    return str(safe_line(clean(text))) or ABSENT


def _rating(text: str) -> Any:  # noqa: ANN401  (a number, or ABSENT)
    text = text.strip().removesuffix("%").strip()
    try:
        number = float(text) if text else ABSENT
    except ValueError:
        raise EditRefusedError("a rating is a number from 0 to 100") from None
    return int(number) if isinstance(number, float) and number.is_integer() else number


_LINE: Final = _Kind(str.strip, _line)
_STANCE: Final = _Kind("{:g}".format, _rating)
_FIELDS: Final[dict[tuple[str, ...], _Kind]] = {
    ("claims", "text"): _Kind(str.strip, _words, has_lines=True),
    ("claims", "note"): _Kind("\n".join, _note, has_lines=True),
    ("claims", "tags"): _Kind(", ".join, _tags),
    **{("claims", field): _LINE for field in line_names("claims")},
    **{("sources", field): _LINE for field in line_names("sources")},
}
