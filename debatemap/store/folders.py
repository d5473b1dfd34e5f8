"""Folders of the program's own, made to last."""

from pathlib import Path

from debatemap.core import platform

__all__ = ["make_folder"]


def make_folder(folder: Path) -> None:
    """Makes a private folder and those above it, where they are not there, to last."""
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for made in missing:
        # Its own fsync does not keep a folder whose name a power cut takes away.
        platform.sync_folder(made.parent)
