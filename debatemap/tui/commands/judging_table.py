"""The part of the table of commands that is about who is ahead, and why."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command
from debatemap.tui.commands.what_if_table import SUPPOSING

__all__ = ["JUDGING"]

_JUDGE: Final = "Judge"

JUDGING: Final[tuple[Command, ...]] = (
    Command(
        "strengths",
        ("% %",),
        "Show or hide strengths",
        _JUDGE,
        "How far each claim holds after all arguments, from 0 to 100.",
    ),
    Command(
        "labels",
        ("% l",),
        "Show or hide what is unanswered",
        _JUDGE,
        "Grounded labels: what is in (◦), out (✗) or undecided (∞) when only attacks count.",
        reason=when.strengths_shown,
    ),
    Command(
        "surety",
        ("% !",),
        "How sure the verdict is",
        _JUDGE,
        "Unfolds in the details: of 100 ways to rate it, by other methods, and what would turn it.",
        reason=when.strengths_told,
    ),
    Command(
        "method",
        ("% m",),
        "Judge by another method",
        _JUDGE,
        "Four ways to weigh arguments, with the verdict of each.",
        reason=when.strengths_shown,
    ),
    *SUPPOSING,
    Command(
        "rate",
        ("r",),
        "Rate: how far do you hold it?",
        _JUDGE,
        "From 0 to 100, under your name; {key:rating_turn} rates how much its step counts.",
        reason=when.editable_claim,
        also=(("vote", "a rating is a vote from 0 to 100"),),
    ),
    Command(
        "rate_all",
        ("R",),
        "Rate what you have not rated yet",
        _JUDGE,
        "One claim after the other beneath this thesis, then in the whole map.",
        reason=when.editable_claim,
    ),
    Command(
        "rate_as",
        ("% n",),
        "Rate under another name",
        _JUDGE,
        "It is asked for once, and remembered; `name` in the settings comes first.",
        reason=when.editable,
    ),
    Command(
        "whose",
        ("% p",),
        "Whose ratings count",
        _JUDGE,
        "Everybody's mean, one person's, or how far apart people are.",
        reason=when.all_of(when.strengths_shown, when.something_rated),
    ),
    Command(
        "why",
        ("!",),
        "Why: what makes it as strong as it is",
        _JUDGE,
        "In sentences that can be followed one by one, down to what nobody argues about.",
        hint="why",
        reason=when.on_a_claim,
    ),
    Command(
        "crux",
        ("g x",),
        "Crux: what the verdict turns on",
        _JUDGE,
        "What doubting and what granting each claim would do; of two people, what divides them.",
        reason=when.on_a_claim,
    ),
    Command(
        "compare",
        ("% c",),
        "Compare the theses side by side",
        _JUDGE,
        "As the options of a question: verdicts, the strongest pro and con of each, and what "
        "helps one and hurts another.",
        reason=when.several_theses,
        also=(
            ("options", "the theses are the options of the map’s question"),
            ("alternatives", "the theses are the options of the map’s question"),
        ),
    ),
    Command(
        "replay",
        ("% h",),
        "Replay how the verdict arose",
        _JUDGE,
        "Version by version, from git or the copies of saves, with what turned it and whose it is.",
        reason=when.on_a_claim,
        also=(("history", "the verdict in each version of the map"),),
    ),
    Command(
        "groups",
        ("% u",),
        "Groups of people who rate alike",
        _JUDGE,
        "What unites and divides them, and the verdict without each person.",
        reason=when.all_of(when.on_a_claim, when.something_rated),
        also=(("people", "groups of people who rate alike"), ("consensus", "what unites them")),
    ),
    Command(
        "next_task",
        ("'",),
        "Next thing to do",
        _JUDGE,
        "Unanswered objections, lost support, sources that are missing or say something else.",
    ),
    Command("previous_task", ('"',), "Previous thing to do", _JUDGE),
    Command("tasks", ("g l",), "List what is left to do", _JUDGE),
)
