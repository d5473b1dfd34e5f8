"""Cases of odd files: each is given a folder, and returns what must not be, or nothing."""

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from debatemap.core.errors import MapError, OutsideChangeError
from debatemap.formats.native.codec import dump
from debatemap.workspace.session import Session, open_session
from tests.system import is_root, make_pipe, somebody
from tests.torture.sample import leftovers, opened, put, write_map

__all__ = ["CASES", "MISSING", "Case", "keeps_mode", "saved", "saved_as"]

Case = Callable[[Path], str]
MISSING: Final = "missing here: "
"""So begins what a case returns that cannot be tried."""
_NOBODY: Final = 65534


def saved(path: Path) -> str:
    """Edits and saves a map; returns what must not be, or nothing."""
    write_map(path)
    session, new = opened(path)
    session.save()
    return _whole(session, path, new)


def _whole(session: Session, path: Path, new: bytes) -> str:
    if session.dirty or path.read_bytes() != new:
        return "it is not saved"
    left = leftovers(path.parent)
    names = [name for name in left if name != path.name]
    return f"left behind: {names}" if names else ""


def _refused(session: Session, path: Path, kind: type[MapError] = MapError) -> str:
    """Saves a map that may not be saved."""
    old = path.read_bytes() if path.is_file() else None
    try:
        session.save()
    except kind:
        now = path.read_bytes() if path.is_file() else None
        left = leftovers(path.parent)
        return "" if session.dirty and now == old and not left else f"it was written, or {left}"
    return "it was saved"


def saved_as(path: Path) -> str:
    """Saves a map under a new name."""
    write_map(path.parent / "old")
    session, new = opened(path.parent / "old")
    session.save(path)
    return _whole(session, path, new)


def keeps_mode(folder: Path, mode: int) -> str:
    """Saves a map with the given rights."""
    path = folder / "map.json"
    write_map(path)
    path.chmod(mode)
    session, new = opened(path)
    session.save()
    now = stat.S_IMODE(path.stat().st_mode)
    return _whole(session, path, new) or ("" if now == mode else f"it is {now:o} now")


def _read_only_file(folder: Path) -> str:
    path = folder / "map.json"
    write_map(path)
    path.chmod(0o444)
    with somebody():
        return _refused(opened(path)[0], path)


def _read_only_folder(folder: Path) -> str:
    path = folder / "map.json"
    write_map(path)
    path.chmod(0o666)
    folder.chmod(0o555)
    inode = path.stat().st_ino
    with somebody():
        session, new = opened(path)
        session.save()
    kept = path.stat().st_ino == inode
    return _whole(session, path, new) or ("" if kept else "it is another file now")


def _closed_folder(folder: Path) -> str:
    """A folder that may be searched and written, and not read."""
    path = folder / "map.json"
    write_map(path)
    path.chmod(0o666)
    folder.chmod(0o333)
    with somebody():
        session, new = opened(path)
        session.save()
    return _whole(session, path, new)


def _symlink(folder: Path) -> str:
    path, link = folder / "map.json", folder / "link.json"
    write_map(path)
    link.symlink_to("map.json")
    session, new = opened(link)
    session.save()
    return _whole(session, path, new) or ("" if link.is_symlink() else "the link is gone")


def _chain_of_links(folder: Path) -> str:
    (folder / "one").symlink_to("two")
    (folder / "two").symlink_to("map.json")
    mishap = saved(folder / "one")
    kept = (folder / "one").is_symlink() and (folder / "two").is_symlink()
    return mishap or ("" if kept else "a link is gone")


def _link_to_elsewhere(folder: Path) -> str:
    other = folder / "other"
    other.mkdir()
    (folder / "link").symlink_to(other / "map.json")
    mishap = saved(folder / "link")
    return mishap or (f"left behind: {leftovers(other)}" if leftovers(other) else "")


def _broken_link(folder: Path) -> str:
    link = folder / "link"
    link.symlink_to("later.json")
    write_map(folder / "old")
    session, new = opened(folder / "old")
    session.save(link, overwrite=True)
    return "" if (folder / "later.json").read_bytes() == new and link.is_symlink() else "no"


def _cycle_of_links(folder: Path) -> str:
    (folder / "cycle").symlink_to("cycle")
    write_map(folder / "old")
    session, _ = opened(folder / "old")
    try:
        session.save(folder / "cycle", overwrite=True)
    except MapError:
        return "" if (folder / "cycle").is_symlink() else "the link is gone"
    return "it was saved"


