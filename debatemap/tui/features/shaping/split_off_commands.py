"""Make a map of its own of a branch, and go to the map that a claim names."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.catalog.map_files import ClaimIn
from debatemap.core.debate import Debate
from debatemap.core.other_map import other_map_of
from debatemap.core.text import excerpt, safe_line
from debatemap.store.file_names import free_name
from debatemap.store.locations import is_there, typed_path
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.widgets.clickable import linked
from debatemap.workspace.background import run
from debatemap.workspace.session import Session

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["go_to_branch", "split_off"]

_NAME: Final = 40


async def split_off(context: "MapContext") -> None:
    """Asks for a file, and makes a map of all that stands beneath the selected claim."""
    row, path = context.row, context.session.path
    if row is None:
        return
    if path is None:
        words = "The map has no file yet, which the new map would be named from; {key:save} saves."
        context.say(linked(context.keymap, words), "warning")
        return
    snapshot = context.session.snapshot()
    folder = path.absolute().parent
    suggested = free_name(folder, f"branch {snapshot.debate.claims[row.claim].text}")
    made = await run(edit.split_off, snapshot.debate, row.claim, suggested)
    question = _question(snapshot.debate, row.claim, made)
    name = await context.ask(PromptScreen(question, suggested))
    if not name or not name.strip():
        return
    target = folder / typed_path(name.strip())
    seen_from = Path(os.path.relpath(target, folder)).as_posix()
    if seen_from != suggested or context.session.revision != snapshot.revision:
        made = await run(edit.split_off, context.session.snapshot().debate, row.claim, seen_from)
    # The new map is safe on the disk before anything goes from this one.
    await run(_write, made.debate, target)
    context.do(made.change)
    keys = context.keymap.fill("{key:go_to_branch} goes there, {key:undo} brings it back here too.")
    context.say(f"{made.change.sentence}; {keys}")


def _question(debate: Debate, claim: str, made: edit.SplitOff) -> str:
    """Returns where to, and what stays."""
    one = made.beneath == 1
    beneath = "claim" if one else f"{made.beneath:,} claims"
    words = excerpt(debate.claims[claim].text, _NAME)
    too = ""
    if made.staying:
        which = "it" if one else f"{made.staying:,} of them"
        stay, they = ("stays", "it stands") if made.staying == 1 else ("stay", "they stand")
        too = f"; {which} {stay}, too, as {they} elsewhere"
    return (
        f"Into which file {'does' if one else 'do'} the {beneath} beneath “{words}” go? "
        f"The claim itself stays here and names the new map{too}."
    )


async def go_to_branch(context: "MapContext") -> None:
    """Opens the map in which the branch of the selected claim stands."""
    row = context.row
    if row is None:
        return
    other = other_map_of(context.session.debate.claims[row.claim])
    if other is None:
        context.say("The branch of the claim stands in no other map.", "warning")
        return
    path = context.session.path
    folder = path.absolute().parent if path is not None else Path.cwd()
    target = folder / other.file
    if not is_there(target) or not target.is_file():
        context.say(f"There is no file {safe_line(other.file)} any more.", "warning")
        return
    context.app.open_chosen(ClaimIn(target, other.claim), None)


def _write(debate: Debate, path: Path) -> None:
    Session(debate).save(path)
