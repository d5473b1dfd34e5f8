"""Write files of other formats, and tell what they lack."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import output_path
from debatemap.cli.output import put_export, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from debatemap.core.debate import Debate
    from debatemap.formats.format import Format, Written
    from debatemap.formats.loss import Loss

__all__ = ["put_written", "say_losses"]


def put_written(chosen: "Format", written: "Written", output: Path | None) -> None:
    """Writes what was exported where nothing is yet, or prints it.

    Raises:
        MapError: The disk refused, or something stands there already.
        UseError: What is no text is to be printed on a terminal.
    """
    from debatemap.store.export_target import write_export  # noqa: PLC0415  (`--help` must stay light)

    if output is not None and output != output_path("-"):
        note = write_export(written, output)
        if note:
            say(f"{output}: {note}")
    elif chosen.is_text or not sys.stdout.isatty():
        put_export(written.data)
    else:
        raise UseError(f"{chosen.title} is no text for a terminal; name a file with -o")


def say_losses(debate: "Debate", losses: "Iterable[Loss]") -> None:
    """Tells what of a debate was not carried over, on standard error."""
    from debatemap.exporting.export import place_namer  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.formats.loss import loss_lines  # noqa: PLC0415

    for line in loss_lines(losses, place_namer(debate)):
        say(line)
