"""Run a command of the user's own on the selected claim, and take what it writes."""

import asyncio
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap import edit
from debatemap.core.text import excerpt, safe_line
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.features.own.claim_fields import given_to
from debatemap.tui.features.own.output_screen import OutputScreen
from debatemap.tui.widgets.clickable import linked
from debatemap.workspace.background import run
from debatemap.workspace.shell_line import ShellLine

if TYPE_CHECKING:
    from debatemap.config import OwnCommand
    from debatemap.core.model import Stance
    from debatemap.tui.context import MapContext
    from debatemap.workspace.shell_line import Outcome

__all__ = ["choose", "start", "stop"]

_NONE: Final = (
    "The settings have no commands of your own; under [commands.NAME] they say run = "
    '"a line of shell" and keys = ["f6"].'
)
_TITLE: Final = 40
_POLL: Final = 0.05
"""Seconds between two looks whether something is still written."""
_STANCES: "Final[dict[str, Stance]]" = {"pro": "supports", "con": "attacks"}
_running: "Final[dict[int, ShellLine]]" = {}
"""What runs, by the identity of its map."""


async def choose(context: "MapContext") -> None:
    """Lists the user's own commands, and runs the one that is chosen."""
    own = context.app.settings.commands
    if not own:
        context.say(_NONE, "warning")
        return
    choices = [
        Choice(
            name,
            Content.assemble(
                (excerpt(command.title or name, _TITLE), "bold"),
                (f"  {', '.join(command.keys)}", "$accent"),
                (f"\n  {safe_line(command.run)}", "$quiet"),
            ),
        )
        for name, command in own.items()
    ]
    chosen = await context.ask(
        ChooserScreen("Run a command of your own", lambda typed: fitting(typed, choices))
    )
    if chosen is not None:
        start(context, chosen)


def start(context: "MapContext", name: str) -> None:
    """Begins to run a command; keys go on being answered."""
    if id(context) in _running:
        words = "A command of your own runs still; {key:stop_own} stops it."
        context.say(linked(context.keymap, words), "warning")
        return
    context.run_beside(_run(context, context.app.settings.commands[name], name), "own")


def stop(context: "MapContext") -> None:
    """Stops what runs."""
    line = _running.get(id(context))
    if line is None:
        context.say("No command of your own runs.")
    else:
        line.stop()


async def _run(context: "MapContext", command: "OwnCommand", name: str) -> None:
    title = excerpt(command.title or name, _TITLE)
    claim = context.row.claim if context.row is not None else None
    variables, given = given_to(context)
    line = ShellLine(command.run, variables, given, command.limit)
    _running[id(context)] = line
    stops = linked(context.keymap, "{key:stop_own} stops it.")
    context.say(Content.assemble(f"Running “{title}” … ", stops))
    try:
        outcome = await run(line.run)
    finally:
        # Where the map is closed, or the program ends, the line ends too.
        line.stop()
        _running.pop(id(context), None)
    if context.is_attached:
        await _take(context, command, title, claim, outcome)


async def _take(
    context: "MapContext",
    command: "OwnCommand",
    title: str,
    claim: str | None,
    outcome: "Outcome",
) -> None:
    """Does with the output what the settings say, or asks."""
    text, how = outcome.text.strip(), str(command.output)
    is_editable = claim in context.session.debate.claims and not context.session.read_only
    is_asked = how in ("ask", "show") or outcome.problem or not is_editable
    if text and how != "drop" and is_asked:
        may_take = how == "ask" and is_editable and not outcome.problem
        how = await context.ask(OutputScreen(title, text, outcome.problem, may_take=may_take))
    if claim is not None and text and how in ("note", "pro", "con"):
        # A note that is just being written would replace it.
        while not context.may_take_in and context.is_attached:
            await asyncio.sleep(_POLL)
        context.attempt(lambda: _add(context, claim, how, text))
    else:
        _say_end(context, title, outcome)


def _say_end(context: "MapContext", title: str, outcome: "Outcome") -> None:
    """Says how a command ended, in place of that it runs."""
    if outcome.problem:
        context.warn(f"“{title}”: {outcome.problem}.")
    else:
        wrote = "" if outcome.text.strip() else ", and wrote nothing"
        context.say(f"“{title}” is done{wrote}.")


def _add(context: "MapContext", claim: str, how: str, text: str) -> None:
    """Adds the output to the claim: to its note, or as a claim of its own."""
    debate = context.session.debate
    if claim not in debate.claims:
        context.warn("The claim is gone, so nothing was added.")
    elif how == "note":
        note = debate.claims[claim].note
        context.do(edit.set_note(debate, claim, f"{note}\n\n{text}" if note else text))
    else:
        signed = context.signature
        context.do(edit.add_reply(debate, claim, _STANCES[how], text, signed=signed))
