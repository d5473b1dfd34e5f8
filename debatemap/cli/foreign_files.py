"""Read and write files of other formats, and tell what they lack."""

from pathlib import Path
from typing import TYPE_CHECKING

from debatemap.cli.inputs import output_path
from debatemap.cli.output import put_export, put_new_file, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from debatemap.formats.format import Format, Imported, Written
    from debatemap.formats.loss import Loss

__all__ = ["put_written", "read_foreign", "say_losses"]


def read_foreign(file: Path, format_name: str) -> "tuple[Imported, Format]":
    """Returns what a file holds, and the format that it was read as.

    Raises:
        MapError: It cannot be read.
    """
    from debatemap.formats.registry import format_named, format_of, read_map  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.store.stream_input import input_name, read_input  # noqa: PLC0415

    data, name = read_input(file), input_name(file)
    chosen = format_named(format_name) if format_name else format_of(data, name)
    return read_map(data, name, chosen.name), chosen


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
