"""A new map that is begun by the words typed into the list of maps."""

from pathlib import Path

import pytest

from debatemap import save
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.features.keeping.start_screen import StartScreen
from debatemap.tui.map_screen import MapScreen
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

OFFERED = "+ begin a new map: “"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    claims = {"t": Claim("Tea is best.")}
    save(Debate(Header("tea_map", "On tea", ("t",)), claims), tmp_path / "tea.json")


def in_front(user: Driver) -> bool:
    """Tells whether a map is shown."""
    return isinstance(user.screen, MapScreen)


async def test_words_that_find_nothing_begin_a_map_with_that_title() -> None:
    async with opened(None) as user:
        await user.type("Lunch at noon")
        await user.until_shown(f"{OFFERED}Lunch at noon”")
        await user.press("enter")
        await user.until(lambda: in_front(user), "the map")
        assert user.debate.header.title == "Lunch at noon"
        assert user.writing
        assert "thesis" in user.heading
        await user.press(*"We eat at noon.", "enter")
        assert not user.is_asked, "it has a title"
        assert user.debate.header.theses == tuple(user.debate.claims)


async def test_so_do_words_that_no_template_has() -> None:
    async with opened(None) as user:
        await user.press("enter")
        await user.until_shown("for-and-against")
        await user.type("Lunch at noon")
        await user.until_shown("+ empty: “Lunch at noon”")
        await user.press("enter")
        await user.until(lambda: in_front(user), "the map")
        assert user.debate.header.title == "Lunch at noon"
        assert user.writing
        assert "thesis" in user.heading


async def test_it_is_offered_beside_an_open_map_as_well() -> None:
    async with opened(rain()) as user:
        await user.press("g", "o")
        await user.type("Lunch")
        await user.until_shown(f"{OFFERED}Lunch”")
        await user.press("enter")
        await user.until(lambda: user.map.session.debate.header.title == "Lunch", "the map")
        assert "map 2 of 2" in user.text


async def test_it_is_not_offered_where_anything_is_found() -> None:
    async with opened(None, size=(120, 30)) as user:
        await user.until_shown("On tea")
        for words in ("on tea", "tea is best"):
            await user.type(words)
            await user.rest_of_screen()
            assert OFFERED not in user.text
            await user.press("ctrl+u")


async def test_it_is_not_offered_before_the_claims_were_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with opened(None, size=(120, 30)) as user:
        await user.until_shown("On tea")
        monkeypatch.setattr(StartScreen, "_search", _never)
        await user.type("tea is best")
        await user.press("enter")
        assert isinstance(user.screen, StartScreen)
        assert OFFERED not in user.text


async def _never(_: StartScreen, __: str) -> None:
    """Searches nothing."""


async def test_what_was_typed_is_text_and_no_markup() -> None:
    async with opened(None) as user:
        await user.type("[b]x[/b]")
        await user.until_shown(f"{OFFERED}[b]x[/b]”")
        await user.press("enter")
        await user.until(lambda: in_front(user), "the map")
        assert user.debate.header.title == "[b]x[/b]"
