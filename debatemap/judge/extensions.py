"""Preferred and stable extensions (Dung 1995) of an attack graph, as far as they can be counted.

What the grounded extension decides is the same in all of them. The rest falls into parts that no
attack connects, whose extensions go with each other as they like: so they are counted part by part,
and the numbers multiplied. Within a part they are searched as Nofal, Atkinson and Dunne (2014) do:
an argument is taken in, which puts out all that it attacks and asks for an answer to all that
attacks it, or it is left.
"""

from collections.abc import Sequence
from enum import Enum
from math import prod
from typing import Final, NamedTuple

from debatemap.judge.attack_graph import AttackGraph
from debatemap.judge.search_labels import Searched, preferred_of

__all__ = ["Acceptance", "Extensions", "extensions"]

_LOOKS: Final = 2_000_000
"""Attacks that are looked at in all, before the search is given up."""


class Acceptance(Enum):
    """In which preferred extensions an argument is."""

    ALL = "in every preferred extension"
    SOME = "in some preferred extension"
    NONE = "in no preferred extension"
    UNKNOWN = "not known: too much to try"


class Extensions(NamedTuple):
    """What was found of the extensions of an attack graph.

    Attributes:
        grounded: The arguments that are in under the grounded labelling.
        refused: Those that are out under it.
        preferred: How many preferred extensions there are; at least so many, if not complete.
        stable: How many stable extensions there are; at least so many, if not complete.
        complete: Whether all were found.
        parts: What was found of each part that is undecided, with sets of arguments.
    """

    grounded: frozenset[int]
    refused: frozenset[int]
    preferred: int
    stable: int
    complete: bool
    parts: tuple[Searched, ...]

    def acceptance(self, argument: int) -> Acceptance:
        """Returns in which preferred extensions an argument is."""
        if argument in self.grounded:
            return Acceptance.ALL
        if argument in self.refused:
            return Acceptance.NONE
        part = next((part for part in self.parts if argument in part.arguments), None)
        if part is None or not part.found:
            return Acceptance.UNKNOWN
        there = sum(argument in each for each in part.found)
        if there > 0 and (part.complete or there < len(part.found)):
            return Acceptance.ALL if there == len(part.found) else Acceptance.SOME
        return Acceptance.NONE if part.complete else Acceptance.UNKNOWN


def extensions(graph: AttackGraph, looks: int = _LOOKS) -> Extensions:
    """Returns the extensions of an attack graph.

    Args:
        graph: What attacks what.
        looks: How many attacks are looked at, at most.
    """
    attackers, attacked = graph.attackers, graph.attacked
    grounded, refused = _grounded(attackers, attacked)
    left = looks
    parts = []
    for part in _parts(attackers, attacked, grounded | refused):
        found = preferred_of(part, attackers, attacked, max(left, 0))
        left -= found.looks
        parts.append(found)
    return Extensions(
        frozenset(grounded),
        frozenset(refused),
        prod(max(1, len(part.found)) for part in parts),
        prod(part.stable for part in parts),
        all(part.complete for part in parts),
        tuple(parts),
    )


def _grounded(
    attackers: Sequence[Sequence[int]], attacked: Sequence[Sequence[int]]
) -> tuple[set[int], set[int]]:
    """Returns what is in and what is out under the grounded labelling."""
    waiting = [len(each) for each in attackers]
    ready = [index for index, count in enumerate(waiting) if not count]
    stand, fall = set(ready), set[int]()
    while ready:
        for victim in attacked[ready.pop()]:
            if victim in fall:
                continue
            fall.add(victim)
            for above in attacked[victim]:
                waiting[above] -= 1
                if not waiting[above] and above not in fall:
                    stand.add(above)
                    ready.append(above)
    return stand, fall


def _parts(
    attackers: Sequence[Sequence[int]], attacked: Sequence[Sequence[int]], decided: set[int]
) -> list[list[int]]:
    """Returns the undecided arguments in parts that no attack connects."""
    met, found = set(decided), list[list[int]]()
    for start in range(len(attackers)):
        if start in met:
            continue
        part = [start]
        met.add(start)
        for index in part:
            for other in (*attackers[index], *attacked[index]):
                if other not in met:
                    met.add(other)
                    part.append(other)
        found.append(part)
    return found
