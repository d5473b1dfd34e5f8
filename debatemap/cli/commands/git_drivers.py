"""What git runs: the merge driver, the diff command and the text conversion.

They are hidden, for only the lines that `debatemap git install` sets call them. Where no side
is a map they do what git itself would, down to the byte: a package.json is none of our business.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from debatemap.cli.inputs import opening
from debatemap.cli.keys_in_words import how_to_settle
from debatemap.cli.output import complain, put, say
from debatemap.core.text import safe_line, shell_word

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["diff_driver", "merge_driver", "textconv"]

_WHOLE_CALL: Final = 7
"""How many arguments git gives to a diff command, if the file is not unmerged."""

_EXECUTABLE: Final = "100755"
_NEVER_MIND: Final = range(256)


def merge_driver(base: Path, ours: Path, theirs: Path, marker_size: int, name: str) -> int:
    """Merge two versions of a file for git, and write the result in the place of OURS.

    The exit status is 0 where all went well, 100 where conflicts are left, and 129 where it
    failed: OURS is as it was then.
    """
    from debatemap.sync.git.shell import FAULT  # noqa: PLC0415  (`--help` must stay light)

    try:
        return _merge(Sides(base, ours, theirs), marker_size, name)
    except KeyboardInterrupt:
        reason = "it was interrupted"
    except Exception as error:  # noqa: BLE001  (whatever it is, git must be told to stop)
        reason = str(error) or type(error).__name__
    complain(
        f"{name} was not merged: {reason.rstrip('.')}. Mend that and merge again, or merge line "
        "by line after `debatemap git uninstall`."
    )
    return FAULT


def diff_driver(arguments: Annotated[list[str], typer.Argument()]) -> None:
    """Tell what changed in a map, for `git diff`."""
    if len(arguments) < _WHOLE_CALL:
        put(safe_line(f"* Unmerged path {arguments[0]}"))
        return
    name, old_file, _, old_mode, new_file, _, new_mode, *renamed = arguments
    new_name, kinship, *_ = (*renamed, "") if renamed else (name, "")
    old, new = Version(name, old_file, old_mode), Version(new_name, new_file, new_mode)
    sides = _debates(old, new)
    if sides is None:
        _put_lines(old, new, kinship)
        return
    from debatemap.cli.commands.diff import put_difference  # noqa: PLC0415

    put(safe_line(f"diff --debatemap a/{name} b/{new_name}"))
    put_difference(*sides)


def textconv(file: Path) -> None:
    """Print a map as numbered prose for git to compare, and any other file as it is."""
    from debatemap.cli.commands.show import show  # noqa: PLC0415
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.formats.registry import is_map  # noqa: PLC0415

    data = file.read_bytes()
    if is_map(data):
        try:
            show(file)
        except MapError:
            pass  # Broken maps are compared line by line.
        else:
            return
    sys.stdout.buffer.write(data)


class Sides(NamedTuple):
    """The three files that git gives to a merge driver."""

    base: Path
    ours: Path
    theirs: Path


class Version(NamedTuple):
    """One of the two versions that git gives to a diff command."""

    name: str
    file: str
    mode: str

    @property
    def is_there(self) -> bool:
        """Whether the file is there at all in this version."""
        return self.file != os.devnull


def _merge(files: Sides, marker_size: int, name: str) -> int:
    from debatemap.cli.text.joined_words import tell_joined  # noqa: PLC0415
    from debatemap.formats.registry import is_map  # noqa: PLC0415
    from debatemap.store.atomic import fingerprint, write_bytes  # noqa: PLC0415
    from debatemap.sync.git.authors import merging_people  # noqa: PLC0415
    from debatemap.sync.git.shell import CONFLICTS_LEFT  # noqa: PLC0415
    from debatemap.sync.merge.files import merge_files  # noqa: PLC0415

    base, ours, theirs = (file.read_bytes() for file in files)
    if not any(map(is_map, (base, ours, theirs))):
        return CONFLICTS_LEFT if _merge_lines(files, marker_size) else 0
    # Where both sides added the file, git gives an empty one for the ancestor.
    merged = merge_files(base or None, ours, theirs, name, merging_people(Path(name)))
    write_bytes(files.ours, merged.data, expected=fingerprint(ours))
    tell_joined(merged.map_id, merged.joined, f"{name}: ")
    if not merged.conflicts:
        return 0
    conflicts = "conflict is" if len(merged.conflicts) == 1 else "conflicts are"
    say(
        f"{name}: merged by meaning; {len(merged.conflicts)} {conflicts} left, with both "
        f"versions in the map. Open it with `{opening(name)}`, {how_to_settle()}; "
        f"then `git add {shell_word(name)}`."
    )
    return CONFLICTS_LEFT


def _merge_lines(files: Sides, marker_size: int) -> bool:
    """Merges as git does; tells whether conflicts are left."""
    from debatemap.sync.git.repository import run  # noqa: PLC0415

    labels = [part for label in ("ours", "base", "theirs") for part in ("-L", label)]
    done = run(
        "merge-file", *labels, f"--marker-size={marker_size}", "--",
        files.ours, files.base, files.theirs,
        cwd=Path.cwd(), accept=_NEVER_MIND,
    )  # fmt: skip
    if done.stderr:
        say(done.stderr.decode(errors="replace"))
    return done.returncode != 0


def _debates(old: Version, new: Version) -> "tuple[Debate, Debate] | None":
    """Returns what two versions say, or None where one of them is no map that can be read."""
    from debatemap.core.debate import Debate  # noqa: PLC0415
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.formats.native.known_claims import reading_versions  # noqa: PLC0415
    from debatemap.formats.registry import is_map, read_map  # noqa: PLC0415

    read: list[Debate | None] = []
    with reading_versions():
        for version in (old, new):
            data = Path(version.file).read_bytes() if version.is_there else None
            if data is not None and not is_map(data):
                return None
            try:
                read.append(None if data is None else read_map(data, version.name).debate)
            except MapError:
                return None
    before, after = read
    known = before or after
    if known is None:
        return None
    nothing = Debate(known.header._replace(title="", theses=()))
    return before or nothing, after or nothing


def _put_lines(old: Version, new: Version, kinship: str) -> None:
    """Prints what git itself would, raw and in its colours."""
    from debatemap.sync.git.repository import run  # noqa: PLC0415

    colour = _colour_is_wanted()
    with TemporaryDirectory(prefix="debatemap-") as folder:
        names = [_copy(old, folder, "a"), _copy(new, folder, "b")]
        printed = run(
            "diff", "--no-index", "--no-ext-diff", "--no-textconv", "--no-prefix",
            f"--color={'always' if colour else 'never'}", "--", *names,
            cwd=Path(folder), accept=(0, 1),
        ).stdout  # fmt: skip
    header, *rest = printed.splitlines(keepends=True) or [_header(old, new)]
    if not (old.is_there and new.is_there):
        header = _with_both_names(header)
    modes = 0
    while modes < len(rest) and _tells_mode(rest[modes]):
        modes += 1
    lines = [line for line in os.fsencode(kinship).splitlines() if not line.startswith(b"index ")]
    related = [b"\x1b[1m%b\x1b[m\n" % line if colour else line + b"\n" for line in lines]
    sys.stdout.flush()
    sys.stdout.buffer.write(b"".join((header, *rest[:modes], *related, *rest[modes:])))


def _tells_mode(line: bytes) -> bool:
    return line.removeprefix(b"\x1b[1m").startswith((b"old mode ", b"new mode "))


def _header(old: Version, new: Version) -> bytes:
    """Returns the header of a file that has another name and nothing else that is new."""
    return f"diff --git a/{safe_line(old.name)} b/{safe_line(new.name)}\n".encode()


def _with_both_names(header: bytes) -> bytes:
    """Returns the header of a file that came or went, which has the name of one side twice."""
    lead, mark, names = header.partition(b"diff --git ")
    reset = b"\x1b[m\n" if names.endswith(b"\x1b[m\n") else b"\n"
    names = names.removesuffix(reset)
    name = names[: len(names) // 2]
    quote = name[:1] if name.startswith(b'"') else b""
    rest = name[len(quote) + 1 :]
    return lead + mark + quote + b"a" + rest + b" " + quote + b"b" + rest + reset


def _copy(version: Version, folder: str, side: str) -> str:
    """Copies a version to where its name in git's header comes out right; returns that name."""
    if not version.is_there:
        return os.devnull
    parts = [part for part in Path(version.name).parts if part not in {"/", ".."}]
    name = "/".join((side, *parts))
    path = Path(folder, name)
    path.parent.mkdir(parents=True)
    path.write_bytes(Path(version.file).read_bytes())
    path.chmod(0o755 if version.mode == _EXECUTABLE else 0o644)
    return name


def _colour_is_wanted() -> bool:
    """Tells whether git itself would print in colour here."""
    from debatemap.sync.git.repository import run  # noqa: PLC0415

    is_watched = sys.stdout.isatty() or "GIT_PAGER_IN_USE" in os.environ
    is_dumb = os.environ.get("TERM", "dumb") == "dumb"
    if not is_watched or is_dumb or os.environ.get("NO_COLOR"):
        return False
    asked = ("config", "--get-colorbool", "color.diff", "true")
    return run(*asked, cwd=Path.cwd(), accept=(0, 1)).returncode == 0
