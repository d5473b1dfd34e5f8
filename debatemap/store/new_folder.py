"""A folder that is written as a whole: a new one, or one that is there and empty."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from debatemap.core.errors import MapError

__all__ = ["write_new_folder"]


def write_new_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a new or an empty folder: all of them, or none where one fails.

    No file is ever written over, also where one appears in between.

    Args:
        path: The folder.
        files: What each file holds, by its name.

    Raises:
        MapError: A file or a folder with something in it stands there, or the disk refused.
    """
    advice = "Choose another name."
    try:
        is_new = not path.exists()
        if not is_new and (not path.is_dir() or any(path.iterdir())):
            what = "a folder with files in it" if path.is_dir() else "a file"
            raise MapError(path, f"{what} stands there already", advice=advice)
        if is_new:
            path.mkdir()
        _fill(path, files, is_new=is_new)
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise MapError(path, problem.lower(), advice=f"Nothing was written. {advice}") from error


def _fill(path: Path, files: Mapping[str, bytes], *, is_new: bool) -> None:
    made: list[Path] = []
    try:
        for name, data in files.items():
            target = path / Path(name).name
            with target.open("xb") as file:
                made.append(target)
                file.write(data)
    except BaseException:
        for target in made:
            with suppress(OSError):
                target.unlink()
        if is_new:
            with suppress(OSError):
                path.rmdir()
        raise
