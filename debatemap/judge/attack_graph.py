"""What attacks what, as one graph of arguments that knows neither steps nor joint premises.

A step stands if its link and all its premises do. So each part has a stand-in that it attacks, and
the stand-ins attack the step: the step is in exactly where all parts are in, out where one is out,
and undecided else, under each semantics that complete labellings make.
"""

from typing import NamedTuple

from debatemap.judge.framework import Framework

__all__ = ["AttackGraph", "attack_graph"]


class AttackGraph(NamedTuple):
    """Arguments and attacks between them.

    Attributes:
        attackers: Of each argument, those that attack it, none twice. The indices are those of the
            framework; the stand-ins come after them.
    """

    attackers: list[list[int]]

    @property
    def attacked(self) -> list[list[int]]:
        """Of each argument, those that it attacks."""
        found: list[list[int]] = [[] for _ in self.attackers]
        for index, attackers in enumerate(self.attackers):
            for attacker in attackers:
                found[attacker].append(index)
        return found


def attack_graph(framework: Framework) -> AttackGraph:
    """Returns the attacks of a framework; what only supports attacks nothing."""
    steps = framework.steps
    attackers = [list(dict.fromkeys(cons)) for cons in framework.cons]
    stand_ins: dict[int, int] = {}
    for step in sorted(steps):
        for part in framework.pros[step]:
            if part not in stand_ins:
                stand_ins[part] = len(attackers)
                attackers.append([part])
        attackers[step] = [stand_ins[part] for part in dict.fromkeys(framework.pros[step])]
    return AttackGraph(attackers)
