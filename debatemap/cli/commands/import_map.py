"""`debatemap import`: a map from a file of another format."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.inputs import input_path, output_path
from debatemap.cli.keys_in_words import how_to_settle
from debatemap.cli.output import put_file, put_json, say
from debatemap.cli.shared_options import AsJson, ImportFormat, Strict

if TYPE_CHECKING:
    from debatemap.workspace.foreign_file import ForeignChange, ForeignFile

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
            help="With --into: under this claim, as pros, or cons where the file says so.",
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
    from debatemap.workspace.foreign_file import read_foreign  # noqa: PLC0415  (`--help` must stay light)

    _check_use(output, into, under, as_json=as_json)
    foreign = read_foreign(file, from_format)
    report = foreign.report.of_replies if under else foreign.report
    if not as_json:
        for line in report.lines():
            say(line)
    if strict and not report.is_whole:
        if as_json:
            put_json({**report.as_json(), "written": False})
        say("Nothing was written, as --strict refuses loss.")
        return Status.FOUND
    done: dict[str, Any] = {}
    if into is not None:
        done = _bring_in(foreign, into, under)
    else:
        _write_new(foreign, output)
    if as_json:
        put_json({**report.as_json(), "written": True, **done})
    return Status.FOUND if done.get("conflicts") else Status.DONE


def _check_use(output: Path | None, into: Path | None, under: str, *, as_json: bool) -> None:
    """Raises a UseError where options do not go together."""
    if into is not None and output is not None:
        raise UseError("-o makes a new map, and --into changes one: give one of them")
    if under and into is None:
        raise UseError("--under names a claim of the map of --into: give both")
    if as_json and into is None and output in (None, output_path("-")):
        raise UseError("--json prints the report where the map would go: give -o MAP or --into MAP")


def _write_new(foreign: "ForeignFile", output: Path | None) -> None:
    from debatemap.formats.native.codec import dump  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.workspace.foreign_file import write_new_map  # noqa: PLC0415

    if output is None or output == output_path("-"):
        put_file(dump(foreign.new_map()), None, expected=None)
    else:
        write_new_map(foreign.new_map(), output)


def _bring_in(foreign: "ForeignFile", into: Path, under: str) -> dict[str, Any]:
    """Changes a map by what a file brings; returns what became of it, as data."""
    from debatemap.cli.file_edits import retried, save  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415
    from debatemap.sync.merge.settle import name_conflict  # noqa: PLC0415
    from debatemap.workspace.session import open_session  # noqa: PLC0415

    def tried() -> "ForeignChange":
        session = open_session(into)
        if session.read_only:
            raise UseError(f"{into}: it cannot be changed: {session.read_only}")
        target = claim_id(session.debate, under) if under else None
        made = foreign.change_of(session.debate, target)
        session.do(made.change)
        save(session)
        return made

    made = retried(tried)
    say(made.summary)
    if under and made.is_update:
        say("--under was passed over: what came before stays where it is in the map.")
    for words in made.left_out:
        say(f"left out, as {into} has another value: {words}")
    for conflict in made.conflicts:
        say(f"conflict: {name_conflict(made.debate, conflict)}")
    if made.conflicts:
        say(f"Open the map, {how_to_settle()}.")
    return {"updated": made.is_update, "changes": made.counts, "conflicts": len(made.conflicts)}
