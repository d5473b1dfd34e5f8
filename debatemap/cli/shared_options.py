"""What several commands take from the command line."""

from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.inputs import input_path, output_path

__all__ = [
    "AsJson",
    "ExportFormat",
    "ExportOutput",
    "ImportFormat",
    "MapFile",
    "MapFiles",
    "MapInput",
    "MergedOutput",
    "Strict",
]

MapFile = Annotated[
    Path,
    typer.Argument(metavar="MAP", help="The map's file.", parser=input_path, show_default=False),
]
MapInput = Annotated[
    Path,
    typer.Argument(
        metavar="MAP",
        help="The map's file; - is standard input.",
        parser=input_path,
        show_default=False,
    ),
]
"""A map that is only read."""
MapFiles = Annotated[
    list[Path],
    typer.Argument(metavar="MAP", help="The maps' files.", parser=input_path, show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.", show_default=False)]
MergedOutput = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="Where to write it.",
        parser=output_path,
        show_default=False,
    ),
]
ExportFormat = Annotated[
    str,
    typer.Option("--to", metavar="FORMAT", help="The format; by OUT's ending without it."),
]
ImportFormat = Annotated[
    str,
    typer.Option("--from", metavar="FORMAT", help="Its format; as it looks without it."),
]
ExportOutput = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="Write it there, and over no file.",
        parser=output_path,
        show_default=False,
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Write nothing where anything is lost.", show_default=False),
]
