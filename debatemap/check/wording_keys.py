"""Which claims of many may have nearly the same words as another one, told in one pass.

Two wordings are near if their bags of stems are the same when each has lost one stem at most, one
of a word that may have another ending. So they have all other words in common, and if the stems
are dealt out to three parts by what they are, at least one part of the two is the same. Each word
is a number here that is added to its part of a sum, so that a claim costs one sum over its words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Final
from zlib import crc32

__all__ = ["LIGHT", "is_inflected", "near_wordings", "stem_of", "words_in"]

LIGHT: Final = frozenset(["a", "an", "the", "this", "that", "these", "those", "of", "to"])
_STEM: Final = 5
_SHORTEST: Final = 4
"""Letters of a word that may have another ending in the other claim."""
_FOLDED: Final = re.sub(rb"[^\w\x80-\xff]", b" ", bytes(range(256)).lower())
"""Each byte as a small letter, or as a space where no word has it; what is not ASCII, as it is."""
_PARTS: Final = 3
_HASH: Final = (1 << 61) - 1
_WIDTH: Final = 96
"""Bits of a part of a sum: so many words that no text has them fit into it."""
_PART: Final = (1 << _WIDTH) - 1
_KEYS: Final = tuple(_PART | _PART << _WIDTH * part for part in range(1, _PARTS + 1))
"""Which bits two near wordings have in common: the words that stay, and one part of the stems."""


def words_in(text: str) -> list[str]:
    """Returns the words of a text without case and marks.

    Examples:
        >>> words_in("Many eyes, 2 é!")
        ['many', 'eyes', '2', 'é']
    """
    if text.isascii():
        return text.encode().translate(_FOLDED).decode().split()
    return re.findall(r"\w+", text.casefold())


def stem_of(word: str) -> str:
    """Returns the beginning of a word, which other forms of it share."""
    return word[:_STEM] if word.isalpha() else word


def is_inflected(word: str) -> bool:
    """Tells whether a word may have another ending in a near wording."""
    return word.isalpha() and len(word) >= _SHORTEST


def near_wordings(texts: Mapping[str, str]) -> Iterable[str]:
    """Returns the ids of the texts that may be near another one, in their order.

    Those that are left out have no near wording for certain.

    Examples:
        >>> texts = "Many eyes find faults.", "Of 9 eyes 1 is shut.", "Many eyes seek faults."
        >>> list(near_wordings(dict(zip("abc", texts))))
        ['a', 'c']
    """
    found = _with_the_same_fixed_words(texts)
    numbers = _Numbers()
    sums = [sum(map(numbers.__getitem__, words_in(texts[name]))) for name in found]
    met = Counter(total & key for total in sums for key in _KEYS)
    pairs = zip(found, sums, strict=True)
    return [name for name, total in pairs if any(met[total & key] > 1 for key in _KEYS)]


def _with_the_same_fixed_words(texts: Mapping[str, str]) -> list[str]:
    """Returns the texts with as many words as another one that also has their fixed words.

    Fixed are those that have no other ending. One sum of small numbers rules most texts of a
    large map out, sooner than the sums of all stems would.
    """
    number_of = _FixedNumbers().__getitem__
    chunked = (_encoded(text).translate(_FOLDED).split() for text in texts.values())
    sums = [sum(map(number_of, chunks)) for chunks in chunked]
    met = Counter(sums)
    return [name for name, total in zip(texts, sums, strict=True) if met[total] > 1]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class _FixedNumbers(dict[bytes, int]):
    """The sum of the numbers of all words in what stands between two spaces of `_FOLDED`.

    Each word that has no other ending in a near wording has a number; all others have one.
    """

    def __missing__(self, chunk: bytes) -> int:
        if chunk.isascii() and not chunk.isalpha():
            found = crc32(chunk)  # A year, or a number: a map may have very many.
        else:
            found = sum(map(_fixed_number, words_in(chunk.decode("utf-8", "surrogatepass"))))
        self[chunk] = found
        return found


def _fixed_number(word: str) -> int:
    if word in LIGHT:
        return 0
    # Soon made, and it does no harm where two words have the same.
    return 1 if is_inflected(word) else crc32(_encoded(word))


class _Numbers(dict[str, int]):
    """A number for each word, in the part of a sum that it belongs to."""

    def __missing__(self, word: str) -> int:
        number = _hash_of(stem_of(word)) & _HASH
        part = 1 + number % _PARTS if is_inflected(word) else 0
        self[word] = found = 0 if word in LIGHT else number << _WIDTH * part
        return found


def _hash_of(word: str) -> int:
    """Returns the same number in each run; of Python's own, some would meet by chance in a few."""
    return int.from_bytes(blake2b(_encoded(word), digest_size=8).digest())
