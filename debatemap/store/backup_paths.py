"""The files that maps with backups were saved in, so that a file without any content finds its own.

Each folder of backups lists them in a file of its own, the last one first. They are a courtesy
as the backups are: an error of the disk loses the way to them by the file's name, and no save.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from debatemap.store.locations import state_folder
from debatemap.store.temp_files import passing_name

__all__ = ["maps_saved_at", "note_saved_at"]

_NAME: Final = "paths.json"
_MOST: Final = 10
"""Files of a map that are remembered: a map may be kept in several places."""


def note_saved_at(map_id: str, path: Path) -> None:
    """Notes that a map was saved in a file; where no backup is kept, nothing is."""
    list_file = state_folder() / "backups" / map_id / _NAME
    known = _paths_in(list_file)
    passing = list_file.with_name(passing_name())
    with contextlib.suppress(OSError):
        saved = os.path.realpath(path)
        if known[:1] == [saved]:
            return
        paths = [saved, *(other for other in known if other != saved)][:_MOST]
        # Names that are no Unicode come as lone surrogates, which this writes as escapes.
        passing.write_text(json.dumps(paths), encoding="ascii")
        # Another window may read the list meanwhile.
        passing.replace(list_file)


def maps_saved_at(path: Path) -> Iterator[str]:
    """Yields the ids of the maps that a file held, the one that was noted last first."""
    wanted = os.path.realpath(path)
    for list_file in sorted(_lists(), key=_changed, reverse=True):
        if wanted in _paths_in(list_file):
            yield list_file.parent.name


def _lists() -> list[Path]:
    return list((state_folder() / "backups").glob(f"*/{_NAME}"))


def _changed(list_file: Path) -> float:
    try:
        return list_file.stat().st_mtime
    except OSError:
        return 0.0


def _paths_in(list_file: Path) -> list[str]:
    try:
        kept = json.loads(list_file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    return [path for path in kept if isinstance(path, str)] if isinstance(kept, list) else []
