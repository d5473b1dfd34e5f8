"""The lines of an entry on a card: where its words break, and what is told of it beside them."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt, width, wrap
from debatemap.tui.views.card.clickable_remarks import (
    Remark,
    RemarkPart,
    fitting_remark,
    remark_cells,
)
from debatemap.tui.views.card.entry_remarks import parts_of
from debatemap.views.card import Entry, Role

__all__ = [
    "CURSOR",
    "EDGE",
    "FIGURE",
    "FRAMED_EDGE",
    "SIGN",
    "EntryLines",
    "estimate",
    "lay_out",
    "words_at",
]

CURSOR: Final = 1
SIGN: Final = 2
FIGURE: Final = 6
"""Cells of the strength at the right of the first line."""
EDGE: Final = 1
"""Cells at the right of a line, where a sign may stand."""
FRAMED_EDGE: Final = 3
"""The same where a frame stands there."""

_FRAME: Final = 2
_INDENT: Final = 2
_LEAST: Final = 4
_MOST: Final = {Role.FOCUS: 60, Role.ABOVE: 1, Role.STEP: 6, Role.OWN_STEP: 6}
"""Lines of words that are shown; of any other role, the next figure."""
_MOST_OF_A_REPLY: Final = 10
_MOST_OF_ANY: Final = 60
"""The same where there is room for all."""
_LINES_OF_A_REMARK: Final = 2
_CELLS_READ: Final = 4
"""Characters that may stand in a cell: what is cut off anyway is not wrapped."""


class EntryLines(NamedTuple):
    """How an entry is laid out.

    Attributes:
        words: The lines of the claim.
        remark: The lines of what is told of it in a few quiet words.
        is_beside: Whether it has one at most, at the end of the last line of words.
        indent: Cells between the cursor and the sign.
        room: Cells that words may take.
        spare: Whether an empty line follows.
    """

    words: list[SafeText]
    remark: list[Remark]
    is_beside: bool
    indent: int
    room: int
    spare: bool


def lay_out(
    debate: Debate, entry: Entry, cells: int, *, airy: bool, whole: bool = False
) -> EntryLines:
    """Returns how an entry is laid out in so many cells.

    Args:
        debate: The debate.
        entry: The entry.
        cells: The width of its column.
        airy: Whether an empty line follows a reply.
        whole: Whether there is room for all words of a reply.
    """
    indent, room = _room(entry, cells)
    text, most = debate.claims[entry.claim].text, _MOST.get(entry.role, _MOST_OF_A_REPLY)
    if entry.role is Role.ABOVE:
        return EntryLines([excerpt(text, room)], [], True, indent, room, False)  # noqa: FBT003  (as named)
    most = _MOST_OF_ANY if whole else most
    lines = wrap(text[: room * most * _CELLS_READ], room)
    if len(lines) > most:
        lines = [*lines[: most - 1], excerpt(f"{lines[most - 1]} {lines[most]}", room)]
    is_focus, parts = entry.role is Role.FOCUS, [*parts_of(debate, entry)]
    remark: list[Remark] = [parts] if is_focus else _in_lines(parts, room + FIGURE - 1)
    beside = not remark or width(lines[-1]) + 2 + remark_cells(remark[0]) <= room + FIGURE - 1
    is_short = len(remark) <= 1 and not is_focus and beside and (len(lines) > 1 or not remark)
    spare = airy and entry.ends and entry.role in {Role.REPLY, Role.STEP}
    return EntryLines(lines, remark, is_short, indent, room, spare)


def _in_lines(parts: Iterable[RemarkPart], cells: int) -> list[Remark]:
    """Returns parts in a few lines, none of which breaks within one."""
    lines: list[list[RemarkPart]] = []
    for part in parts:
        is_last = len(lines) == _LINES_OF_A_REMARK
        if lines and (is_last or remark_cells([*lines[-1], part]) <= cells):
            lines[-1].append(part)
        else:
            lines.append([part])
    return [line for line in (fitting_remark(line, cells) for line in lines) if line]


def estimate(debate: Debate, entry: Entry, cells: int, *, airy: bool) -> int:
    """Returns about how many lines an entry takes, without a look at its words."""
    _, room = _room(entry, cells)
    most = _MOST.get(entry.role, _MOST_OF_A_REPLY)
    lines = min(most, 1 + len(debate.claims[entry.claim].text) // room)
    # What is told of a claim stands below it where that takes one line alone.
    return max(2, lines) + entry.opens + entry.closes + (airy and entry.ends)


def words_at(entry: Entry) -> int:
    """Returns the column of an entry at which its sign stands, before the words."""
    return CURSOR + _indent(entry)


def _indent(entry: Entry) -> int:
    return _FRAME * entry.framed + _INDENT * (entry.role in {Role.STEP, Role.OWN_STEP})


def _room(entry: Entry, cells: int) -> tuple[int, int]:
    """Returns the cells between cursor and sign, and those for words."""
    indent = _indent(entry)
    figure = 0 if entry.role is Role.ABOVE else FIGURE
    edge = FRAMED_EDGE if entry.framed else EDGE
    return indent, max(_LEAST, cells - CURSOR - indent - SIGN - figure - edge)
