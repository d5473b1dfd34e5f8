"""The user's own themes: TOML files of colours, each named by its file."""

import tomllib
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from textual.app import App
from textual.color import Color, ColorParseError
from textual.theme import Theme

from debatemap.core.text import excerpt, safe_line
from debatemap.tui.system.themes import DARK, LIGHT, VARIABLES_DARK, VARIABLES_LIGHT

__all__ = ["FOLDER", "ThemeFileError", "read_theme", "register_themes", "user_themes"]

FOLDER: Final = "themes/"
"""What the name of each file begins with where it is told of: the folder beside the settings."""
_PARTS: Final = (
    "primary", "secondary", "accent", "warning", "error", "success", "foreground", "background",
    "surface", "panel",
)  # fmt: skip
"""Colours of the program's parts."""
_COLOURS: Final = (*_PARTS, *VARIABLES_DARK)
_DARK: Final = "dark"
_LARGEST: Final = 100_000
_MOST: Final = 100


class ThemeFileError(ValueError):
    """A file is no theme; the message says the line, where there is one, and why."""


def register_themes(app: App[Any], folder: Path) -> list[str]:
    """Gives the program our themes and those of a folder, as their files are now.

    Args:
        app: The program; where the theme that it shows has changed, it shows that.
        folder: The folder.

    Returns:
        What is wrong with files of the folder.
    """
    themes, problems = user_themes(folder)
    before = app.available_themes.get(app.theme)
    for theme in (DARK, LIGHT, *themes):
        app.register_theme(theme)
    if app.is_running and app.available_themes.get(app.theme) != before:
        app.mutate_reactive(App.theme)
    return problems


def user_themes(folder: Path) -> tuple[list[Theme], list[str]]:
    """Returns the themes of a folder, and a sentence for each file that holds none."""
    themes: list[Theme] = []
    problems: list[str] = []
    try:
        files = sorted(folder.glob("*.toml"))[:_MOST]
    except OSError:
        return [], []
    for file in files:
        try:
            with file.open("rb") as opened:
                text = opened.read(_LARGEST).decode("utf-8")
            themes.append(read_theme(file.stem, text))
        except (OSError, UnicodeError, ThemeFileError) as error:
            problems.append(f"{FOLDER}{safe_line(file.name)}, {safe_line(_words(error))}")
    return themes, problems


def read_theme(name: str, text: str) -> Theme:
    r"""Returns the theme that a file describes: a dark or a light one of ours, with other colours.

    Raises:
        ThemeFileError: It is no TOML, names something that is no colour of a theme, or a colour
            that there is not.

    Examples:
        >>> read_theme("sea", 'dark = false\npro = "#006688"').variables["pro"]
        '#006688'
    """
    if name in (DARK.name, LIGHT.name):
        raise ThemeFileError("the program has a theme of that name; give the file another")
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ThemeFileError(f"it is no TOML: {error}") from None
    is_dark = given.pop(_DARK, True)
    if not isinstance(is_dark, bool):
        raise _error(text, _DARK, "it is true or false")
    for key, value in given.items():
        _check(text, key, value)
    base = DARK if is_dark else LIGHT
    variables = VARIABLES_DARK if is_dark else VARIABLES_LIGHT
    own = {key: value for key, value in given.items() if key in variables}
    parts: dict[str, Any] = {key: value for key, value in given.items() if key in _PARTS}
    return replace(base, name=name, variables={**variables, **own}, **parts)


def _check(text: str, key: str, value: object) -> None:
    """Raises where a key is none of a theme's, or its value is no colour."""
    if key not in _COLOURS:
        near = get_close_matches(key, [*_COLOURS, _DARK], 1)
        hint = f"“{near[0]}” is the nearest" if near else f"there are {', '.join(_COLOURS)}"
        raise _error(text, key, f"a theme has no such colour; {hint}")
    if not isinstance(value, str):
        raise _error(text, key, 'a colour is a text, as "#56b4e9"')
    try:
        Color.parse(value)
    except ColorParseError:
        raise _error(text, key, f"“{excerpt(value, 30)}” is no colour") from None


def _error(text: str, key: str, problem: str) -> ThemeFileError:
    lines = enumerate(text.splitlines(), 1)
    names = (key, f'"{key}"', f"'{key}'", f"[{key}]", f"[[{key}]]")
    numbers = (n for n, line in lines if line.partition("=")[0].strip() in names)
    number = next(numbers, 0)
    where = f"line {number}, " if number else ""
    return ThemeFileError(f"{where}{excerpt(key, 40)}: {problem}")


def _words(error: Exception) -> str:
    if isinstance(error, UnicodeError):
        return "it is no text in UTF-8"
    if isinstance(error, OSError):
        return error.strerror or "it cannot be read"
    return str(error)
