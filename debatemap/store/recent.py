"""The maps that were opened lately, kept from one run to the next.

They are kept in the state folder by their paths, the last one first. Losing the list does no
harm, so no error of the disk is told.
"""

import contextlib
import json
import os
from pathlib import Path
from typing import Final

from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder

__all__ = ["MOST_KEPT", "forget", "note_opened", "recent_maps"]

MOST_KEPT: Final = 30
"""How many maps are remembered."""


def recent_maps() -> list[Path]:
    """Returns the maps that were opened lately, the last one first; some may be gone by now."""
    try:
        kept = json.loads(_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    names = kept if isinstance(kept, list) else []
    return [Path(name) for name in names if _is_name(name)][:MOST_KEPT]


def note_opened(path: Path) -> None:
    """Puts a map first among those that were opened lately."""
    opened = Path(os.path.realpath(path))
    _keep([opened, *(other for other in recent_maps() if other != opened)])


def forget(path: Path) -> None:
    """Takes a map off the list."""
    _keep([other for other in recent_maps() if other != path])


def _keep(paths: list[Path]) -> None:
    # Names that are no Unicode come as lone surrogates, which this writes as escapes.
    data = json.dumps([str(path) for path in paths[:MOST_KEPT]], indent=0).encode("ascii")
    file = _file()
    part = file.with_suffix(f".{os.getpid()}.part")
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        part.write_bytes(data)
        # Another window may read the list meanwhile.
        part.replace(file)


def _is_name(name: object) -> bool:
    return isinstance(name, str) and "\0" not in name and os.path.isabs(name)  # noqa: PTH117  (no path is made of it yet)


def _file() -> Path:
    return state_folder() / "recent.json"
