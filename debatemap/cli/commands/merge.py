"""`debatemap merge`: two people's edits of one map put together by meaning."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.file_edits import say_unkept
from debatemap.cli.inputs import input_path, output_path
from debatemap.cli.keys_in_words import how_to_settle
from debatemap.cli.output import put_file, say
from debatemap.cli.shared_options import MergedOutput
from debatemap.cli.text.joined_words import tell_joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debatemap.core.debate import Debate
    from debatemap.sync.merge.three_way import Merged

__all__ = ["merge"]

_WITHOUT_BASE, _WITH_BASE = 2, 3


def merge(
    map_files: Annotated[
        list[Path],
        typer.Argument(
            metavar="[BASE] OURS THEIRS",
            help="What both began with, and the two versions, in any order.",
            parser=input_path,
            show_default=False,
        ),
    ],
    *,
    output: MergedOutput = None,
    guess: Annotated[
        bool,
        typer.Option(
            "--guess/--no-guess", help="Without BASE, look for it among your backups of the map."
        ),
    ] = True,
) -> Status:
    """Merge two versions of a map by meaning.

    Neither version wins. What cannot be decided without you is kept with both values in the
    merged map, where `debatemap` shows it; then the exit status is 1. Without BASE, it is looked
    for among your backups of what OURS was made from. Where there is none, nothing counts as
    deleted, and whatever differs is a conflict.

    Examples:
      debatemap merge base.json mine.json yours.json -o merged.json
      debatemap merge mine.json from-a-mail.json -o mine.json
    """
    from debatemap.formats.native.known_claims import reading_versions  # noqa: PLC0415
    from debatemap.formats.registry import write_like  # noqa: PLC0415
    from debatemap.store.backups import keep_what_stands  # noqa: PLC0415
    from debatemap.store.stream_input import input_name, read_input, refuse_twice  # noqa: PLC0415
    from debatemap.sync.merge.conflict import conflicts_in  # noqa: PLC0415  (`--help` must stay light)

    if len(map_files) not in (_WITHOUT_BASE, _WITH_BASE):
        raise UseError("merge takes OURS and THEIRS, or BASE, OURS and THEIRS")
    output = None if output == output_path("-") else output
    before = _content(output)
    refuse_twice(map_files)
    contents, names = list(map(read_input, map_files)), list(map(input_name, map_files))
    with reading_versions():
        began, ours, theirs = _versions(contents, names)
        _refuse_to_lose(output, map_files, ours.header.id)
        base = began if began is not None or not guess else _guessed(ours, *contents)
        merged = _merged(base, ours, theirs, map_files)
        data = write_like(contents[-2], names[-2], merged.debate)
    if output is not None and before is not None:
        say_unkept(keep_what_stands(output, ours.header.id))
    put_file(data, output, expected=before)
    _keep(ours.header.id, data, *contents[-2:])
    _tell(ours, merged, has_base=base is not None)
    return Status.FOUND if conflicts_in(merged.debate) else Status.DONE


def _versions(
    contents: "Sequence[bytes]", names: "Sequence[str]"
) -> "tuple[Debate | None, Debate, Debate]":
    """Returns what both sides began with, where it is given, and the sides."""
    *first, ours, theirs = map(_read, contents, names)
    if ours.header.id != theirs.header.id:
        raise UseError(
            f"{names[-2]} and {names[-1]} are different maps; "
            "`debatemap join` brings one into another"
        )
    return first[0] if first else None, ours, theirs


def _merged(
    base: "Debate | None", ours: "Debate", theirs: "Debate", map_files: "Sequence[Path]"
) -> "Merged":
    from debatemap.sync.merge.conflict import Side  # noqa: PLC0415
    from debatemap.sync.merge.three_way import merge3  # noqa: PLC0415

    mine, yours = map_files[-2:]
    called = (mine.name, yours.name) if mine.name != yours.name else (str(mine), str(yours))
    return merge3(base, ours, theirs, people=(Side(called[0]), Side(called[1])))


def _content(output: Path | None) -> bytes | None:
    """Returns the fingerprint of the file that is to be replaced, before anything is read."""
    from debatemap.store.atomic import fingerprint, read_bytes, stands_there  # noqa: PLC0415

    if output is None or not stands_there(output):
        return None
    return fingerprint(read_bytes(output))


def _refuse_to_lose(output: Path | None, map_files: list[Path], map_id: str) -> None:
    """Refuses to write over a file that is neither named as a version nor is one.

    Raises:
        UseError: It is such a file.
    """
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.store.atomic import read_bytes, stands_there  # noqa: PLC0415

    if output is None or not stands_there(output):
        return
    if any(each.exists() and each.samefile(output) for each in map_files):
        return
    try:
        is_version = _read(read_bytes(output), str(output)).header.id == map_id
    except MapError:
        is_version = False
    if not is_version:
        raise UseError(f"{output}: a file stands there that is no version of the map; name another")


def _read(data: bytes, name: str) -> "Debate":
    from debatemap.formats.registry import read_debate  # noqa: PLC0415

    return read_debate(data, name)


def _guessed(ours: "Debate", mine: bytes, yours: bytes) -> "Debate | None":
    from debatemap.store.atomic import fingerprint  # noqa: PLC0415
    from debatemap.sync.merge.ancestor import likely_base  # noqa: PLC0415

    ancestor = likely_base(ours.header.id, [fingerprint(mine).hex()], yours)
    if ancestor is None:
        return None
    say(f"base: your copy of {ancestor.backup.taken:%Y-%m-%d %H:%M}, found among the backups")
    return ancestor.debate


def _keep(map_id: str, merged: bytes, *sides: bytes) -> None:
    """Keeps what was merged and what came of it, for the next copy that comes."""
    from debatemap.store.atomic import fingerprint  # noqa: PLC0415
    from debatemap.store.backups import find_backup, keep_backup  # noqa: PLC0415

    contents = [fingerprint(side).hex() for side in sides]
    for side, content in zip(sides, contents, strict=True):
        if find_backup(map_id, content) is None:
            keep_backup(map_id, side, content=content)
    say_unkept(keep_backup(map_id, merged, contents))


def _tell(ours: "Debate", merged: "Merged", *, has_base: bool) -> None:
    """Says what came in and what is left to decide."""
    from debatemap.sync.diff.difference_text import one_line  # noqa: PLC0415
    from debatemap.sync.diff.differences import differences  # noqa: PLC0415
    from debatemap.sync.merge.settle import name_conflict  # noqa: PLC0415

    for difference in differences(ours, merged.debate):
        say(one_line(difference, ours, merged.debate))
    tell_joined(ours.header.id, merged.joined_texts)
    for conflict in merged.conflicts:
        say(f"conflict: {name_conflict(merged.debate, conflict)}")
    if not has_base:
        say(
            "There was no base: what one version lacks could not be seen to be deleted, so "
            "everything was kept."
        )
    if merged.conflicts:
        say(f"Open the merged map, {how_to_settle()}.")
