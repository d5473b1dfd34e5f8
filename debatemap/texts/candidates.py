"""Where in a text a quote may stand: its rarest words vote for it."""

from collections.abc import Sequence
from heapq import nlargest
from math import log
from typing import Final, NamedTuple

from debatemap.texts.text_index import TextIndex

__all__ = ["Window", "rarity", "runs_of_words", "windows"]

_VOTERS: Final = 10
"""Words of a quote that vote."""
_BALLOTS: Final = 1_000
"""Places of words that are counted at most."""
_SHIFT: Final = 4
"""Votes within 16 words are for the same place."""
_WINDOWS: Final = 8
_OF_THE_BEST: Final = 0.6
_OF_ALL: Final = 0.34


class Window(NamedTuple):
    """Words of a text, and how much of the weight of a quote's words speaks for them."""

    weight: float
    start: int
    end: int


def runs_of_words(numbers: Sequence[int], index: TextIndex) -> list[int]:
    """Returns the positions where a text has these words, one behind the other."""
    wanted = len(numbers)
    rarest = min(range(wanted), key=lambda place: len(index.positions(numbers[place])))
    ids, first = index.ids, numbers[0]
    pattern = type(ids)(ids.typecode, numbers)
    found = []
    for position in index.positions(numbers[rarest]):
        start = position - rarest
        if start >= 0 and ids[start] == first and ids[start : start + wanted] == pattern:
            found.append(start)
    return found


def windows(numbers: Sequence[int], index: TextIndex, slack: int) -> list[Window]:
    """Returns the parts of a text that may hold a quote, those with most votes.

    Args:
        numbers: The quote's words.
        index: The text.
        slack: How many more words a passage may have.
    """
    votes: dict[int, float] = {}
    total = 0.0
    ballots = 0
    for place, number, weight in _voters(numbers, index):
        positions = index.positions(number)
        ballots += len(positions)
        if ballots > _BALLOTS and votes:
            break
        total += weight
        for bucket in {(position - place) >> _SHIFT for position in positions[:_BALLOTS]}:
            votes[bucket] = votes.get(bucket, 0.0) + weight
    half = max(votes.values(), default=0.0) * _OF_THE_BEST / 2
    best = nlargest(
        _WINDOWS,
        [
            (weight + votes.get(bucket + 1, 0.0), bucket)
            for bucket, weight in votes.items()
            if weight >= half
        ],
    )
    least = max(_OF_THE_BEST * best[0][0], _OF_ALL * total) if best else 0.0
    width = 2 << _SHIFT
    return [
        Window(
            weight,
            max(0, (bucket << _SHIFT) - slack),
            min(len(index.ids), (bucket << _SHIFT) + width + len(numbers) + slack),
        )
        for weight, bucket in best
        if weight >= least
    ]


def _voters(numbers: Sequence[int], index: TextIndex) -> list[tuple[int, int, float]]:
    """Returns the rarest words of a quote, each with its place in it and its weight."""
    counted = sorted(
        (len(positions), place, number)
        for place, number in enumerate(numbers)
        if (positions := index.positions(number))
    )
    return [(place, number, rarity(number, index)) for _, place, number in counted[:_VOTERS]]


def rarity(number: int, index: TextIndex) -> float:
    """Returns how much a word tells of where it stands: the logarithm of how rare it is."""
    return log((len(index.ids) + 1) / max(1, len(index.positions(number))))
