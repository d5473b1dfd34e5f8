"""What stands in the rows of a terminal, by which only what differs is written."""

import re
from typing import Final

from rich.console import Console
from rich.control import Control
from textual.strip import Strip

__all__ = ["TerminalRows"]

_is_plain: Final = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff"
    "\u239b-\u23b0\u2500-\u25fc\u2713\u2717\u2731]*"
).fullmatch
"""Tells whether every terminal draws each sign of a text in one cell.

Of other texts a terminal may draw more or fewer cells than we count: what is beside a change is
not where we think it is, so that all of it is sent.
"""


class TerminalRows:
    """The rows of a terminal, as far as it is known what stands in them."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Strip]] = {}
        """Of each row, strips by the cell that they begin at; none is over another one."""

    def forget(self) -> None:
        """Knows nothing any more, as when another program had the terminal."""
        self._rows.clear()

    def put(self, x: int, y: int, strip: Strip, console: Console) -> str:
        """Returns what to write so that a strip stands in a row; nothing where it does already.

        Args:
            x: The cell that it begins at.
            y: The row.
            strip: What is to be seen there.
            console: Knows the colours of the terminal.
        """
        row = self._rows.setdefault(y, {})
        before = row.get(x)
        if before is None or before.cell_length != strip.cell_length:
            before = _cut_out(row, x, x + strip.cell_length)
        row[x] = strip
        return _difference(x, y, before, strip, console)


def _cut_out(row: dict[int, Strip], x: int, end: int) -> Strip | None:
    """Takes the cells from one to another out of a row, and returns them if they are known."""
    found, reached = list[Strip](), x
    for left, strip in sorted(row.items(), key=lambda item: item[0]):
        right = left + strip.cell_length
        if right <= x or left >= end:
            continue
        del row[left]
        if not (_is_plain(strip.text) or (left >= x and right <= end)):
            continue
        if left < x:
            row[left] = strip.crop(0, x - left)
        if right > end:
            row[end] = strip.crop(end - left)
        if left <= reached:
            found.append(strip.crop(max(0, x - left), end - left))
            reached = min(right, end)
    return Strip.join(found) if reached == end else None


def _difference(x: int, y: int, before: Strip | None, after: Strip, console: Console) -> str:
    """Returns what to write where one strip stands and another one is to stand."""
    if before == after:
        return ""
    if before is None or not (_is_plain(before.text) and _is_plain(after.text)):
        return _at(x, y, after, console)
    old, new = [*before], [*after]
    first, shorter = 0, min(len(old), len(new))
    while first < shorter and old[first] == new[first]:
        x += new[first].cell_length
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return _at(x, y, Strip(new[first : len(new) - last]), console)


def _at(x: int, y: int, strip: Strip, console: Console) -> str:
    return Control.move_to(x, y).segment.text + strip.render(console)
