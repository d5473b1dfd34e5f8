"""`debatemap source list`: the sources of a map, and a bibliography of them."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import debate_in
from debatemap.cli.output import put, put_export, put_json
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, excerpt, safe_line

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

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
    """List the sources of a map: ids, what they are, how often they are cited, texts, quotes.

    Of the quotes from a source that has its text, it says how many are exact, folded, near and
    absent.

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
    graded = _graded(debate, map_file)
    if as_json:
        put_json(
            [
                {"id": key, **source_shape(source), "cited": cited[key], "quotes": graded[key]}
                for key, source in debate.sources.items()
            ]
        )
        return
    for key, source in debate.sources.items():
        where = f" [{summary(source.text)}]" if source.text else ""
        told = ", ".join(f"{number} {grade}" for grade, number in graded[key].items())
        named = safe_line(f"{named_source(source)}{where}{f': {told}' if told else ''}")
        put(SafeText(f"{safe_line(key)}  {cited[key]:>3} ×  {named}"))


def _graded(debate: "Debate", map_file: Path) -> dict[str, dict[str, int]]:
    """Returns by source how many of its quotes have which grade, the best first."""
    from debatemap.store.stream_input import is_stream  # noqa: PLC0415
    from debatemap.texts import Grade, check_quotes, load_texts  # noqa: PLC0415

    counted: dict[str, Counter[str]] = {key: Counter() for key in debate.sources}
    if any(source.text for source in debate.sources.values()):
        folder = None if is_stream(map_file) else map_file.absolute().parent
        for quote in check_quotes(debate, load_texts(debate, folder)).quotes:
            counted[quote.cited.ref][quote.found.grade.value] += 1
    order = [grade.value for grade in Grade]
    return {
        key: {grade: grades[grade] for grade in order if grades[grade]}
        for key, grades in counted.items()
    }
