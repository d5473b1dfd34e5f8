"""Where the parts of a row stand: one set of widths for counting lines and for drawing them.

From the left: the cursor's bar, a guide of two cells for every level, the fold mark, the
bracket of joint premises, the sign of the stance, the words; at the right the marks and the
number of claims that a fold hides, and last the strength, where strengths are shown.
"""

from dataclasses import dataclass
from typing import Final

from debatemap.core.text import SafeText, count_lines, wrap

__all__ = ["BAR", "BOTH", "FORMS", "NUMBER", "Layout"]

NUMBER: Final = "number"
BAR: Final = "bar"
BOTH: Final = "both"
FORMS: Final = (NUMBER, BAR, BOTH)
"""How strengths may be shown."""

_NARROW = 60
_NARROW_WITH_GAP = 56
_NARROWEST = 36
_LEAST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Layout:
    """The widths of a row's parts, in terminal cells.

    Attributes:
        width: The width of the whole row.
        judged: Whether strengths are shown.
        labelled: Whether labels are shown beside them.
        spread: Whether it is shown, in place of strengths, how far apart people are.
        form: How strengths are shown: one of `FORMS`.
        spaced: Whether a free line stands below each row.

    Examples:
        >>> Layout(80).words(0), Layout(80).words(3)
        (62, 56)
        >>> Layout(80).height("A.", 0), Layout(80, spaced=True).height("A.", 0)
        (1, 2)
        >>> Layout(40).words(50)
        20
    """

    width: int
    judged: bool = False
    labelled: bool = False
    spread: bool = False
    form: str = NUMBER
    spaced: bool = False

    CURSOR = 1
    GUIDE = 2
    FOLD = 2
    SIGN = 2
    COUNT = 5
    BAR = 4
    NUMBER = 4
    MARKS = 6
    LABEL = 2
    SCALE = 10
    LIMITS = 7
    MOST_LINES = 200

    @property
    def marks(self) -> int:
        """The width of the column of marks at the right; none on a narrow screen."""
        return 0 if self.width < _NARROW else self.MARKS

    @property
    def strength(self) -> int:
        """The width of the column of strengths: a gap and the bar, a mark and three digits.

        On a narrow screen there is a bar or a number, and on one that is narrower still nothing.
        How far apart people are takes a gap, a scale, and the lowest and the highest number.
        """
        if not self.judged or self.width < _NARROWEST:
            return 0
        if self.spread:
            return 1 + (self.SCALE if self.width >= _NARROW else 0) + self.LIMITS
        bar = self.BAR + 1 if self.has_bar else 0
        number = self.NUMBER if self.has_number else 0
        return bar + number + (self.LABEL if self.labelled else 0)

    @property
    def has_bar(self) -> bool:
        """Whether strengths are shown as bars."""
        return self.form == BAR or (self.form == BOTH and self.width >= _NARROW)

    @property
    def has_number(self) -> bool:
        """Whether strengths are shown as numbers."""
        return self.form != BAR

    @property
    def has_room(self) -> bool:
        """Whether there is room to say in words what has moved a strength."""
        return self.width >= _NARROW

    @property
    def gap(self) -> int:
        """The cells between the strength and the last cell of the row, where a sign may stand."""
        return 1 if self.strength and self.width >= _NARROW_WITH_GAP else 0

    @property
    def right(self) -> int:
        """The width of everything to the right of the words, with a gap at either side."""
        return 1 + self.marks + self.COUNT + self.strength + self.gap + 1

    @property
    def deepest(self) -> int:
        """How many levels are indented; below that, rows stand at one depth with a number."""
        fixed = self.CURSOR + self.FOLD + self.SIGN + self.right
        return max(1, (self.width - fixed - _LEAST_WORDS) // self.GUIDE)

    def indent(self, depth: int) -> int:
        """Returns the cells of the guides at a depth."""
        return self.GUIDE * min(depth, self.deepest)

    def lines(self, text: str, depth: int) -> list[SafeText]:
        r"""Returns the lines of a claim; of one beyond measure, the first, and "…".

        Examples:
            >>> Layout(30).lines("Many eyes find faults sooner.", 0)
            ['Many eyes find', 'faults sooner.']
            >>> Layout(30).lines("a\n" * 1000, 0)[-2:]
            ['a', '…']
        """
        cells = self.words(depth)
        head = text[: (cells + 1) * (self.MOST_LINES + 1)]
        lines = wrap(head, cells)
        if len(lines) <= self.MOST_LINES and head == text:
            return lines
        return [*lines[: self.MOST_LINES - 1], SafeText("…")]

    def height(self, text: str, depth: int) -> int:
        """Returns how many lines a row has, at once for a text that fits on one line."""
        cells = self.words(depth)
        if len(text) > cells * self.MOST_LINES:
            return len(self.lines(text, depth)) + self.spaced
        return min(count_lines(text, cells), self.MOST_LINES) + self.spaced

    def words(self, depth: int) -> int:
        """Returns the cells that a row's words have at a depth."""
        fixed = self.CURSOR + self.FOLD + self.SIGN + self.right
        return max(1, self.width - fixed - self.indent(depth))
