"""Undo and redo; save, reload; the map's title and figures; quit."""

from collections.abc import Awaitable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap import edit
from debatemap.core import queries
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError, OutsideChangeError
from debatemap.store.atomic import stands_there
from debatemap.store.file_names import free_name
from debatemap.store.locations import typed_path
from debatemap.tui.background_work import bring_in
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.keeping.file_watcher import FileWatcher
from debatemap.tui.features.keeping.map_names import name_of
from debatemap.tui.features.own.own_actions import run_hook, wait_for_hooks
from debatemap.tui.features.what_if.scenario_commands import is_unkept, may_end
from debatemap.tui.messages import StateChanged
from debatemap.tui.widgets.clickable import linked
from debatemap.views.outline import Row
from debatemap.workspace import background, incoming
from debatemap.workspace.prepared_save import PreparedSave

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = [
    "quit",
    "redo",
    "reload",
    "rename_map",
    "save",
    "save_as",
    "set_question",
    "statistics",
    "undo",
]

_MOST_LOST: Final = 10
"""How often in a row a save is merged and tried again that another program's came before."""
_GO_ON: Final = "{key:add_pro} adds a pro, {key:add_con} a con; {key:help} shows every key."


def undo(context: "MapContext") -> None:
    """Takes the last step back."""
    row = context.row
    above = row.parent if row is not None else None
    change = context.session.undo()
    if change is not None:
        if not _show_what_changed(context, change.inverse()):
            _show_where_it_was(context, change, above)
        context.say(f"Undone: {change.done}")


def redo(context: "MapContext") -> None:
    """Brings the last undone step back."""
    change = context.session.redo()
    if change is not None:
        _show_what_changed(context, change)
        context.say(f"Done again: {change.done}")


def save(context: "MapContext") -> Awaitable[None] | None:
    """Saves the map; keys go on being answered meanwhile."""
    session = context.session
    if session.path is None or (session.read_only and session.dirty):
        return save_as(context)
    if session.dirty or not stands_there(session.path):
        context.run_beside(_save(context))
    else:
        context.say("Nothing has changed since it was saved.")
    return None


async def save_and_wait(context: "MapContext") -> None:
    """Saves the map, and ends when it is saved or that has failed."""
    if context.session.path is None or context.session.read_only:
        await save_as(context)
    else:
        await _save(context, overwrite=not stands_there(context.session.path))


async def save_as(context: "MapContext") -> None:
    """Saves the map under another name."""
    path = context.session.path
    known = str(path) if path is not None else free_name(Path(), _named(context.session.debate))
    name = await context.ask(PromptScreen("Save the map under which name?", known))
    if name and name.strip():
        await _save(context, typed_path(name.strip()))


def _named(debate: Debate) -> str:
    """Returns what a map is called: by its title, else its question, else its first thesis."""
    header = debate.header
    first = (debate.claims[key].text for key in queries.theses(debate))
    return header.title or header.question or next(first, "")


async def reload(context: "MapContext") -> None:
    """Reads the map's file again."""
    session = context.session
    if session.path is None:
        context.say(
            linked(context.keymap, "The map has no file yet; {key:save} saves it."), "warning"
        )
        return
    if not await may_end(context):
        return
    if session.dirty:
        answers = [Answer("r", "reload, and drop what is unsaved"), Answer("k", "keep on working")]
        question = "The map has unsaved edits. Read the file again all the same?"
        if await context.ask(AskScreen(question, answers)) == "k":
            return
    context.run_beside(_reload(context))


async def rename_map(context: "MapContext") -> None:
    """Changes the title of the map."""
    debate = context.session.debate
    title = debate.header.title
    text = await context.ask(PromptScreen("The title of the map", title))
    change = edit.set_title(debate, text) if text is not None and text != title else None
    if change is not None:
        context.do(change)
    if not title and len(debate.claims) == 1:
        # What is said takes the place of the hints, which somebody who begins has not seen yet.
        done = f"{change.sentence}. " if change is not None else ""
        context.say(Content.assemble(done, linked(context.keymap, _GO_ON)))


async def set_question(context: "MapContext") -> None:
    """Changes what the map asks."""
    held = context.session.debate.header.question
    asks = "What does the map ask? Its theses are the answers"
    text = await context.ask(PromptScreen(asks, held))
    if text is not None and text != held:
        context.do(edit.set_question(context.session.debate, text))


async def statistics(context: "MapContext") -> None:
    """Shows the figures of the map."""
    figures = queries.statistics(context.session.debate).in_words()
    choices = [Choice(words, Content(f"{words:<36}{n:>10,}")) for words, n in figures.items()]
    await context.ask(
        ChooserScreen(
            f"Figures of “{name_of(context)}”",
            lambda query: fitting(query, choices),
            hints=("{key:list_leave} leaves",),
        )
    )


async def quit(context: "MapContext") -> None:  # noqa: A001  (the command's name)
    """Ends the program; unsaved edits of each open map are asked about."""
    maps = context.app.open_maps
    for each in (context, *(other for other in maps if other is not context)):
        if not await may_leave(each):
            return
    for each in maps:
        each.remember()
        each.session.close()
    context.app.exit(0)


