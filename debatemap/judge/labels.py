"""The second lens: what is in, what is out, and what is undecided.

Grounded labels (Dung 1995) over the attacks alone: a claim stands if all that attacks it is
defeated, and is defeated if something that attacks it stands; what neither says is in a loop.
A step attacks its target if it stands itself and so do all its premises. Labels show what
nobody has answered; they are never the verdict, since one unanswered con defeats whatever it
is linked to.
"""

from collections.abc import Collection, Iterable, Mapping
from copy import copy
from enum import Enum

from debatemap.judge.framework import Framework
from debatemap.judge.ordering import downstream

__all__ = ["Label", "Labelling"]


class Label(Enum):
    """What becomes of a claim or a link when only attacks count."""

    STANDS = "in"
    DEFEATED = "out"
    IN_A_LOOP = "undecided"

    @property
    def term(self) -> str:
        """The name of the label in the field: in, out or undecided."""
        return self.value


class Labelling:
    """Labels by index, kept up to date as the framework changes.

    Attributes:
        framework: What is labelled.
        fixed: Arguments whose label is given: True for those that stand.
    """

    def __init__(self, framework: Framework, fixed: Mapping[int, bool] | None = None) -> None:
        self.framework = framework
        self.fixed: dict[int, bool] = dict(fixed or {})
        self._labels: list[Label] = []
        if self.fixed:
            self.update(range(len(framework)))
        else:
            self._label_all()

    def __getitem__(self, index: int) -> Label:
        return self._labels[index]

    def fork(self) -> "Labelling":
        """Returns another labelling of the same framework, which goes its own way from here."""
        other = copy(self)
        other._labels = self._labels.copy()  # noqa: SLF001  (of the same class)
        return other

    def fix(self, fixed: Mapping[int, bool]) -> None:
        """Gives some arguments their labels, and labels what they bear on anew."""
        touched = fixed.keys() | self.fixed.keys()
        self.fixed = dict(fixed)
        self.update(touched)

    def update(self, indices: Iterable[int]) -> None:
        """Labels arguments anew whose attackers have changed, and all that they bear on."""
        framework = self.framework
        self._labels += [Label.IN_A_LOOP] * (len(framework) - len(self._labels))
        self._label(downstream(indices, framework.targets, self.fixed.keys()))

    def _label_all(self) -> None:
        """Labels everything, most of it in the order in which it can be weighed."""
        framework = self.framework
        order, steps, pros, cons = (
            framework.order(),
            framework.steps,
            framework.pros,
            framework.cons,
        )
        self._labels = labels = [Label.STANDS] * len(framework)
        for index in order.first:
            if index in steps:
                if any(labels[part] is Label.DEFEATED for part in pros[index]):
                    labels[index] = Label.DEFEATED
            elif any(labels[attacker] is Label.STANDS for attacker in cons[index]):
                labels[index] = Label.DEFEATED
        self._label([index for component in order.then for index in component])

    def _label(self, indices: Collection[int]) -> None:
        """Labels arguments, with all that they bear on; each edge is looked at twice at most.

        A claim waits for its attackers to be defeated, and is so itself by one that stands. A
        step waits for its parts to stand, and falls with one that does not.
        """
        steps, labels = self.framework.steps, self._labels
        for index in indices:
            labels[index] = Label.IN_A_LOOP
        waiting, heard_by, ready = self._begin(indices)
        while ready:
            settled = ready.pop()
            stands = labels[settled] is Label.STANDS
            for above in heard_by.get(settled, ()):
                if labels[above] is not Label.IN_A_LOOP:
                    continue
                if stands is (above in steps):
                    waiting[above] -= 1
                    if waiting[above]:
                        continue
                    labels[above] = Label.STANDS
                else:
                    labels[above] = Label.DEFEATED
                ready.append(above)

    def _begin(
        self, indices: Collection[int]
    ) -> tuple[dict[int, int], dict[int, list[int]], list[int]]:
        """Returns what each argument waits for, who hears of each, and what is labelled already."""
        framework, labels, fixed = self.framework, self._labels, self.fixed
        waiting: dict[int, int] = {}
        heard_by: dict[int, list[int]] = {}
        ready: list[int] = []
        for index in indices:
            parts = framework.pros[index] if index in framework.steps else framework.cons[index]
            waiting[index] = len(parts)
            for part in parts:
                heard_by.setdefault(part, []).append(index)
            if index in fixed:
                labels[index] = Label.STANDS if fixed[index] else Label.DEFEATED
            elif not parts:
                labels[index] = Label.STANDS
            if labels[index] is not Label.IN_A_LOOP:
                ready.append(index)
        loop = Label.IN_A_LOOP
        ready += [p for p in heard_by if p not in waiting and labels[p] is not loop]
        return waiting, heard_by, ready
