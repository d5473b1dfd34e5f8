"""Fractional indexes: strings that sort between any two others.

A link's `pos` is such a string, so that to put a claim between two siblings changes one
record, and two people who add at different places do not touch each other's. The keys are
those of Evan Wallace's "Implementing Fractional Indexing" (Observable, 2020) over base 62:
a letter tells how many digits the integer part has (`a` one, `b` two, `Z` one below zero),
and a fraction may follow. Whatever else stands in a file is ordered as plain text.
"""

from typing import Final

__all__ = ["between", "evenly", "spread"]

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FIRST: Final = "a0"
_MIDDLE: Final = "V"


def between(low: str | None, high: str | None) -> str:
    """Returns a key that sorts after `low` and before `high`.

    Args:
        low: The key before, or None for the start.
        high: The key after, or None for the end.

    Raises:
        ValueError: There is no room: `low` is not smaller than `high`, or `high` is the
            smallest key there can be, or only foreign characters sort between them.

    Examples:
        >>> between(None, None), between("a0", None), between(None, "a0")
        ('a0', 'a1', 'Zz')
        >>> between("a0", "a1")
        'a0V'
        >>> between("az", None)
        'b00'
        >>> between("Zz", "a0")
        'ZzV'
    """
    if low is None and high is None:
        return _FIRST
    if high is None:
        return _after(low or "")
    key = _before(high) if low is None else _midpoint(low, high)
    if not (low or "") < key < high:
        raise ValueError(f"no key sorts between {low!r} and {high!r}")
    return key


def spread(low: str | None, high: str | None, count: int) -> list[str]:
    """Returns `count` keys in order between two keys, as short as they come.

    Args:
        low: The key before, or None for the start.
        high: The key after, or None for the end.
        count: How many.

    Raises:
        ValueError: There is no room; see `between`.

    Examples:
        >>> spread("a0", "a1", 3), spread("a0", None, 2)
        (['a0F', 'a0V', 'a0k'], ['a1', 'a2'])
    """
    keys = [""] * count
    waiting = [(0, count, low, high)]
    while waiting:
        start, end, low, high = waiting.pop()
        if start < end:
            here = start if high is None else (start + end) // 2
            keys[here] = between(low, high)
            waiting += [(start, here, low, keys[here]), (here + 1, end, keys[here], high)]
    return keys


def evenly(count: int) -> list[str]:
    """Returns `count` keys in order, for siblings that must be numbered anew.

    Examples:
        >>> evenly(3)
        ['a0', 'a1', 'a2']
    """
    keys: list[str] = []
    for _ in range(count):
        keys.append(between(keys[-1] if keys else None, None))
    return keys


def _integer_length(key: str) -> int:
    """Returns the length of the integer part, letter included, or 0 where there is none."""
    head = key[:1]
    if "a" <= head <= "z":
        length = ord(head) - ord("a") + 2
    elif "A" <= head <= "Z":
        length = ord("Z") - ord(head) + 2
    else:
        return 0
    whole = key[:length]
    return length if len(whole) == length and all(c in _DIGITS for c in whole) else 0


def _after(low: str) -> str:
    length = _integer_length(low)
    following = _step(low[:length], up=True) if length else None
    return following if following is not None and following > low else low + _MIDDLE


def _before(high: str) -> str:
    length = _integer_length(high)
    if length and len(high) > length:
        return high[:length]
    preceding = _step(high, up=False) if length else None
    return preceding if preceding is not None else _midpoint("", high)


def _step(whole: str, *, up: bool) -> str | None:
    """Returns the next or the previous integer part, or None where the alphabet ends."""
    head, digits = whole[0], list(whole[1:])
    full, empty = (_DIGITS[-1], _DIGITS[0]) if up else (_DIGITS[0], _DIGITS[-1])
    for place in reversed(range(len(digits))):
        if digits[place] != full:
            digits[place] = _DIGITS[_DIGITS.index(digits[place]) + (1 if up else -1)]
            return head + "".join(digits)
        digits[place] = empty
    return _next_size(head, empty, up=up)


def _next_size(head: str, fill: str, *, up: bool) -> str | None:
    if head == ("z" if up else "A"):
        return None
    if head == ("Z" if up else "a"):
        return _FIRST if up else "Zz"
    letter = chr(ord(head) + (1 if up else -1))
    length = ord(letter) - ord("a") + 1 if letter >= "a" else ord("Z") - ord(letter) + 1
    return letter + fill * length


def _midpoint(low: str, high: str) -> str:
    if low >= high:
        raise ValueError(f"no key sorts between {low!r} and {high!r}")
    shared = 0
    while shared < len(high) and (low[shared : shared + 1] or _DIGITS[0]) == high[shared]:
        shared += 1
    if shared == len(high):
        raise ValueError(f"no key sorts between {low!r} and {high!r}")
    prefix, below, above = high[:shared], low[shared:], high[shared:]
    first = _digit(below[:1], 0)
    last = _digit(above[:1], len(_DIGITS))
    if last - first > 1:
        return prefix + _DIGITS[(first + last) // 2]
    if above[:1] in _DIGITS and above[1:].strip(_DIGITS[0]):
        return prefix + above[0]
    return prefix + (below[:1] or _DIGITS[0]) + _beyond(below[1:])


def _digit(character: str, default: int) -> int:
    """Returns the character's place in the alphabet; one that is foreign sorts by its code."""
    if not character:
        return default
    return sum(digit < character for digit in _DIGITS)


def _beyond(low: str) -> str:
    """Returns the shortest fraction above `low`, with no upper bound."""
    for place, character in enumerate(low):
        value = _digit(character, 0)
        if value < len(_DIGITS) - 1:
            return low[:place] + _DIGITS[(value + len(_DIGITS)) // 2]
    return low + _MIDDLE
