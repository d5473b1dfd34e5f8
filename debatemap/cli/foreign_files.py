"""Write files of other formats, and tell what they lack."""

from pathlib import Path
from typing import TYPE_CHECKING

from debatemap.cli.inputs import output_path
from debatemap.cli.output import put_export, put_new_file, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from debatemap.formats.format import Written
    from debatemap.formats.loss import Loss

__all__ = ["put_written", "say_losses"]


def put_written(written: "Written", output: Path | None) -> None:
    """Writes a file that is not there yet, or prints it.

    Raises:
        MapError: The disk refused, or a file stands there already.
    """
    if output is None or output == output_path("-"):
        put_export(written.data)
    else:
        put_new_file(written.data, output)


def say_losses(losses: "Iterable[Loss]") -> None:
    """Tells what was not carried over, on standard error."""
    from debatemap.formats.loss import loss_lines  # noqa: PLC0415  (`--help` must stay light)

    for line in loss_lines(losses):
        say(line)
