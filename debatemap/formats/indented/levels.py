"""How deep each line stands, by its indentation, its number or the heading above it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from debatemap.formats.indented.marks import Line
from debatemap.formats.indented.outlined import Remark

__all__ = ["Levels", "columns_of"]

_TAB: Final = 4


def columns_of(lines: Sequence[Line]) -> tuple[dict[int, int], list[Remark]]:
    """Returns the column of each line by its number, and what was guessed for that.

    Where tabs and spaces are mixed, a tab is taken for as many columns as the least that lines are
    indented by.
    """
    tabbed = [line for line in lines if "\t" in line.indent]
    spaced = [line for line in lines if line.indent.replace("\t", "")]
    least = min((len(line.indent) for line in spaced if "\t" not in line.indent), default=_TAB)
    tab = least if tabbed and spaced else _TAB
    remarks = []
    if tabbed and spaced:
        fewer = min(tabbed, spaced, key=len)
        counts = f"a tab counts as {tab} space{'' if tab == 1 else 's'}"
        numbers = tuple(line.number for line in fewer)
        remarks.append(Remark("tabs and spaces are mixed", counts, numbers))
    columns = {line.number: _column(line.indent, tab) for line in lines}
    return columns, remarks


def _column(indent: str, tab: int) -> int:
    column = 0
    for blank in indent:
        column += tab - column % tab if blank == "\t" else 1
    return column


class Levels:
    """The claims that the next line may stand under, by the column of each.

    Attributes:
        skipped: Lines that go in by more than a level at once.
        between: Lines that stand between two columns that were there.
        further_out: Lines that stand further out than the first.
    """

    def __init__(self, columns: Sequence[int]) -> None:
        steps = {b - a for a, b in pairwise(columns) if b > a}
        self._step = min(steps, default=1)
        self._open: list[tuple[int, int]] = []
        self.skipped: list[int] = []
        self.between: list[int] = []
        self.further_out: list[int] = []

    def forget(self) -> None:
        """Begins anew, as under a heading."""
        self._open.clear()

    def parent(self, column: int, line: int) -> int | None:
        """Returns the claim that a line in some column stands under."""
        left: int | None = None
        was_open = bool(self._open)
        while self._open and self._open[-1][0] >= column:
            left = self._open.pop()[0]
        if left is not None and left > column:
            (self.between if self._open else self.further_out).append(line)
        elif left is None and was_open and column - self._open[-1][0] >= 2 * self._step:
            self.skipped.append(line)
        return self._open[-1][1] if self._open else None

    def add(self, column: int, index: int) -> None:
        """Takes in a claim in some column, under which the next lines may stand."""
        self._open.append((column, index))

    def remarks(self) -> list[Remark]:
        """Returns what was guessed."""
        found = (
            ("a level is skipped", "read as one level below the line above", self.skipped),
            ("it stands between two levels", "read as the deeper one", self.between),
            ("it stands further out than the first line", "read as one beside it",
             self.further_out),
        )  # fmt: skip
        return [Remark(kind, becomes, tuple(lines)) for kind, becomes, lines in found if lines]
