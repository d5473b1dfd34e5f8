"""Give a source its text: which file, and whether it stays where it is."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.model import Source, SourceText
from debatemap.core.text import excerpt, safe_line
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.sharing.files_screen import FilesScreen, Found
from debatemap.workspace.attached_text import How, attached_text, is_beneath, texts_beside
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.tui.context import MapContext

__all__ = ["NEW", "ask_for_text"]

NEW: Final = " "
"""Before the title of a source that is yet to be made: no id begins so."""
_HOWS: Final[dict[str, How]] = {"c": "copy", "k": "keep", "b": "beside"}


async def ask_for_text(context: "MapContext", source: str) -> str | None:
    """Asks for a file, and makes it the text of a source.

    Args:
        context: The open map.
        source: The id of the source; or `NEW` and the title of one that is to be made.

    Returns:
        The id of the source; None where nothing was chosen.

    Raises:
        MapError: The file cannot be read, or is no text.
    """
    path = context.session.path
    folder = path.absolute().parent if path is not None else None
    offered = [Found(each, each.parent.name) for each in await run(texts_beside, folder)]
    file = await context.ask(FilesScreen("Which file is its text?", offered, path))
    if file is None:
        return None
    how = await _ask_how(context, file, folder)
    if how is None:
        return None
    text = await run(attached_text, file, folder, how)
    return _give(context, source, file, text)


async def _ask_how(context: "MapContext", file: Path, folder: Path | None) -> How | None:
    """Asks what becomes of a file that a map cannot name where it is."""
    if is_beneath(file, folder):
        return "beside"
    answers = [Answer("k", "keep its words within the map, so that one file has it all")]
    if folder is not None:
        answers.insert(0, Answer("c", "copy it to texts/ beside the map"))
    question = f"“{excerpt(str(file), 200)}” lies outside the map’s folder. What becomes of it?"
    if folder is None:
        question = "The map has no file yet, so that no text can lie beside it."
    answer = await context.ask(AskScreen(question, [*answers, Answer("n", "nothing")]))
    return _HOWS.get(answer)


def _give(context: "MapContext", source: str, file: Path, text: SourceText) -> str:
    debate = context.session.debate
    if not source.startswith(NEW):
        context.do(edit.set_source_text(debate, source, text))
        return source
    title = safe_line(source) or file.stem
    change = _added(debate, Source(title=title, text=text))
    context.do(change)
    return next(iter(change.sources))


def _added(debate: "Debate", source: Source) -> Change:
    change = edit.add_sources(debate, [source])
    if not change.sources:
        problem = "the map has a source of that title already; choose it in the list"
        raise edit.EditRefusedError(problem)
    return change
