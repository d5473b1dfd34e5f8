"""The strengths of a framework by one method, kept up to date as it changes."""

from collections.abc import Collection, Iterable, Mapping
from copy import copy

from debatemap.judge.framework import Framework
from debatemap.judge.methods import Method, energy, quadratic
from debatemap.judge.ordering import arrange, downstream
from debatemap.judge.settling import FULL, Effort, Range, settle

__all__ = ["Evaluation"]

_ANYTHING: Range = (0.0, 1.0)


class Evaluation:
    """Strengths by slot.

    Attributes:
        framework: What is weighed.
        method: How claims are weighed; the relevance of links always by quadratic energy.
        strengths: By slot, 0 to 1. Of a step, what it contributes. Where a ring does not
            settle, the middle of its range.
        ranges: The range of each slot that does not settle, or that such a one bears on.
        held: Strengths that are given, whatever bears on the slot.
    """

    def __init__(
        self,
        framework: Framework,
        method: Method,
        held: Mapping[int, float] | None = None,
        effort: Effort = FULL,
    ) -> None:
        self.framework = framework
        self.method = method
        self.held: dict[int, float] = dict(held or {})
        self.strengths: list[float] = []
        self.ranges: dict[int, Range] = {}
        self._effort = effort
        self.evaluate()

    def fork(self) -> "Evaluation":
        """Returns another evaluation of the same framework, which goes its own way from here."""
        other = copy(self)
        other.strengths, other.ranges = self.strengths.copy(), self.ranges.copy()
        return other

    def evaluate(self) -> None:
        """Weighs everything anew."""
        self.strengths = self.framework.base.copy()
        self.ranges = {}
        self._weigh(range(len(self.framework)))

    def update(self, slots: Iterable[int]) -> dict[int, float]:
        """Weighs slots again whose base or whose arguments have changed, and what they bear on.

        Returns:
            What was weighed and has changed: the strength before, by slot. Of a new slot it
            is its base.
        """
        framework, strengths = self.framework, self.strengths
        strengths += framework.base[len(strengths) :]
        affected = downstream(slots, framework.onto, self.held.keys())
        before = {slot: strengths[slot] for slot in affected}
        for slot in affected & self.ranges.keys():
            del self.ranges[slot]
        self._weigh(affected)
        return {slot: value for slot, value in before.items() if strengths[slot] != value}

    def hold(self, held: Mapping[int, float]) -> dict[int, float]:
        """Gives some slots these strengths, and weighs all others; returns what has changed."""
        touched = held.keys() | self.held.keys()
        self.held = dict(held)
        return self.update(touched)

    def reckon(self, slot: int) -> float:
        """Returns a slot's strength by the strengths of what bears on it."""
        framework, strengths = self.framework, self.strengths
        return self._reckon_by(
            slot,
            [strengths[other] for other in framework.pros[slot]],
            [strengths[other] for other in framework.cons[slot]],
        )

    def _reckon_by(self, slot: int, supporters: list[float], attackers: list[float]) -> float:
        framework, method = self.framework, self.method
        if slot in framework.steps:
            return supporters[0] * min(supporters[1:])
        if slot in framework.relevances:
            return quadratic(framework.base[slot], energy(supporters, attackers))
        return method.influence(framework.base[slot], method.aggregate(supporters, attackers))

    def _weigh(self, slots: Collection[int]) -> None:
        """Weighs slots, with all that they bear on."""
        framework, held = self.framework, self.held
        order = arrange(slots, framework.onto, held.keys())
        for slot in held.keys() & slots if len(held) < len(slots) else held:
            self.strengths[slot] = held[slot]
        self._weigh_in_order([slot for slot in order.first if slot not in held])
        for knot in order.then:
            if len(knot) == 1 and knot[0] not in framework.onto[knot[0]]:
                self._weigh_in_order(knot)
            else:
                self._weigh_together(knot)

    def _weigh_in_order(self, slots: Iterable[int]) -> None:
        """Weighs slots whose arguments all are weighed."""
        if self.ranges:
            for slot in slots:
                self.strengths[slot] = self.reckon(slot)
                self._widen(slot)
        elif self.method.aggregate is energy:
            self._sweep_by_energy(slots)
        else:
            for slot in slots:
                self.strengths[slot] = self.reckon(slot)

    def _sweep_by_energy(self, slots: Iterable[int]) -> None:
        framework, strengths, influence = self.framework, self.strengths, self.method.influence
        base, pros, cons = framework.base, framework.pros, framework.cons
        steps, relevances = framework.steps, framework.relevances
        for slot in slots:
            if slot in steps or slot in relevances:
                strengths[slot] = self.reckon(slot)
                continue
            total = 0.0
            for other in pros[slot]:
                total += strengths[other]
            for other in cons[slot]:
                total -= strengths[other]
            strengths[slot] = influence(base[slot], total)

    def _weigh_together(self, knot: list[int]) -> None:
        """Weighs a ring; one that hangs on what does not settle could be anywhere."""
        framework, ring = self.framework, set(knot)
        unsure = any(
            other in self.ranges and other not in ring
            for slot in knot
            for other in (*framework.pros[slot], *framework.cons[slot])
        )
        for slot in knot:
            self.strengths[slot] = framework.base[slot]
        start = [
            self.reckon(slot) if slot in framework.steps else framework.base[slot] for slot in knot
        ]
        ranges = settle(knot, self.reckon, self.strengths, start, self._effort)
        if unsure:
            ranges = [_ANYTHING] * len(knot)
        if ranges is not None:
            self.ranges.update(zip(knot, ranges, strict=True))

    def _widen(self, slot: int) -> None:
        """Gives a slot a range where what bears on it has one.

        Every influence rises with its supporters and falls with its attackers, so the ends of
        their ranges make the ends of its own. What is both at once is taken for two.
        """
        framework, ranges = self.framework, self.ranges
        pros, cons = framework.pros[slot], framework.cons[slot]
        if ranges.keys().isdisjoint((*pros, *cons)):
            return
        low, high = (
            self._reckon_by(slot, self._ends(pros, end), self._ends(cons, 1 - end))
            for end in (0, 1)
        )
        ranges[slot] = low, high

    def _ends(self, slots: Iterable[int], end: int) -> list[float]:
        """Returns the lowest or the highest strength that each slot could have."""
        strengths, ranges = self.strengths, self.ranges
        return [ranges[slot][end] if slot in ranges else strengths[slot] for slot in slots]
