"""The lowest and the highest strength that what people might hold leaves room for.

Every method rises with the base, with what supports and never with what attacks, so that the ends
of what bears on an argument make its own: exactly in a tree, in which nothing is met by two ways.
What supports and attacks by two ways at once is taken at both its ends, and a cycle begins with
anything from 0 to 1 and draws together round after round; there the bounds hold, and may be wide.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from debatemap.judge.aggregates import energy
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.held_opinions import STEP, UNRATED
from debatemap.judge.settling import Range
from debatemap.judge.upstream import Stage
from debatemap.judge.weigher import weighed

__all__ = ["bounds"]

_ANYTHING: Final[Range] = (0.0, 1.0)
_BETWEEN: Final = 64
"""Arguments between two pauses."""
_ROUNDS: Final = 60
_LOOKS: Final = 1_000_000
"""Contributions that are looked at for one cycle; a dense one takes fewer rounds."""
_AT_REST: Final = 1e-6


def bounds(
    evaluation: Evaluation,
    arranged: Iterable[Stage],
    held: Mapping[int, Range],
    pause: Callable[[], None] = lambda: None,
) -> dict[int, Range]:
    """Returns the lowest and the highest strength of each argument, 0 to 1.

    Args:
        evaluation: Whose method and whose assumptions count.
        arranged: What to weigh, each after what bears on it.
        held: What might be held of arguments; of others, it is what nobody has rated.
        pause: Is called often, between two arguments.
    """
    found: dict[int, Range] = {}
    for indices, is_cycle in arranged:
        pause()
        if is_cycle:
            _draw_together(evaluation, indices, held, found)
        else:
            _follow(evaluation, indices, held, found, pause)
    return found


def _follow(
    evaluation: Evaluation,
    indices: Iterable[int],
    held: Mapping[int, Range],
    found: dict[int, Range],
    pause: Callable[[], None],
) -> None:
    """Puts bounds in place for arguments, each after all that bears on it."""
    framework, fixed, influence = (
        evaluation.framework,
        evaluation.fixed,
        evaluation.method.influence,
    )
    all_pros, all_cons = framework.pros, framework.cons
    steps = framework.steps
    special = steps | framework.relevances | fixed.keys()
    is_plain = evaluation.method.aggregate is energy
    count_least, count_most = STEP  # As `_brought` has it.
    for number, index in enumerate(indices):
        if not number % _BETWEEN:
            pause()
        if not is_plain or index in special:
            found[index] = _ends(evaluation, index, held, found)
            continue
        low, high = held.get(index, UNRATED)
        pros, cons = all_pros[index], all_cons[index]
        if pros or cons:
            least = most = 0.0
            for other in pros:
                lower, upper = found[other]
                if other not in steps:
                    lower, upper = lower * count_least, upper * count_most
                least += lower
                most += upper
            for other in cons:
                lower, upper = found[other]
                if other not in steps:
                    lower, upper = lower * count_least, upper * count_most
                least -= upper
                most -= lower
            low, high = influence(low, least), influence(high, most)
        found[index] = low, high


def _ends(
    evaluation: Evaluation, index: int, held: Mapping[int, Range], found: Mapping[int, Range]
) -> Range:
    fixed = evaluation.fixed.get(index)
    if fixed is not None:
        return fixed, fixed
    framework = evaluation.framework
    bases = held.get(index, UNRATED)
    pros, cons = framework.pros[index], framework.cons[index]
    if not pros and not cons and index not in framework.steps:
        return bases
    steps = framework.steps
    ends = {
        other: _brought(found[other], is_plain=index not in steps and other not in steps)
        for other in (*pros, *cons)
    }
    low, high = (
        weighed(
            evaluation,
            index,
            bases[end],
            [ends[other][end] for other in pros],
            [ends[other][1 - end] for other in cons],
        )
        for end in (0, 1)
    )
    return low, high


def _brought(ends: Range, *, is_plain: bool) -> Range:
    """Returns what is brought: of a plain step, nobody has said how far it counts."""
    return (ends[0] * STEP[0], ends[1] * STEP[1]) if is_plain else ends


def _draw_together(
    evaluation: Evaluation,
    cycle: Sequence[int],
    held: Mapping[int, Range],
    found: dict[int, Range],
) -> None:
    """Puts bounds in place that hold wherever a cycle comes to rest, after any number of rounds."""
    framework = evaluation.framework
    found.update(dict.fromkeys(cycle, _ANYTHING))
    looks = sum(len(framework.pros[index]) + len(framework.cons[index]) for index in cycle)
    for _ in range(max(2, min(_ROUNDS, _LOOKS // (looks + 1)))):
        moved = 0.0
        for index in cycle:
            before = found[index]
            low, high = _ends(evaluation, index, held, found)
            found[index] = max(before[0], low), min(before[1], high)
            moved = max(moved, found[index][0] - before[0], before[1] - found[index][1])
        if moved <= _AT_REST:
            return
