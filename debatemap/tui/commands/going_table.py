"""The part of the table of commands that is about going somewhere at once, and doing it again."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["GOING"]

_MOVE, _FOLD, _ADD, _MAP = "Move", "Fold", "Add and edit", "Map and program"

GOING: Final[tuple[Command, ...]] = (
    Command(
        "jump",
        ("H",),
        "Jump to a row in sight by its label",
        _MOVE,
        "Each row gets a letter or two; typed, they go there.",
        reason=when.on_a_claim,
        also=(("label", "each row in sight gets one"),),
    ),
    Command(
        "count",
        ("#",),
        "A number, for the movement that follows",
        _MOVE,
        "Digits and then a key that moves: it is done as often. With {key:last} it is the number "
        "of the row.",
        also=(("repeat", "moves as often as the number says"),),
    ),
    Command(
        "bookmark",
        ("$",),
        "Set a bookmark under a letter",
        _MOVE,
        "The letter of a bookmark on the same claim takes it away. They stay when the map is "
        "closed.",
        reason=when.on_a_claim,
    ),
    Command("go_to_bookmark", ("`",), "Go to a bookmark", _MOVE),
    Command(
        "go_to_id",
        ("g /",),
        "Go to an id or a link",
        _MOVE,
        "An id, its beginning, or the link of a claim that somebody sent.",
        also=(("address", "the link of a claim"),),
    ),
    Command(
        "copy_link",
        ("g y",),
        "Copy the link of the claim",
        _MAP,
        "To the clipboard, to be sent; {key:go_to_id} goes to one, and `debatemap MAP --at LINK`.",
        reason=when.on_a_claim,
        also=(("address", "the link of a claim"),),
    ),
    Command(
        "fold_others",
        ("z x",),
        "Fold all but this branch",
        _FOLD,
        "The path to the claim stays open.",
        reason=when.all_of(when.in_the_outline, when.on_a_claim),
    ),
    Command(
        "repeat_edit",
        ("\\",),
        "Do the last edit again here",
        _ADD,
        "The same tags, author, rating, link or turn, on the claim that is selected now.",
        reason=when.editable_claim,
        also=(("again", "the last edit, on another claim"),),
    ),
)
