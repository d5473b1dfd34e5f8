"""What bears on one thesis, made for asking "what if" of it over and over.

do(v = c) clamps the strength of v to c and weighs what lies downstream. Only that part of a
framework is kept here that bears on the thesis, numbered so that each slot comes after what
bears on it. A walk then goes from v to the thesis, weighs each slot once, stops where nothing
changes, and is taken back by what it noted.
"""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import Final

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.evaluator import reckoner
from debatemap.judge.judgement import Judgement
from debatemap.judge.ordering import arrange
from debatemap.judge.trial import Trial
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["Bearing", "bearing_on"]

_NONE: Final = -1
_MANY: Final = 32
"""So many arguments more take as long to weigh as another claim."""


class Bearing:
    """The slots that bear on a thesis, and the thesis, by numbers.

    Attributes:
        evaluation: What it is taken from, which must stay as it is while this is in use.
        slots: The slot of each number.
        thesis: The number of the thesis.
        verdict: The verdict on it as it is.
        strengths: By number, 0 to 1.
        pros: The numbers that support each one. Of a step: its relevance, then its premises.
        cons: The numbers that attack each one.
        onto: The numbers that each one bears on, none twice.
        rings: Numbers that bear on each other, those rings first that others come after.
        knotted: The numbers from which a ring lies on the way to the thesis; all of them where
            something does not settle. What one of them does is settled anew each time.
        candidates: The numbers of the claims that can be doubted or granted, by id: all but
            the thesis and those of which something is assumed already.
        walked: How many strengths have been reckoned on walks; one of very many arguments
            counts for several.
    """

    def __init__(self, evaluation: Evaluation, thesis: int) -> None:
        framework, held = evaluation.framework, evaluation.held
        upstream = _upstream(evaluation, thesis)
        order = arrange(upstream, framework.onto, held.keys())
        self.evaluation = evaluation
        self.slots = [*order.first, *(slot for knot in order.then for slot in knot)]
        number = {slot: place for place, slot in enumerate(self.slots)}
        self.thesis = number[thesis]
        self.strengths = [evaluation.strengths[slot] for slot in self.slots]
        self.verdict = verdict_of(evaluation.strengths[thesis], evaluation.ranges.get(thesis))
        self.pros, self.cons = (
            [[] if slot in held else [number[o] for o in wires[slot]] for slot in self.slots]
            for wires in (framework.pros, framework.cons)
        )
        self.onto = [
            list(
                dict.fromkeys(
                    number[o] for o in framework.onto[slot] if o in upstream and o not in held
                )
            )
            for slot in self.slots
        ]
        self.rings = [
            [number[slot] for slot in knot]
            for knot in order.then
            if len(knot) > 1 or knot[0] in framework.onto[knot[0]]
        ]
        self.knotted = self._knotted()
        others = sorted(upstream - {thesis} - held.keys() - framework.relevances)
        self.candidates = {name: number[slot] for name, slot in framework.of(others)}
        self.walked = 0
        sizes = (len(pros) + len(cons) for pros, cons in zip(self.pros, self.cons, strict=True))
        self._costs = [1 + size // _MANY for size in sizes]
        self._reckon = reckoner(evaluation, self.slots, self.strengths, self.pros, self.cons)
        self._trial: Trial | None = None

    def __len__(self) -> int:
        return len(self.slots)

    @property
    def effort(self) -> int:
        """How many strengths have been reckoned so far, within rings and without."""
        return self.walked + (self._trial.reckoned if self._trial is not None else 0)

    def verdict_if(self, clamped: Mapping[int, float]) -> Verdict:
        """Returns the verdict on the thesis under do(…).

        Args:
            clamped: Strengths, 0 to 1, by the number of a candidate.
        """
        if self.knotted.isdisjoint(clamped):
            return verdict_of(self._walk(clamped))
        if self._trial is None:
            self._trial = Trial(self.evaluation)
        given = {self.slots[number]: value for number, value in clamped.items()}
        return self._trial.verdict_if(self.slots[self.thesis], given)

    def _walk(self, clamped: Mapping[int, float]) -> float:
        """Goes from what is clamped to the thesis; returns its strength and undoes all."""
        strengths, onto, reckon = self.strengths, self.onto, self._reckon
        costs = self._costs
        before = {number: strengths[number] for number in clamped}
        waiting: list[int] = []
        walked = 0
        for number, value in clamped.items():
            if strengths[number] != value:
                strengths[number] = value
                waiting += onto[number]
        heapify(waiting)
        here = _NONE
        while waiting:
            number = heappop(waiting)
            if number == here or number in clamped:
                continue
            here = number
            walked += costs[here]
            value = reckon(here)
            if value != strengths[here]:
                before[here] = strengths[here]
                strengths[here] = value
                for above in onto[here]:
                    heappush(waiting, above)
        self.walked += walked
        found = strengths[self.thesis]
        for number, value in before.items():
            strengths[number] = value
        return found

    def _knotted(self) -> frozenset[int]:
        if not self.evaluation.ranges.keys().isdisjoint(self.slots):
            return frozenset(range(len(self)))
        knotted = {number for ring in self.rings for number in ring}
        for number in reversed(range(len(self)) if knotted else ()):
            if not knotted.isdisjoint(self.onto[number]):
                knotted.add(number)
        return frozenset(knotted)


def bearing_on(judgement: Judgement, thesis: str) -> Bearing:
    """Returns what bears on a claim, by the method and the assumptions of a judgement.

    Raises:
        KeyError: There is no such claim.
    """
    if thesis not in judgement.debate.claims:
        raise KeyError(thesis)
    slot = judgement.framework.slot(thesis)
    assert slot is not None  # noqa: S101  (every claim has one)
    return Bearing(judgement.evaluation(), slot)


def _upstream(evaluation: Evaluation, thesis: int) -> set[int]:
    """Returns the slots that bear on a thesis, and itself; nothing bears on what is held."""
    framework, held = evaluation.framework, evaluation.held
    found, waiting = {thesis}, [thesis]
    while waiting:
        slot = waiting.pop()
        if slot in held:
            continue
        for wires in (framework.pros, framework.cons):
            for other in wires[slot]:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
    return found
