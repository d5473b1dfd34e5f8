"""Take in what others made of the map: merge a copy, join another map, settle conflicts."""

from functools import partial
from typing import TYPE_CHECKING

from debatemap.core.text import excerpt
from debatemap.sync.merge.conflict_text import conflicts_left
from debatemap.tui.background_work import bring_in
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.keeping.waiting import git_advice
from debatemap.tui.features.sharing.files_screen import FilesScreen, copies_of, other_maps
from debatemap.workspace import background, incoming
from debatemap.workspace.incoming import Other, merge_in, read_other
from debatemap.workspace.snapshot import SessionSnapshot

if TYPE_CHECKING:
    from debatemap.sync.merge.joining import Joined
    from debatemap.tui.context import MapContext

__all__ = ["conflicts", "join_map", "merge_copy"]


async def conflicts(context: "MapContext") -> None:
    """Shows the conflicts that a merge left, to settle them one by one."""
    from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen  # noqa: PLC0415  (a map opens without it)

    chosen = ConflictsScreen(context)
    place = await context.ask(chosen)
    if place is not None:
        if context.row is not None:
            context.visits.leave(context.outline.path(context.row))
        context.select_claim(*place)
    left = conflicts_left(context.session.debate)
    if left:
        context.say(f"{left} left.")
    elif chosen.is_to_save:
        await _save_settled(context)
    else:
        key = context.keymap.name("save")
        saves = f" {key} saves them." if context.session.dirty else ""
        context.say(f"All conflicts are settled.{saves}")


async def _save_settled(context: "MapContext") -> None:
    """Saves the map, and says what git waits for then."""
    from debatemap.tui.features.keeping.keep_commands import save_and_wait  # noqa: PLC0415  (seldom needed)

    await save_and_wait(context)
    advice = await git_advice(context.session.path)
    if advice and not context.session.dirty:
        context.say(f"Saved. {advice}")


async def merge_copy(context: "MapContext") -> None:
    """Merges another copy of this map into it."""
    session = context.session
    found = await copies_of(session.path, session.debate.header.id)
    other = await _choose(
        context, FilesScreen("Merge which copy of this map?", found, session.path)
    )
    if other is None:
        return
    if other.debate.header.id == session.debate.header.id:
        context.run_beside(_merge(context, other))
    elif await _is_wanted(
        context, f"{_named(other)} is another map, and no copy of this one.", "j"
    ):
        context.run_beside(_join(context, other))


async def join_map(context: "MapContext") -> None:
    """Brings another map into this one."""
    session = context.session
    found = await other_maps(session.path, session.debate.header.id)
    title = "Bring which map into this one?"
    other = await _choose(context, FilesScreen(title, found, session.path))
    if other is None:
        return
    if other.debate.header.id != session.debate.header.id:
        context.run_beside(_join(context, other))
    elif await _is_wanted(context, f"{_named(other)} is a copy of this map.", "m"):
        context.run_beside(_merge(context, other))


async def _choose(context: "MapContext", files: FilesScreen) -> Other | None:
    path = await context.ask(files)
    return None if path is None else await background.run(read_other, path)


async def _is_wanted(context: "MapContext", question: str, way: str) -> bool:
    """Asks whether to go the other way: to join what is no copy, to merge what is one."""
    words = {"j": "join the two: this map then holds both", "m": "merge the two"}
    answers = [Answer(way, words[way]), Answer("c", "cancel")]
    return await context.ask(AskScreen(question, answers)) == way


async def _merge(context: "MapContext", other: Other) -> None:
    context.say("Merging …")
    work = partial(merge_in, other=other)
    taken = await bring_in(context, work, partial(incoming.take, context.session))
    context.say(taken.summary(context.keymap.name))


async def _join(context: "MapContext", other: Other) -> None:
    """Joins the maps, then offers to make one of claims that say the same."""
    from debatemap.tui.features.sharing.pairs_screen import PairsScreen, pairs_between  # noqa: PLC0415  (a map opens without it)

    session = context.session
    joined = await bring_in(
        context, partial(_joined, other), lambda found: session.do(found.change)
    )
    brought = {key for key, (before, _) in joined.change.claims.items() if before is None}
    said = f"Joined: {len(brought):,} claim{'' if len(brought) == 1 else 's'} came in."
    if joined.left_out:
        said = f"{said} Left out, as this map says otherwise: {'; '.join(joined.left_out[:3])}."
    context.say(said)
    pairs = await background.run(pairs_between, session.snapshot().debate, brought)
    pairs = [pair for pair in pairs if set(pair) <= session.debate.claims.keys()]
    if pairs and context.session is session:
        await context.ask(PairsScreen(context, pairs))


def _joined(other: Other, now: SessionSnapshot) -> "Joined":
    from debatemap.sync.merge.joining import join  # noqa: PLC0415  (a map opens without it)

    return join(now.debate, other.debate)


def _named(other: Other) -> str:
    return f"{excerpt(other.path.name, 60)}, “{excerpt(other.debate.header.title, 60)}”,"
