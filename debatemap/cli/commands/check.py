"""`debatemap check`: what is wrong with maps, and the mending of what is safe to mend."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.file_edits import say_unkept
from debatemap.cli.inputs import input_path
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson
from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debatemap.check import Report

__all__ = ["check"]


def check(
    map_files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="MAP",
            help="The maps' files; - is standard input.",
            parser=input_path,
            show_default=False,
        ),
    ] = None,
    *,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe to mend.")] = False,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Leave a code out.", show_default=False),
    ] = None,
    list_codes: Annotated[
        bool, typer.Option("--list", help="Print every code and what it means.")
    ] = False,
    as_json: AsJson = False,
) -> Status:
    """Check maps, and mend what is safe to mend.

    Prints what is wrong, each as FILE: PLACE: CODE MESSAGE. The exit status is 0 where nothing
    is left to do, 1 where something was found that is more than a warning, 2 where a file cannot be
    read. Quotes are looked for in the texts of their sources, where these are there. --fix drops
    control characters, names that stand twice in a list, and theses that do not exist; it saves
    only what it mended.

    Examples:
      debatemap check maps/*.json
      debatemap check debate.json --fix
      debatemap check debate.json --ignore DM401
    """
    if list_codes:
        _put_codes(as_json=as_json)
        return Status.DONE
    if not map_files:
        raise UseError("name at least one map to check")
    from debatemap.check import examine  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.store.stream_input import refuse_twice  # noqa: PLC0415

    refuse_twice(map_files)
    without = _known_codes(ignore or ())
    reports = []
    for path in map_files:
        report = examine(path, fix=fix, without=without)
        reports.append(report)
        _tell(report, quiet=as_json)
    if as_json:
        put_json([entry for report in reports for entry in _described(report)])
    return _status(reports)


def _known_codes(codes: "Sequence[str]") -> frozenset[str]:
    from debatemap.check import LINTS  # noqa: PLC0415

    known = {lint.code for lint in LINTS}
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise UseError(f"there is no code {unknown[0]}; `debatemap check --list` prints them")
    return frozenset(codes)


def _tell(report: "Report", *, quiet: bool) -> None:
    """Prints a file's findings, and says what became of them."""
    for lint, finding in () if quiet else report.findings:
        where = f"{report.file}: {finding.place}" if finding.place else report.file
        warning = "warning: " if lint.is_warning else ""
        put(safe_line(f"{where}: {lint.code} {warning}{finding.message}"))
    if report.mended:
        say(f"{report.file}: mended: {report.mended}")
    say_unkept(report.unkept)
    if report.refused:
        say(f"{report.file}: nothing was mended: {report.refused}")


def _described(report: "Report") -> list[dict[str, object]]:
    return [
        {
            "file": report.file,
            "place": finding.place,
            "code": lint.code,
            "name": lint.name,
            "message": finding.message,
            "mendable": lint.mend is not None,
            "warning": lint.is_warning,
        }
        for lint, finding in report.findings
    ]


def _status(reports: "Sequence[Report]") -> Status:
    if any(report.is_unreadable for report in reports):
        return Status.BAD
    return Status.FOUND if any(report.fails for report in reports) else Status.DONE


def _put_codes(*, as_json: bool) -> None:
    from debatemap.check import LINTS  # noqa: PLC0415

    if as_json:
        fields = ("code", "name", "explanation")
        described = [
            {
                **{field: getattr(lint, field) for field in fields},
                "mendable": bool(lint.mend),
                "warning": lint.is_warning,
            }
            for lint in LINTS
        ]
        put_json(described)
        return
    wide = max(len(lint.name) for lint in LINTS)
    for lint in LINTS:
        mended = " (--fix)" if lint.mend else ""
        put(SafeText(f"{lint.code}  {lint.name:<{wide}}  {lint.explanation}{mended}"))
