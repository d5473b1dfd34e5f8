"""What a reader keeps of a map in the state folder, a file for each kind of it.

It lies beside how the map is looked at, under the same name, and never in the map. Losing it does
no harm to the map, so no error of the disk is told.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from debatemap.store.folders import make_folder
from debatemap.store.typed_json import read_typed, write_typed
from debatemap.store.view_state import view_file

__all__ = ["KeptState"]

State = TypeVar("State")


class KeptState(Generic[State]):
    """One kind of what is kept of each map.

    Args:
        part: Names its files.
        kind: The type of what is kept, as `read_typed` reads it.
        empty: Makes what a map has of which nothing is kept; where that is kept again, no file is.
    """

    def __init__(self, part: str, kind: Any, empty: Callable[[], State]) -> None:  # noqa: ANN401  (a type, or a generic one)
        self._part, self._kind, self._empty = part, kind, empty

    def load(self, path: Path | None, map_id: str) -> State:
        """Returns what is kept of a map.

        Args:
            path: The map's file, or None for a map that has none.
            map_id: The map's id.
        """
        try:
            state: State = read_typed(self._file(path, map_id).read_bytes(), self._kind)
        except (OSError, ValueError):
            return self._empty()
        return state

    def save(self, path: Path | None, map_id: str, state: State) -> None:
        """Keeps something of a map; the other arguments are those of `load`."""
        file = self._file(path, map_id)
        with contextlib.suppress(OSError):
            if state == self._empty():
                file.unlink(missing_ok=True)
                return
            make_folder(file.parent)
            file.write_bytes(write_typed(state))

    def _file(self, path: Path | None, map_id: str) -> Path:
        return view_file(path, map_id, f"-{self._part}")
