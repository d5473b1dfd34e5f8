"""Cards that are presented one after the other, and their order."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import edit
from debatemap.config import Config
from debatemap.core.glyphs import Glyphs
from debatemap.tui.features.presenting.present_screen import PresentScreen
from debatemap.tui.views.card.card_view import CardView
from debatemap.workspace.session import Session, open_session
from tests.tui.driver import opened
from tests.tui.golden import WHOLE, golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain
from tests.tui.test_screens import MAPS

FOLDER: Final = Path(__file__).with_name("presented")
SHOTS: Final[dict[str, tuple[tuple[int, int], tuple[str, ...], Glyphs]]] = {
    "at 80 by 24": ((80, 24), ("j", "%", "f"), "auto"),
    "at 120 by 40": ((120, 40), ("%", "f", "right"), "auto"),
    "at 200 by 60": ((200, 60), ("%", "f", "right", "right"), "auto"),
    "at 40 by 10": ((40, 10), ("j", "%", "f"), "auto"),
    "in ascii": ((80, 24), ("j", "%", "f"), "ascii"),
    "blank": ((80, 24), ("%", "f", "b"), "auto"),
}


@pytest.mark.parametrize("name", SHOTS)
async def test_a_card_looks_as_it_did(name: str) -> None:
    size, keys, glyphs = SHOTS[name]
    settings = Config(glyphs=glyphs)
    async with opened(Session(MAPS["essay"]()), size=size, settings=settings) as user:
        await user.rest()
        await user.press(*keys)
        await looks_as_it_did(user, golden_file(FOLDER, name), WHOLE)


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)


async def test_all_claims_come_in_reading_order_and_the_last_one_shown_is_gone_to() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("%", "f")
        assert "1 of 9" in user.text
        await user.press("h")
        assert "1 of 9" in user.text, "there is none before"
        await user.press("right", "space")
        assert "3 of 9" in user.text
        assert "Not in winter." in user.text
        await user.press("G")
        assert "9 of 9" in user.text
        await user.press("n", "p", "escape")
        assert not user.is_asked
        order = list(user.map.outline.reading.order)
        assert user.map.row is not None
        assert user.map.row.claim == order[7]


async def test_a_claim_in_two_places_is_presented_where_it_is_read_first() -> None:
    debate = rain()
    debate.apply(edit.connect(debate, "roots", "sun", "attacks"))
    async with opened(debate, size=(80, 24)) as user:
        for claim in ("rain", "plants", "winter", "roots"):
            await user.press(*(("%", "f") if claim == "rain" else ("right",)))
        assert isinstance(user.screen, PresentScreen)
        places = (("l-roots", "roots"), ("l-plants", "plants"), (None, "rain"))
        assert user.screen.query_one(CardView).focus_path == places[::-1]
        assert "scrolls" not in user.text
        await user.press("escape")
        row = user.map.row
        assert row is not None
        assert user.map.outline.path(row) == [*places[::-1]]


async def test_a_blank_screen_says_nothing_and_the_next_key_shows_the_card_again() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("%", "f", "b")
        assert not user.text.strip()
        await user.press("right")
        assert "1 of 9" in user.text
        await user.press("b", "b")
        assert "1 of 9" in user.text


async def test_an_order_of_its_own_is_kept_with_the_map(tmp_path: Path) -> None:
    path = tmp_path / "rain.json"
    Session(rain()).save(path)
    async with opened(open_session(path), size=(100, 30)) as user:
        await user.press("3", "j", "v", "j", "v", "%", "a")
        assert "all claims come, in reading order" in user.text
        await user.press("ctrl+t")
        lines = [line for line in user.lines if "Plants grow." in line or "Roots drink." in line]
        assert "  1  +" in lines[-2] or "  1  +" in lines[-1]
        await user.press("alt+down", "enter")
        assert isinstance(user.screen, PresentScreen)
        assert "2 of 2" in user.text
        await user.press("escape")
        assert user.words == "Plants grow."
    async with opened(open_session(path), size=(100, 30)) as user:
        await user.press("g", "g", "%", "f")
        assert "1 of 2" in user.text
        assert "Roots drink." in user.text
        await user.press("escape", "%", "a", "ctrl+x", "ctrl+x")
        assert "all claims come, in reading order" in user.text
        await user.press("escape", "%", "f")
        assert "of 9" in user.text


async def test_a_claim_that_goes_meanwhile_is_passed_over() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("%", "f", "G")
        user.session.do(edit.delete_claim(user.debate, "snow"))
        await user.until_shown("8 of 8")
