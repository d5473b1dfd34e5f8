"""Files of reference managers: found beside a map, and read as sources."""

from pathlib import Path
from typing import Final

from debatemap.bibliography import ENDINGS, BibliographyError, read_bibliography
from debatemap.core.errors import MapError
from debatemap.core.model import Source
from debatemap.store.atomic import read_bytes

__all__ = ["bibliographies_beside", "sources_in"]

_MOST: Final = 200
"""Files of a folder that are named."""
_OF_A_MAP: Final = b'"debatemap"'
_HEAD: Final = 200


def sources_in(path: Path) -> list[Source]:
    """Returns the sources in a file of a reference manager.

    Raises:
        MapError: It cannot be read, holds no sources, or a package is missing that reads it.
    """
    data = read_bytes(path)
    try:
        return read_bibliography(data.decode("utf-8-sig"), path.suffix)
    except UnicodeDecodeError as error:
        problem = f"it is no text in UTF-8: byte {error.start:,} is none of it"
        raise MapError(path, problem, advice="Export it as UTF-8.") from None
    except BibliographyError as error:
        raise MapError(path, str(error)) from error


def bibliographies_beside(path: Path | None) -> list[Path]:
    """Returns the files beside a map that reference managers write, those of JSON last."""
    folder = path.absolute().parent if path is not None else Path.cwd()
    try:
        found = sorted(each for each in folder.iterdir() if each.suffix.lower() in ENDINGS)
    except OSError:
        return []
    named = [each for each in found if each.is_file() and not _is_map(each)]
    return sorted(named, key=lambda each: each.suffix.lower() == ".json")[:_MOST]


def _is_map(path: Path) -> bool:
    if path.suffix.lower() != ".json":
        return False
    try:
        with path.open("rb") as file:
            return _OF_A_MAP in file.read(_HEAD)
    except OSError:
        return True
