"""What a reader had unfolded and where the cursor stood, kept from one run to the next.

It is kept in the state folder under the map's id and its file, as copies are read each in its own
way. It is never in the map: a map that was only read is not changed. Losing it does no harm, so
no error of the disk is told.
"""

import contextlib
import os
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder
from debatemap.store.typed_json import read_typed, write_typed

__all__ = ["MOST_OPEN", "View", "load_view", "save_view", "view_file"]

MOST_OPEN: Final = 2000
"""How many unfolded places are kept; a map that is unfolded beyond that opens with these."""


class View(NamedTuple):
    """A way to look at a map.

    Attributes:
        opened: The unfolded places in reading order: depth, link and claim of each.
        trail: The path that was stepped along: link and claim of each step.
        cursor: The path to the selected claim.
    """

    opened: list[tuple[int, str | None, str]]
    trail: list[tuple[str | None, str]]
    cursor: list[tuple[str | None, str]]


def load_view(path: Path | None, map_id: str) -> View | None:
    """Returns how a map was last looked at, or None where that is not known.

    Args:
        path: The map's file, or None for a map that has none.
        map_id: The map's id.
    """
    try:
        return read_typed(view_file(path, map_id).read_bytes(), View)
    except (OSError, ValueError):
        return None


def save_view(path: Path | None, map_id: str, view: View) -> None:
    """Keeps how a map was looked at; the arguments are those of `load_view`."""
    file = view_file(path, map_id)
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        file.write_bytes(write_typed(view))


def view_file(path: Path | None, map_id: str, part: str = "") -> Path:
    """Returns where it is kept how a map is looked at.

    Args:
        path: The map's file, or None for a map that has none.
        map_id: The map's id.
        part: What is kept there, where that has a file of its own.
    """
    real = os.fsencode(os.path.realpath(path)) if path is not None else b""
    name = blake2b(real, digest_size=12).hexdigest()
    # The format lets ids hold nothing that means more than a letter to a file system.
    return state_folder() / "views" / f"{map_id}-{name}{part}.json"
