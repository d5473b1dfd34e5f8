"""A file as the text of a source: where it lies, copied beside the map, or kept within the map."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Literal

from debatemap.core.errors import MapError
from debatemap.core.model import SourceText
from debatemap.core.source_text import KINDS, is_inside, kind_of
from debatemap.store.atomic import read_bytes, stands_there
from debatemap.store.new_file import write_new_file
from debatemap.texts.inside_file import LARGEST, read_inside
from debatemap.texts.load import decoded

__all__ = ["FOLDER", "How", "attached_text", "attaching", "is_beneath", "texts_beside"]

How = Literal["beside", "copy", "keep"]
"""Whether the file itself is the text, a copy of it in `FOLDER`, or its words within the map."""

FOLDER: Final = "texts"
"""The folder beside the map for copies."""
_OFFERED: Final = 200


def attached_text(file: Path, folder: Path | None, how: How = "beside") -> SourceText:
    """Returns a file as the text of a source.

    Args:
        file: The file.
        folder: The map's folder; None for a map without one, which can only keep the words.
        how: What becomes of it.

    Raises:
        MapError: It is outside the map's folder, and is neither kept nor copied; it cannot be
            read, is too large or no text; or another file stands where its copy would.
    """
    data = read_bytes(file)
    if len(data) > LARGEST:
        raise MapError(file, f"it is larger than {LARGEST // 10**6} MB, and no such text is read")
    kind = kind_of(SourceText(file.name))
    words = decoded(data, file, kind)
    if how == "keep":
        return SourceText(kept=words, kind="" if kind == "plain" else kind)
    name = _name_of(file, folder, how)
    if folder is None or not is_inside(name):
        problem = "it is not beneath the map’s folder, or has a name that not every system takes"
        raise MapError(file, problem)
    if how == "copy":
        _write_copy(folder / name, data)
    read_inside(folder, name)
    return SourceText(name, hashlib.sha256(data).hexdigest())


@contextmanager
def attaching(file: Path, folder: Path, how: How) -> Iterator[SourceText]:
    """Gives a file as the text of a source to a map that is saved meanwhile.

    A copy that was made for it goes again where the map could not be saved.

    Args:
        file: The file.
        folder: The map's folder.
        how: What becomes of the file.

    Raises:
        MapError: As `attached_text` does.
    """
    copy = folder / FOLDER / file.name
    had_copy, had_folder = stands_there(copy), stands_there(copy.parent)
    try:
        yield attached_text(file, folder, how)
    except BaseException:
        if how == "copy" and not had_copy:
            with suppress(OSError):
                copy.unlink()
                if not had_folder:
                    copy.parent.rmdir()
        raise


def is_beneath(file: Path, folder: Path | None) -> bool:
    """Tells whether a file lies in a map's folder, or beneath it, under a name that a map takes."""
    return folder is not None and is_inside(_name_of(file, folder, "beside"))


def texts_beside(folder: Path | None) -> list[Path]:
    """Returns files in a map's folder, and in the folder for copies, that may be texts."""
    if folder is None:
        return []
    found: list[Path] = []
    for place in (folder / FOLDER, folder):
        try:
            files = sorted(place.iterdir())
        except OSError:
            continue
        found += [f for f in files if f.suffix.lower() in KINDS and f.suffix and f.is_file()]
    return found[:_OFFERED]


def _name_of(file: Path, folder: Path | None, how: How) -> str:
    if how == "copy":
        return f"{FOLDER}/{file.name}"
    path = file.absolute()
    is_there = folder is not None and path.is_relative_to(folder)
    return path.relative_to(folder).as_posix() if folder is not None and is_there else ""


def _write_copy(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    if not (stands_there(path) and read_bytes(path) == data):
        write_new_file(data, path)
