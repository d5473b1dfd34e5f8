"""Read what was typed to search for, and find it in texts.

A word that is typed is found as a part of a word, and in its other forms as a whole word: regulate
finds regulation, and one spelling of a word the other. A letter that is typed without an accent
stands for the letter with any; a letter that is typed with one stands only for that.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from debatemap.core.folding import fold, fold_line, marks, without_marks
from debatemap.core.word_forms import WordForms, forms_of

__all__ = ["Folded", "Query", "Word"]

_NONE: Final = ""


class Folded:
    """A text as it is searched.

    Attributes:
        bare: The folded text without marks.
        marked: The folded text, or an empty one where that is the same.
    """

    __slots__ = ("bare", "marked")

    def __init__(self, text: str) -> None:
        marked = fold(text)
        self.bare = without_marks(marked)
        self.marked = _NONE if self.bare is marked or self.bare == marked else marked


class Word:
    """A word that is looked for.

    Args:
        folded: It, or a phrase, as a folded text.
        is_exact: Whether its other forms do not count.

    Attributes:
        marked: It as a folded text.
        bare: The same without marks.
        is_exact: Whether its other forms do not count.
    """

    def __init__(self, folded: str, *, is_exact: bool = False) -> None:
        self.marked, self.bare, self.is_exact = folded, without_marks(folded), is_exact

    @property
    def is_accented(self) -> bool:
        """Whether it asks for marks."""
        return self.bare != self.marked

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a folded text that has its marks."""
        letters = re.findall(f"[^{marks()}][{marks()}]*|[{marks()}]+", self.marked)
        return re.compile("".join(map(_letter, letters)))

    @cached_property
    def forms(self) -> WordForms | None:
        """Its other forms; None where it has none."""
        return None if self.is_accented or self.is_exact else forms_of(self.bare)

    def is_in(self, text: Folded) -> bool:
        """Tells whether a text has it, as it was typed or in another form."""
        return self.is_typed_in(text) or (self.forms is not None and self.forms.is_in(text.bare))

    def is_typed_in(self, text: Folded) -> bool:
        """Tells whether a text has it as it was typed."""
        if self.bare not in text.bare:
            return False
        return not self.is_accented or self.pattern.search(text.marked) is not None

    def implies(self, other: "Word") -> bool:
        """Tells whether a text with this word as typed has another too, as far as is plain."""
        return (other.marked if other.is_accented else other.bare) in (
            self.marked if other.is_accented else self.bare
        )


class Query:
    """The words that were typed, longest first; all of them must be found.

    Examples:
        >>> [word.bare for word in Query("open  Weights").words]
        ['weights', 'open']
        >>> Query("cafe").fits("Café"), Query("café").fits("Cafe")
        (True, False)
    """

    def __init__(self, typed: str) -> None:
        folded = {word for part in set(typed.split()) if (word := fold(part))}
        ordered = sorted(folded, key=lambda word: (-len(word), word))
        self.words: Sequence[Word] = [Word(word) for word in ordered]

    @classmethod
    def of(cls, words: Sequence[Word]) -> "Query":
        """Returns a query of words that are folded already, the longest first."""
        query = cls("")
        query.words = words
        return query

    def fits(self, text: str) -> bool:
        """Tells whether a text has every word; any text has none."""
        if not self.words:
            return True
        folded = Folded(text)
        return all(word.is_in(folded) for word in self.words)

    def begins_words_of(self, text: str) -> bool:
        """Tells whether every word begins a word of a text."""
        known = [fold(word) for word in text.split()]
        return all(any(word.pattern.match(own) for own in known) for word in self.words)

    def spans(self, line: str) -> list[tuple[int, int]]:
        """Returns where the words stand in a line, in order, apart, in whole graphemes."""
        if not self.words:
            return []
        if line.isascii():
            folded = line.lower()
            return _united(_plain_spans(folded, self.words) + _form_spans(folded, self.words))
        folded, places = fold_line(line)
        found = [match.span() for word in self.words for match in word.pattern.finditer(folded)]
        found += _form_spans(folded, self.words)
        return _united([(places[start][0], places[stop - 1][1]) for start, stop in found])


def _plain_spans(folded: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Returns where words stand in an ASCII line."""
    found = []
    for word in words:
        size = len(word.marked)
        start = folded.find(word.marked)
        while start >= 0:
            found.append((start, start + size))
            start = folded.find(word.marked, start + size)
    return found


def _form_spans(folded: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Returns where other forms of words stand in a folded line."""
    forms = [word.forms for word in words if word.forms is not None]
    bare = folded if folded.isascii() or not forms else without_marks(folded)
    found = [span for each in forms if each.may_be_in(bare) for span in each.spans(bare)]
    if not found or bare is folded or len(bare) == len(folded):
        return found
    # A letter stands in the line with its marks after it.
    kept = [place for place, letter in enumerate(folded) if without_marks(letter)]
    return [(kept[start], kept[stop - 1] + 1) for start, stop in found]


def _united(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Returns spans in order, with those that overlap made one."""
    spans: list[tuple[int, int]] = []
    for start, stop in sorted(found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(stop, spans[-1][1]))
        else:
            spans.append((start, stop))
    return spans


def _letter(letter: str) -> str:
    """Returns a pattern for a letter and its marks, or for marks that stand alone."""
    alone = bool(re.match(f"[{marks()}]", letter))
    asked = letter if alone else letter[1:]
    each = "".join(f"(?=[{marks()}]*{mark})" for mark in dict.fromkeys(asked))
    more = f"[{marks()}]{'+' if alone else '*'}+"
    return f"{'' if alone else re.escape(letter[0])}{each}{more}"
