"""Edits of a text that change no more than its spelling and punctuation.

Without a dictionary nobody can tell a misspelt word from another word. So only what a word
hardly ever becomes another by is taken for spelling; all else counts as another word.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from debatemap.sync.word_diff import Hunk

__all__ = ["is_spelling"]

_MARKS: Final = frozenset(".,;:!…'\"“”‘’„‚«»‹›()[]{}-‐‑–—*_")  # noqa: RUF001  (they are meant)
"""What may come, go or change. A question mark, a sign of arithmetic or of a unit says more."""

_NEGATIONS: Final = frozenset(
    word
    for words in (
        "no not never none nor neither nobody nothing nowhere cannot without hardly unless",
        "nicht kein keine keinen nie niemals ohne ne pas jamais sans nunca sin non mai senza",
    )
    for word in words.split()
)
_VOWELS: Final = frozenset("aeiou")
_SHORT, _MIDDLING, _LONG = 5, 6, 8
"""Letters from which on a word is taken for the same in spite of one change in it. The shorter
two words are, the likelier it is that both of them exist."""


def is_spelling(words: Sequence[str], hunks: Iterable[Hunk]) -> bool:
    """Tells whether edits change no more than spelling and punctuation.

    A number, a negation, a capital within a sentence, as names have, and a question mark stay
    as they are, or it is more than spelling.

    Args:
        words: The words of the text before the edits.
        hunks: The edits.

    Examples:
        >>> from debatemap.sync.word_diff import hunks
        >>> old = ["We", " recieve", " mail"]
        >>> is_spelling(old, hunks(old, ["We", " receive", " mail."]))
        True
        >>> is_spelling(old, hunks(old, ["We", " read", " mail"]))
        False
    """
    return all(_is_spelling(words, hunk) for hunk in hunks)


def _is_spelling(words: Sequence[str], hunk: Hunk) -> bool:
    old, new = words[hunk.start : hunk.end], hunk.words
    signs, others = (_signs("".join(text)) for text in (old, new))
    if signs != others and not (signs ^ others) <= _MARKS:
        return False
    before, after = (list(filter(_letters, text)) for text in (old, new))
    if len(before) != len(after):
        return False
    near = words[max(0, hunk.start - 1) : hunk.end + 1]
    if len(before) < max(len(old), len(new)) and any(map(_has_digit, near)):
        return False
    begins = hunk.start == 0 or words[hunk.start - 1].rstrip("\"'”’)").endswith((".", "!", "?"))
    pairs = zip(before, after, strict=True)
    return all(_is_same(*pair, begins and not place) for place, pair in enumerate(pairs))


def _is_same(before: str, after: str, begins: bool) -> bool:  # noqa: FBT001  (called here alone)
    if _has_digit(before) or _has_digit(after):
        return before.strip() == after.strip()
    if _is_negation(before) or _is_negation(after):
        return _bare_word(before) == _bare_word(after)
    one, other = _letters(before), _letters(after)
    if one == other:
        return True
    if one.casefold() == other.casefold():
        return begins and one[1:] == other[1:]
    return one.islower() and other.islower() and _is_slip(one, other)


def _is_slip(one: str, other: str) -> bool:
    """Tells whether two words differ by one slip within them: ie for ei, a letter doubled."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORT or short[0] != long[0] or short[-1] != long[-1]:
        return False
    places = [n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b]
    if len(short) == len(long):
        return _is_exchange(short, long, places)
    place = places[0] if places else len(short)
    if len(long) != len(short) + 1 or long[:place] + long[place + 1 :] != short:
        return False
    if long[place] == long[place - 1]:
        return len(long) >= _LONG
    return long[place - 1 : place + 1] == "ou" and len(long) >= _MIDDLING


def _is_exchange(one: str, other: str, places: Sequence[int]) -> bool:
    first, last = places[0], places[-1]
    if last == first + 1 and (one[first], one[last]) == (other[last], other[first]):
        return len(one) >= (_SHORT if {one[first], one[last]} == {"i", "e"} else _LONG)
    if first != last:
        return False
    pair = {one[first], other[first]}
    if pair == {"s", "z"} or len({unicodedata.normalize("NFD", sign)[0] for sign in pair}) == 1:
        return len(one) >= _MIDDLING
    return pair <= _VOWELS and len(one) >= _LONG


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", word)))


def _signs(text: str) -> frozenset[str]:
    return frozenset(sign for sign in set(text) if not sign.isalnum() and not sign.isspace())


def _bare_word(word: str) -> str:
    folded = word.replace("’", "'").casefold()
    return "".join(sign for sign in folded if sign.isalnum() or sign == "'").strip("'")


def _is_negation(word: str) -> bool:
    bare = _bare_word(word)
    return bare in _NEGATIONS or bare.endswith("n't")


def _has_digit(word: str) -> bool:
    return any(map(str.isnumeric, word))
