"""A screen without colours, or with the sixteen of an old terminal.

What a background says with colours (the selected row, a match, a selection of text) is reversed
there: of sixteen colours, none is a little lighter than black. A match is underlined as well, as it
may stand in the selected row.
"""

from collections.abc import Mapping
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.color import Color, ColorParseError
from textual.filter import LineFilter

__all__ = ["FEW_COLOURS_STYLES", "ColourFilter"]

FEW_COLOURS_STYLES: Final = """
DialogScreen { background: $background !important; }
LabelScreen { background: transparent !important; }
"""
"""Styles for such screens: the map behind a dialog cannot be dimmed, and would be read as its.
Labels are read with it."""

_BASES: Final = ("background", "surface", "panel", "boost", "rule")
"""Backgrounds that say nothing."""

_RAISED: Final = (
    *("selected-row", "guide", "quiet", "primary", "secondary", "accent", "foreground"),
    *("pro", "con", "warning", "error", "success", "block-cursor-background"),
    *("input-selection-background", "input-cursor-background", "screen-selection-background"),
)
"""Backgrounds that say something: what is selected, found, or where a scroll bar stands."""

_ON_DARK: Final[Mapping[str, int]] = {
    "quiet": 7,
    "guide": 8,
    "rule": 8,
    "pro": 14,
    "secondary": 14,
    "con": 11,
    "warning": 11,
    "accent": 13,
    "primary": 13,
    "error": 9,
    "success": 10,
}
_ON_LIGHT: Final[Mapping[str, int]] = {
    "quiet": 0,
    "guide": 8,
    "rule": 8,
    "pro": 4,
    "secondary": 4,
    "con": 1,
    "warning": 1,
    "accent": 5,
    "primary": 5,
    "error": 1,
    "success": 2,
}
_DIMMED: Final = 8
_READABLE: Final = 0.35
"""How far the brightness of a text is from what stands behind it, where it is to be read."""
_ACCENT_BEHIND: Final = 0.18
"""How much of the accent stands behind the highlighted entry of a list, as the styles have it."""


class ColourFilter(LineFilter):
    """Takes colours away, or puts one of sixteen in the place of each."""

    def __init__(self, variables: Mapping[str, str], *, sixteen: bool, dark: bool) -> None:
        super().__init__()
        self._sixteen = sixteen
        self._raised = _raised(variables)
        self._matches = _over_bases(variables, "match") - self._raised
        numbers = _ON_DARK if dark else _ON_LIGHT
        self._numbers = {
            colour.hex: numbers[name]
            for name in reversed(list(numbers))
            if (colour := _colour(variables, name)) is not None
        }
        self._usual = Style() if dark else Style(color="color(0)", bgcolor="color(7)")
        self._known: dict[Style, Style] = {}

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Returns the segments in colours that the terminal has."""
        known, drawn = self._known, []
        for text, style, control in segments:
            if style is None:
                drawn.append(Segment(text, None, control))
                continue
            if style not in known:
                known[style] = self._plain(style, background)
            drawn.append(Segment(text, known[style], control))
        return drawn

    def _plain(self, style: Style, background: Color) -> Style:
        behind = background if style.bgcolor is None else Color.from_rich_color(style.bgcolor)
        # What a click there asks for would be lost with the colours.
        plain = style.without_color + Style(meta=style.meta or None)
        if behind.hex in self._matches:
            return self._framed(plain + Style(reverse=True, underline=True))
        if behind.hex in self._raised:
            return self._framed(plain + Style(reverse=True))
        if not self._sixteen:
            return plain
        colour = Color.from_rich_color(style.color) if style.color is not None else None
        number = self._number(colour, behind) if colour is not None else None
        usual = self._framed(plain)
        return usual if number is None else usual + Style(color=f"color({number})")

    def _framed(self, plain: Style) -> Style:
        return plain + self._usual if self._sixteen else plain

    def _number(self, colour: Color, behind: Color) -> int | None:
        if colour.hex in self._numbers:
            return self._numbers[colour.hex]
        is_dimmed = abs(colour.brightness - behind.brightness) < _READABLE
        return _DIMMED if is_dimmed else None


def _raised(variables: Mapping[str, str]) -> set[str]:
    bases = [colour for name in _BASES if (colour := _colour(variables, name)) is not None]
    raised = _over_bases(variables, *_RAISED)
    accent = _colour(variables, "accent")
    if accent is not None:
        raised |= {(base + accent.with_alpha(_ACCENT_BEHIND)).hex for base in bases}
    return raised - {base.hex for base in bases}


def _over_bases(variables: Mapping[str, str], *names: str) -> set[str]:
    """Returns some backgrounds as they are on each of those that say nothing."""
    bases = [colour for name in _BASES if (colour := _colour(variables, name)) is not None]
    colours = [colour for name in names if (colour := _colour(variables, name)) is not None]
    return {(base + colour).hex for base in bases for colour in colours}


def _colour(variables: Mapping[str, str], name: str) -> Color | None:
    try:
        return Color.parse(variables[name])
    except (KeyError, ColorParseError):
        return None
