"""Take in what others made of the map: merge a copy, join another map, settle conflicts."""

from functools import partial
from typing import TYPE_CHECKING

from debatemap.core.text import excerpt
from debatemap.tui.background_work import bring_in
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.keeping.waiting import conflicts_left, git_advice
from debatemap.tui.features.sharing.files_screen import FilesScreen, copies_of, other_maps
from debatemap.workspace import background, incoming
from debatemap.workspace.incoming import Other, merge_in, read_other
from debatemap.workspace.snapshot import SessionSnapshot

if TYPE_CHECKING:
    from debatemap.sync.merge.joining import Joined
    from debatemap.tui.map_screen import MapScreen

__all__ = ["conflicts", "join_map", "merge_copy"]


async def conflicts(screen: "MapScreen") -> None:
    """Shows the conflicts that a merge left, to settle them one by one."""
    from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen  # noqa: PLC0415  (a map opens without it)

    chosen = ConflictsScreen(screen)
    place = await screen.app.push_screen_wait(chosen)
    if place is not None:
        if screen.row is not None:
            screen.visits.leave(screen.outline.path(screen.row))
        screen.select_claim(*place)
    left = conflicts_left(screen.session.debate)
    if left:
        screen.say(f"{left} left.")
    elif chosen.is_to_save:
        await _save_settled(screen)
    else:
        key = screen.keymap.name("save")
        saves = f" {key} saves them." if screen.session.dirty else ""
        screen.say(f"All conflicts are settled.{saves}")


async def _save_settled(screen: "MapScreen") -> None:
    """Saves the map, and says what git waits for then."""
    from debatemap.tui.features.keeping.keep_commands import save_and_wait  # noqa: PLC0415  (seldom needed)

    await save_and_wait(screen)
    advice = await git_advice(screen.session.path)
    if advice and not screen.session.dirty:
        screen.say(f"Saved. {advice}")


async def merge_copy(screen: "MapScreen") -> None:
    """Merges another copy of this map into it."""
    session = screen.session
    found = await copies_of(session.path, session.debate.header.id)
    other = await _choose(screen, FilesScreen("Merge which copy of this map?", found, session.path))
    if other is None:
        return
    if other.debate.header.id == session.debate.header.id:
        screen.run_beside(_merge(screen, other))
    elif await _is_wanted(screen, f"{_named(other)} is another map, and no copy of this one.", "j"):
        screen.run_beside(_join(screen, other))


async def join_map(screen: "MapScreen") -> None:
    """Brings another map into this one."""
    session = screen.session
    found = await other_maps(session.path, session.debate.header.id)
    title = "Bring which map into this one?"
    other = await _choose(screen, FilesScreen(title, found, session.path))
    if other is None:
        return
    if other.debate.header.id != session.debate.header.id:
        screen.run_beside(_join(screen, other))
    elif await _is_wanted(screen, f"{_named(other)} is a copy of this map.", "m"):
        screen.run_beside(_merge(screen, other))


async def _choose(screen: "MapScreen", files: FilesScreen) -> Other | None:
    path = await screen.app.push_screen_wait(files)
    return None if path is None else await background.run(read_other, path)


async def _is_wanted(screen: "MapScreen", question: str, way: str) -> bool:
    """Asks whether to go the other way: to join what is no copy, to merge what is one."""
    words = {"j": "join the two: this map then holds both", "m": "merge the two"}
    answers = [Answer(way, words[way]), Answer("c", "cancel")]
    return await screen.app.push_screen_wait(AskScreen(question, answers)) == way


async def _merge(screen: "MapScreen", other: Other) -> None:
    screen.say("Merging …")
    work = partial(merge_in, other=other)
    taken = await bring_in(screen, work, partial(incoming.take, screen.session))
    screen.say(taken.told(screen.keymap.name))


async def _join(screen: "MapScreen", other: Other) -> None:
    """Joins the maps, then offers to make one of claims that say the same."""
    from debatemap.tui.features.sharing.pairs_screen import PairsScreen, pairs_between  # noqa: PLC0415  (a map opens without it)

    session = screen.session
    joined = await bring_in(screen, partial(_joined, other), lambda found: session.do(found.change))
    brought = {key for key, (before, _) in joined.change.claims.items() if before is None}
    said = f"Joined: {len(brought):,} claim{'' if len(brought) == 1 else 's'} came in."
    if joined.left_out:
        said = f"{said} Left out, as this map says otherwise: {'; '.join(joined.left_out[:3])}."
    screen.say(said)
    pairs = await background.run(pairs_between, session.snapshot().debate, brought)
    pairs = [pair for pair in pairs if set(pair) <= session.debate.claims.keys()]
    if pairs and screen.session is session:
        await screen.app.push_screen_wait(PairsScreen(screen, pairs))


def _joined(other: Other, now: SessionSnapshot) -> "Joined":
    from debatemap.sync.merge.joining import join  # noqa: PLC0415  (a map opens without it)

    return join(now.debate, other.debate)


def _named(other: Other) -> str:
    return f"{excerpt(other.path.name, 60)}, “{excerpt(other.debate.header.title, 60)}”,"
