"""The part of the table of commands that is about the same point in other words."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["SIMILAR"]

SIMILAR: Final[tuple[Command, ...]] = (
    Command(
        "likely_duplicates",
        ("g =",),
        "Walk through likely duplicates",
        "Link and rearrange",
        "Pairs of claims that may make the same point; nothing is merged unasked.",
        reason=when.editable,
        also=(("duplicates", "pairs of claims that may make one point"),),
    ),
)
