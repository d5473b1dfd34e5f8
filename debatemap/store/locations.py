"""Where the program keeps what is not in a map: settings, folds, recent files, samples."""

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import platformdirs

__all__ = [
    "config_file",
    "is_there",
    "pasted_path",
    "samples",
    "state_folder",
    "themes_folder",
    "typed_path",
]

_NAME = "debatemap"


def config_file() -> Path:
    """Returns the settings file, which the user may write."""
    return platformdirs.user_config_path(_NAME, appauthor=False) / "config.toml"


def themes_folder() -> Path:
    """Returns the folder of the themes that the user may write."""
    return config_file().parent / "themes"


def state_folder() -> Path:
    """Returns the folder for what the program remembers from one run to the next."""
    return platformdirs.user_state_path(_NAME, appauthor=False)


_ADDRESS: Final = "file://"
_ESCAPED: Final = re.compile(r"\\(.)")


def typed_path(text: str | Path) -> Path:
    """Returns the path that somebody typed; `~` is a home, where there is such a user."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def pasted_path(text: str) -> Path:
    """Returns the path in what somebody typed, pasted, or dragged into a terminal.

    Terminals and file managers quote it, put backslashes in it, or give its address. A file that is
    called like that itself is meant first.

    Examples:
        >>> pasted_path("'my talk.txt'").name, pasted_path("file:///a/my%20talk.txt").name
        ('my talk.txt', 'my talk.txt')
    """
    if is_there(text):
        return Path(text)
    if text.startswith(_ADDRESS):
        return Path(unquote(text.removeprefix(_ADDRESS)))
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return typed_path(text[1:-1])
    # On Windows a backslash stands between folders.
    return typed_path(_ESCAPED.sub(r"\1", text) if os.sep == "/" else text)


def is_there(path: Path | str) -> bool:
    """Tells whether there is a file of a name that somebody typed, which may be of any length."""
    return os.path.exists(path)  # noqa: PTH110  (Path.exists raises for a name that is too long)


def samples() -> list[Path]:
    """Returns the maps that come with the program, the first one to learn from first."""
    package = Path(__file__).parents[1]
    folders = (package / "maps", package.parent / "maps")
    return [path for folder in folders for path in sorted(folder.glob("*.json"))]
