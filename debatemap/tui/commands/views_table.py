"""The part of the table of commands that is about views: the card, the table, the panes."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["VIEWS"]

_VIEW: Final = "Find"

VIEWS: Final[tuple[Command, ...]] = (
    Command(
        "card",
        ("F",),
        "The claim as a card",
        _VIEW,
        "What is for it at the left and against it at the right; {key:step_in} goes in, "
        "{key:step_out} comes out, {key:card} shows the outline again.",
        hint="card",
        reason=when.with_a_card,
    ),
    Command(
        "third_column",
        ("I",),
        "Third column: why, or the note and the sources",
        _VIEW,
        "It stands beside the outline and the card where the screen is wide.",
        reason=when.with_a_third_column,
    ),
    Command(
        "split_left",
        ("% <", "alt+h", "ctrl+left"),
        "Move the split left, or up",
        _VIEW,
        "The line between two panes; the mouse drags it too, and it stays where it is put.",
        reason=when.with_two_panes,
    ),
    Command(
        "split_right",
        ("% >", "alt+l", "ctrl+right"),
        "Move the split right, or down",
        _VIEW,
        reason=when.with_two_panes,
    ),
    Command(
        "table",
        ("% t",),
        "All claims as a table",
        _VIEW,
        "Every claim once, in columns that can be sorted; {key:table} shows the outline again.",
        also=(("sort", "the table sorts by any column"),),
    ),
    Command(
        "sort_table",
        ("% s",),
        "Sort the table by a column",
        _VIEW,
        "The same column again turns the order round; a click on its head does it as well.",
        reason=when.in_the_table,
        also=(("order", "the order of the rows"),),
    ),
    Command(
        "read",
        ("% r",),
        "The map as numbered prose",
        _VIEW,
        "With the numbers of `debatemap show`; {key:inward} goes to a claim that is only named, "
        "{key:read} to the outline again.",
        also=(("prose", "claims as numbered paragraphs"), ("text", "the map to be read")),
    ),
    Command(
        "present",
        ("% f",),
        "Present one card after the other",
        _VIEW,
        "Over the whole screen, from the selected claim on; {key:present_order} sets the order.",
        reason=when.on_a_claim,
        also=(("slides", "each claim as a card"), ("full screen", "each claim as a card")),
    ),
    Command(
        "present_order",
        ("% a",),
        "Choose the cards to present",
        _VIEW,
        "And their order. Marked claims are added; with none, all come in reading order.",
        reason=when.on_a_claim,
        also=(("slides", "which, and in which order"),),
    ),
    Command(
        "overview",
        ("% o",),
        "Overview of the map at the edge",
        _VIEW,
        "Where hits, changes, unanswered objections, pros and cons are; a click goes there.",
        also=(
            ("scroll bar", "the whole map at the edge"),
            ("minimap", "the whole map at the edge"),
        ),
    ),
    Command(
        "next_unanswered",
        ("% ]",),
        "Next unanswered objection",
        _VIEW,
        "Nothing is said against it or its step, or all that is has been answered itself.",
        also=(("open objection", "goes to the next one"),),
    ),
    Command("previous_unanswered", ("% [",), "Previous unanswered objection", _VIEW),
)
