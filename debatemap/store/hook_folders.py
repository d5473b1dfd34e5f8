"""In which folders the user's hooks may run for the maps there.

It is kept in the state folder. Losing it does no harm, as it is asked again, so no error of the
disk is told.
"""

import contextlib
import json
from pathlib import Path
from typing import Final

from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder

__all__ = ["may_run", "remember"]

_MOST: Final = 1_000
"""Folders that are kept; of more, the ones asked about first are forgotten."""


def may_run(folder: Path) -> bool | None:
    """Tells whether hooks may run in a folder; None where nobody has said so."""
    return _load().get(str(folder))


def remember(folder: Path, allowed: bool) -> None:  # noqa: FBT001  (work in a thread takes no names)
    """Keeps whether hooks may run in a folder."""
    kept = {**_load(), str(folder): allowed}
    file = _file()
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        text = json.dumps(dict([*kept.items()][-_MOST:]))
        file.write_text(text, encoding="utf-8", errors="surrogateescape")


def _load() -> dict[str, bool]:
    try:
        found = json.loads(_file().read_text(encoding="utf-8", errors="surrogateescape"))
    except (OSError, ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {folder: allowed for folder, allowed in pairs if isinstance(allowed, bool)}


def _file() -> Path:
    return state_folder() / "hooks.json"
