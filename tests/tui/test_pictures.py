"""A few screens with colours. `pytest tests/tui/test_pictures.py --snapshot-update` renews them."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from debatemap.config import Config
from debatemap.tui.app import DebateApp
from debatemap.workspace.session import Session
from tests.tui.maps import rain


class Compare(Protocol):
    """Compares the picture of an app with the one that is kept."""

    def __call__(
        self,
        app: App[int],
        *,
        press: tuple[str, ...],
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[int]], Awaitable[None]] | None = None,
    ) -> bool: ...


def app(theme: str = "debatemap-dark") -> DebateApp:
    made = DebateApp(session=Session(rain()), settings=Config(theme=theme))
    made.animation_level = "none"
    return made


@pytest.mark.parametrize("theme", ["debatemap-dark", "debatemap-light"])
def test_our_themes(snap_compare: Compare, theme: str) -> None:
    keys = ("3", "j", "v", "k", "wait:200")
    assert snap_compare(app(theme), press=keys, terminal_size=(100, 16))


def test_matches_are_highlighted(snap_compare: Compare) -> None:
    keys = ("slash", *"good", "enter", "wait:200")
    assert snap_compare(app(), press=keys, terminal_size=(80, 14))


def test_without_colours(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keys = ("3", "j", "wait:200")
    assert snap_compare(app(), press=keys, terminal_size=(100, 16))


LIGHT = {
    "picture": ("percent_sign", "g", "l"),
    "prose": ("percent_sign", "r", "j"),
    "presenting": ("percent_sign", "f"),
    "finds": ("vertical_line", *"good", "down"),
    "inserting": ("j", "b", *"Fields"),
}
"""The keys that lead to what has colours of its own; other screens share those of the outline."""


@pytest.mark.parametrize("name", LIGHT)
def test_views_in_light(snap_compare: Compare, name: str) -> None:
    async def go(pilot: Pilot[int]) -> None:
        await pilot.press(*LIGHT[name])
        await pilot.pause(0.3)
        for line in pilot.app.screen.query(Input):
            line.cursor_blink = False
        await pilot.pause()

    assert snap_compare(app("debatemap-light"), press=(), terminal_size=(100, 24), run_before=go)
