"""The colours of both themes: every text stands out from its background, wherever it is."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import pytest
from rich.color import Color as Shown
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.strip import Strip

from debatemap.config import Config
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.system.themes import DARK, LIGHT
from tests.extent import some
from tests.tui.dialogs import everything
from tests.tui.driver import Driver, opened

LEAST: Final = 4.5
"""The contrast of WCAG 2 for text of a usual size, level AA."""
KEYS: Final = (
    "3", "j", "v", "F", "F", "% t", "% t", "?", "escape", ":", "escape", "g o", "escape", "g x",
    "escape", "!", "escape", "% c", "escape", "g l", "escape", "L", "escape", "C", "escape", "r",
    "escape", "Q", "escape", "+ x", "escape d", "w f", "w d", "w", "escape", "/ z z z", "enter",
    "escape", "% l", "% l", "t", "escape", "c", "escape", "D", "escape", "s", "escape", "R",
    "escape escape", "g d", "escape", "g O", "escape", "g N", "escape", "% p", "escape", "A",
)  # fmt: skip
"""Keys that lead from screen to screen."""
_DRAWN: Final = range(0x2500, 0x25A0)


def _luminance(colour: Shown, *, foreground: bool) -> float:
    parts = [each / 255 for each in colour.get_truecolor(DEFAULT_TERMINAL_THEME, foreground)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def contrast(style: Style) -> float:
    """Returns the contrast of a text with its background, from 1 to 21."""
    front, back = style.color or Shown.default(), style.bgcolor or Shown.default()
    bright, dark = sorted(
        (_luminance(front, foreground=True), _luminance(back, foreground=False)), reverse=True
    )
    return (bright + 0.05) / (dark + 0.05)


def _is_text(segment: Segment) -> bool:
    return any(ord(letter) not in _DRAWN for letter in segment.text if not letter.isspace())


def faint(user: Driver) -> Iterator[str]:
    """Yields the texts of the screen whose contrast is too low."""
    screen = user.screen
    is_dialog = isinstance(screen, DialogScreen)
    # What stands behind a dialog is dimmed, so that nobody reads it.
    regions = [each.region for each in screen.children if each.region and each.display]
    strips = screen._compositor.render_strips()
    for region in regions if is_dialog else [screen.region]:
        for strip in strips[max(0, region.y) : region.bottom]:
            yield from _faint_in(strip.crop(max(0, region.x), region.right))


def _faint_in(strip: Strip) -> Iterator[str]:
    for segment in strip:
        style = segment.style
        if style is not None and _is_text(segment) and contrast(style) < LEAST:
            yield f"{segment.text.strip()!r}: {contrast(style):.1f}"


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("size", some([(80, 24), (200, 60)], (200, 60)), ids=str)
async def test_every_text_stands_out_from_its_background(theme: str, size: tuple[int, int]) -> None:
    found: dict[str, str] = {}
    async with opened(everything(), size=size, settings=Config(theme=theme, name="ann")) as user:
        await user.rest()
        for keys in KEYS:
            await user.press(*keys.split())
            await user.rest_of_screen()
            found.update((each, keys) for each in faint(user))
    assert not found, "\n".join(f"{text} after {keys}" for text, keys in found.items())
