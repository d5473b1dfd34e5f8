"""The passages of a text that claims quote, how much of it they cover, and what they leave."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Final, Literal, NamedTuple

from debatemap.core.debate import Debate
from debatemap.views.text.units import Span, TextUnits

__all__ = ["Passages", "QuotedPassage", "Role", "role_of"]

Role = Literal["pro", "con", "undercut", "backing", "thesis", "unplaced"]
"""What a claim is at its first place."""
_LEAST: Final = 0.5
"""Of a sentence, how much must be quoted for it to count as mapped."""


class QuotedPassage(NamedTuple):
    """A passage that a claim quotes.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        claim: The claim.
        number: The position of the citation among those of the claim.
        role: What the claim is.
        is_exact: Whether the quote says it word for word.
    """

    start: int
    end: int
    claim: str
    number: int = 0
    role: Role = "unplaced"
    is_exact: bool = True


class Passages:
    """The quoted passages of a text.

    Args:
        quoted: The passages, in any order.
        headings: Lines that nobody quotes: they do not count as left out.

    Examples:
        >>> passages = Passages([QuotedPassage(0, 9, "a", role="con")])
        >>> units = TextUnits("It rains. It pours.")
        >>> passages.coverage(units), passages.next_free(units, 0, 1)
        (0.5, (10, 19))
    """

    def __init__(self, quoted: Iterable[QuotedPassage] = (), headings: Sequence[int] = ()) -> None:
        self.quoted: list[QuotedPassage] = sorted(quoted)
        self._starts = [each.start for each in self.quoted]
        self._furthest = list(accumulate((each.end for each in self.quoted), max))
        self._merged: list[Span] = list(_merged(self.quoted))
        self._merged_starts = [start for start, _ in self._merged]
        self._headings = frozenset(headings)
        self._known: tuple[TextUnits, float] | None = None

    def within(self, start: int, end: int) -> list[QuotedPassage]:
        """Returns the passages that share a character with a span, in order."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._starts, max(end, start + 1))
        return [each for each in self.quoted[first:last] if each.end > start]

    def of_claim(self, claim: str) -> list[QuotedPassage]:
        """Returns the passages that a claim quotes."""
        return [each for each in self.quoted if each.claim == claim]

    def beside(self, offset: int, way: int) -> QuotedPassage | None:
        """Returns the next (1) passage that begins behind an offset, or the one before (-1)."""
        if not self.quoted:
            return None
        if way > 0:
            number = bisect_right(self._starts, offset)
            return self.quoted[number % len(self.quoted)]
        return self.quoted[bisect_left(self._starts, offset) - 1]

    def coverage(self, units: TextUnits) -> float:
        """Returns how much of the sentences is quoted, by their characters: 0 to 1."""
        if self._known is None or self._known[0] is not units:
            starts = units.sentence_starts
            whole = units.size - sum(map(units.size_at, self._headings))
            covered = 0
            for start, end in self._merged:
                first = max(0, bisect_right(starts, start) - 1)
                for sentence in units.sentences[first : bisect_left(starts, end)]:
                    if sentence[0] not in self._headings:
                        covered += max(0, min(end, sentence[1]) - max(start, sentence[0]))
            self._known = units, covered / whole if whole else 0.0
        return self._known[1]

    def next_free(self, units: TextUnits, offset: int, way: int) -> Span | None:
        """Returns the next sentence from an offset on that is not quoted; past the end from there.

        Args:
            units: The units of the text.
            offset: From where to look; a sentence that begins there is passed over.
            way: 1 forward, -1 backward.
        """
        spans, starts = units.sentences, units.sentence_starts
        if way > 0:
            first = bisect_right(starts, offset)
            order = chain(range(first, len(spans)), range(first))
        else:
            first = bisect_left(starts, offset)
            order = chain(range(first - 1, -1, -1), range(len(spans) - 1, first - 1, -1))
        return next((spans[number] for number in order if self._is_free(*spans[number])), None)

    def _is_free(self, start: int, end: int) -> bool:
        return start not in self._headings and self._covered(start, end) < _LEAST * (end - start)

    def _covered(self, start: int, end: int) -> int:
        """Returns how many characters of a span are quoted."""
        number = max(0, bisect_right(self._merged_starts, start) - 1)
        total = 0
        for begin, stop in self._merged[number:]:
            if begin >= end:
                break
            total += max(0, min(stop, end) - max(begin, start))
        return total


def _merged(quoted: Sequence[QuotedPassage]) -> Iterator[Span]:
    """Yields the spans that are quoted, those that overlap as one."""
    start = end = -1
    for each in quoted:
        if each.start > end:
            if end > start:
                yield start, end
            start = each.start
        end = max(end, each.end)
    if end > start:
        yield start, end


def role_of(debate: Debate, claim: str) -> Role:
    """Returns what a claim is at its first place."""
    for link_id in debate.links_from(claim):
        link = debate.links[link_id]
        is_pro = link.stance == "supports"
        if link.target in debate.links:
            return "backing" if is_pro else "undercut"
        return "pro" if is_pro else "con"
    return "thesis" if debate.is_thesis(claim) else "unplaced"
