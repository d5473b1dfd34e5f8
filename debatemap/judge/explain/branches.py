"""Which claims speak to a thesis only by way of another one, and to which side they pull it."""

from typing import Final

from debatemap.judge.bearing import Bearing

__all__ = ["Branches"]

_RAISES, _LOWERS = 1, 2
_ROOT = -1
_PULLS: Final = (0, 1, -1, 0)
"""By the signs of its ways to the thesis, where a claim pulls it."""


class Branches:
    """Claims under the claims that all they say to the thesis passes through.

    Every method rises with supporters and falls with attackers, so the thesis rises, or falls,
    all the way with a claim from which every way to it has an even, or an odd, number of
    attacks. Such a claim u speaks for whatever lies beneath it: nothing beneath can bring the
    thesis farther than u itself at 0 or at 1, whatever else is doubted or granted. So where u
    does not help to change the verdict, nothing beneath it needs to be tried. None of this holds
    in a cycle; with cycles, every claim stands at the top.

    Attributes:
        tops: The claims beneath no other.
        beneath: The claims right beneath a claim.
        pulls: 1 for a claim that only raises the thesis, −1 for one that only lowers it, 0 for
            one that may do both.
    """

    def __init__(self, bearing: Bearing) -> None:
        self.tops: list[str] = []
        self.beneath: dict[str, list[str]] = {}
        self.pulls: dict[str, int] = dict.fromkeys(bearing.candidates, 0)
        if bearing.cycles or bearing.through_cycles:
            self.tops += bearing.candidates
            return
        signs = _signs(bearing)
        pulled = [""] * len(bearing)
        for claim, number in bearing.candidates.items():
            pull = self.pulls[claim] = _PULLS[signs[number]]
            pulled[number] = claim if pull else ""
        above = _speakers(_gates(bearing), pulled)
        for claim, number in bearing.candidates.items():
            if above[number]:
                self.beneath.setdefault(above[number], []).append(claim)
            else:
                self.tops.append(claim)


def _speakers(gates: list[int], pulled: list[str]) -> list[str]:
    """Returns, by number, the nearest gate that is a claim which pulls one way; "" without one."""
    speakers = [""] * len(gates)
    for number in reversed(range(len(gates))):
        gate = gates[number]
        if gate != _ROOT:
            speakers[number] = pulled[gate] or speakers[gate]
    return speakers


def _signs(bearing: Bearing) -> list[int]:
    """Returns, by number, whether there is a way on which it raises, and one on which it lowers."""
    signs = [0] * len(bearing)
    signs[bearing.thesis] = _RAISES
    for number in reversed(range(len(bearing))):
        sign = signs[number]
        for other in bearing.pros[number]:
            signs[other] |= sign
        for other in bearing.cons[number]:
            signs[other] |= (sign & _RAISES) * _LOWERS | (sign & _LOWERS) // _LOWERS
    return signs


def _gates(bearing: Bearing) -> list[int]:
    """Returns, by number, the next one that all its ways to the thesis pass through.

    It is the immediate dominator: where there are no cycles, what the gates of all that a number
    bears on have in common (Cooper, Harvey and Kennedy, 2001).
    """
    gates = [_ROOT] * len(bearing)
    for number in reversed(range(len(bearing) - 1)):
        gates[number] = _common(gates, bearing.targets[number])
    return gates


def _common(gates: list[int], numbers: list[int]) -> int:
    """Returns the nearest gate of all the given numbers, one of which it may be."""
    found = numbers[0]
    for number in numbers[1:]:
        other = number
        while found != other:
            # What comes later is nearer to the thesis.
            if found < other:
                found = gates[found]
            else:
                other = gates[other]
    return found
