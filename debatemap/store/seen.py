"""What a reader had seen of a map: the content last looked at in full, and what was seen since.

It is kept in the state folder under the map's id, with a copy of the content of its own, so
that it outlasts the backups. Losing it does no harm, so no error of the disk is told: the map
then counts as seen.
"""

import contextlib
import gzip
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.store.atomic import fingerprint
from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder
from debatemap.store.typed_json import read_typed, write_typed

__all__ = ["Seen", "load_seen", "save_seen"]

_LIGHTLY: Final = 1
"""Compression that takes little time; see the backups."""


class Seen(NamedTuple):
    """What was seen of a map.

    Attributes:
        content: The bytes of the file when it was last looked at in full.
        since: By claim, a digest of what was different there when that was seen.
    """

    content: bytes
    since: Mapping[str, str] = {}


class _Kept(NamedTuple):
    """What the JSON file holds; the content lies beside it."""

    fingerprint: str
    since: dict[str, str]


def load_seen(map_id: str) -> Seen | None:
    """Returns what was seen of a map, or None where it was not looked at here."""
    try:
        kept = read_typed(_file(map_id).read_bytes(), _Kept)
        content = gzip.decompress(_content_file(map_id).read_bytes())
    except (OSError, EOFError, ValueError, zlib.error):
        return None
    if fingerprint(content).hex() != kept.fingerprint:
        return None
    return Seen(content, kept.since)


def save_seen(map_id: str, seen: Seen) -> None:
    """Keeps what was seen of a map; a content that is kept already is not written again."""
    path, kept = _file(map_id), _Kept(fingerprint(seen.content).hex(), dict(seen.since))
    known = load_seen(map_id)
    with contextlib.suppress(OSError):
        make_folder(path.parent)
        if known is None or known.content != seen.content:
            _content_file(map_id).write_bytes(gzip.compress(seen.content, _LIGHTLY, mtime=0))
        path.write_bytes(write_typed(kept))


def _file(map_id: str) -> Path:
    # The format lets ids hold nothing that means more than a letter to a file system.
    return state_folder() / "seen" / f"{map_id}.json"


def _content_file(map_id: str) -> Path:
    return _file(map_id).with_suffix(".json.gz")
