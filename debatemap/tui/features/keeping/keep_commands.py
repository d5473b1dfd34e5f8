"""Undo and redo; save, reload, open; the map's title and figures; quit."""

from collections.abc import Awaitable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap import edit
from debatemap.core import queries
from debatemap.core.change import Change
from debatemap.core.errors import MapError, OutsideChangeError
from debatemap.store.atomic import stands_there
from debatemap.store.locations import typed_path
from debatemap.tui.background_work import bring_in
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.keeping.start_screen import StartScreen, begin_map
from debatemap.tui.features.what_if.scenario_commands import may_end
from debatemap.workspace import background, incoming
from debatemap.workspace.snapshot import PreparedSave

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = [
    "open_map",
    "quit",
    "redo",
    "reload",
    "rename_map",
    "save",
    "save_as",
    "statistics",
    "undo",
]

_MOST_LOST: Final = 10
"""How often in a row a save is merged and tried again that another program's came before."""


def undo(screen: "MapScreen") -> None:
    """Takes the last step back."""
    change = screen.session.undo()
    if change is not None:
        _show_what_changed(screen, change.inverse())
        screen.say(f"Undid: {change.said}")


def redo(screen: "MapScreen") -> None:
    """Brings the last undone step back."""
    change = screen.session.redo()
    if change is not None:
        _show_what_changed(screen, change)
        screen.say(f"Redid: {change.said}")


def save(screen: "MapScreen") -> Awaitable[None] | None:
    """Saves the map; keys go on being answered meanwhile."""
    session = screen.session
    if session.path is None or (session.read_only and session.dirty):
        return save_as(screen)
    if session.dirty or not stands_there(session.path):
        screen.run_beside(_save(screen))
    else:
        screen.say("Nothing has changed since it was saved.")
    return None


async def save_and_wait(screen: "MapScreen") -> None:
    """Saves the map, and ends when it is saved or that has failed."""
    if screen.session.path is None or screen.session.read_only:
        await save_as(screen)
    else:
        await _save(screen, overwrite=not stands_there(screen.session.path))


async def save_as(screen: "MapScreen") -> None:
    """Saves the map under another name."""
    known = str(screen.session.path or "")
    name = await screen.app.push_screen_wait(
        PromptScreen("Save the map under which name?", known or "debate.json")
    )
    if name and name.strip():
        await _save(screen, typed_path(name.strip()))


async def reload(screen: "MapScreen") -> None:
    """Reads the map's file again."""
    session = screen.session
    if session.path is None:
        screen.say(screen.keymap.fill("The map has no file yet; {key:save} saves it."), "warning")
        return
    if not await may_end(screen):
        return
    if session.dirty:
        answers = [Answer("r", "reload, and drop what is unsaved"), Answer("k", "keep on working")]
        question = "The map has unsaved edits. Read the file again all the same?"
        if await screen.app.push_screen_wait(AskScreen(question, answers)) == "k":
            return
    screen.run_beside(_reload(screen))


async def rename_map(screen: "MapScreen") -> None:
    """Changes the title of the map."""
    title = screen.session.debate.header.title
    text = await screen.app.push_screen_wait(PromptScreen("The title of the map", title))
    if text is not None:
        screen.do(edit.set_title(screen.session.debate, text))


async def statistics(screen: "MapScreen") -> None:
    """Shows the figures of the map."""
    figures = queries.statistics(screen.session.debate).in_words()
    choices = [Choice(words, Content(f"{words:<36}{n:>10,}")) for words, n in figures.items()]
    await screen.app.push_screen_wait(
        ChooserScreen(
            screen.session.debate.header.title or "The map",
            lambda query: fitting(query, choices),
            hint="Escape leaves",
        )
    )


async def open_map(screen: "MapScreen") -> None:
    """Opens another map that is chosen from a list, after this one's edits are seen to."""
    chosen = await screen.app.push_screen_wait(StartScreen(is_first=False))
    if chosen is not None and await may_leave(screen):
        session = await begin_map(chosen)
        screen.remember()
        screen.session.close()
        screen.app.open_chosen(chosen, session)


async def quit(screen: "MapScreen") -> None:  # noqa: A001  (the command's name)
    """Ends the program; unsaved edits are asked about."""
    if await may_leave(screen):
        screen.remember()
        screen.session.close()
        screen.app.exit(0)


async def may_leave(screen: "MapScreen") -> bool:
    """Tells whether the map may be closed: nothing is unsaved, or the user lets it go."""
    if not await may_end(screen):
        return False
    if not screen.session.dirty:
        return True
    name = screen.session.path.name if screen.session.path else "The map"
    answer = await screen.app.push_screen_wait(
        AskScreen(
            f"{name} has unsaved edits.",
            [
                Answer("s", "save them"),
                Answer("d", "drop them"),
                Answer("c", "cancel, and keep on working"),
            ],
        )
    )
    if answer == "s":
        can_be_saved = screen.session.path is not None and not screen.session.read_only
        await (_save(screen) if can_be_saved else save_as(screen))
        return not screen.session.dirty
    return answer == "d"


