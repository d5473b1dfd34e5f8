"""Every screen without colours, in ASCII, on 80 by 24 and smaller: what is needed is there."""

import re
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Final

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import OptionList

from debatemap.config import Config
from debatemap.tui.features.navigation.label_screen import LabelScreen
from debatemap.tui.system.glyph_filter import GlyphFilter
from debatemap.tui.system.themes import LIGHT
from tests.tui.dialogs import Kind, each_dialog, everything
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

ASCII: Final = Config(glyphs="ascii")
KEY_LINES: Final = re.compile(r"leaves|leave|quits|goes back|ends?\b|cancel|No|keep it")
"""How a screen says the way out."""


@pytest.fixture(autouse=True)
def _no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


def reversed_rows(screen: Screen[object]) -> Iterator[int]:
    """Yields the lines of a screen that have at least a word reversed."""
    filters = screen.app.get_line_filters()
    for y, drawn in enumerate(screen._compositor.render_strips()):
        strip = drawn
        for line_filter in filters:
            strip = strip.apply_filter(line_filter, Color(0, 0, 0))
        if any(each.style and each.style.reverse and len(each.text) > 1 for each in strip):
            yield y


def has_reversed_row(screen: Screen[object], region: Region) -> bool:
    return any(region.y <= y < region.bottom for y in reversed_rows(screen))


def is_selected_in_sight(user: Driver) -> bool:
    place = user.app.cursor_position
    return place.y in reversed_rows(user.screen)


async def test_a_dialog_shows_its_selected_row_and_the_way_out(tmp_path: Path) -> None:
    async with aclosing(each_dialog(tmp_path, (40, 10), part=(1, 2), glyphs="ascii")) as dialogs:
        async for user, kind in dialogs:
            await user.press("down")
            assert_shown(user, kind)
            # Labels leave with the rows that they stand on.
            if kind is not LabelScreen:
                await user.pilot.resize_terminal(80, 24)
                await user.press()
                assert_shown(user, kind)


def assert_shown(user: Driver, kind: Kind) -> None:
    assert user.text.isascii(), kind.__name__
    assert "Snow is white." not in user.text or kind.__name__ in _OF_CLAIMS, "the map behind"
    assert any(KEY_LINES.search(line) for line in user.lines), user.text
    lists = [each for each in user.screen.query(OptionList) if each.region]
    if lists and lists[0].highlighted is not None:
        assert has_reversed_row(user.screen, lists[0].region), kind.__name__


async def test_a_theme_that_is_asked_for_before_it_is_drawn_has_its_selected_row() -> None:
    async with opened(rain(), size=(80, 24), settings=ASCII) as user:
        user.app.theme = LIGHT.name
        user.app.get_line_filters()
        await user.press("j")
        assert is_selected_in_sight(user)


_OF_CLAIMS: Final = {
    "LabelScreen",
    "PickerScreen",
    "MarkedPickerScreen",
    "PassScreen",
    "TasksScreen",
    "ConflictsScreen",
    "ReplayScreen",
}
"""Dialogs that show claims of their own accord."""


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 10)])
async def test_the_selected_row_of_every_view_is_reversed(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size, settings=ASCII) as user:
        for keys in ("3", "j", "F", "j", "F % t", "j", "% t / f l o o d", "escape escape"):
            await user.press(*keys.split())
            await user.rest()
            if not keys.endswith("d"):
                assert is_selected_in_sight(user), keys
            assert user.text.isascii()


async def test_the_number_that_is_rated_has_the_cursor() -> None:
    async with opened(everything(), size=(80, 24), settings=Config(name="ann")) as user:
        await user.press("R")
        await user.rest_of_screen()
        await user.press("4", "0")
        place = user.app.cursor_position
        assert user.lines[place.y][place.x :].startswith("40")


async def test_signs_differ_in_ascii_where_they_mean_something_else() -> None:
    async with opened(everything(), size=(80, 24), settings=ASCII) as user:
        await user.press("g", "x")
        await user.until_shown("turns it as well")
        assert "= turns it as well" in user.text


def test_parts_of_a_line_with_other_styles_are_one_line() -> None:
    parts = [
        Segment("rain "),
        Segment("…", Style(dim=True)),
        Segment("  ─"),
        Segment("●"),
        Segment("─"),
    ]
    line = GlyphFilter("utf-8").apply(parts, Color(0, 0, 0))
    assert [part.text for part in line] == ["rain.", ".", "  -", "o", "-"]
