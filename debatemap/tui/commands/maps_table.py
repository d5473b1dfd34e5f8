"""The part of the table of commands that is about other maps than the one that is open."""

from typing import Final

from debatemap.tui.commands import conditions as when
from debatemap.tui.commands.command import Command

__all__ = ["MAPS"]

_MAP: Final = "Map and program"

MAPS: Final[tuple[Command, ...]] = (
    Command(
        "take_over",
        ("g w",),
        "Take over: edit the map here",
        _MAP,
        "The other window that has it open can only read from then on.",
        reason=when.open_elsewhere,
    ),
    Command("open_map", ("g o",), "Open another map", _MAP, "This one stays open beside it."),
    Command("list_maps", ("g O",), "List the open maps", _MAP, "To go to one."),
    Command(
        "next_map",
        ("g ]", "ctrl+pagedown"),
        "Next open map",
        _MAP,
        "What was yanked or cut in one can be pasted into another.",
        hint="next map",
        reason=when.with_other_maps,
    ),
    Command(
        "previous_map",
        ("g [", "ctrl+pageup"),
        "Previous open map",
        _MAP,
        reason=when.with_other_maps,
    ),
    Command(
        "first_steps",
        ("g h",),
        "What to try in the sample map",
        _MAP,
        "Each is ticked off once you have done it; {key:first_steps} closes the list.",
        reason=when.in_the_sample,
        also=(("tutorial", "what to try first"), ("learn", "what to try first")),
    ),
    Command("close_map", ("g Q",), "Close the map", _MAP, "Asks when something in it is unsaved."),
    Command(
        "new_map",
        ("g N",),
        "Begin a new map",
        _MAP,
        "Empty, or as a template: for and against, a decision, an essay and a reply, a policy, "
        "or one of yours.",
        also=(("template", "it may begin as one"),),
    ),
)
