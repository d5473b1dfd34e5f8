"""`debatemap schema`: the shape of a map's file, and of verdicts."""

from typing import Annotated, Literal

import typer

from debatemap.cli.output import put_json

__all__ = ["schema"]


def schema(
    of: Annotated[
        Literal["map", "verdict", "why", "whatif", "crux", "people", "replay"],
        typer.Argument(
            metavar="[OF]",
            help="map, of a map's file; verdict, as judge prints it with --json; or why, whatif, "
            "crux, people or replay, of what these print.",
        ),
    ] = "map",
) -> None:
    """Print the JSON Schema of a map's file, or of a verdict.

    Editors check and complete a map with it while it is edited by hand. Of verdicts it says what
    each key means, and in which unit; they have the same keys in the answers of all commands.

    Examples:
      debatemap schema > map.schema.json
      debatemap schema verdict | jq '."$defs".BasisShape'
      debatemap schema crux | jq '."$defs".TurnsShape'
    """
    if of != "map":
        from debatemap.cli.json.answer_shapes import answer_schema  # noqa: PLC0415

        put_json(answer_schema("judge" if of == "verdict" else of))
        return
    from debatemap.formats.native.schema import json_schema  # noqa: PLC0415  (`--help` must stay light)

    put_json(json_schema())
