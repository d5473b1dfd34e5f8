"""The passages of a text that one piece of a quote may be."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from debatemap.texts.candidates import runs_of_words, windows
from debatemap.texts.closest_passage import best_span
from debatemap.texts.found import Difference
from debatemap.texts.quote_differences import compare, same_words
from debatemap.texts.quoted_words import QuotedWord, with_line_ends
from debatemap.texts.text_index import TextIndex

__all__ = ["Passage", "alike", "numbers_of", "passages"]

_BRACKETS: Final = 6
_COMPARED: Final = 200_000
"""Words of passages with the same words whose punctuation is compared."""
_FEW: Final = 1_000
"""Such passages that are compared, however long they are."""


class Passage(NamedTuple):
    """Words of a text that a piece of a quote may be.

    Attributes:
        start: The position of its first word.
        end: That behind its last one.
        distance: How many words differ.
        differences: What differs, the punctuation as well.
    """

    start: int
    end: int
    distance: int = 0
    differences: tuple[Difference, ...] = ()

    def span(self, index: TextIndex) -> tuple[int, int]:
        """Returns where it begins and ends in the text."""
        return index.starts[self.start], index.ends[self.end - 1]


def passages(quoted: list[QuotedWord], index: TextIndex, allowed: int) -> list[Passage]:
    """Returns the passages with the fewest differences; none where too many words differ."""
    found = _passages(quoted, index, allowed)
    for other in with_line_ends(quoted, index):
        if found and not found[0].differences:
            break
        again = _passages(other, index, allowed)
        if again and (not found or _least(again) <= _least(found)):
            found = again
    return found


def _least(found: Sequence[Passage]) -> int:
    return min(passage.distance for passage in found)


def _passages(quoted: Sequence[QuotedWord], index: TextIndex, allowed: int) -> list[Passage]:
    numbers = numbers_of(quoted, index)
    if max(numbers) < index.size:
        length = len(numbers)
        starts = runs_of_words(numbers, index)[: max(_FEW, _COMPARED // length)]
        same = [
            Passage(start, start + length, 0, same_words(quoted, index, start).differences)
            for start in starts
        ]
        if same:
            return [passage for passage in same if not passage.differences] or same
    pairs = zip(numbers, quoted, strict=True)
    if sum(n >= index.size and not word.is_bracketed for n, word in pairs) > allowed:
        return []
    return [each for each in alike(quoted, numbers, index) if each.distance <= allowed]


def numbers_of(quoted: Sequence[QuotedWord], index: TextIndex) -> list[int]:
    """Returns the numbers of a quote's words; each that the text has not gets one of its own."""
    known = (index.number_of(word.folded) for word in quoted)
    return [index.size + place if number is None else number for place, number in enumerate(known)]


def alike(quoted: Sequence[QuotedWord], numbers: list[int], index: TextIndex) -> list[Passage]:
    """Returns passages that have many of the words in this order, each once."""
    slack = len(numbers) // 5 + 3 + _BRACKETS * any(word.is_bracketed for word in quoted)
    found: dict[tuple[int, int], Passage] = {}
    for window in windows(numbers, index, slack):
        span = best_span(numbers, index.ids[window.start : window.end])
        start, end = _within_sentence(
            numbers, index, window.start + span.start, window.start + span.end
        )
        if start < end and (start, end) not in found:
            compared = compare(quoted, numbers, index, start, end)
            found[start, end] = Passage(start, end, *compared)
    return list(found.values())


def _within_sentence(
    numbers: Sequence[int], index: TextIndex, start: int, end: int
) -> tuple[int, int]:
    """Returns a span without words at either end that are others, of another sentence."""
    most = min(len(numbers) // 10 + 1, end - start - 1)
    for count in range(1, most + 1):
        words = index.ids[end - count : end]
        if index.is_first(end - count) and not set(words) & set(numbers[-2 * count :]):
            end -= count
            break
    for count in range(1, min(most, end - start - 1) + 1):
        words = index.ids[start : start + count]
        if index.is_first(start + count) and not set(words) & set(numbers[: 2 * count]):
            start += count
            break
    return start, end
