"""Where a quote stands in a text to the letter."""

from collections.abc import Iterator
from typing import Final

from debatemap.texts.candidates import runs_of_words
from debatemap.texts.text_index import TextIndex
from debatemap.texts.words import word_pattern

__all__ = ["exact_places"]

_FEW: Final = 3
_LOOKED_AT: Final = 2_000
"""Places within words that are passed before a text is taken to have no other."""


def exact_places(quote: str, index: TextIndex, most: int) -> list[int]:
    """Returns where a quote begins, at most so often; within a word only if nowhere else.

    Only its first and last word may be parts of words, so that the others lead to it.
    """
    spans = [match.span() for match in word_pattern().finditer(quote)]
    if len(spans) < _FEW:
        return _scanned(quote, index, most)
    numbers = [index.number_of_raw(quote[start:end]) for start, end in spans[1:-1]]
    known = [number for number in numbers if number is not None]
    found: list[int] = []
    if len(known) == len(numbers):
        before = spans[1][0]
        starts = (index.starts[position] - before for position in runs_of_words(known, index))
        found = [at for at in starts if at >= 0 and index.text.startswith(quote, at)]
    if not found and index.read is not index.text:
        return _scanned(quote, index, most)
    return _whole(found, quote, index.text)[:most]


def _scanned(quote: str, index: TextIndex, most: int) -> list[int]:
    """Looks through the whole text."""
    whole: list[int] = []
    cut: list[int] = []
    for at in _occurrences(quote, index.text):
        (whole if _is_whole(at, quote, index.text) else cut).append(at)
        if len(whole) >= most or len(cut) >= _LOOKED_AT:
            break
    return (whole or cut)[:most]


def _occurrences(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _whole(found: list[int], quote: str, text: str) -> list[int]:
    """Returns the places that cut no word in two, or all where each does."""
    return [at for at in found if _is_whole(at, quote, text)] or found


def _is_whole(at: int, quote: str, text: str) -> bool:
    end = at + len(quote)
    cuts_first = at > 0 and text[at - 1].isalnum() and quote[0].isalnum()
    cuts_last = end < len(text) and text[end].isalnum() and quote[-1].isalnum()
    return not (cuts_first or cuts_last)
