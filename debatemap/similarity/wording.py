"""What a claim says, as words to compare: stems with weights, numbers, names, negations."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final, NamedTuple

from debatemap.core.folding import fold, without_marks
from debatemap.core.word_forms import stem
from debatemap.similarity.opposites import NEGATIONS
from debatemap.similarity.related_words import is_light, is_stop

__all__ = ["LONGEST", "Wording", "trigrams", "wording_of"]

_WORDS: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*%?")
_NAME: Final = re.compile(r"(?<![.!?:“\"«]\s)(?<!^)\b[^\W\d_a-z][^\W\d_]+", re.MULTILINE)
_COUNTRIES: Final = (
    (
        re.compile(
            r"\bU\.?S\.?(?:A\b\.?)?(?![^\W\d_])|\b[Tt]he us\b|\busa\b|\b[Uu]nited [Ss]tates\b"
        ),
        "America",
    ),
    (re.compile(r"\bUK\b|\bU\.K\.|\b[Tt]he uk\b|\b[Uu]nited [Kk]ingdom\b"), "Britain"),
    (re.compile(r"\bEU\b|\b[Tt]he eu\b|\b[Ee]uropean [Uu]nion\b"), "Europe"),
)
"""Names of countries that are mostly written short: as one word they are compared like any other;
"us" without an article is a pronoun."""
_ALIASES: Final = {
    **dict.fromkeys(("american", "americans"), "america"),
    **dict.fromkeys(("british", "briton", "britons"), "britain"),
    **dict.fromkeys(("european", "europeans"), "europ"),
}
LONGEST: Final = 2_000
"""Characters of a claim that are looked at."""
_GRAM: Final = 4
_LIGHT: Final = 0.35
"""What a word weighs that most arguments have: make, people, important, increase."""
_KNOWN: Final = 1 << 12


class Wording(NamedTuple):
    """A claim as words to compare.

    Attributes:
        weights: By stem, how much the word tells, without the map's own counts.
        negations: How many words negate.
        numbers: The numbers in it.
        names: The names in it, as far as capitals tell.
        spelled: By stem, the word as it stands there.
        grams: How often each run of four letters stands in it, without the lightest words.
        length: The root of the sum of the squares of that.
    """

    weights: dict[str, float]
    negations: int
    numbers: frozenset[str]
    names: frozenset[str]
    spelled: dict[str, str]
    grams: Counter[str]
    length: float


@lru_cache(_KNOWN)
def wording_of(text: str) -> Wording:
    """Returns the words of a claim.

    Examples:
        >>> sorted(wording_of("Bans don't work in Norway, 9 of 10 say.").weights)
        ['10', '9', 'ban', 'norway', 'say', 'work']
    """
    text = text[:LONGEST]
    for pattern, name in _COUNTRIES:
        text = pattern.sub(name, text)
    bare = without_marks(fold(text))
    spoken = _WORDS.findall(bare.replace("n't", " not").replace("cannot", "can not"))
    weights: dict[str, float] = {}
    kept: list[str] = []
    spelled: dict[str, str] = {}
    for each in spoken:
        if each in NEGATIONS or (is_stop(each) and each not in _ALIASES):
            continue
        kept.append(each)
        stemmed = _ALIASES.get(each) or stem(each)
        spelled.setdefault(stemmed, each)
        weights[stemmed] = _LIGHT if is_light(stemmed) else 1.0
    if not weights:
        spelled = {stem(each): each for each in spoken}
        weights = dict.fromkeys(spelled, _LIGHT)
    line = " ".join(kept)
    grams = Counter(line[start : start + _GRAM] for start in range(max(0, len(line) - _GRAM + 1)))
    length = sum(count * count for count in grams.values()) ** 0.5
    negations = sum(each in NEGATIONS for each in spoken)
    numbers = frozenset(each.rstrip("%").replace(",", "") for each in spoken if each[0].isdigit())
    return Wording(weights, negations, numbers, _names(text), spelled, grams, length)


def _names(text: str) -> frozenset[str]:
    """Returns the words that begin with a capital elsewhere than at the beginning of a sentence."""
    words = text.split()
    if sum(each[:1].isupper() for each in words) * 2 > len(words):
        return frozenset()  # A title, or shouted.
    found = (without_marks(fold(match[0])) for match in _NAME.finditer(text))
    return frozenset(_ALIASES.get(each) or stem(each) for each in found if not is_stop(each))


@lru_cache(1 << 14)
def trigrams(stemmed: str) -> frozenset[str]:
    """Returns the runs of three letters of a stem, its ends among them."""
    ends = f"^{stemmed}$"
    return frozenset(ends[start : start + 3] for start in range(len(ends) - 2))
