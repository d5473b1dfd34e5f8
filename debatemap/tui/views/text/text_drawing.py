"""How a line of a text is drawn: what is quoted, what is selected, and the signs before it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from debatemap.views.text.page import Quoted, TextPage
from debatemap.views.text.passages_in_use import QuotedPassage, Role
from debatemap.views.text.shown_lines import ShownLine
from debatemap.views.text.text_matches import TextMatches

__all__ = ["SIGNS", "LineDrawing", "left_of"]

Styles = Callable[[str], Style]

SIGNS: Final[dict[Role, str]] = {
    "pro": "+", "con": "−", "undercut": "⊣", "backing": "⊢", "thesis": "◆", "unplaced": "○",
}  # fmt: skip
_STYLES: Final[dict[Role, str]] = {
    "pro": "for", "con": "against", "undercut": "against", "backing": "for", "thesis": "cursor",
    "unplaced": "quiet",
}  # fmt: skip
_EDGE: Final = 3
"""Cells before the words: the mark of the selected claim, the sign, and a blank."""
_TIME: Final = 9
_IN_USE: Final = Style(underline=True)


def left_of(page: TextPage | None, *, is_plain: bool = False) -> int:
    """Returns how many cells stand before the words of a line."""
    return (0 if is_plain else _EDGE) + (_TIME if page is not None and page.times else 0)


class LineDrawing(NamedTuple):
    """What lines are drawn from.

    Attributes:
        page: The text.
        quoted: What of it is quoted.
        matches: What was looked for in it and found.
        selected: Where the selection begins and ends.
        claim: The claim that is selected in the outline.
        cells: The width of a line.
        is_plain: Whether there are no signs before the words.
        is_followed: Whether the keys go to this text.
    """

    page: TextPage
    quoted: Quoted
    matches: TextMatches | None
    selected: tuple[int, int]
    claim: str | None
    cells: int
    is_plain: bool
    is_followed: bool

    def draw(self, line: ShownLine, on: Callable[[str], Styles]) -> Strip:
        """Returns a line; `on` gives the styles of parts on a background."""
        styles = on("row")
        passages = self.quoted.passages.within(line.start, max(line.end, line.start + 1))
        segments = [*self._before(line, passages, styles)]
        segments += self._words(line, passages, on)
        return Strip(segments).adjust_cell_length(self.cells, styles("row"))

    def _before(
        self, line: ShownLine, passages: Sequence[QuotedPassage], styles: Styles
    ) -> Iterator[Segment]:
        """Yields the time of a cue, and the sign of the first passage that begins in the line."""
        if self.page.times:
            yield Segment(self.page.times.get(line.start, "").ljust(_TIME), styles("quiet"))
        if self.is_plain:
            return
        is_of_claim = any(each.claim == self.claim for each in passages)
        begun = [each for each in passages if each.start >= line.start]
        first = next(iter(begun or passages), None)
        sign = " " if first is None else SIGNS[first.role] if begun else "│"
        yield Segment("▌" if is_of_claim else " ", styles("cursor"))
        yield Segment(sign, styles(_STYLES[first.role] if first is not None else "row"))
        yield Segment(" ", styles("row"))

    def _words(
        self, line: ShownLine, passages: Sequence[QuotedPassage], on: Callable[[str], Styles]
    ) -> Iterator[Segment]:
        start, end = self.selected
        spans = [(line.index_of(p.start), line.index_of(p.end), p) for p in passages]
        chosen = line.index_of(start), line.index_of(end)
        found = self._found_in(line)
        cuts = {0, len(line.words), *chosen, *(n for span in spans for n in span[:2])}
        cuts |= {n for span in found for n in span}
        ordered = sorted(cut for cut in cuts if 0 <= cut <= len(line.words))
        is_heading = line.start in self.page.headings
        for first, last in pairwise(ordered):
            covering = [p for begin, stop, p in spans if begin <= first < stop]
            is_chosen = chosen[0] <= first < chosen[1] and self.is_followed
            part = _STYLES[covering[-1].role] if covering else "top" if is_heading else "words"
            if any(begin <= first < stop for begin, stop in found):
                part = "match"
            style = on("selected" if is_chosen else "row")(part)
            if covering:
                style += _IN_USE
            if not self.is_followed and chosen[0] <= first < chosen[1]:
                style += Style(bold=True)
            yield Segment(line.words[first:last], style)

    def _found_in(self, line: ShownLine) -> list[tuple[int, int]]:
        """Returns where in a line words stand that were looked for."""
        if self.matches is None:
            return []
        found = self.matches.spans_within(line.start, line.end)
        return [(line.index_of(start), line.index_of(end)) for start, end in found]
