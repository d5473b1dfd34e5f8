"""`debatemap import`: a map from a file of another format."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.foreign_files import read_foreign
from debatemap.cli.inputs import input_path, output_path
from debatemap.cli.options import AsJson, ImportFormat, Strict
from debatemap.cli.output import put_file, put_json, put_new_file, say

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.formats.format import Format, Imported
    from debatemap.formats.report import ImportReport
    from debatemap.sync.imports.bring_in import BroughtIn
    from debatemap.workspace.session import Session

__all__ = ["import_map"]


def import_map(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="The file; - is standard input.",
            parser=input_path,
            show_default=False,
        ),
    ],
    *,
    from_format: ImportFormat = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="MAP",
            help="Write the map there, and over no file.",
            parser=output_path,
            show_default=False,
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="MAP",
            help="Bring it into this map: a newer version of a file that came before updates it.",
            parser=input_path,
            show_default=False,
        ),
    ] = None,
    under: Annotated[
        str,
        typer.Option(
            "--under",
            metavar="ID",
            help="With --into: as pros of this claim, and not as theses.",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
    strict: Strict = False,
) -> Status:
    """Make a map of a file of another format, or bring it into a map.

    The format is known by the content. What came in, what the map does not hold, and what had to be
    mended is told on standard error. With --strict nothing is written where anything was lost or
    mended, and the exit status is 1; it is 1 too where an update left conflicts.

    Examples:
      debatemap import talk.argdown -o talk.json
      debatemap import kialo-export.txt --into talk.json
      pandoc talk.docx -t markdown | debatemap import - --from markdown -o talk.json
    """
    _check_use(output, into, under, as_json=as_json)
    read, chosen = read_foreign(file, from_format)
    report = _report(file, read, chosen)
    if not as_json:
        for line in report.lines():
            say(line)
    if strict and not report.is_whole:
        if as_json:
            put_json({**report.as_json(), "written": False})
        say("Nothing was written, as --strict refuses loss.")
        return Status.FOUND
    if into is not None:
        return _bring_in(file, read, chosen, report, into, under, as_json=as_json)
    _write_new(file, read, chosen, output)
    if as_json:
        put_json({**report.as_json(), "written": True})
    return Status.DONE


def _check_use(output: Path | None, into: Path | None, under: str, *, as_json: bool) -> None:
    """Raises a UseError where options do not go together."""
    if into is not None and output is not None:
        raise UseError("-o makes a new map, and --into changes one: give one of them")
    if under and into is None:
        raise UseError("--under names a claim of the map of --into: give both")
    if as_json and into is None and output in (None, output_path("-")):
        raise UseError("--json prints the report where the map would go: give -o MAP or --into MAP")


def _report(file: Path, read: "Imported", chosen: "Format") -> "ImportReport":
    from debatemap.formats.report import ImportReport  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.store.stream_input import input_name  # noqa: PLC0415

    return ImportReport.of(read, input_name(file), chosen.name)


def _write_new(file: Path, read: "Imported", chosen: "Format", output: Path | None) -> None:
    from debatemap.formats.native.codec import dump  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.formats.registry import format_for_saving  # noqa: PLC0415
    from debatemap.sync.imports.bring_in import as_new_map  # noqa: PLC0415

    debate = as_new_map(read, chosen.name, file.name)
    if output is None or output == output_path("-"):
        put_file(dump(debate), None, expected=None)
    else:
        put_new_file(format_for_saving(output).writer(debate)(), output)


def _bring_in(
    file: Path,
    read: "Imported",
    chosen: "Format",
    report: "ImportReport",
    into: Path,
    under: str,
    *,
    as_json: bool,
) -> Status:
    from debatemap.cli.file_edits import retried, save  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.workspace.session import open_session  # noqa: PLC0415

    def tried() -> "BroughtIn":
        session = open_session(into)
        if session.read_only:
            raise UseError(f"{into}: it cannot be changed: {session.read_only}")
        brought = _brought(session, file, read, chosen, under)
        save(session)
        return brought

    brought = retried(tried)
    if as_json:
        conflicts = len(brought.conflicts)
        put_json({**report.as_json(), "written": True, "updated": brought.is_update,
                  "conflicts": conflicts})  # fmt: skip
    return Status.FOUND if brought.conflicts else Status.DONE


def _brought(
    session: "Session", file: Path, read: "Imported", chosen: "Format", under: str
) -> "BroughtIn":
    """Changes an open map by what a file brings, and says what became of it."""
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.formats.features import CARRIED  # noqa: PLC0415
    from debatemap.sync.compare import compare  # noqa: PLC0415
    from debatemap.sync.imports import bring_in  # noqa: PLC0415
    from debatemap.sync.merge.settle import name_conflict  # noqa: PLC0415

    debate = session.debate
    earlier = bring_in.earlier_import(debate, read, chosen.name, file.name)
    if earlier is None and read.debate.header.id == debate.header.id:
        raise UseError(
            f"{file}: it is a version of this map; `debatemap merge` brings the two together"
        )
    if earlier is None:
        target = claim_id(debate, under) if under else None
        brought = bring_in.put_under(debate, read, target, chosen.name, file.name)
    else:
        has_ids = chosen.carries is not None and chosen.carries.ids == CARRIED
        brought = bring_in.update(debate, read, earlier, file.name, has_ids=has_ids)
    change = compare(debate, brought.debate, f"import {file.name}")
    say(_summary(change, is_update=brought.is_update))
    session.do(change)
    for conflict in brought.conflicts:
        say(f"conflict: {name_conflict(brought.debate, conflict)}")
    if brought.conflicts:
        say("Open the map, press C to settle them, and save.")
    return brought


def _summary(change: "Change", *, is_update: bool) -> str:
    """Returns what an import changes in a map, in words.

    Examples:
        >>> from debatemap.core.change import Change
        >>> from debatemap.core.model import Claim
        >>> _summary(Change("", claims={"a": (None, Claim("A."))}), is_update=True)
        'updated the map: 1 claim added, 0 changed, 0 removed'
    """
    edits = change.claims.values()
    added = sum(before is None for before, _ in edits)
    removed = sum(after is None for _, after in edits)
    changed = len(change.claims) - added - removed
    verb = "updated the map" if is_update else "brought into the map"
    noun = "claim" if added == 1 else "claims"
    return f"{verb}: {added:,} {noun} added, {changed:,} changed, {removed:,} removed"
