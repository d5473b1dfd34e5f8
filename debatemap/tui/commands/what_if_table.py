"""The part of the table of commands that is about what-ifs."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["SUPPOSING"]

_WHAT_IF: Final = "What if"
_CLAIM: Final = when.all_of(when.on_a_claim, when.strengths_shown)
_STEP: Final = when.all_of(when.on_a_reply, when.strengths_shown)

SUPPOSING: Final[tuple[Command, ...]] = (
    Command(
        "suppose",
        ("w w",),
        "What if not? Again: what if so?",
        _WHAT_IF,
        "Takes the claim for false, then for true, then as the map has it. The map stays as it is.",
        reason=_CLAIM,
    ),
    Command("suppose_true", ("w t",), "What if it is true", _WHAT_IF, reason=_CLAIM),
    Command("suppose_false", ("w f",), "What if it is false", _WHAT_IF, reason=_CLAIM),
    Command(
        "suppose_absent",
        ("w a",),
        "What if it is not there",
        _WHAT_IF,
        "It then bears on nothing, as if nobody had said it.",
        reason=_CLAIM,
    ),
    Command(
        "suppose_step",
        ("w T",),
        "What if its step counts in full",
        _WHAT_IF,
        "The step from here to the claim above, whatever undercuts it.",
        reason=_STEP,
    ),
    Command(
        "suppose_no_step",
        ("w F",),
        "What if its step does not count",
        _WHAT_IF,
        "The step from here to the claim above: what if that does not follow?",
        reason=_STEP,
    ),
    Command(
        "suppose_nothing",
        ("w u",),
        "As the map has it",
        _WHAT_IF,
        "Drops what is assumed of this claim and its step.",
        reason=when.assumed_here,
    ),
    Command(
        "assumptions",
        ("w l",),
        "List what is assumed",
        _WHAT_IF,
        "To go there, or to drop one.",
        reason=when.something_assumed,
    ),
    Command(
        "keep_scenario",
        ("w k",),
        "Keep what is assumed",
        _WHAT_IF,
        "In the map's file, as a scenario with a name.",
        hint="keep",
        reason=when.all_of(when.editable, when.something_assumed),
    ),
    Command(
        "open_scenario",
        ("w o",),
        "Open a scenario",
        _WHAT_IF,
        "What each assumes, and the verdict that it leads to.",
        reason=when.with_scenarios,
    ),
    Command(
        "drop_assumptions",
        ("w d",),
        "Leave, and drop what is assumed",
        _WHAT_IF,
        hint="leave",
        reason=when.something_assumed,
    ),
    Command(
        "apply_assumptions",
        ("w p",),
        "Leave, and apply it to the map",
        _WHAT_IF,
        "As your ratings of 100 and 0, and by deleting what is absent; asks first.",
        reason=when.all_of(when.editable, when.something_assumed),
    ),
)
