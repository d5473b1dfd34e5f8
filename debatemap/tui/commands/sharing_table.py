"""The part of the table of commands that is about other versions of the map."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["SHARING"]

_SHARE: Final = "Compare and share"

SHARING: Final[tuple[Command, ...]] = (
    Command(
        "diff",
        ("g d",),
        "Compare with another version",
        _SHARE,
        "A diff with the last commit, a branch, a backup, or another file.",
        also=(("git", "compares with a commit or a branch; `debatemap git` sets git up"),),
    ),
    Command(
        "next_difference",
        (")",),
        "Next difference",
        _SHARE,
        "Unfolds to it; the details say what was there before.",
        hint="next difference",
        reason=when.something_compared,
        offer=when.some_difference,
    ),
    Command(
        "previous_difference",
        ("(",),
        "Previous difference",
        _SHARE,
        reason=when.something_compared,
    ),
    Command(
        "differences", ("g D",), "List all differences", _SHARE, reason=when.something_compared
    ),
    Command(
        "take_back",
        ("X",),
        "Take this difference back",
        _SHARE,
        "Gives back what stood there before, in this one respect.",
        hint="take back",
        reason=when.all_of(when.editable, when.on_a_difference),
    ),
    Command(
        "next_unseen",
        (".",),
        "Next unseen change",
        _SHARE,
        "Reviews what changed since you last looked.",
        hint="next unseen",
        reason=when.something_unseen,
        offer=when.known_unseen,
    ),
    Command(
        "previous_unseen",
        (",",),
        "Previous unseen change",
        _SHARE,
        reason=when.something_unseen,
    ),
    Command(
        "see_all",
        ("g u",),
        "Mark everything as seen",
        _SHARE,
        "Ends the review of what changed since you last looked.",
        reason=when.something_unseen,
    ),
    Command(
        "conflicts",
        ("C",),
        "Conflicts: settle what a merge left",
        _SHARE,
        "Both values side by side, and one key for a choice.",
        hint="conflicts",
        reason=when.with_conflicts,
    ),
    Command(
        "merge_copy",
        ("g m",),
        "Merge another copy of the map",
        _SHARE,
        "One that came by mail, or that a sync program left beside it.",
        reason=when.editable,
        also=(("share", "the map is a file to send; this brings back what others did"),),
    ),
    Command(
        "join_map",
        ("g a",),
        "Join another map to this one",
        _SHARE,
        "All of it comes in; then claims that say nearly the same can be made one.",
        reason=when.editable,
    ),
)
