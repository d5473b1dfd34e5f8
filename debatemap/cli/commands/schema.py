"""`debatemap schema`: the shape of a map's file, and of verdicts."""

from typing import Annotated, Literal

import typer

from debatemap.cli.output import put_json

__all__ = ["schema"]


def schema(
    of: Annotated[
        Literal["map", "verdict"],
        typer.Argument(help="Of a map's file, or of what judge prints with --json."),
    ] = "map",
) -> None:
    """Print the JSON Schema of a map's file, or of a verdict.

    Editors check and complete a map with it while it is edited by hand. Of verdicts it says what
    each key means, and in which unit.

    Examples:
      debatemap schema > map.schema.json
      debatemap schema verdict | jq '."$defs".BasisShape'
    """
    if of == "verdict":
        from debatemap.cli.json.verdict_shape import verdict_schema  # noqa: PLC0415

        put_json(verdict_schema())
        return
    from debatemap.formats.native.schema import json_schema  # noqa: PLC0415  (`--help` must stay light)

    put_json(json_schema())
