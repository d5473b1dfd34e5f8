"""The pieces of a quote with ellipses, one behind the other in a text."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final

from debatemap.texts.found import Difference, Place
from debatemap.texts.passages import Passage
from debatemap.texts.risks import is_negation
from debatemap.texts.text_index import TextIndex

__all__ = ["chains"]

_SHORT: Final = 3
"""Words left out that may turn a sentence round by one of them."""


def chains(found: Sequence[Sequence[Passage]], index: TextIndex, allowed: int) -> list[Place]:
    """Returns the places of a whole quote with the fewest differences, all that are equally good.

    Args:
        found: The passages that each piece may be.
        index: The text.
        allowed: How many words may differ in all.
    """
    places = []
    for chain in _tightest(found):
        if sum(passage.distance for passage in chain) > allowed:
            continue
        pieces = tuple(passage.span(index) for passage in chain)
        differences = (
            *(each for passage in chain for each in passage.differences),
            *_denials_left_out(chain, index),
        )
        places.append((_weight(chain), Place(pieces[0][0], pieces[-1][1], pieces, differences)))
    least = min(map(itemgetter(0), places), default=(0, 0))
    return [place for weight, place in places if weight == least]


def _weight(chain: Sequence[Passage]) -> tuple[int, int]:
    differing = sum(passage.distance for passage in chain)
    return differing, sum(len(passage.differences) for passage in chain)


def _tightest(found: Sequence[Sequence[Passage]]) -> Iterator[list[Passage]]:
    """Yields each way to place the pieces in order that holds no other one within it."""
    ordered = [sorted(passages) for passages in found]
    starts = [[passage.start for passage in passages] for passages in ordered]
    last: list[Passage] | None = None
    for first in ordered[0]:
        chain = [first]
        for passages, begins in zip(ordered[1:], starts[1:], strict=True):
            at = bisect_left(begins, chain[-1].end)
            if at == len(passages):
                break
            chain.append(passages[at])
        if len(chain) < len(ordered):
            continue
        if last is not None and chain[-1].end > last[-1].end:
            yield last
        last = chain
    if last is not None:
        yield last


def _denials_left_out(chain: Sequence[Passage], index: TextIndex) -> Iterator[Difference]:
    """Yields negations that an ellipsis of few words leaves out."""
    for one, other in pairwise(chain):
        if other.start - one.end > _SHORT:
            continue
        for position in range(one.end, other.start):
            if is_negation(index.folded(position)):
                start, end = index.starts[position], index.ends[position]
                yield Difference("", index.raw(position), "negation", start, end)
