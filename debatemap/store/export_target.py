"""An export is written where nothing is yet: as a file, or as a folder of files."""

from pathlib import Path

from debatemap.formats.format import Written
from debatemap.store.new_file import write_new_file
from debatemap.store.new_folder import write_new_folder

__all__ = ["write_export"]

_ARCHIVE = ".zip"


def write_export(written: Written, path: Path) -> str:
    """Writes what was exported; returns what there is to say of that, or nothing.

    A format of many files makes a folder, or an archive where the name ends like one.

    Raises:
        MapError: The disk refused, or something stands there already.
    """
    if written.files and path.suffix.lower() != _ARCHIVE:
        write_new_folder(path, written.files)
        return ""
    return write_new_file(written.data, path)
