"""How far a run looks: at some of the cases that are alike, or, in a long one, at all of them.

`--hypothesis-profile long` makes a run long.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from hypothesis import settings

__all__ = ["is_long", "share", "some"]

Case = TypeVar("Case")


def is_long() -> bool:
    """Tells whether this run looks at everything."""
    return settings.get_current_profile_name() == "long"


def some(cases: Iterable[Case], *few: Case) -> list[Case]:
    """Returns the few that stand for all, or all cases in a long run."""
    of_all = list(cases)
    assert all(case in of_all for case in few), "a case that stands for others is not among them"
    return of_all if is_long() else list(few)


def share(cases: Sequence[Case], number: int, of: int = 3) -> list[Case]:
    """Returns one case of some in a row, from another one for each number, or all in a long run.

    What is gone through with the numbers from 0 on meets all cases together.
    """
    return [*cases] if is_long() else [*cases[number % min(of, len(cases)) :: of]]
