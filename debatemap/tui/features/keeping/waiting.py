"""What waits for the user when a map is opened: conflicts to settle, copies to merge."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from debatemap.core.errors import MapError
from debatemap.core.text import shell_word
from debatemap.store.sync_copies import copies_beside
from debatemap.sync.merge.conflict import entries_of
from debatemap.sync.merge.conflict_text import conflicts_left
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.exchanging.import_commands import is_foreign, offer_new_map
from debatemap.tui.features.keeping.file_watcher import FileWatcher
from debatemap.tui.features.own.own_actions import run_hook
from debatemap.tui.widgets.bars import HintBar
from debatemap.tui.widgets.clickable import linked
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["git_advice", "tell_what_waits"]

_WAYS: Final = ("next", "previous", "inward", "outward")
_HELP: Final = "{key:help} shows every key."


async def git_advice(path: Path | None) -> str:
    """Returns what git waits for, where a merge of a map's file is open; else nothing."""

    def is_open() -> bool:
        from debatemap.sync.git.repository import repository_of  # noqa: PLC0415  (seldom needed)

        return path is not None and bool(repository_of(path).stages(path))

    try:
        waits = await run(is_open)
    except MapError:  # No git, or no repository.
        return ""
    return f"Then `git add {shell_word(path.name)}`." if waits and path is not None else ""


def tell_what_waits(context: "MapContext") -> None:
    """Says how to move, or what waits; the folder is looked at after the first paint."""
    if context.session.debate.claims:
        # In a map without claims the editor is open, whose keys stand where this would.
        context.say(linked(context.keymap, _first_words(context)))
    left = conflicts_left(context.session.debate)
    if left:
        waits = "waits" if len(entries_of(context.session.debate.header)) == 1 else "wait"
        context.say(f"{left} {waits} to be settled; {_key(context, 'conflicts')} shows them.")
    holder = context.feature(FileWatcher).holder
    if holder:
        context.say(f"Read-only: {holder}; {_key(context, 'take_over')} takes over.")
    problems, context.app.key_problems = context.app.key_problems, ()
    if problems:
        more = f"; {len(problems) - 1} more: `debatemap keys` tells" if len(problems) > 1 else ""
        context.say(f"Settings: {problems[0]}{more}.", "warning")
    run_hook(context, "open")
    path = context.session.path
    if is_foreign(context):
        context.run_beside(_offer_once_painted(context))
    if path is not None and not context.session.read_only:
        context.run_beside(_look_around(context, path, left))


def _first_words(context: "MapContext") -> str:
    """Returns how to move and what to do first, with keys as `{key:ID}`.

    Arrows are called so in words: their signs in ASCII are keys of other commands.
    """
    if context.session.samples:
        asks = ", {key:set_question} the question" if context.session.debate.header.question else ""
        return f"{{key:edit_in_place}} replaces the words of a claim{asks}; {_HELP}"
    ways = [context.keymap.keys(BY_ID[name])[:1] for name in _WAYS]
    moves = "{key:next} and {key:previous} move, {key:inward} unfolds, {key:outward} folds"
    if ways == [("down",), ("up",), ("right",), ("left",)]:
        moves = "The arrows move and unfold"
    adds = "" if context.session.read_only else "; {key:add_pro} adds a pro, {key:add_con} a con"
    return f"{moves}{adds}; {_HELP}"


async def _offer_once_painted(context: "MapContext") -> None:
    await context.painted()
    await offer_new_map(context)


async def _look_around(context: "MapContext", path: Path, left: str) -> None:
    await context.painted()
    from debatemap.workspace.recovery import is_any_left  # noqa: PLC0415  (a map opens without it)

    await _tell_of_copies(context, path, left)
    if await run(is_any_left, context.session.origin):
        from debatemap.tui.features.keeping.recovering import offer_what_was_left  # noqa: PLC0415  (seldom needed)

        await offer_what_was_left(context)


async def _tell_of_copies(context: "MapContext", path: Path, left: str) -> None:
    count = len(await run(copies_beside, path))
    if not count:
        return
    lie = "A conflicted copy lies" if count == 1 else f"{count} conflicted copies lie"
    merges = f"{_key(context, 'merge_copy')} merges {'it' if count == 1 else 'one'}."
    if left and context.part(HintBar).message:
        # Both must fit on one line of 80.
        shows = f"{left} left: {_key(context, 'conflicts')} shows them."
        context.say(f"{shows} {lie} beside: {merges}")
    else:
        context.say(f"{lie} beside this map; {merges}")


def _key(context: "MapContext", command: str) -> str:
    return context.keymap.name(command)
