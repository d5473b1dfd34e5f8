"""The line below a query: terms that are offered and taken, and what is wrong."""

import pytest

from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.finding.search_help import Offer, SearchHelp
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import click

OFFERS = [Offer("roots", "1 claim", 0, 2), Offer("rain", "", 0, 2), Offer("road", "", 0, 2)]


@pytest.fixture(autouse=True)
def _offers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Finder, "offers", lambda _, text, cursor: OFFERS if text[:cursor] == "ro" else []
    )


def typed(user: Driver) -> str:
    return user.map.part(SearchBar).query_one(Line).value


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
async def test_tab_takes_the_first_of_the_terms(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.press("f", *"ro")
        assert "Tab roots" in user.text
        await user.press("tab")
        assert typed(user) == "roots"
        assert "1 of 9" in user.text
        assert "Tab roots" not in user.text
        await user.press("enter")
        assert user.words == "Roots drink."


async def test_a_click_takes_any_of_them() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("/", *"ro")
        await click(user, "rain")
        assert typed(user) == "rain"


async def test_what_stands_behind_the_cursor_stays() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("/", *"ro drink", *["left"] * 6, "x", "backspace", "tab")
        assert typed(user) == "roots drink"


async def test_what_is_wrong_stands_below_the_line_with_the_terms() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("f")
        user.map.part(SearchBar).offer(OFFERS, "There is no term “rots”.")
        await user.press()
        assert "There is no term “rots”.   Tab roots" in user.text
        user.map.part(SearchBar).offer((), "")
        assert user.map.part(SearchBar).query_one(SearchHelp).is_silent


async def test_in_the_list_of_finds_tab_takes_a_term_and_then_keeps() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("|", *"ro")
        assert "Tab takes the term" in user.text
        await user.press("tab")
        assert "Tab keeps it as the filter" in user.text
        await user.press("tab")
        assert user.rows == ["* Rain is good.", "  + Plants grow.", "    + Roots drink."]
