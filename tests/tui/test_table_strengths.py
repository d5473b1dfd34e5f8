"""The strengths that the table sorts by are those that rows show."""

import pytest

from debatemap.config import Config
from tests.tui.driver import opened
from tests.tui.test_rating import rated


@pytest.mark.parametrize("keys", [(), ("%", "p", "up", "enter"), ("%", "%"), ("j", "w", "w")])
async def test_a_number_is_the_strength_of_the_standing(keys: tuple[str, ...]) -> None:
    async with opened(rated(), settings=Config(name="ann"), size=(120, 24)) as user:
        await user.press(*keys)
        await user.rest()
        judging = user.map.judging
        for claim in user.debate.claims:
            standing = judging.standing(claim) if judging.is_shown else None
            number = standing.strength if standing is not None else None
            assert judging.number(claim) == number


async def test_the_head_says_that_points_apart_are_no_strengths() -> None:
    async with opened(rated(), settings=Config(name="ann"), size=(120, 24)) as user:
        await user.press("%", "t")
        await user.until_shown("strength")
        await user.press("%", "p", *"spread", "enter")
        await user.until_shown("apart")
        assert "strength" not in next(line for line in user.lines if "stance" in line)
