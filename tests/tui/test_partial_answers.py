"""Where there is too much to try, the screen says how much was tried."""

from functools import partial

import pytest

from debatemap.judge.explain.effects import within_effort
from debatemap.judge.explain.work import work
from debatemap.judge.judgement import Judgement
from tests.strategies import sketch
from tests.tui.driver import opened


@pytest.fixture(autouse=True)
def _no_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("crux", "work"):
        monkeypatch.setattr(
            f"debatemap.judge.explain.{module}.within_effort", partial(within_effort, effort=-1)
        )
    monkeypatch.setattr("debatemap.judge.explain.flips.EFFORT", -1)


async def test_the_crux_screen_tells_what_was_tried() -> None:
    async with opened(sketch("T", a="A + T", b="B + T", c="C + T"), size=(140, 30)) as user:
        await user.press("g", "x")
        await user.until_shown("Fewer claims may do, as 0 of 26 sets")
        assert "Nothing that was tried moves it." in user.text
        assert "The 0 likeliest of 3 claims were tried." in user.text


async def test_the_details_of_a_thesis_tell_how_many_sets_were_tried() -> None:
    async with opened(sketch("T", a="A + T", b="B + T", c="C + T"), size=(96, 40)) as user:
        await user.press("%", "!")
        await user.rest()
        told = "Fewer claims may do, as 0 of 26 sets"
        await user.until(lambda: told in " ".join(user.text.split()), told)


async def test_the_list_of_what_is_left_to_do_tells_what_was_not_tried() -> None:
    debate = sketch("T", p="P + T", c="C - T")
    found = work(Judgement(debate))
    assert (found.considered, found.of) == (0, 2)
    async with opened(debate, size=(140, 30)) as user:
        await user.press("g", "l")
        await user.until_shown("only 0 of 2 claims")
        await user.press("escape", "'")
        assert "only 0 of 2 claims were" in user.said
