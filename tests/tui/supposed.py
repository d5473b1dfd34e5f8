"""Looks at a what-if on the screen."""

from collections.abc import Callable

import pytest

from debatemap.judge.judgement import Assumptions, Judgement
from tests.tui.driver import Driver

__all__ = ["assert_judged_as_assumed", "column", "until"]


def column(user: Driver, words: str) -> str:
    """Returns what stands at the right of the row that begins with some words."""
    width = user.map.view.size.width - 1
    line = next(line[:width] for line in user.lines[2:] if words in line[:width])
    return line.split(words)[1].strip(" §¶×⊣23")


async def until(user: Driver, holds: Callable[[], bool]) -> None:
    """Waits for what a thread does."""
    await user.until(holds)
    await user.press()


async def assert_judged_as_assumed(user: Driver, assumed: Assumptions) -> None:
    """Holds what is shown to a judgement from scratch, with what is assumed and without.

    It waits for the judgement, which a thread makes.
    """
    judging = user.map.judging
    assert judging.assumed == assumed
    await user.until(
        lambda: judging.judgement is not None and judging.judgement.assumed == assumed,
        "the judgement",
    )
    supposed, bare = Judgement(user.debate, assumed=assumed), Judgement(user.debate)
    for claim in user.debate.claims:
        standing = judging.standing(claim)
        assert standing is not None
        assert standing.strength == pytest.approx(supposed.strength(claim)), claim
        if assumed:
            assert standing.before == pytest.approx(bare.strength(claim)), claim
