"""Which of many claims have something: a byte for each claim, 1 for those that have it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat
from operator import contains
from typing import Final

__all__ = ["both", "either", "flags_of_numbers", "flags_of_texts", "numbers_of", "without"]

_ORDER: Final = "little"
_FEW: Final = 2
"""Where fewer than one in so many texts are to be looked at, the others are passed over."""
_VERY_FEW: Final = 30
"""Where fewer than one in so many flags are 1, each is looked for by itself."""


def flags_of_texts(texts: Sequence[str], sought: str, among: bytes | None = None) -> bytes:
    """Returns which texts have some letters.

    Args:
        texts: The texts.
        sought: The letters.
        among: Flags of the texts to look at; all of them without it.

    Examples:
        >>> list(flags_of_texts(["ab", "b"], "a"))
        [1, 0]
        >>> list(flags_of_texts(["ab", "a"], "a", bytes([0, 1])))
        [0, 1]
    """
    if among is None:
        return bytes(map(contains, texts, repeat(sought)))
    if among.count(1) * _FEW > len(texts):
        return both(bytes(map(contains, texts, repeat(sought))), among)
    numbers = [*numbers_of(among)]
    has = map(contains, map(texts.__getitem__, numbers), repeat(sought))
    return flags_of_numbers(compress(numbers, has), len(texts))


def flags_of_numbers(numbers: Iterable[int], count: int) -> bytes:
    """Returns so many flags, a 1 for each of some numbers."""
    flags = bytearray(count)
    for number in numbers:
        flags[number] = 1
    return bytes(flags)


def numbers_of(flags: bytes) -> Iterator[int]:
    """Yields the numbers whose flags are 1, in order.

    Examples:
        >>> [*numbers_of(bytes([1, 0, 1]))], [*numbers_of(bytes(9))]
        ([0, 2], [])
    """
    if flags.count(1) * _VERY_FEW > len(flags):
        yield from compress(range(len(flags)), flags)
        return
    number = flags.find(1)
    while number >= 0:
        yield number
        number = flags.find(1, number + 1)


def both(one: bytes, other: bytes) -> bytes:
    """Returns what each of two has a flag for; what one is too short for, it has none for."""
    bits = int.from_bytes(one, _ORDER) & int.from_bytes(other, _ORDER)
    return bits.to_bytes(max(len(one), len(other)), _ORDER)


def either(one: bytes, other: bytes) -> bytes:
    """Returns what at least one of two has a flag for.

    Examples:
        >>> list(either(bytes([0, 1]), bytes([1])))
        [1, 1]
    """
    bits = int.from_bytes(one, _ORDER) | int.from_bytes(other, _ORDER)
    return bits.to_bytes(max(len(one), len(other)), _ORDER)


def without(one: bytes, other: bytes) -> bytes:
    """Returns what the first has a flag for and the second has not."""
    bits = int.from_bytes(one, _ORDER) & ~int.from_bytes(other, _ORDER)
    return bits.to_bytes(len(one), _ORDER)
