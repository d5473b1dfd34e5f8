"""Forms of English words: regulate, regulating and regulation are one, and so are both spellings.

The stems are those of the Snowball project's English stemmer. Only words of plain Latin letters
have a stem; any other word, as in most texts of other languages, is found as it is written alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from debatemap.core.spelling import american, shared_beginning

__all__ = ["WordForms", "forms_of", "stem"]

_SHORTEST: Final = 4
"""Letters of a word that has forms; a shorter one is too often a part of a name or a slip."""
_LONGEST: Final = 40
_KNOWN: Final = 1 << 17
"""Stems that are kept: more than the words of a very large map."""
_SUFFIXES: Final = (
    "ation",
    "ition",
    "ing",
    "ize",
    "ise",
    "ized",
    "izing",
    "ising",
    "isation",
    "ment",
)
"""Endings of which a part may be typed so far: what the whole word finds, it finds already."""
_PLAIN: Final = re.compile("[a-z]+")


@lru_cache(_KNOWN)
def stem(word: str) -> str:
    """Returns the stem of a word in small letters, or the word where it has none.

    Examples:
        >>> stem("regulation") == stem("regulating") == stem("regulates")
        True
        >>> stem("decentralised") == stem("decentralization")
        True
        >>> stem("cats"), stem("gas"), stem("straße")
        ('cat', 'gas', 'straße')
    """
    if not _SHORTEST <= len(word) <= _LONGEST or _PLAIN.fullmatch(word) is None:
        return word
    return _stemmer()(american(word))


@cache
def _stemmer() -> Callable[[str], str]:
    # A map opens without it; it is one of the few libraries that bring no types.
    from snowballstemmer import stemmer  # type: ignore[import-untyped]  # noqa: PLC0415

    made: Callable[[str], str] = stemmer("english").stemWord
    return made


class WordForms:
    """The forms of a word that is looked for.

    Attributes:
        stems: What the forms have in common; several where half a word is typed.
        beginnings: A text that has a form has one of them in it.
    """

    __slots__ = ("_pattern", "beginnings", "stems")

    def __init__(self, word: str) -> None:
        whole = {found for each in _completed(word) if len(found := stem(each)) < len(word)}
        self.stems = frozenset({stem(word), *whole})
        begun = {start for each in sorted(self.stems) for start in shared_beginning(each)}
        self.beginnings = tuple(
            start
            for start in sorted(begun)
            if not any(start != o and start.startswith(o) for o in begun)
        )
        self._pattern = _whole_words(self.beginnings, "[a-z]*")

    def may_be_in(self, bare: str) -> bool:
        """Tells at once whether a folded text may have a form; `is_in` tells whether it has."""
        return any(beginning in bare for beginning in self.beginnings)

    def is_in(self, bare: str) -> bool:
        """Tells whether a folded text without marks has a form of the word."""
        return any(stem(word) in self.stems for word in self._pattern.findall(bare))

    def spans(self, folded: str) -> list[tuple[int, int]]:
        """Returns where forms of the word stand in a folded text, in order."""
        found = self._pattern.finditer(folded)
        return [match.span() for match in found if stem(match[0]) in self.stems]

    def among(self, texts: Iterable[str]) -> "re.Pattern[str] | None":
        """Returns what finds the forms that stand in some folded texts, faster than `is_in` does.

        Returns:
            None where they have none.
        """
        known = set(self._pattern.findall("\n".join(texts)))
        forms = sorted(word for word in known if stem(word) in self.stems)
        return _whole_words(forms) if forms else None


def _completed(word: str) -> Iterator[str]:
    """Yields words that one may be the beginning of, which end in a part of a suffix."""
    for suffix in _SUFFIXES:
        for size in range(2, len(suffix)):
            if word.endswith(suffix[:size]):
                yield word + suffix[size:]


def _whole_words(starts: Sequence[str], rest: str = "") -> re.Pattern[str]:
    """Returns a pattern of whole words, which begins with their letters: that is found fast."""
    each = (f"{re.escape(start)}(?<![^\\W_]{re.escape(start)})" for start in starts)
    return re.compile(f"(?:{'|'.join(each)}){rest}(?![^\\W_])")


@lru_cache(1 << 10)
def forms_of(word: str) -> WordForms | None:
    """Returns the forms of a word that was typed, folded; None where it has none to look for."""
    if not _SHORTEST <= len(word) <= _LONGEST or _PLAIN.fullmatch(word) is None:
        return None
    forms = WordForms(word)
    return forms if min(map(len, forms.beginnings)) >= _SHORTEST - 1 else None
