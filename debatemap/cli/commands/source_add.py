"""`debatemap source add`: add sources to a map, one by its fields or several from a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.commands.source_text import Copy, Keep, text_from
from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import edit_map
from debatemap.cli.inputs import refuse_missing, refuse_stdin
from debatemap.cli.output import put, say
from debatemap.cli.shared_options import MapFile
from debatemap.core.model import Source
from debatemap.core.text import excerpt, safe_line

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.workspace.session import Session

__all__ = ["add_source"]


def add_source(
    map_file: MapFile,
    title: Annotated[
        str, typer.Argument(metavar="TITLE", help="Its title; with --bib, words of those to add.")
    ] = "",
    *,
    author: Annotated[str, typer.Option(metavar="NAME", help="Who wrote or said it.")] = "",
    url: Annotated[str, typer.Option(metavar="ADDRESS", help="Its address.")] = "",
    date: Annotated[str, typer.Option(metavar="DATE", help="2024, 2024-07 or 2024-07-23.")] = "",
    text: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Its text.", show_default=False)
    ] = None,
    keep: Keep = False,
    copy: Copy = False,
    bib: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Add the sources of a .bib, .ris or CSL .json file."),
    ] = None,
) -> None:
    """Add a source to a map, or those of a bibliography, and print the ids.

    Nothing cites it yet: `debatemap add --source` and the screen do. The map is saved; what it
    has already is not added again.

    Examples:
      debatemap source add debate.json "The Almanac" --author "Ann Author" --date 1999
      debatemap source add debate.json "Short take" --text texts/khan.txt
      debatemap source add debate.json --bib references.bib
    """
    refuse_stdin(map_file, "the source is written to a file")
    refuse_missing(map_file)
    if bib is not None and (author or url or date or text is not None):
        raise UseError("--bib says who wrote what; give it with words of the titles alone")
    sources = _from_bibliography(bib, title) if bib else [_source(title, author, url, date)]
    with text_from(map_file, text, keep=keep, copy=copy) as with_text:

        def change(session: "Session") -> "Change":
            from debatemap import edit  # noqa: PLC0415  (`--help` must stay light)

            return edit.add_sources(session.debate, [s._replace(text=with_text) for s in sources])

        done = edit_map(map_file, change)
    for key, (before, _) in done.sources.items():
        if before is None:
            put(safe_line(key))
    say(f"{map_file}: {done.done if done else 'it has them already'}")


def _source(title: str, author: str, url: str, date: str) -> Source:
    from debatemap.core.dates import DATE_FORMS, is_date  # noqa: PLC0415
    from debatemap.core.source_names import is_address  # noqa: PLC0415

    if title and not url and is_address(title):
        title, url = "", title
    if date and not is_date(date):
        words = excerpt(date, 40)
        raise UseError(f"“{words}” is no date; write it as ISO 8601 has it: {DATE_FORMS}")
    return Source(author, title, url, date)


def _from_bibliography(path: Path, words: str) -> list[Source]:
    from debatemap.core.search_query import Query  # noqa: PLC0415
    from debatemap.core.source_names import named_source  # noqa: PLC0415
    from debatemap.workspace.bibliography_files import sources_in  # noqa: PLC0415

    found = sources_in(path)
    query = Query(words)
    chosen = [each for each in found if not words.strip() or query.fits(named_source(each))]
    if not chosen:
        raise UseError(f"{path}: none of its sources has these words")
    return chosen
