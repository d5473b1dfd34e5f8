"""The part of the table of commands that is about the mouse, and what menus hold."""

from typing import Final

from debatemap.tui.commands.command import Command

__all__ = ["MENUS", "ON_A_CLAIM", "ON_A_VERDICT", "ON_THE_MAP", "ON_THE_TABLE", "POINTER"]

_MAP: Final = "Map and program"

POINTER: Final[tuple[Command, ...]] = (
    Command(
        "menu",
        ("A", "shift+f10"),
        "Menu of what fits here",
        _MAP,
        "The right button opens it, too. Two clicks edit a claim; dragged to another one, "
        "it is linked or moved; with shift held, dragging selects words.",
    ),
)

ON_A_CLAIM: Final = "claim"
ON_A_VERDICT: Final = "verdict"
ON_THE_MAP: Final = "map"
ON_THE_TABLE: Final = "table"

MENUS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    ON_A_CLAIM: (
        (
            "edit_in_place",
            "add_pro",
            "add_con",
            "add_undercut",
            "add_sibling",
            "note",
            "sources",
            "tags",
            "rate",
            "why",
            "link",
            "move",
            "cut",
            "paste",
            "step_in",
            "undo",
        ),
        ("Add and edit", "Link and rearrange", "Judge", "What if", "Mark", "Fold", "Move"),
    ),
    ON_A_VERDICT: (("why", "crux", "rate", "whose"), ("Judge", "What if")),
    ON_THE_MAP: (
        ("add_thesis", "add_unplaced", "paste", "undo", "redo", "save", "search", "filter"),
        ("Map and program", "Find", "Compare and share", "Judge"),
    ),
    ON_THE_TABLE: (("sort_table", "table"), ("Find",)),
}
"""By what is under the mouse: the commands that are used most there, and then whole groups."""
