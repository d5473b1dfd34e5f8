"""The sentences of a text in which the words of a query stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from debatemap.core.folding import fold
from debatemap.core.search_query import Folded, Query, Word
from debatemap.views.text.units import Span, TextUnits

__all__ = ["SearchedText", "TextMatches", "words_of"]

_PARTS: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD: Final = re.compile(r"\S+")
_MARKED: Final = 500
"""Sentences in which it is kept where the words stand."""


def words_of(typed: str) -> Query:
    """Returns what was typed as words; those in quotation marks as one that has no other forms.

    Examples:
        >>> [word.bare for word in words_of('ferry "the night').words]
        ['the night', 'ferry']
    """
    asked = {}
    for phrase, word in _PARTS.findall(typed):
        if folded := fold(" ".join((phrase or word).split())):
            asked[folded] = bool(phrase)
    ordered = sorted(asked, key=lambda folded: (-len(folded), folded))
    return Query.of([Word(folded, is_exact=asked[folded]) for folded in ordered])


class SearchedText:
    """A text whose sentences are folded once, to be searched while words are typed."""

    def __init__(self, units: TextUnits) -> None:
        self.units = units

    def find(self, query: Query) -> "TextMatches":
        """Returns the sentences that have every word of a query; none for a query of none."""
        numbers: Sequence[int] = range(len(self._folded)) if query.words else ()
        for word in query.words:
            numbers = [number for number in numbers if word.is_in(self._folded[number])]
        return TextMatches(self.units, query, numbers)

    @cached_property
    def _folded(self) -> list[Folded]:
        text = self.units.text
        return [Folded(_line(text, *span).words) for span in self.units.sentences]


class TextMatches:
    r"""The sentences that a search found, and where its words stand in them.

    Args:
        units: The units of the text.
        query: What was looked for.
        numbers: The positions of the sentences among all, in order.

    Examples:
        >>> text = SearchedText(TextUnits("It rains.  It\npours. It rained."))
        >>> found = text.find(words_of("rain"))
        >>> len(found), found.beside(0, 1), found.spans_within(0, 9)
        (2, (1, (21, 31)), [(3, 7)])
    """

    def __init__(self, units: TextUnits, query: Query, numbers: Sequence[int]) -> None:
        self.units, self.query = units, query
        self._spans = [units.sentences[number] for number in numbers]
        self._starts = [start for start, _ in self._spans]
        self._words = lru_cache(_MARKED)(self._find_words)

    def __len__(self) -> int:
        return len(self._spans)

    def nearest(self, offset: int) -> Span | None:
        """Returns the first sentence that ends behind an offset, else the first of all."""
        ahead = (span for span in self._spans[self._first(offset) :] if span[1] > offset)
        return next(ahead, self._spans[0] if self._spans else None)

    def beside(self, offset: int, way: int) -> tuple[int, Span] | None:
        """Returns the next sentence (1), or the one before (-1), and which of all it is.

        Args:
            offset: Where to begin; a sentence that begins there is passed over.
            way: 1 or -1; beyond the last one comes the first.
        """
        if not self._spans:
            return None
        number = (
            bisect_right(self._starts, offset) if way > 0 else bisect_left(self._starts, offset) - 1
        )
        number %= len(self._spans)
        return number, self._spans[number]

    def spans_within(self, start: int, end: int) -> list[Span]:
        """Returns where words that were looked for stand in a part of the text, in order."""
        last = bisect_left(self._starts, end)
        words = [word for number in range(self._first(start), last) for word in self._words(number)]
        return [span for span in words if span[0] < end and span[1] > start]

    def _first(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _find_words(self, number: int) -> list[Span]:
        line = _line(self.units.text, *self._spans[number])
        return [
            (line.offset(start), line.offset(stop - 1) + 1)
            for start, stop in self.query.spans(line.words)
        ]


class _Line(NamedTuple):
    """A sentence with one blank between two words.

    Attributes:
        words: It.
        starts: Where each word begins in it.
        offsets: Where each word begins in the text.
    """

    words: str
    starts: Sequence[int]
    offsets: Sequence[int]

    def offset(self, index: int) -> int:
        """Returns the offset in the text of a character of the line."""
        number = bisect_right(self.starts, index) - 1
        return self.offsets[number] + index - self.starts[number]


def _line(text: str, start: int, end: int) -> _Line:
    found = [*_WORD.finditer(text, start, end)]
    starts, begin = [], 0
    for match in found:
        starts.append(begin)
        begin += match.end() - match.start() + 1
    words = " ".join(match.group() for match in found)
    return _Line(words, starts, [match.start() for match in found])
