"""The search for the preferred extensions of a part of an attack graph."""

from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["Searched", "preferred_of"]

_BLANK: Final = 0
_IN: Final = 1
_OUT: Final = 2
_MUST_OUT: Final = 3
"""It attacks what is in, and nothing that is in attacks it yet."""
_LEFT: Final = 4
_MOST: Final = 10_000
"""Extensions of one part that are kept."""

Labels = bytearray


class Searched(NamedTuple):
    """The preferred extensions of a part.

    Attributes:
        arguments: The arguments of the part.
        found: Its preferred extensions; where the search was given up, admissible sets.
        stable: How many of them are stable.
        complete: Whether they are all.
        looks: How many attacks were looked at.
    """

    arguments: frozenset[int]
    found: tuple[frozenset[int], ...]
    stable: int
    complete: bool
    looks: int


class _Search:
    """Goes through the labels of a part, what is in first, so that maximal sets come first."""

    def __init__(
        self,
        part: Sequence[int],
        attackers: Sequence[Sequence[int]],
        attacked: Sequence[Sequence[int]],
    ) -> None:
        self.numbers = sorted(part, key=lambda index: -len(attacked[index]))
        number = {index: place for place, index in enumerate(self.numbers)}
        self.attackers, self.attacked = (
            [[number[o] for o in edges[index] if o in number] for index in self.numbers]
            for edges in (attackers, attacked)
        )
        self.looks = 0

    def take_in(self, labels: Labels, argument: int) -> bool:
        """Takes an argument in, with all that follows; tells whether that can be held."""
        waiting = [argument]
        while waiting:
            here = waiting.pop()
            if labels[here] == _IN:
                continue
            if labels[here] != _BLANK:
                return False
            labels[here] = _IN
            self.looks += len(self.attacked[here]) + len(self.attackers[here])
            touched = set(self.attackers[here])
            for victim in self.attacked[here]:
                if labels[victim] == _IN:
                    return False
                labels[victim] = _OUT
                touched.update(self.attacked[victim])
            for attacker in self.attackers[here]:
                if labels[attacker] == _IN:
                    return False
                if labels[attacker] != _OUT:
                    labels[attacker] = _MUST_OUT
            if not self._follow(labels, touched, waiting):
                return False
        return True

    def leave(self, labels: Labels, argument: int) -> bool:
        """Leaves an argument undecided; tells whether the rest can be held."""
        labels[argument] = _LEFT
        waiting: list[int] = []
        if not self._follow(labels, set(self.attacked[argument]), waiting):
            return False
        return all(self.take_in(labels, each) for each in waiting if labels[each] != _IN)

    def _follow(self, labels: Labels, touched: set[int], waiting: list[int]) -> bool:
        """Answers what must be answered where one answer is left; finds what has none."""
        for each in touched:
            if labels[each] != _MUST_OUT:
                continue
            self.looks += len(self.attackers[each])
            answers = [o for o in self.attackers[each] if labels[o] in {_BLANK, _IN}]
            if not answers:
                return False
            if len(answers) == 1 and labels[answers[0]] == _BLANK:
                waiting.append(answers[0])
        return True

    def blank(self, labels: Labels) -> int:
        """Returns an argument to decide on, answers before others; -1 where none is left."""
        must = labels.find(_MUST_OUT)
        if must >= 0:
            return next((o for o in self.attackers[must] if labels[o] == _BLANK), -1)
        return labels.find(_BLANK)


def preferred_of(
    part: Sequence[int],
    attackers: Sequence[Sequence[int]],
    attacked: Sequence[Sequence[int]],
    looks: int,
) -> Searched:
    """Returns the preferred extensions of a part that nothing else attacks or is attacked by.

    Args:
        part: Its arguments.
        attackers: What attacks each argument; what is not of the part is out.
        attacked: What each argument attacks.
        looks: How many attacks are looked at, at most.
    """
    search = _Search(part, attackers, attacked)
    found: list[frozenset[int]] = []
    stable = 0
    waiting = [(bytearray(len(part)), True)]
    while waiting and search.looks <= looks and len(found) < _MOST:
        labels, is_sound = waiting.pop()
        if not is_sound:
            continue
        search.looks += 1
        argument = search.blank(labels)
        if argument >= 0:
            left, taken = labels[:], labels
            waiting.append((left, search.leave(left, argument)))
            waiting.append((taken, search.take_in(taken, argument)))
            continue
        if _MUST_OUT in labels:
            continue
        inside = frozenset(place for place, label in enumerate(labels) if label == _IN)
        search.looks += len(found)
        if any(inside <= other for other in found):
            continue
        found.append(inside)
        stable += labels.count(_IN) + labels.count(_OUT) == len(labels)
    complete = not waiting
    numbers = search.numbers
    return Searched(
        frozenset(part),
        tuple(frozenset(numbers[place] for place in each) for each in found),
        stable,
        complete,
        search.looks,
    )
