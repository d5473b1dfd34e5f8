"""Keep a what-if as a scenario of the map, open one, drop what is assumed, or apply it."""

from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.core.scenarios import ABSENT, scenarios_in
from debatemap.core.text import clean, excerpt, safe_line
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.rating.person import person_asked
from debatemap.tui.features.what_if.assume_commands import say_outcome
from debatemap.tui.features.what_if.assumptions import effects, kept_as, number_of

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["apply_assumptions", "drop_assumptions", "keep_scenario", "open_scenario"]

_NAME: Final = 30
"""Cells of a scenario's name in the last line."""


async def keep_scenario(context: "MapContext") -> None:
    """Keeps what is assumed in the map, under a name."""
    judging, debate = context.feature(Judging), context.session.debate
    question = f"Keep {number_of(judging.assumed)} under which name?"
    typed = await context.ask(PromptScreen(question, judging.scenario))
    if typed is None:
        return
    name = safe_line(clean(typed))
    known = scenarios_in(debate.header).get(name)
    if known is not None and known != judging.assumed:
        there = f"There is a scenario “{excerpt(name)}”, with {number_of(known)}."
        answers = [Answer("r", "replace it"), Answer("c", "cancel, and leave it")]
        if await context.ask(AskScreen(there, answers)) != "r":
            return
    if known != judging.assumed:
        context.do(edit.keep_scenario(debate, name, judging.assumed))
    judging.scenario = name
    context.say(f"Kept as “{excerpt(name)}”, in the map's file once that is saved.")


async def open_scenario(context: "MapContext") -> None:
    """Assumes what a scenario of the map assumes."""
    from debatemap.tui.features.what_if.scenarios_screen import ScenariosScreen  # noqa: PLC0415  (a map opens without it)

    name = await context.ask(ScenariosScreen(context))
    if name is None or not await may_end(context):
        return
    judging = context.feature(Judging)
    judging.assume(scenarios_in(context.session.debate.header).get(name, {}))
    judging.scenario = name
    if judging.assumed:
        say_outcome(context, f"What if “{excerpt(name, _NAME)}”")
    else:
        context.say(f"Nothing that “{excerpt(name, _NAME)}” speaks of is in the map.", "warning")


def drop_assumptions(context: "MapContext") -> None:
    """Ends the what-if; the map is as it was."""
    number = number_of(context.feature(Judging).assumed)
    _end(context)
    context.say(f"Dropped: {number}. All is as the map has it.")


async def apply_assumptions(context: "MapContext") -> None:
    """Makes what is assumed part of the map, as one step, and ends the what-if."""
    assumed, debate = context.feature(Judging).assumed, context.session.debate
    rates = set(assumed.values()) != {ABSENT}
    person = await person_asked(context) if rates else ""
    if rates and not person:
        return
    change = edit.apply_assumptions(debate, assumed, person)
    lines = [f"Apply {number_of(assumed)} to the map?", "", *effects(debate, assumed, person)]
    if change.effects:
        lines += ["", change.foreseen]
    if rates:
        words = "A rating is one person's: strengths may move less than they do in the what-if."
        lines += ["", words]
    answers = [
        Answer("y", context.keymap.fill("yes, as one step; {key:undo} undoes it")),
        Answer("n", "no, and go on with the what-if"),
    ]
    if await context.ask(AskScreen("\n".join(lines), answers)) == "y":
        context.do(change)
        _end(context)


def is_unkept(context: "MapContext") -> bool:
    """Tells whether there is a what-if that no scenario of the map holds."""
    assumed = context.feature(Judging).assumed
    return bool(assumed) and kept_as(context.session.debate, assumed) is None


async def may_end(context: "MapContext") -> bool:
    """Tells whether the what-if may end: there is none, it is kept, or the user lets it go."""
    assumed, session = context.feature(Judging).assumed, context.session
    if not is_unkept(context):
        return True
    answers = [
        Answer("k", "keep it, as a scenario of the map"),
        Answer("d", "drop it"),
        Answer("s", "stay in it"),
    ]
    question = f"The what-if with {number_of(assumed)} is not kept."
    answer = await context.ask(AskScreen(question, answers[1:] if session.read_only else answers))
    if answer == "k":
        await keep_scenario(context)
        return kept_as(session.debate, assumed) is not None
    return answer == "d"


def _end(context: "MapContext") -> None:
    context.feature(Judging).assume({})
    context.feature(Judging).scenario = ""
