"""`debatemap formats`: the formats, and what each carries."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.output import put, put_json
from debatemap.cli.shared_options import AsJson
from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from debatemap.formats.format import Format

__all__ = ["formats"]


def formats(
    name: Annotated[
        str,
        typer.Argument(metavar="[FORMAT]", help="Tell what this one carries.", show_default=False),
    ] = "",
    *,
    as_json: AsJson = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the whole table in Markdown.")
    ] = False,
) -> None:
    """List the formats, or what one of them carries.

    Examples:
      debatemap formats
      debatemap formats argdown
    """
    from debatemap.formats.format_table import (  # noqa: PLC0415
        cells_of,
        features,
        formats_in_table,
        markdown_table,
    )
    from debatemap.formats.registry import format_named  # noqa: PLC0415  (`--help` must stay light)

    chosen = [format_named(name)] if name else formats_in_table()
    if markdown:
        for line in markdown_table().splitlines():
            put(safe_line(line))
    elif as_json:
        put_json([_as_json(each) for each in chosen])
    elif name:
        for feature, cell in zip(features(), cells_of(chosen[0]), strict=True):
            put(SafeText(f"{safe_line(feature):<26}{safe_line(cell)}"))
    else:
        for each in chosen:
            ways = "in, out" if each.reads and each.writes else "in" if each.reads else "out"
            endings = " ".join(each.suffixes)
            put(SafeText(f"{safe_line(each.name):<12}{ways:<9}{safe_line(each.title)}, {endings}"))


def _as_json(chosen: "Format") -> dict[str, object]:
    from debatemap.formats.format_table import cells_of, features  # noqa: PLC0415  (`--help` must stay light)

    return {
        "name": chosen.name,
        "title": chosen.title,
        "suffixes": list(chosen.suffixes),
        "reads": chosen.reads,
        "writes": chosen.writes,
        "lossless": chosen.is_lossless,
        "carries": dict(zip(features(), cells_of(chosen), strict=True)),
    }