async def _save(
    screen: "MapScreen",
    path: Path | None = None,
    *,
    overwrite: bool = False,
    lost: int = 0,
) -> None:
    """Saves the map; where another program saved it first, merges that, and saves then.

    Args:
        screen: The map.
        path: Where to; the map's own file without it.
        overwrite: Whether to replace a file whatever it holds.
        lost: How often another program came first already.
    """
    session = screen.session
    async with screen.guard.saving():
        own = session.path
        is_gone = path is None and own is not None and not stands_there(own)
        save = session.prepare_save(path, overwrite=overwrite, is_gone=is_gone)
        problem = await _written(save)
    if isinstance(problem, OutsideChangeError):
        await _settle_outside_change(screen, lost + 1)
    elif problem is not None:
        await _settle_refusal(screen, problem, path, overwrite=overwrite)
    else:
        screen.guard.settle()
        screen.show_state()
        screen.say(f"Saved to {session.path}. {session.save_note}".strip())


async def _written(save: PreparedSave) -> MapError | None:
    """Writes a file in a thread and tells the session; returns why it cannot be, if it cannot."""
    try:
        await background.run(save.write)
    except MapError as error:
        return error
    finally:
        save.finish()
    return None


async def _settle_refusal(
    screen: "MapScreen", error: MapError, path: Path | None, *, overwrite: bool
) -> None:
    """Asks what to do where the disk refuses; the edits are unsaved still, and in the journal."""
    answers = [
        Answer("e", "save elsewhere, under another name"),
        Answer("t", "try again"),
        Answer("c", "cancel, and keep on working"),
    ]
    answer = await screen.app.push_screen_wait(AskScreen(f"It is not saved. {error}", answers))
    if answer == "e":
        await save_as(screen)
    elif answer == "t":
        await _save(screen, path, overwrite=overwrite)
    else:
        screen.say(str(error), "warning")


async def _settle_outside_change(screen: "MapScreen", lost: int) -> None:
    """Merges what another program saved first; asks what to do where that cannot be."""
    reason = "It is saved again and again."
    if lost < _MOST_LOST:
        try:
            await _merge_outside(screen, lost)
        except MapError as error:
            reason = str(error)
        else:
            return
    answer = await screen.app.push_screen_wait(
        AskScreen(
            "Another program has changed the file since it was opened. Nothing was written. "
            f"{reason}",
            [
                Answer("m", "merge what is there with what is here, and save"),
                Answer("e", "save elsewhere, under another name"),
                Answer("r", "reload the file, and drop what is unsaved here"),
                Answer("o", "overwrite the file with what is here"),
                Answer("c", "cancel, and keep on working"),
            ],
        )
    )
    if answer == "m":
        await _settle_outside_change(screen, 0)
    elif answer == "e":
        await save_as(screen)
    elif answer == "r":
        await _reload(screen)
    elif answer == "o":
        await _save(screen, overwrite=True)


async def _merge_outside(screen: "MapScreen", lost: int) -> None:
    """Merges what another program wrote into the map, as one step, and saves what came of it."""
    session = screen.session
    taken = await bring_in(screen, incoming.merge_own_file, partial(incoming.take, session))
    told = taken.told(screen.keymap.name)
    screen.say(told)
    await _save(screen, lost=lost)
    if not session.dirty:
        first = "Another program saved it first. " if lost == 1 else ""
        screen.say(f"{first}{told} Saved.")


async def _reload(screen: "MapScreen") -> None:
    # Where another window had the map, it may have been closed by now.
    await read_again(screen, read_only="" if screen.guard.holder else screen.session.read_only)
    screen.say("Reloaded.")


async def read_again(screen: "MapScreen", *, read_only: str) -> None:
    """Shows what the map's file holds now; what is unsaved goes, but nothing that comes meanwhile.

    Args:
        screen: The map.
        read_only: Why it is not to be changed, or empty.
    """

    def show(found: incoming.Reread) -> None:
        found.session.read_only = found.session.read_only or read_only
        screen.replace_session(found.session)

    # Once: that what is unsaved may go was said of what there was then, and of nothing later.
    await bring_in(screen, incoming.reread, show, tries=1)


def _show_what_changed(screen: "MapScreen", change: Change) -> None:
    """Selects a claim that an undo or a redo has touched, where one is left."""
    debate = screen.session.debate
    for link, (_, after) in change.links.items():
        if after is not None and after.premises[0] in debate.claims:
            screen.select_claim(after.premises[0], link)
            return
    for claim in change.claims:
        if claim in debate.claims:
            screen.select_claim(claim)
            return
