"""A file that is written where none is yet."""

from pathlib import Path

from debatemap.core.errors import MapError
from debatemap.store.atomic import ABSENT, stands_there, write_bytes

__all__ = ["write_new_file"]


def write_new_file(data: bytes, path: Path) -> str:
    """Writes a file that is not there yet; returns what there is to say of that, or nothing.

    Raises:
        MapError: The disk refused, or a file stands there already.
    """
    if stands_there(path):
        raise MapError(path, "a file stands there already", advice="Choose another name.")
    return write_bytes(path, data, expected=ABSENT)
