"""What several commands take from the command line."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["AsJson", "MapFile", "MapFiles", "MergedOutput"]

MapFile = Annotated[Path, typer.Argument(metavar="MAP", help="The map's file.", show_default=False)]
MapFiles = Annotated[
    list[Path], typer.Argument(metavar="MAP", help="The maps' files.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.", show_default=False)]
MergedOutput = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="OUT", help="Where to write it.", show_default=False),
]
