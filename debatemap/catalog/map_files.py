"""Find the maps of a folder by the first bytes of its files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.formats.registry import is_map, map_suffixes
from debatemap.store.recent import recent_maps

__all__ = [
    "NEW_MAP",
    "Chosen",
    "ClaimIn",
    "MapFiles",
    "NewMap",
    "candidates_in",
    "maps_among",
    "maps_in",
    "recent_besides",
]

NEW_MAP: Final = "new"
"""What is chosen to begin a new map."""

_HEAD: Final = 4_096
"""First bytes of a file that tell whether it is a map."""
_MOST: Final = 2_000
"""Files of a folder that are looked at; nobody reads a longer list."""


class ClaimIn(NamedTuple):
    """A claim of a map, chosen from what a search has found."""

    path: Path
    claim: str


class NewMap(NamedTuple):
    """A new map, chosen by the words that nothing was found for."""

    title: str


Chosen = Path | str | ClaimIn | NewMap
"""What is chosen: a map, a claim of one, or a new map."""


class MapFiles(NamedTuple):
    """The maps that there are to open.

    Attributes:
        here: Those of the current folder, by name.
        recent: Those of other folders that were opened lately, the last one first.
        looked_at: How many files of the current folder are being looked at, whether they are maps.
        open: Those that are open already, with all links followed.
    """

    here: Sequence[Path] = ()
    recent: Sequence[Path] = ()
    looked_at: int = 0
    open: frozenset[str] = frozenset()


def maps_in(folder: Path) -> list[Path]:
    """Returns the maps of a folder, by name."""
    return maps_among(candidates_in(folder))


def maps_among(files: Sequence[Path]) -> list[Path]:
    """Returns those of some files that are maps."""
    return [path for path in files if _is_map(path)]


def recent_besides(here: Sequence[Path]) -> list[Path]:
    """Returns the maps that were opened lately, without those of the current folder."""
    known = set(map(_real, here))
    return [path for path in recent_maps() if _real(path) not in known and _is_map(path)]


def candidates_in(folder: Path) -> list[Path]:
    """Returns the files of a folder that may be maps of any format, by name."""
    endings = map_suffixes()
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in endings]
    except OSError:
        # The folder may be gone, or not be read by anybody.
        return []
    return sorted(found)[:_MOST]


def _is_map(path: Path) -> bool:
    try:
        # A pipe would be waited for.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return is_map(file.read(_HEAD))
    except (OSError, ValueError):
        return False


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path
