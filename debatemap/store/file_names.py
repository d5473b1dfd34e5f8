"""Names of files that are offered for a map, made of what the map is called."""

import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from debatemap.core.folding import fold, without_marks
from debatemap.core.text import excerpt

__all__ = ["free_name"]

_MOST: Final = 48
_NO_PART: Final = re.compile(r"[^a-z0-9]+")
_UNNAMED: Final = "debate"
_RESERVED: Final = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that are devices on Windows, whatever ends them."""


def free_name(folder: Path, words: str) -> str:
    """Returns a name for a new map: its words, as no system minds them, and no file that there is.

    Examples:
        >>> free_name(Path("/nowhere"), "Shall we move the office?")
        'shall-we-move-the-office.json'
        >>> free_name(Path("/nowhere"), "Überlegung: ../etc/passwd")
        'uberlegung-etc-passwd.json'
        >>> free_name(Path("/nowhere"), "会議")
        'debate.json'

    Args:
        folder: Where the file is to be.
        words: What the map is called.
    """
    names = _names(_slug(words))
    # A link that leads nowhere stands there too, and no fault of the folder is one of the name.
    return next(name for name in names if not os.path.lexists(folder / name))


def _names(stem: str) -> Iterator[str]:
    yield f"{stem}.json"
    yield from (f"{stem}-{number}.json" for number in count(2))


def _slug(words: str) -> str:
    slug = _NO_PART.sub("-", without_marks(fold(excerpt(words, _MOST)))).strip("-") or _UNNAMED
    return f"map-{slug}" if _RESERVED.fullmatch(slug) else slug
