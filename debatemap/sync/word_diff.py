"""Texts compared word by word, and two people's edits of one text put together."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

__all__ = ["Fate", "Hunk", "hunks", "marked", "merge_lines", "merge_words", "words_of"]

Fate = Literal["same", "gone", "new"]

_WORD: Final = re.compile(r"\s*\S+|\s+")
"""A word with the space before it, so that what is added at the end leaves the last word."""

_LONGEST: Final = 10_000
"""Words that are compared one by one; a text that differs in more counts as one word. The
comparison takes a bit of memory for each pair."""


class Hunk(NamedTuple):
    """The words from `start` to `end` are replaced by others; nothing, where both are one."""

    start: int
    end: int
    words: tuple[str, ...]


def marked(before: str, after: str) -> list[tuple[Fate, str]]:
    """Returns the pieces of two texts: what both have, what is gone, what is new.

    Examples:
        >>> marked("Many eyes find faults.", "Many eyes catch faults.")
        [('same', 'Many eyes'), ('gone', ' find'), ('new', ' catch'), ('same', ' faults.')]
    """
    old, pieces, here = words_of(before), list[tuple[Fate, str]](), 0
    for hunk in hunks(old, words_of(after)):
        pieces.append(("same", "".join(old[here : hunk.start])))
        pieces.append(("gone", "".join(old[hunk.start : hunk.end])))
        pieces.append(("new", "".join(hunk.words)))
        here = hunk.end
    pieces.append(("same", "".join(old[here:])))
    return [piece for piece in pieces if piece[1]]


def merge_words(base: str, ours: str, theirs: str) -> str | None:
    """Returns the text with both sides' edits, or None where these touch one another.

    Examples:
        >>> merge_words("It rains a lot here.", "It snows a lot here.", "It rains a lot there.")
        'It snows a lot there.'
        >>> merge_words("It rains.", "It snows.", "It pours.") is None
        True
    """
    merged = _merge(words_of(base), words_of(ours), words_of(theirs))
    return None if merged is None else "".join(merged)


def merge_lines(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> list[str] | None:
    """Returns the lines with both sides' edits, or None where these touch one another.

    Examples:
        >>> merge_lines(["a", "b", "c"], ["A", "b", "c"], ["a", "b", "c", "d"])
        ['A', 'b', 'c', 'd']
    """
    return _merge(base, ours, theirs)


def words_of(text: str) -> list[str]:
    """Returns the words of a text, each with the space before it."""
    return _WORD.findall(text)


def _merge(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str] | None:
    """Puts the hunks of both sides into the base, where a piece of it stands between them."""
    merged: list[str] = []
    end = -1
    for hunk in sorted({*hunks(base, ours), *hunks(base, theirs)}):
        if hunk.start <= end:
            return None
        merged += base[max(end, 0) : hunk.start]
        merged += hunk.words
        end = hunk.end
    return [*merged, *base[max(end, 0) :]]


def hunks(before: Sequence[str], after: Sequence[str]) -> Iterator[Hunk]:
    """Yields what changes, in order; between two hunks something stays."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if not (old or new):
        return
    if max(len(old), len(new)) > _LONGEST:
        yield Hunk(start, start + len(old), tuple(new))
        return
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415  (many diffs reword nothing)

    old_here = new_here = 0
    for same in LCSseq.opcodes(*_numbered(old, new)):
        if same.tag != "equal":
            continue
        if (same.src_start, same.dest_start) != (old_here, new_here):
            words = tuple(new[new_here : same.dest_start])
            yield Hunk(start + old_here, start + same.src_start, words)
        old_here, new_here = same.src_end, same.dest_end
    if old_here < len(old) or new_here < len(new):
        yield Hunk(start + old_here, start + len(old), tuple(new[new_here:]))


def _numbered(*texts: Sequence[str]) -> list[list[int]]:
    """Returns a number for each word: by their hashes, an empty line and a zero byte are one."""
    numbers: dict[str, int] = {}
    return [[numbers.setdefault(word, len(numbers)) for word in text] for text in texts]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Returns how many of the first entries are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
