"""The map as prose on the screen: the cursor, edits, filter, and what keys do there."""

import asyncio
from pathlib import Path
from typing import Final

import pytest
from textual.strip import Strip

from debatemap import edit
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.glyphs import Glyphs
from debatemap.core.model import Claim, Header
from debatemap.tui.views.read.read_view import ReadView
from debatemap.workspace.session import Session
from tests.tui.driver import Driver, opened
from tests.tui.frames import draw
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain
from tests.tui.test_screens import MAPS

FOLDER: Final = Path(__file__).with_name("prose")
KEYS: Final = ("%", "r")
SHOTS: Final[dict[str, tuple[str, tuple[int, int], tuple[str, ...], Glyphs]]] = {
    "essay at 80 by 24": ("essay", (80, 24), ("j",), "auto"),
    "essay at 120 by 40": ("essay", (120, 40), ("j", "j"), "auto"),
    "essay at 200 by 60": ("essay", (200, 60), ("j", "j"), "auto"),
    "essay at 40 by 10": ("essay", (40, 10), ("j",), "auto"),
    "essay in ascii": ("essay", (80, 24), ("j",), "ascii"),
    "the weather": ("rain", (80, 36), ("G",), "auto"),
}


def _view(user: Driver) -> ReadView:
    view = user.map.views.active
    assert isinstance(view, ReadView)
    return view


@pytest.mark.parametrize("name", SHOTS)
async def test_prose_looks_as_it_did(name: str) -> None:
    which, size, keys, glyphs = SHOTS[name]
    settings = Config(glyphs=glyphs)
    async with opened(Session(MAPS[which]()), size=size, settings=settings) as user:
        await user.press(*KEYS)
        await user.until(lambda: bool(user.map.views.active.size), "the prose")  # type: ignore[union-attr]  # it is shown
        await user.press(*keys)
        await user.rest()
        await looks_as_it_did(user, golden_file(FOLDER, name))


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)


async def test_the_cursor_goes_over_paragraphs() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press(*KEYS)
        assert user.words == "Rain is good."
        found = [user.words]
        for _ in range(9):
            await user.press("j")
            found.append(user.words)
        assert found == [
            "Rain is good.", "Plants grow.", "Not in winter.", "Roots drink.", "Streets flood.",
            "Wells fill.", "We need wells.", "Sun is good.", "Streets flood.", "Snow is white.",
        ]  # fmt: skip
        await user.press("k", "l")
        assert _view(user).path == ((None, "rain"), ("l-floods", "floods"))
        await user.press("h", "g", "j")
        assert user.words == "Sun is good."
        await user.press("g", "k")
        await user.press("l", "g", "j", "g", "j")
        assert user.words == "Wells fill."
        await user.press("g", "k", "g", "k")
        assert user.words == "Plants grow."
        await user.press("G", "pageup", "ctrl+u", "g", "g")
        assert user.words == "Rain is good."


async def test_a_click_selects_a_paragraph() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press(*KEYS)
        await user.until_shown("Roots drink.")
        line = next(n for n, text in enumerate(user.lines) if "Roots drink." in text)
        await user.pilot.click(offset=(20, line))
        await user.press()
        assert user.words == "Roots drink."


async def test_an_edit_is_read_at_once_and_numbers_follow() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press(*KEYS, "j", "-", *"But no.", "enter", "escape")
        assert "1.1.3  Against: But no." in user.text
        await user.press("e", *" Ever.", "enter")
        assert "But no. Ever." in user.text
        await user.press("u", "u")
        assert "Against: But no." not in user.text


async def test_a_filter_leaves_what_matches_and_what_stands_above() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press(*KEYS, "f", *"roots", "enter")
        assert "1.1.2  For: Roots drink." in user.text
        assert "1.1  For: Plants grow." in user.text
        assert "Streets flood." not in user.text


async def test_step_in_shows_the_claim_in_the_outline() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press(*KEYS, "j", "j", "j", "enter")
        assert user.map.views.active is None
        assert user.words == "Roots drink."
        await user.press(*KEYS)
        assert user.words == "Roots drink."
        await user.press(*KEYS)
        assert user.map.views.active is None


@pytest.mark.parametrize("keys", ["F", "% r", "% g"])
async def test_what_is_for_the_outline_names_the_key_that_shows_it(keys: str) -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press(*keys.split(), "2")
        assert user.said.endswith(f"that is for the outline; {keys} shows it again")
        await user.press(*keys.split(), "2")
        assert user.map.views.active is None


async def test_an_edit_elsewhere_is_taken_up_when_the_prose_is_shown_again() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press(*KEYS, *KEYS, "O", *"A third.", "enter", "escape", *KEYS)
        assert "2  A third." in user.text
        assert user.words == "A third."


async def test_no_frame_shows_a_paragraph_elsewhere_than_where_it_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines: dict[str, set[int]] = {}
    render_line = ReadView.render_line

    def noting(self: ReadView, y: int) -> Strip:
        strip = render_line(self, y)
        lines.setdefault(strip.text.strip(), set()).add(y)
        return strip

    async with opened(rain(), size=(100, 40)) as user:
        await user.press(*KEYS, *KEYS, "O", *"A third.", "enter", "escape")
        monkeypatch.setattr(ReadView, "render_line", noting)
        user.send(*KEYS)
        while not user.map.views.active or user._ready:  # draws between any two messages
            await asyncio.sleep(0)
            user.screen._on_timer_update()
            draw(user.app)
    assert len(lines["1.1  For: Plants grow."]) == 1, "laid out for another width first"


async def test_a_map_that_lost_its_only_claim_meanwhile_is_shown_empty() -> None:
    debate = Debate(Header("one", "One", ("a",)), {"a": Claim("Alone.")})
    async with opened(debate, size=(100, 30)) as user:
        await user.press(*KEYS, *KEYS)
        user.session.do(edit.delete_claim(user.debate, "a"))
        await user.press(*KEYS)
        assert _view(user).claim is None
        assert "Alone." not in user.text
