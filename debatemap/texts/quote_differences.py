"""In what a passage differs from a quote, and what that may change."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.texts.found import Difference
from debatemap.texts.quoted_words import QuotedWord
from debatemap.texts.risks import is_negation, risk_of
from debatemap.texts.text_index import TextIndex
from debatemap.texts.words import signature

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

__all__ = ["Compared", "compare", "same_words"]

_Run = tuple[str, int, int, int, int]
"""What was done to words: which, the first and the end in the quote, and in the passage."""
_REPLACED: Final = 12
"""Words that a bracket of an editor may stand for."""


class Compared(NamedTuple):
    """What comes of comparing words with a passage.

    Attributes:
        distance: How many words differ.
        differences: What differs, the punctuation as well.
    """

    distance: int
    differences: tuple[Difference, ...]


def same_words(quoted: Sequence[QuotedWord], index: TextIndex, start: int) -> Compared:
    """Compares with a passage that has the same words, one by one."""
    pairs = range(len(quoted) - 1)
    return Compared(0, tuple(_gaps(quoted, index, [(k, start + k) for k in pairs])))


def compare(
    quoted: Sequence[QuotedWord], numbers: Sequence[int], index: TextIndex, start: int, end: int
) -> Compared:
    """Compares with the words of a passage, however they differ.

    Args:
        quoted: The words of the quote.
        numbers: Their numbers in the index.
        index: The text.
        start: The position of the passage's first word.
        end: That behind its last one.
    """
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  (most quotes need no alignment)

    distance, differences = 0, []
    equal: list[tuple[int, int]] = []
    runs = Levenshtein.opcodes(list(numbers), index.ids[start:end].tolist())
    for kind, i, j, k, m in _joined(runs):
        if kind == "equal":
            equal += [(i + n, start + k + n) for n in range(j - i)]
            continue
        words, positions = quoted[i:j], range(start + k, start + m)
        if _is_editors(words, positions, index):
            continue
        distance += max(len(words), len(positions))
        differences.append(_difference(quoted, i, j, index, positions))
    following = [one for one, other in pairwise(equal) if (one[0] + 1, one[1] + 1) == other]
    differences += _gaps(quoted, index, following)
    return Compared(distance, tuple(sorted(differences, key=lambda each: each.start)))


def _joined(runs: Iterable["Opcode"]) -> Iterator[_Run]:
    """Yields runs with those that follow each other and are not equal as one."""
    waiting: _Run | None = None
    for run in runs:
        kind, i, j, k, m = run.tag, run.src_start, run.src_end, run.dest_start, run.dest_end
        if kind == "equal":
            if waiting:
                yield waiting
            waiting = None
            yield kind, i, j, k, m
        else:
            waiting = ("other", waiting[1], j, waiting[3], m) if waiting else ("other", i, j, k, m)
    if waiting:
        yield waiting


def _is_editors(words: Sequence[QuotedWord], positions: range, index: TextIndex) -> bool:
    """Tells whether an editor's bracket stands for the words of the text, and denies as they do."""
    if not words or len(positions) > _REPLACED or not all(word.is_bracketed for word in words):
        return False
    written = [index.raw(position).lower() for position in positions]
    return not risk_of([word.folded for word in words], written, ()) or (
        not any(is_negation(each) for each in (*written, *(word.folded for word in words)))
    )


def _difference(
    quoted: Sequence[QuotedWord], first: int, last: int, index: TextIndex, positions: range
) -> Difference:
    words = quoted[first:last]
    if positions:
        start, end = index.starts[positions[0]], index.ends[positions[-1]]
    else:
        start = end = index.ends[positions.start - 1] if positions.start else 0
    names = {
        word.folded
        for place, word in enumerate(words, first)
        if place and word.raw[0].isupper() and not index.is_written_small(word.folded)
    }
    written = [index.folded(position) for position in positions]
    names |= {word for word, at in zip(written, positions, strict=True) if index.is_name(at)}
    risk = risk_of([word.folded for word in words], written, names)
    return Difference(" ".join(word.raw for word in words), index.text[start:end], risk, start, end)


def _gaps(
    quoted: Sequence[QuotedWord], index: TextIndex, pairs: Sequence[tuple[int, int]]
) -> Iterator[Difference]:
    """Yields where the punctuation behind words differs."""
    for here, there in pairs:
        gap, written = quoted[here].gap, index.gap(there)
        if gap == written:
            continue
        one, other = signature(gap), signature(written)
        if one != other:
            start, end = index.ends[there], index.starts[there + 1]
            yield Difference(one, other, "punctuation", start, end)
