"""Quit from a dialog in front of the map; nothing that was typed goes without a question."""

import asyncio
from typing import TYPE_CHECKING, Any, Final

from textual.worker import get_current_worker

from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.dialogs.prompt import Dialog

if TYPE_CHECKING:
    from textual.screen import Screen

    from debatemap.tui.context import MapContext, Program

__all__ = ["leave_dialogs"]

_POLL: Final = 0.01
_ANSWERS: Final = [
    Answer("a", "accept it, and quit"),
    Answer("d", "drop it, and quit"),
    Answer("w", "go on writing"),
]


async def leave_dialogs(app: "Program", context: "MapContext") -> None:
    """Closes what stands in front of a map, and quits as the map does.

    Where what was typed in front is accepted, the command that asked for it ends first; a
    question of its own stays in front, and nothing is quit.
    """
    front = app.screen
    answer = ""
    if isinstance(front, Dialog) and front.changed:
        asked = AskScreen("What you wrote here is not accepted yet.", _ANSWERS)
        answer = await app.push_screen_wait(asked)
        if answer == "w":
            return
    if answer == "a" and isinstance(front, Dialog):
        front.accept()
        await _wait_for(app, front)
    while isinstance(app.screen, DialogScreen):
        closing = app.screen
        if isinstance(closing, AskScreen) or (answer == "a" and isinstance(closing, Dialog)):
            return
        await closing.dismiss(None)
        await _wait_for(app, closing)
    if not app.is_dialog_open:
        context.run_command(BY_ID["quit"])


async def _wait_for(app: "Program", closing: "Screen[Any]") -> None:
    """Waits until a dialog is gone and the command that showed it has ended or asks again."""
    this = get_current_worker()
    while closing in app.screen_stack:
        await asyncio.sleep(_POLL)
    while any(w.group == COMMAND and w is not this and not w.is_finished for w in app.workers):
        if isinstance(app.screen, DialogScreen):
            return
        await asyncio.sleep(_POLL)
