"""The part of the table of commands that reshapes the map: branches, and many claims at once."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["SHAPING"]

_SHAPE: Final = "Link and rearrange"

SHAPING: Final[tuple[Command, ...]] = (
    Command(
        "paste_branch",
        ("B p",),
        "Paste indented lines as a branch",
        _SHAPE,
        "Lists, headings, Pro: and Con: are read; what would be added is shown first.",
        reason=when.editable,
        also=(("import", "lines of another program become claims"),),
    ),
    Command(
        "group",
        ("B g",),
        "Group the marked claims under a new one",
        _SHAPE,
        "It takes their place, and they support it; with none marked, the selected one.",
        reason=when.editable_claim,
    ),
    Command(
        "copy_branch",
        ("B y",),
        "Copy the branch, or the marked claims",
        _SHAPE,
        "To the clipboard, as indented lines, Markdown, Argdown or JSON; pasted into another map "
        "it is a branch there.",
        reason=when.on_a_claim,
        also=(("clipboard", "as lines or JSON"),),
    ),
    Command(
        "inbox",
        ("B u",),
        "Go through the unplaced claims",
        _SHAPE,
        "Each is placed, made a thesis, deleted or left for later, by one key.",
        reason=when.editable,
        also=(("unplaced", "the claims that wait for a place"),),
    ),
    Command(
        "split_off",
        ("B n",),
        "Move the branch to a new map of its own",
        _SHAPE,
        "The claim stays, and names the new map.",
        reason=when.all_of(when.editable, when.has_beneath),
    ),
    Command(
        "go_to_branch",
        ("B o",),
        "Go to the map that has the branch of this claim",
        _SHAPE,
        reason=when.with_other_map,
    ),
)
