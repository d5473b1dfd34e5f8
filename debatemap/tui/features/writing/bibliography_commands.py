"""Cite a source from a file of a reference manager, and write the sources of a map as a list."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.errors import MapError
from debatemap.core.fields import fields_of
from debatemap.core.model import Source
from debatemap.core.source_names import named_source
from debatemap.core.text import excerpt, safe_line
from debatemap.edit.consequences import counted
from debatemap.store.locations import typed_path
from debatemap.store.new_file import write_new_file
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.dialogs.cut_list import at_most
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.sharing.files_screen import FilesScreen, Found
from debatemap.tui.features.writing.citing import cite
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from debatemap.tui.context import MapContext

__all__ = ["cite_from_file", "write_bibliography"]

_LINE: Final = 1_000
"""Cells of a source that are shown."""
_MOST: Final = 500
"""Sources that are listed at once; letters lead to the others."""
_FORMATS: Final = (
    ("markdown", ".md", "Markdown", "for readers"),
    ("bibtex", ".bib", "BibTeX", "for reference managers and LaTeX"),
)


async def cite_from_file(context: "MapContext") -> None:
    """Asks for a file, and for one of its sources, and cites that for the selected claim.

    Raises:
        MapError: The file cannot be read, or holds no sources.
    """
    row, path = context.row, context.session.path
    if row is None:
        return
    beside = [Found(each, "") for each in await run(_beside, path)]
    chosen = await context.ask(FilesScreen("Cite from which bibliography file?", beside, path))
    if chosen is None:
        return
    sources = await run(_read, chosen)
    title = f"{safe_line(chosen.name)}: cite which of {counted(len(sources), 'source')}?"
    source = await context.ask(
        ChooserScreen[Source](title, partial(_choices, context, sources), empty="None has that.")
    )
    if source is not None:
        await cite(context, row.claim, resumed=_filled(context, source))


def _choices(
    context: "MapContext", sources: "Sequence[Source]", typed: str
) -> "Sequence[Choice[Source]]":
    known = {source[:4] for source in context.session.debate.sources.values()}
    found = fitting(typed, (_choice(source, source[:4] in known) for source in sources))
    return at_most(found, _MOST)


def _choice(source: Source, is_known: bool) -> Choice[Source]:  # noqa: FBT001  (of one call)
    named = excerpt(named_source(source), _LINE)
    here = ("   in the map", "$quiet") if is_known else ("", "")
    return Choice(source, Content.assemble(("§ ", "$accent"), named, here), hang=2)


def _filled(context: "MapContext", source: Source) -> "Mapping[str, str]":
    """Returns what the form begins with: a source of the map, or what is known of a new one."""
    sources = context.session.debate.sources
    known = next((key for key, each in sources.items() if each[:4] == source[:4]), "")
    texts = {field.name: getattr(source, field.name) for field in fields_of("sources")}
    written = {name: text for name, text in texts.items() if isinstance(text, str)}
    return {"source": known, **({} if known else written)}


async def write_bibliography(context: "MapContext") -> None:
    """Asks for a format, and writes the sources of the map into a file that is not there yet.

    Raises:
        MapError: It cannot be written, or a file stands there.
    """
    if not context.session.debate.sources:
        context.say("The map has no source.", "warning")
        return
    choices = [
        Choice((name, ending), Content.assemble(title, (f"   {about}", "$quiet")))
        for name, ending, title, about in _FORMATS
    ]
    chosen = await context.ask(
        ChooserScreen("Write the sources as", partial(_fitting_formats, choices))
    )
    if chosen is None:
        return
    name, ending = chosen
    path = context.session.path or Path("debate.json")
    suggested = str(path.with_name(f"{path.stem}-sources{ending}"))
    target = await context.ask(PromptScreen("Into which new file?", suggested))
    if target and target.strip():
        new = typed_path(target.strip())
        await run(_write, name, context.session.snapshot().debate.sources, new)
        context.say(f"Written to {safe_line(str(new))}.")


def _fitting_formats(
    choices: "Sequence[Choice[tuple[str, str]]]", typed: str
) -> "Sequence[Choice[tuple[str, str]]]":
    return fitting(typed, choices)


def _beside(path: Path | None) -> list[Path]:
    from debatemap.workspace.bibliography_files import bibliographies_beside  # noqa: PLC0415  (a map opens without it)

    return bibliographies_beside(path)


def _read(path: Path) -> list[Source]:
    from debatemap.workspace.bibliography_files import sources_in  # noqa: PLC0415  (a map opens without it)

    try:
        return sources_in(path)
    except MapError as error:
        # The name alone: a whole path would push what is wrong out of the line.
        raise MapError(path.name, error.problem, advice=error.advice) from error


def _write(name: str, sources: "Mapping[str, Source]", path: Path) -> None:
    from debatemap.bibliography import WRITERS  # noqa: PLC0415  (a map opens without it)

    write_new_file(WRITERS[name](sources).encode(), path)
