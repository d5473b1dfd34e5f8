"""The part of the table of commands that is about filters, and the list of what is found."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["FINDING"]

_FIND: Final = "Find"

FINDING: Final[tuple[Command, ...]] = (
    Command(
        "filter",
        ("f",),
        "Filter",
        _FIND,
        "Shows only what matches, and what stands above it. It begins with the filter that holds; "
        "empty, it shows all again.",
        also=(("narrow", "leaves only what matches in sight"),),
    ),
    Command(
        "show_all",
        ("escape", "z f"),
        "End the filter or search, leave the view",
        _FIND,
        "A search in what a filter shows ends first. Then all claims are shown again, with the "
        "cursor where it is; where they are, the outline is; where that is, what was found is no "
        "longer highlighted.",
        reason=when.something_to_leave,
        also=(("unfilter", "shows all claims again"),),
    ),
    Command(
        "keep_filter",
        ("g F",),
        "Keep the filter under a name",
        _FIND,
        "It is kept beside the map and never in it; {key:filters} lists what is kept.",
        reason=when.something_filtered,
    ),
    Command(
        "filters",
        ("g f",),
        "Kept filters and recent ones",
        _FIND,
        "What was asked last too, and what every map has: unanswered, without a source, changed.",
    ),
    Command(
        "find_list",
        ("|",),
        "Find, as a list with the place of each",
        _FIND,
        "A row for each claim; beside it the way to it, its words and its note.",
        also=(("preview", "shows where each claim that is found stands"),),
    ),
)
