"""`debatemap history`: the copies that were kept of a map's saves, and the way back to one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import edit_map, say_unkept
from debatemap.cli.inputs import refuse_stdin
from debatemap.cli.output import put, put_file, put_json, say
from debatemap.cli.shared_options import AsJson, MapFile
from debatemap.core.text import SafeText, excerpt, shell_word

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.sync.backup_history import Earlier

__all__ = ["history"]

_TIME: Final = "%Y-%m-%d %H:%M:%S"
_KILO: Final = 1000


def history(
    map_file: MapFile,
    *,
    restore: Annotated[
        str,
        typer.Option(
            "--restore",
            metavar="N|TIME",
            help="Give the map back what it was in the Nth copy, or in the one of a time.",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List the copies that were kept of a map, or restore one.

    A copy is kept of each of the last ten saves, and one a day for thirty days, apart from git.
    Each line tells what was done after it. What the map is now is kept too before it is replaced.

    Examples:
      debatemap history debate.json
      debatemap history debate.json --restore 2
      debatemap history debate.json --restore "2026-01-03 14"
    """
    from debatemap.sync.backup_history import earlier  # noqa: PLC0415  (`--help` must stay light)

    refuse_stdin(map_file, "copies are kept of a file")
    found = earlier(*_known(map_file))
    if restore:
        _restore(map_file, _chosen(map_file, list(found), restore))
        return
    if as_json:
        put_json([_described(number, each) for number, each in enumerate(found, 1)])
        return
    number = 0
    for number, each in enumerate(found, 1):
        when, size = f"{each.backup.taken:{_TIME}}", f"{each.size / _KILO:.1f} kB"
        put(SafeText(f"{number:>3}  {when}  {size:>10}  {each.words}"))
    if not number:
        say(f"{map_file}: no copy is kept yet; one is, at each save")


def _known(map_file: Path) -> "tuple[str, Debate | None]":
    """Returns the id of the map, and what it says, where its file can be read.

    Raises:
        MapError: It cannot, and no copies are known.
    """
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.store.damaged import map_id_of  # noqa: PLC0415
    from debatemap.workspace.session import open_session  # noqa: PLC0415

    try:
        debate = open_session(map_file).debate
    except MapError:
        map_id = map_id_of(map_file)
        if not map_id:
            raise
        return map_id, None
    return debate.header.id, debate


def _chosen(map_file: Path, found: "list[Earlier]", wanted: str) -> "Earlier":
    """Returns the copy of a number or of the beginning of a time.

    Raises:
        UseError: There is none, or the times of several begin so.
    """
    if wanted.isdecimal() and len(wanted) < len("2026"):
        fitting = found[int(wanted) - 1 : int(wanted)] if int(wanted) else []
    else:
        fitting = [each for each in found if _begins(each, wanted)]
    if len(fitting) == 1:
        return fitting[0]
    what = "no copy is" if not fitting else f"{len(fitting)} copies are"
    command = f"debatemap history {shell_word(map_file)}"
    raise UseError(f"{what} called {excerpt(wanted, 40)}; `{command}` lists them")


def _begins(each: "Earlier", wanted: str) -> bool:
    taken = f"{each.backup.taken:{_TIME}}"
    return taken.startswith(wanted.strip().replace("T", " "))


def _restore(map_file: Path, chosen: "Earlier") -> None:
    """Saves a map as it was; what stands in its file now is kept as a copy.

    Raises:
        UseError: The copy cannot be read.
    """
    from debatemap.store.atomic import fingerprint, read_bytes, stands_there  # noqa: PLC0415
    from debatemap.store.backups import find_backup  # noqa: PLC0415
    from debatemap.sync.change_between import compare  # noqa: PLC0415

    if chosen.debate is None:
        raise UseError(f"that copy cannot be read: {chosen.problem}")
    then = chosen.debate
    content = fingerprint(read_bytes(map_file)).hex() if stands_there(map_file) else ""
    if not _can_be_read(map_file):
        _replace(map_file, chosen)
    elif not edit_map(map_file, lambda s: compare(s.debate, then, "restore an earlier copy")):
        say(f"{map_file} says what it said then; nothing was written")
        return
    kept = "; what it held is not kept" if content else ""
    if content and find_backup(then.header.id, content):
        kept = f"; what it held is kept: `debatemap history {shell_word(map_file)}`"
    say(f"{map_file} is as it was at {chosen.backup.taken:{_TIME}}{kept}")


def _can_be_read(map_file: Path) -> bool:
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.workspace.session import open_session  # noqa: PLC0415

    try:
        open_session(map_file)
    except MapError:
        return False
    return True


def _replace(map_file: Path, chosen: "Earlier") -> None:
    """Puts a copy in the place of a file that cannot be read, which is kept too."""
    from debatemap.store.atomic import fingerprint, read_bytes, stands_there  # noqa: PLC0415
    from debatemap.store.backups import keep_what_stands, read_backup  # noqa: PLC0415

    expected = None
    if stands_there(map_file):
        expected = fingerprint(read_bytes(map_file))
        say_unkept(keep_what_stands(map_file, chosen.debate.header.id if chosen.debate else ""))
    put_file(read_backup(chosen.backup), map_file, expected=expected)


def _described(number: int, each: "Earlier") -> dict[str, object]:
    return {
        "number": number,
        "time": each.backup.taken.isoformat(),
        "content": each.backup.fingerprint,
        "bytes": each.size,
        "since": each.since,
        "problem": each.problem,
        "file": str(each.backup.path),
    }
