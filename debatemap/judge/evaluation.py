"""The strengths of a framework by one method, kept up to date as it changes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from typing import Final

from debatemap.judge.aggregates import energy
from debatemap.judge.framework import Framework
from debatemap.judge.methods import Method, quadratic
from debatemap.judge.ordering import arrange, downstream
from debatemap.judge.settling import FULL, Effort, Range, settle

__all__ = ["Evaluation"]

_ANYTHING: Range = (0.0, 1.0)
_MANY: Final = 32
"""So many arguments more take as long to weigh as another claim."""


class Evaluation:
    """Strengths by index.

    Attributes:
        framework: What is weighed.
        method: How claims are weighed; the relevance of links always by quadratic energy.
        strengths: By index, 0 to 1. Of a step, what it contributes. Where a cycle does not
            settle, the middle of its range.
        ranges: The range of each argument that does not settle, or that such a one bears on.
        fixed: Strengths that are given, whatever bears on the argument.
    """

    def __init__(
        self,
        framework: Framework,
        method: Method,
        fixed: Mapping[int, float] | None = None,
        effort: Effort = FULL,
    ) -> None:
        self.framework = framework
        self.method = method
        self.fixed: dict[int, float] = dict(fixed or {})
        self.strengths: list[float] = []
        self.ranges: dict[int, Range] = {}
        self._effort = effort
        self.evaluate_all()

    def fork(self) -> "Evaluation":
        """Returns another evaluation of the same framework, which goes its own way from here."""
        other = copy(self)
        other.strengths, other.ranges = self.strengths.copy(), self.ranges.copy()
        return other

    def evaluate_all(self) -> None:
        """Weighs everything anew."""
        self.strengths = self.framework.base_scores.copy()
        self.ranges = {}
        self._weigh(range(len(self.framework)))

    def update(self, indices: Iterable[int]) -> dict[int, float]:
        """Weighs arguments again whose base or whose arguments have changed, and what they bear on.

        Returns:
            What was weighed and has changed: the strength before, by index. Of a new argument it
            is its base.
        """
        framework, strengths = self.framework, self.strengths
        strengths += framework.base_scores[len(strengths) :]
        affected = downstream(indices, framework.targets, self.fixed.keys())
        before = {index: strengths[index] for index in affected}
        for index in affected & self.ranges.keys():
            del self.ranges[index]
        self._weigh(affected)
        return {index: value for index, value in before.items() if strengths[index] != value}

    def fix(self, fixed: Mapping[int, float]) -> dict[int, float]:
        """Gives some arguments these strengths, and weighs all others; returns what has changed."""
        touched = fixed.keys() | self.fixed.keys()
        self.fixed = dict(fixed)
        return self.update(touched)

    def evaluate(self, index: int) -> float:
        """Returns an argument's strength by the strengths of what bears on it."""
        framework, strengths = self.framework, self.strengths
        return self._evaluate_by(
            index,
            [strengths[other] for other in framework.pros[index]],
            [strengths[other] for other in framework.cons[index]],
        )

    def _evaluate_by(self, index: int, supporters: list[float], attackers: list[float]) -> float:
        framework, method = self.framework, self.method
        if index in framework.steps:
            return supporters[0] * min(supporters[1:])
        if index in framework.relevances:
            return quadratic(framework.base_scores[index], energy(supporters, attackers))
        return method.influence(
            framework.base_scores[index], method.aggregate(supporters, attackers)
        )

    def _weigh(self, indices: Collection[int]) -> None:
        """Weighs arguments, with all that they bear on."""
        framework, fixed = self.framework, self.fixed
        if fixed or len(indices) < len(framework):
            order = arrange(indices, framework.targets, fixed.keys())
        else:
            order = framework.order()
        for index in fixed.keys() & indices if len(fixed) < len(indices) else fixed:
            self.strengths[index] = fixed[index]
        self._weigh_in_order([index for index in order.first if index not in fixed])
        for component in order.then:
            if len(component) == 1 and component[0] not in framework.targets[component[0]]:
                self._weigh_in_order(component)
            else:
                self._weigh_together(component)

    def _weigh_in_order(self, indices: Iterable[int]) -> None:
        """Weighs arguments whose arguments all are weighed."""
        if self.ranges:
            for index in indices:
                self.strengths[index] = self.evaluate(index)
                self._widen(index)
        elif self.method.aggregate is energy:
            self._sweep_by_energy(indices)
        else:
            self._sweep(indices)

    def _sweep(self, indices: Iterable[int]) -> None:
        framework, strengths, evaluate = self.framework, self.strengths, self.evaluate
        base, pros, cons = framework.base_scores, framework.pros, framework.cons
        special = framework.steps | framework.relevances
        influence, nothing = self.method.influence, self.method.aggregate((), ())
        for index in indices:
            if pros[index] or cons[index] or index in special:
                strengths[index] = evaluate(index)
            else:
                strengths[index] = influence(base[index], nothing)

    def _sweep_by_energy(self, indices: Iterable[int]) -> None:
        framework, strengths, influence = self.framework, self.strengths, self.method.influence
        base, pros, cons = framework.base_scores, framework.pros, framework.cons
        steps, relevances = framework.steps, framework.relevances
        is_quadratic = influence is quadratic
        for index in indices:
            before, against = pros[index], cons[index]
            if is_quadratic and not before and not against:
                # As `quadratic` has it of an energy of 0.
                strengths[index] = base[index]
                continue
            if index in steps or index in relevances:
                strengths[index] = self.evaluate(index)
                continue
            total = 0.0
            for other in before:
                total += strengths[other]
            for other in against:
                total -= strengths[other]
            strengths[index] = influence(base[index], total)

    def _weigh_together(self, component: list[int]) -> None:
        """Weighs a cycle; one that hangs on what does not settle could be anywhere."""
        framework, cycle = self.framework, set(component)
        unsure = any(
            other in self.ranges and other not in cycle
            for index in component
            for other in (*framework.pros[index], *framework.cons[index])
        )
        for index in component:
            self.strengths[index] = framework.base_scores[index]
        start = [
            self.evaluate(index) if index in framework.steps else framework.base_scores[index]
            for index in component
        ]
        ranges = settle(
            component, self.evaluate, self.strengths, start, self._effort, self._cost(component)
        )
        if unsure:
            ranges = [_ANYTHING] * len(component)
        if ranges is not None:
            self.ranges.update(zip(component, ranges, strict=True))

    def _cost(self, component: Sequence[int]) -> int:
        """Returns for how many strengths one of a cycle counts, by the arguments that it has."""
        framework = self.framework
        looks = sum(len(framework.pros[index]) + len(framework.cons[index]) for index in component)
        return 1 + looks // (_MANY * len(component))

    def _widen(self, index: int) -> None:
        """Gives an argument a range where what bears on it has one.

        Every influence rises with its supporters and falls with its attackers, so the ends of
        their ranges make the ends of its own. What is both at once is taken for two.
        """
        framework, ranges = self.framework, self.ranges
        pros, cons = framework.pros[index], framework.cons[index]
        if ranges.keys().isdisjoint((*pros, *cons)):
            return
        low, high = (
            self._evaluate_by(index, self._ends(pros, end), self._ends(cons, 1 - end))
            for end in (0, 1)
        )
        ranges[index] = low, high

    def _ends(self, indices: Iterable[int], end: int) -> list[float]:
        """Returns the lowest or the highest strength that each argument could have."""
        strengths, ranges = self.strengths, self.ranges
        return [ranges[index][end] if index in ranges else strengths[index] for index in indices]
