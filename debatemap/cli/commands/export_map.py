"""`debatemap export`: a map in another format."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.exit_status import Status
from debatemap.cli.filtered import claims_matching
from debatemap.cli.foreign_files import put_written, say_losses
from debatemap.cli.inputs import open_input
from debatemap.cli.output import say
from debatemap.cli.shared_options import ExportFormat, ExportOutput, MapFile, Strict
from debatemap.core.text import safe_line

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.exporting.export import ExportPart

__all__ = ["export_map"]


def export_map(
    map_file: MapFile,
    *,
    to: ExportFormat = "",
    output: ExportOutput = None,
    claim: Annotated[
        str,
        typer.Option(
            "--claim",
            metavar="ID",
            help="Only this claim and what stands beneath it.",
            show_default=False,
        ),
    ] = "",
    depth: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="Levels of replies; all without it."),
    ] = None,
    query: Annotated[
        str,
        typer.Option(
            "--filter",
            metavar="QUERY",
            help="Only the claims that match, with the steps between them; as `find` takes it.",
            show_default=False,
        ),
    ] = "",
    verdicts: Annotated[
        bool,
        typer.Option(
            "--verdicts/--no-verdicts",
            help="What the arguments come to, where the format shows it.",
        ),
    ] = True,
    strict: Strict = False,
) -> Status:
    """Write a map, or a part of it, in another format.

    What the format has no place for is told on standard error. With a filter that finds nothing,
    or with --strict and something that is lost, nothing is written, and the exit status is 1.

    Examples:
      debatemap export debate.json -o debate.html
      debatemap export debate.json --to csv > claims.csv
      debatemap export debate.json --filter "con no:source" -o open-cons.csv
    """
    from debatemap.exporting.export import export  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.formats.registry import format_for_writing  # noqa: PLC0415

    chosen = format_for_writing(to, output)
    debate = open_input(map_file).debate
    part = _part(debate, claim, depth, query)
    if part.claims is not None and not part.claims:
        say(f"No claim matches: {safe_line(query)}")
        return Status.FOUND
    written = export(debate, chosen, part, verdicts=verdicts)
    say_losses(debate, written.losses)
    if strict and written.losses:
        say("Nothing was written, as --strict refuses loss.")
        return Status.FOUND
    put_written(chosen, written, output)
    return Status.DONE


def _part(debate: "Debate", claim: str, depth: int | None, query: str) -> "ExportPart":
    """Returns the part of a map that the options name."""
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.exporting.export import ExportPart  # noqa: PLC0415

    top = claim_id(debate, claim) if claim else ""
    return ExportPart(top, depth, claims_matching(debate, query) if query.strip() else None)
