"""Words that a merge put together and that nobody has read yet, in the state folder.

They are kept by claim, with the text that came of it, so that a claim which says something else
by now counts as read. Losing them does no harm, so no error of the disk is told.
"""

import contextlib
from collections.abc import Collection, Mapping
from pathlib import Path

from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder
from debatemap.store.typed_json import read_typed, write_typed

__all__ = ["forget_joined", "joined_words", "note_joined"]


def joined_words(map_id: str) -> dict[str, str]:
    """Returns the joined text of each claim of a map that nobody has read yet."""
    try:
        return read_typed(_file(map_id).read_bytes(), dict[str, str])
    except (OSError, ValueError):
        return {}


def note_joined(map_id: str, texts: Mapping[str, str]) -> None:
    """Notes texts that a merge put together, by claim."""
    if texts:
        _keep(map_id, {**joined_words(map_id), **texts})


def forget_joined(map_id: str, claims: Collection[str]) -> None:
    """Counts the joined texts of some claims as read."""
    known = joined_words(map_id)
    left = {claim: text for claim, text in known.items() if claim not in claims}
    if len(left) < len(known):
        _keep(map_id, left)


def _keep(map_id: str, texts: dict[str, str]) -> None:
    path = _file(map_id)
    with contextlib.suppress(OSError):
        if texts:
            make_folder(path.parent)
            path.write_bytes(write_typed(texts))
        else:
            path.unlink(missing_ok=True)


def _file(map_id: str) -> Path:
    # The format lets ids hold nothing that means more than a letter to a file system.
    return state_folder() / "joined" / f"{map_id}.json"