def _hard_link(folder: Path) -> str:
    path = folder / "map.json"
    write_map(path)
    (folder / "other").hardlink_to(path)
    session, new = opened(path)
    session.save()
    return _whole(session, path, new) or ("" if path.samefile(folder / "other") else "parted")


def _foreign_owner(folder: Path) -> str:
    """A file of somebody else, which everybody may write."""
    if not is_root():
        return f"{MISSING}root"
    path = folder / "map.json"
    write_map(path)
    path.chmod(0o666)
    with somebody():
        session, new = opened(path)
        session.save()
    return _whole(session, path, new) or ("" if path.stat().st_uid == 0 else "another's now")


def _foreign_owner_as_root(folder: Path) -> str:
    if not is_root():
        return f"{MISSING}root"
    path = folder / "map.json"
    write_map(path)
    os.chown(path, _NOBODY, _NOBODY)
    session, new = opened(path)
    session.save()
    kept = (path.stat().st_uid, path.stat().st_gid) == (_NOBODY, _NOBODY)
    return _whole(session, path, new) or ("" if kept else "another's now")


def _attribute(folder: Path) -> str:
    path = folder / "map.json"
    write_map(path)
    try:
        os.setxattr(path, "user.note", b"mine")
    except (OSError, AttributeError) as error:
        return f"{MISSING}{error}"
    session, new = opened(path)
    session.save()
    kept = os.getxattr(path, "user.note") == b"mine"
    return _whole(session, path, new) or ("" if kept else "it is lost")


def _a_pipe(folder: Path) -> str:
    make_pipe(folder / "pipe")
    return _not_opened(folder / "pipe")


def _empty_file(folder: Path) -> str:
    (folder / "map.json").touch()
    return _not_opened(folder / "map.json")


def _not_opened(path: Path) -> str:
    try:
        open_session(path)
    except MapError:
        return ""
    return "it was opened"


def _outside_edit(folder: Path) -> str:
    path = folder / "map.json"
    write_map(path)
    session, new = opened(path)
    path.write_bytes(new.replace(b"Edited.", b"Theirs."))
    return _refused(session, path, OutsideChangeError)


def _gone(folder: Path) -> str:
    path = folder / "map.json"
    write_map(path)
    session, _ = opened(path)
    path.unlink()
    return _refused(session, path, OutsideChangeError)


def _unedited(folder: Path) -> str:
    path = folder / "map.json"
    path.write_bytes(write_map(path) + b"\n ")
    before = path.stat()
    time.sleep(0.01)
    open_session(path).save()
    session, _ = opened(path)
    session.undo()
    session.save()
    now = path.stat()
    same = (now.st_mtime_ns, now.st_ino) == (before.st_mtime_ns, before.st_ino)
    return "" if same else "it was written"


def _name_too_long(folder: Path) -> str:
    return _not_saved_as(folder, "x" * 256)


def _beneath_a_file(folder: Path) -> str:
    return _not_saved_as(folder, "old/map.json")


def _not_saved_as(folder: Path, name: str) -> str:
    write_map(folder / "old")
    session, _ = opened(folder / "old")
    try:
        session.save(folder / name)
    except MapError:
        return "" if session.dirty and len(list(folder.iterdir())) == 1 else "something is there"
    return "it was saved"


def _relative_path(folder: Path) -> str:
    before = Path.cwd()
    os.chdir(folder)
    try:
        mishap = saved(Path("-"))
        session = open_session(Path("-"))
        session.do(put(session.debate, "c0", "Again."))
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir()
        os.chdir(elsewhere)
        return mishap or ("" if _is_safe(session, folder / "-") else "it went elsewhere")
    finally:
        os.chdir(before)


def _is_safe(session: Session, path: Path) -> bool:
    """Tells whether a save after the program went to another folder does no harm."""
    try:
        session.save()
    except MapError:
        return not Path("-").exists()
    return path.read_bytes() == dump(session.debate)


CASES: Final[tuple[Case, ...]] = (
    _read_only_file, _read_only_folder, _closed_folder, _symlink, _chain_of_links,
    _link_to_elsewhere, _broken_link, _cycle_of_links, _hard_link, _foreign_owner_as_root,
    _foreign_owner, _attribute, _not_opened, _a_pipe, _outside_edit, _gone, _unedited,
    _name_too_long, _beneath_a_file, _empty_file, _relative_path,
)  # fmt: skip
"""What is tried once each."""
