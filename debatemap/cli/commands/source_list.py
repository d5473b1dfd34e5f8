"""`debatemap source list`: the sources of a map, and a bibliography of them."""

from collections import Counter
from typing import Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import debate_in
from debatemap.cli.options import AsJson, MapInput
from debatemap.cli.output import put, put_export, put_json
from debatemap.core.text import SafeText, excerpt, safe_line

__all__ = ["list_sources"]


def list_sources(
    map_file: MapInput,
    *,
    to: Annotated[
        str,
        typer.Option("--to", metavar="FORMAT", help="A bibliography: markdown or bibtex."),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List the sources of a map: their ids, what they are, how often they are cited, their texts.

    Examples:
      debatemap source list debate.json
      debatemap source list debate.json --to bibtex > references.bib
    """
    from debatemap.core.source_names import named_source  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.core.source_text import summary  # noqa: PLC0415
    from debatemap.formats.native.records import source_shape  # noqa: PLC0415

    debate = debate_in(map_file)
    cited = Counter(each.ref for claim in debate.claims.values() for each in claim.sources)
    if to:
        from debatemap.bibliography import WRITERS  # noqa: PLC0415

        if to not in WRITERS:
            raise UseError(f"there is no format {excerpt(to)}; --to takes {' or '.join(WRITERS)}")
        put_export(WRITERS[to](debate.sources).encode())
        return
    if as_json:
        put_json(
            [
                {"id": key, **source_shape(source), "cited": cited[key]}
                for key, source in debate.sources.items()
            ]
        )
        return
    for key, source in debate.sources.items():
        where = f" [{summary(source.text)}]" if source.text else ""
        named = safe_line(f"{named_source(source)}{where}")
        put(SafeText(f"{safe_line(key)}  {cited[key]:>3} ×  {named}"))
