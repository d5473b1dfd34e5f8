"""What the sample map asks a newcomer to try: each step is ticked once it has had its effect."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from debatemap.store.lessons import load_lesson
from debatemap.store.locations import samples
from debatemap.tui.features.learning.try_bar import TryBar
from debatemap.tui.map_screen import MapScreen
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)


@asynccontextmanager
async def _sample(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    async with opened(None, size=size) as user:
        await user.type("first-steps")
        await user.press("enter")
        await user.until(lambda: isinstance(user.screen, MapScreen), "the sample")
        await user.rest()
        yield user


def _bar(user: Driver) -> str:
    bar = user.map.part(TryBar)
    return str(bar.content) if bar.display else ""


def _done() -> set[str]:
    return set(load_lesson().done)


async def test_each_step_is_ticked_once_it_has_had_its_effect() -> None:
    async with _sample() as user:
        assert "▸ ↓ go to a claim" in _bar(user)
        await user.press("k")
        assert _done() == set(), "nothing was gone to"
        await user.press("j")
        assert _done() == {"next"}
        assert "✓ 1 of 8" in _bar(user)
        assert "▸ → unfold a claim" in _bar(user)
        await user.press("-")
        assert _done() == {"next"}, "the con is not there yet"
        await user.type("It need not.")
        await user.press("enter", "escape")
        assert _done() == {"next", "add_con"}
        await user.press("u")
        assert _done() == {"next", "add_con", "undo"}
        await user.press("g", "g", "j", "h")
        assert "inward" not in _done(), "the new con has unfolded it, and nobody else"
        await user.press("l")
        assert "inward" in _done()


async def test_all_steps_in_order_and_then_it_is_done_for_good() -> None:
    async with _sample((120, 40)) as user:
        assert "○ u undo that" in _bar(user)
        assert "▸ ↓ go to a claim" in _bar(user)
        await user.press("j", "l", "-", *"Not so.", "enter", "escape")
        await user.press("e", *"!", "enter", "u")
        assert "✓ undo that" in _bar(user)
        await user.press("!")
        assert "why" in _done()
        await user.press("escape", "/", *"mouse", "enter", "F")
        assert "✓ done" in _bar(user)
        assert "g o opens or begins a map of your own" in _bar(user).replace("\n", " ")
        await user.press("g", "h")
        assert not _bar(user)
        await user.press("q", "d")
        await user.rest_until_closed()
    async with _sample() as user:
        assert not _bar(user)
        await user.press("g", "h")
        assert "✓ 0 of 8" in _bar(user)


async def test_what_has_no_effect_is_not_ticked() -> None:
    async with _sample() as user:
        await user.press("u", "/", *"zzzz", "escape", "-", "escape", "e", "escape")
        assert _done() == set()


async def test_an_edit_that_is_not_the_step_does_not_tick_it() -> None:
    async with _sample() as user:
        await user.press("+", *"A pro.", "enter")
        assert "add_con" not in _done()
        assert "edit_in_place" not in _done()


async def test_it_is_closed_by_key_and_stays_closed() -> None:
    async with _sample() as user:
        await user.press("j")
        assert "g h closes" in _bar(user)
        await user.press("g", "h")
        assert not _bar(user)
        await user.press("l")
        assert _done() == {"next"}, "what is closed ticks nothing"
    async with _sample() as user:
        assert not _bar(user)


async def test_it_goes_on_where_it_was_left() -> None:
    async with _sample() as user:
        await user.press("j")
    async with _sample() as user:
        assert "✓ 1 of 8" in _bar(user)


async def test_its_words_do_with_the_mouse_what_their_key_does() -> None:
    async with _sample() as user:
        line = next(n for n, words in enumerate(user.lines) if "Try this" in words)
        at = user.lines[line].index("go to a claim")
        await user.pilot.click(offset=(at, line))
        await user.press()
        assert _done() == {"next"}
        line = next(n for n, words in enumerate(user.lines) if "Try this" in words)
        await user.pilot.click(offset=(user.lines[line].index("closes"), line))
        await user.press()
        assert not _bar(user)


@pytest.mark.parametrize(("size", "lines"), [((80, 24), 1), ((120, 40), 2), ((200, 60), 2)])
async def test_it_takes_few_lines(size: tuple[int, int], lines: int) -> None:
    async with _sample(size) as user:
        assert user.map.part(TryBar).size.height <= lines
        assert "g h closes" in user.text


async def test_a_very_small_screen_has_no_room_for_it() -> None:
    async with _sample((40, 10)) as user:
        assert "Try this" not in user.text


async def test_other_maps_have_none() -> None:
    async with opened(rain()) as user:
        assert not _bar(user)
        await user.press("g", "h")
        assert user.said.endswith("that is for the first sample, which g o lists")


async def test_the_sample_opened_as_a_file_has_them_for_a_key() -> None:
    async with opened(open_session(samples()[0])) as user:
        assert not _bar(user)
        await user.press("g", "h", "down")
        assert "✓ 1 of 8" in _bar(user)


async def test_it_goes_on_with_edits_that_were_not_saved_as_the_program_ended() -> None:
    async with _sample() as user:
        await user.press("j", "-", *"Not so.", "enter")
    async with opened(None, size=(80, 24)) as user:
        await user.until_shown("not saved when the program ended")
        await user.press("k")
        await user.until(lambda: isinstance(user.screen, MapScreen), "the sample")
        assert "✓ 2 of 8" in _bar(user)
