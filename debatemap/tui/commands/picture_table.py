"""The part of the table of commands that is about the map as a picture."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["PICTURE"]

_VIEW: Final = "Find"

PICTURE: Final[tuple[Command, ...]] = (
    Command(
        "picture",
        ("% g",),
        "The map as a picture",
        _VIEW,
        "Claims as boxes with edges between them; {key:step_in} shows a branch alone, "
        "{key:picture} the outline again.",
        also=(("graph", "boxes and edges"), ("zoom", "from all words to a cell a claim")),
    ),
    Command(
        "image",
        ("% G",),
        "The map as an image",
        _VIEW,
        "In kitty, Ghostty, WezTerm, Konsole and terminals with sixels, such as foot and xterm; "
        "of a filter or a branch where only that is shown.",
        reason=when.on_a_claim,
    ),
    Command(
        "zoom_in",
        ("% +", "ctrl+up"),
        "Zoom in, up to all words",
        _VIEW,
        "The wheel zooms with ctrl held.",
        hint="zoom in",
        reason=when.in_the_picture,
    ),
    Command(
        "zoom_out",
        ("% -", "ctrl+down"),
        "Zoom out, to a cell a claim",
        _VIEW,
        hint="zoom out",
        reason=when.in_the_picture,
    ),
    Command(
        "pan_left",
        ("shift+left",),
        "Move the picture to the left",
        _VIEW,
        "Dragging with the mouse moves it too; the cursor stays on its claim.",
        reason=when.in_the_picture,
    ),
    Command(
        "pan_right",
        ("shift+right",),
        "Move the picture to the right",
        _VIEW,
        reason=when.in_the_picture,
    ),
    Command("pan_up", ("shift+up",), "Move the picture up", _VIEW, reason=when.in_the_picture),
    Command(
        "pan_down", ("shift+down",), "Move the picture down", _VIEW, reason=when.in_the_picture
    ),
)
