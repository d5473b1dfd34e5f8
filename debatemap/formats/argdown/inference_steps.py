"""The steps of premise-conclusion structures: which premises lead to which conclusion."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from debatemap.formats.argdown.argdown_model import Argument, Inference, Member

__all__ = ["Step", "steps_of"]


class Step(NamedTuple):
    """A step to one conclusion.

    Attributes:
        inference: Its inference.
        premises: Its premises, in order.
        conclusion: Its conclusion.
        is_last: Whether its conclusion is that of the whole argument.
        odd_uses: Whether its data names numbers that are no premises.
    """

    inference: Inference
    premises: Sequence[Member]
    conclusion: Member
    is_last: bool
    odd_uses: bool = False


def steps_of(argument: Argument) -> list[Step]:
    """Returns the steps of an argument.

    A step uses the statements whose numbers its data lists under `uses`; without such, those since
    the last conclusion, and that conclusion.
    """
    found: list[Step] = []
    first = 0
    for index, member in enumerate(argument.steps):
        if member.inference is None:
            continue
        uses, is_odd = _uses(member, index)
        premises = [argument.steps[n] for n in uses] if uses else argument.steps[first:index]
        is_last = index == len(argument.steps) - 1
        found.append(Step(member.inference, premises, member, is_last, is_odd))
        first = index
    return found


def _uses(member: Member, index: int) -> tuple[list[int], bool]:
    """Returns the indices that a conclusion is drawn from, and whether others are named."""
    for data in (member.inference.data if member.inference else None, member.data):
        for key in ("uses", "from"):
            listed: Any = data.get(key) if isinstance(data, dict) else None
            if isinstance(listed, list):
                fitting = [n - 1 for n in listed if type(n) is int and 0 < n <= index]
                return list(dict.fromkeys(fitting)), len(fitting) < len(listed)
    return [], False
