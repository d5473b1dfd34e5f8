"""A text as numbered words, made once, in which many quotes are looked for."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Final

from debatemap.texts.words import folded_word, has_line_end, word_pattern

__all__ = ["TextIndex"]

_NONE: Final = array("i")
_SENTENCE_ENDS: Final = frozenset('.!?:\n“"')
_LOOKED_AT: Final = 20
"""Places of a word that are looked at to know whether it is a name."""


class TextIndex:
    """The words of a text by their places, and their places by word.

    Attributes:
        text: The text as it is.
        ids: A number for each word; words that fold to the same have the same.
        starts: Where each word begins in the text.
        ends: Where each word ends.
    """

    def __init__(self, text: str, markup: Iterable[tuple[int, int]] = ()) -> None:
        """Makes the index.

        Args:
            text: The text.
            markup: The parts of it that are no words of it, in order.
        """
        self.text = text
        self.read = _without(text, markup)
        """The text with a NUL for each character of markup."""
        self.ids, self.starts, self.ends = array("i"), array("q"), array("q")
        self._known: dict[str, int] = {}
        self._by_raw: dict[str, int] = {}
        self._postings: list[array[int]] = []
        self._lower: set[int] = set()
        self._broken: set[int] = set()
        self._fill()

    def _fill(self) -> None:
        by_raw = self._by_raw
        ids, starts, ends, postings = self.ids, self.starts, self.ends, self._postings
        for position, match in enumerate(word_pattern().finditer(self.read)):
            raw = match.group()
            number = by_raw.get(raw)
            if number is None:
                number = by_raw[raw] = self._number(folded_word(raw))
                if raw[0].islower():
                    self._lower.add(number)
            ids.append(number)
            start, end = match.span()
            starts.append(start)
            ends.append(end)
            postings[number].append(position)
        self._broken = {number for raw, number in by_raw.items() if has_line_end(raw)}

    def _number(self, word: str) -> int:
        number = self._known.setdefault(word, len(self._postings))
        if number == len(self._postings):
            self._postings.append(array("i"))
        return number

    @property
    def size(self) -> int:
        """How many different words there are: one more than the highest number."""
        return len(self._postings)

    def number_of(self, word: str) -> int | None:
        """Returns the number of a folded word, or None where it is not in the text."""
        return self._known.get(word)

    def number_of_raw(self, word: str) -> int | None:
        """Returns the number of a word as it is written, or None where it is not so in the text."""
        return self._by_raw.get(word)

    def positions(self, number: int) -> Sequence[int]:
        """Returns the positions of a word."""
        return self._postings[number] if number < len(self._postings) else _NONE

    def raw(self, position: int) -> str:
        """Returns a word as it is written."""
        return self.text[self.starts[position] : self.ends[position]]

    def folded(self, position: int) -> str:
        """Returns a word in the form by which it is compared."""
        return folded_word(self.raw(position))

    def gap(self, position: int) -> str:
        """Returns what stands between a word and the next one."""
        return self.read[self.ends[position] : self.starts[position + 1]]

    def is_name(self, position: int) -> bool:
        """Tells whether a word is a name: it has a capital everywhere, within sentences too."""
        number = self.ids[position]
        if number in self._lower or not self.raw(position)[0].isupper():
            return False
        return any(not self.is_first(each) for each in self._postings[number][:_LOOKED_AT])

    def is_first(self, position: int) -> bool:
        """Tells whether a word begins a sentence or a line."""
        return position == 0 or bool(_SENTENCE_ENDS.intersection(self.gap(position - 1)))

    def is_broken(self, word: str) -> bool:
        """Tells whether a folded word stands somewhere with a hyphen at the end of a line."""
        return self._known.get(word) in self._broken

    def is_written_small(self, word: str) -> bool:
        """Tells whether a folded word stands somewhere without a capital."""
        number = self._known.get(word)
        return number is not None and number in self._lower


def _without(text: str, markup: Iterable[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in markup:
        parts += [text[done:start], "\x00" * (end - start)]
        done = end
    return "".join([*parts, text[done:]]) if parts else text