async def may_leave(context: "MapContext") -> bool:
    """Tells whether the map may be closed: nothing is unsaved, or the user lets it go."""
    if context.session.dirty or is_unkept(context):
        context.app.bring_to_front(context)
    if not await may_end(context):
        return False
    if not context.session.dirty:
        await wait_for_hooks()
        return True
    name = context.session.path.name if context.session.path else "The map"
    answer = await context.ask(
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
        can_be_saved = context.session.path is not None and not context.session.read_only
        await (_save(context) if can_be_saved else save_as(context))
        await wait_for_hooks()
        return not context.session.dirty
    return answer == "d"


async def _save(
    context: "MapContext",
    path: Path | None = None,
    *,
    overwrite: bool = False,
    lost: int = 0,
) -> None:
    """Saves the map; where another program saved it first, merges that, and saves then.

    Args:
        context: The open map.
        path: Where to; the map's own file without it.
        overwrite: Whether to replace a file whatever it holds.
        lost: How often another program came first already.
    """
    session = context.session
    async with context.feature(FileWatcher).saving():
        own = session.path
        is_gone = path is None and own is not None and not stands_there(own)
        save = session.prepare_save(path, overwrite=overwrite, is_gone=is_gone)
        problem = await _written(save)
    if isinstance(problem, OutsideChangeError):
        await _settle_outside_change(context, lost + 1)
    elif problem is not None:
        await _settle_refusal(context, problem, path, overwrite=overwrite)
    else:
        context.feature(FileWatcher).renew_lock()
        context.post_message(StateChanged())
        context.say(f"Saved to {session.path}. {session.save_note}".strip())
        run_hook(context, "save")


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
    context: "MapContext", error: MapError, path: Path | None, *, overwrite: bool
) -> None:
    """Asks what to do where the disk refuses; the edits are unsaved still, and in the journal."""
    answers = [
        Answer("e", "save elsewhere, under another name"),
        Answer("t", "try again"),
        Answer("c", "cancel, and keep on working"),
    ]
    answer = await context.ask(AskScreen(f"It is not saved. {error}", answers))
    if answer == "e":
        await save_as(context)
    elif answer == "t":
        await _save(context, path, overwrite=overwrite)
    else:
        context.say(str(error), "warning")


async def _settle_outside_change(context: "MapContext", lost: int) -> None:
    """Merges what another program saved first; asks what to do where that cannot be."""
    reason = "It is saved again and again."
    if lost < _MOST_LOST:
        try:
            await _merge_outside(context, lost)
        except MapError as error:
            reason = str(error)
        else:
            return
    answer = await context.ask(
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
        await _settle_outside_change(context, 0)
    elif answer == "e":
        await save_as(context)
    elif answer == "r":
        await _reload(context)
    elif answer == "o":
        await _save(context, overwrite=True)


async def _merge_outside(context: "MapContext", lost: int) -> None:
    """Merges what another program wrote into the map, as one step, and saves what came of it."""
    session = context.session
    taken = await bring_in(context, incoming.merge_own_file, partial(incoming.take, session))
    summary = taken.summary(context.keymap.name)
    context.say(summary)
    await _save(context, lost=lost)
    if not session.dirty:
        first = "Another program saved it first. " if lost == 1 else ""
        context.say(f"{first}{summary} Saved.")


async def _reload(context: "MapContext") -> None:
    # Where another window had the map, it may have been closed by now.
    await read_again(
        context, read_only="" if context.feature(FileWatcher).holder else context.session.read_only
    )
    context.say("Reloaded.")


async def read_again(context: "MapContext", *, read_only: str) -> None:
    """Shows what the map's file holds now; what is unsaved goes, but nothing that comes meanwhile.

    Args:
        context: The open map.
        read_only: Why it is not to be changed, or empty.
    """

    def show(found: incoming.Reread) -> None:
        found.session.read_only = found.session.read_only or read_only
        context.replace_session(found.session)

    # Once: that what is unsaved may go was said of what there was then, and of nothing later.
    await bring_in(context, incoming.reread, show, tries=1)


def _show_what_changed(context: "MapContext", change: Change) -> bool:
    """Selects a claim that an undo or a redo has touched; tells whether one is left."""
    debate = context.session.debate
    made = {
        link: after
        for link, (_, after) in change.links.items()
        if after is not None and after.premises[0] in debate.claims
    }
    touched = change.links.keys() | change.claims.keys()
    # Of a branch that comes back, its top.
    for link in [*(n for n, step in made.items() if step.target not in touched), *made][:1]:
        claim = made[link].premises[0]
        came = claim in change.claims and change.claims[claim][0] is None
        context.select_claim(claim, None if came else link)
        return True
    for claim in change.claims:
        if claim in debate.claims:
            context.select_claim(claim)
            return True
    return False


def _show_where_it_was(context: "MapContext", undone: Change, above: Row | None) -> None:
    """Selects the claim of a link that is gone with the undo; where that is gone, its target.

    Args:
        context: The open map.
        undone: What was undone.
        above: The row above the cursor's before that; of several places, this one is selected.
    """
    debate = context.session.debate
    for _, after in undone.links.values():
        if after is None:
            continue
        target = debate.links.get(after.target)
        ends = after.premises[0], after.target if target is None else target.premises[0]
        for claim in ends:
            if above is not None and claim == above.claim:
                context.go_to(context.outline.path(above))
                return
            if claim in debate.claims:
                context.select_claim(claim, after.target if target and claim == ends[1] else None)
                return
