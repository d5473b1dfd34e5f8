"""`debatemap schema`: the shape of a map's file."""

from debatemap.cli.output import put_json

__all__ = ["schema"]


def schema() -> None:
    """Print the JSON Schema of a map's file.

    Editors check and complete a map with it while it is edited by hand.

    Examples:
      debatemap schema > map.schema.json
    """
    from debatemap.formats.native.schema import json_schema  # noqa: PLC0415  (`--help` must stay light)

    put_json(json_schema())
