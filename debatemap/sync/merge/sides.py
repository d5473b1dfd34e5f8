"""Whose the values of a conflict are: ours come first in all conflicts of one merge."""

from collections.abc import Sequence
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt
from debatemap.formats.native.records import number
from debatemap.sync.merge.conflict import ABSENT, Conflict, Side, canonical
from debatemap.sync.merge.current_values import standing

__all__ = ["NOBODY", "People", "name_side", "options", "whose", "with_sides"]

People = tuple[Side, Side]
"""Who made our side, and who made theirs."""

NOBODY: Final[People] = (Side(), Side())
"""Two sides of which nothing is known but which is ours."""

_OURS: Final = ("ours", "theirs")
_NAME: Final = 48
"""Cells of a name."""


def with_sides(conflict: Conflict, debates: Sequence[Debate], people: People) -> Conflict:
    """Returns a conflict that says which of its values is whose."""
    places = [_place(conflict, debate) for debate in debates]
    sides = (person._replace(place=place) for person, place in zip(people, places, strict=True))
    return conflict._replace(sides=tuple(sides))


def options(conflict: Conflict) -> list[Any]:
    """Returns the values that can be chosen: ours, theirs, others, both joined; ABSENT for none.

    Examples:
        >>> conflict = Conflict(("claims", "a", "text"), "A.", ("B.", "C."), joined="B. C.",
        ...     sides=(Side("Ann", place=1), Side("Bo", place=0)))
        >>> options(conflict)
        ['C.', 'B.', 'B. C.']
    """
    own = [
        ABSENT if side.place is None else conflict.values[side.place]
        for side in conflict.sides[:2]
        if conflict.deleted or side.place is not None
    ]
    joined = [] if conflict.joined is ABSENT else [conflict.joined]
    deleted = [ABSENT] if conflict.deleted else []
    found = {canonical(value): value for value in (*own, *conflict.values, *joined, *deleted)}
    return list(found.values())


def whose(conflict: Conflict, value: Any) -> list[int]:  # noqa: ANN401  (any JSON, or ABSENT)
    """Returns which sides a value is of: 0 for ours, 1 for theirs; both, one, or nobody's."""
    return [
        number
        for number, side in enumerate(conflict.sides[:2])
        if (
            value is ABSENT
            if side.place is None
            else canonical(conflict.values[side.place]) == canonical(value)
        )
    ]


def name_side(conflict: Conflict, number: int) -> SafeText:
    """Returns who a side is: ours or theirs, the name and the date as far as they are known.

    Examples:
        >>> name_side(Conflict((), sides=(Side("Ann", "2026-01-03"), Side())), 0)
        'ours: Ann, 2026-01-03'
    """
    side = conflict.sides[number]
    known = ", ".join(filter(None, (excerpt(side.name, _NAME), excerpt(side.date, _NAME))))
    return SafeText(f"{_OURS[number]}: {known}" if known else _OURS[number])


def _place(conflict: Conflict, debate: Debate) -> int | None:
    """Returns the place of what a side holds among a conflict's values, or None."""
    current = standing(debate, conflict)
    if current is ABSENT:
        return None
    if conflict.path[:1] == ("stances",) and isinstance(current, int | float):
        current = number(current)
    found = canonical(current)
    known = (n for n, value in enumerate(conflict.values) if canonical(value) == found)
    # What a side kept may have lost premises since; it is its value all the same.
    alone = 0 if conflict.is_of_a_record and len(conflict.values) == 1 else None
    return next(known, alone)
