"""How sure a verdict is, which the details keep folded."""

from debatemap.store.pane_state import PaneState, load_panes, save_panes
from debatemap.tui.widgets.details import Details
from tests.tui.driver import opened
from tests.tui.maps import rain

_FOLD = "how sure, and what turns it"


async def test_it_unfolds_by_key_and_by_mouse_and_stays_as_it_was_left() -> None:
    save_panes(PaneState(tells_surety=True))
    async with opened(rain(), size=(120, 40)) as user:
        await user.until(lambda: "Of 100 ways" in user.details, "what was unfolded last time")
        await user.press("%", "!")
        await user.until(lambda: "Of 100 ways" not in user.details, "the fold")
        assert not load_panes().tells_surety
        await user.press("%", "!")
        await user.until(lambda: "Of 100 ways" in user.details, "what it hides")
        line = next(n for n, words in enumerate(user.lines) if _FOLD in words)
        column = user.lines[line].index(_FOLD)
        await user.pilot.click(offset=(column + 2, line))
        await user.until(lambda: "Of 100 ways" not in user.details, "the fold again")


async def test_what_unfolds_beneath_the_edge_is_scrolled_into_sight() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.rest()
        await user.press("%", "!")
        await user.until(lambda: "Of 100 ways" in user.text, "what was folded, on the screen")
        await user.press("%", "!")
        await user.until(lambda: "Of 100 ways" not in user.text, "the fold again")
        await user.rest()
        assert "for, about 60 of 100" in user.text


async def test_without_details_it_is_said_that_nothing_shows_it() -> None:
    async with opened(rain(), size=(40, 10)) as user:
        await user.press("%", "!")
        assert "the details tell it, and they are not shown here" in user.said
        assert not load_panes().tells_surety


async def test_beneath_the_outline_the_details_do_not_repeat_the_words_of_its_rows() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("j")
        await user.rest()
        assert "Plants grow." not in user.details
        assert user.details.startswith("for, about 60 of 100")
        await user.press("%", "t")
        await user.rest()
        assert user.map.part(Details).is_below
        assert user.details.startswith("+ Plants grow."), "a row of the table may cut its words"
