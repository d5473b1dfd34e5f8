"""While claims are rated one by one, a key goes on to the next thesis."""

from debatemap.config import Config
from debatemap.tui.features.rating.guided_screen import PassScreen
from debatemap.tui.features.rating.summary_screen import SummaryScreen
from tests.strategies import sketch
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

ANN = Config(name="ann")


async def rating(user: Driver) -> PassScreen:
    await user.press("R")
    await user.until(lambda: isinstance(user.screen, PassScreen), "the ratings")
    assert isinstance(user.screen, PassScreen)
    await user.until_shown("1 of")
    return user.screen


async def test_the_key_leaves_a_thesis_half_rated_and_goes_round() -> None:
    async with opened(rain(), settings=ANN, size=(120, 30)) as user:
        screen = await rating(user)
        assert screen.top == "rain"
        assert "R next thesis" in user.text
        await user.press("7", "enter", "R")
        await user.until(lambda: screen.top == "sun", "the next thesis")
        assert "Next: “Sun is good.”" in user.text
        await user.press("R")
        await user.until(lambda: screen.top == "rain", "the first thesis again")
        assert user.debate.stances == {"ann": {"rain": 70}}, "what was rated stays"
        await user.press("R", "4", "enter")
        assert user.debate.stances["ann"]["sun"] == 40
        await user.press("escape")
        await user.until(lambda: isinstance(user.screen, SummaryScreen), "the summary")
        await user.press("escape")
        assert user.words == "Sun is good."


async def test_where_no_other_thesis_has_anything_unrated_it_says_so_and_stays() -> None:
    async with opened(sketch("T", p="P + T"), settings=ANN, size=(100, 30)) as user:
        screen = await rating(user)
        assert "next thesis" not in user.text
        await user.press("R")
        await user.until_shown("No other thesis has claims that you have not rated.")
        assert user.screen is screen
        await user.press("5", "enter")
        assert user.debate.stances == {"ann": {"T": 50}}
