"""Run the user's hooks on the maps of folders in which that was allowed."""

import asyncio
from typing import TYPE_CHECKING, Final

from debatemap.core.text import excerpt, safe_line
from debatemap.store.hook_folders import may_run, remember
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.own.claim_fields import given_to
from debatemap.workspace.background import run
from debatemap.workspace.shell_line import ShellLine

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["run_hook"]

_LIMIT: Final = 30.0
_SHOWN: Final = 120
_WHEN: Final = {"open": "a map is opened", "save": "a map is saved"}


async def run_hook(context: "MapContext", name: str, line: str, settled: asyncio.Event) -> None:
    """Runs a hook, once it was allowed for the folder of the map; says how it failed.

    Args:
        context: The open map.
        name: When it runs.
        line: The line of shell.
        settled: Is set where the hook has to wait for an answer, for which nothing else waits.
    """
    path = context.session.path
    if path is None:
        return
    folder = path.absolute().parent
    allowed = await run(may_run, folder)
    if allowed is None:
        settled.set()
        allowed = await _asked(context, name, line, str(folder))
        if allowed is None:
            return
        await run(remember, folder, allowed)
    if not allowed:
        return
    variables, given = given_to(context, with_claim=False)
    variables["DEBATEMAP_HOOK"] = name
    running = ShellLine(line, variables, given, _LIMIT)
    try:
        outcome = await run(running.run)
    finally:
        running.stop()
    if outcome.problem:
        first = excerpt(outcome.text.strip(), _SHOWN)
        context.warn(f"The hook on {name}: {outcome.problem}. {first}".rstrip())


async def _asked(context: "MapContext", name: str, line: str, folder: str) -> bool | None:
    """Asks whether hooks may run for the maps of a folder; None for not this time."""
    question = (
        f"Your settings run this line when {_WHEN[name]}:\n\n{safe_line(line)}\n\n"
        f"May hooks run for the maps in {safe_line(folder)}? Maps of others are data to them."
    )
    answers = [
        Answer("y", "yes, for all maps in this folder"),
        Answer("n", "no, never there"),
        Answer("l", "not now; ask again"),
    ]
    answer = await context.ask(AskScreen(question, answers))
    return None if answer == "l" else answer == "y"
