"""Where on a card the editor stands: where what is written will stand."""

from typing import Final, Protocol

from debatemap.tui.views.card.arrangement import How, Part, Spot, WritingRoom
from debatemap.views.card import Entry, Role

__all__ = ["Writable", "room_for"]

_REPLIES: Final = {"add_pro": Part.PROS, "add_con": Part.CONS}
_TO_STEPS: Final = frozenset({"add_undercut", "add_backing"})


class Writable(Protocol):
    """A card that a claim can be written on."""

    @property
    def spot(self) -> Spot:
        """Where the cursor is."""

    @property
    def entry(self) -> Entry | None:
        """What the cursor is on."""

    @property
    def is_on_focus(self) -> bool:
        """Whether the cursor is on the claim in focus."""

    @property
    def can_step_out(self) -> bool:
        """Whether there is a claim above the one in focus."""

    def go_in(self) -> object:
        """Makes the claim that the cursor is on the one in focus."""

    def go_out(self) -> object:
        """Makes the claim above the one in focus."""


def room_for(view: Writable, command: str, lines: int) -> WritingRoom | None:
    """Returns the room for the editor that a command opens; brings its place onto the card.

    Args:
        view: The card.
        command: The id of the command that writes.
        lines: How high the editor is.
    """
    if command in _REPLIES and not view.is_on_focus:
        view.go_in()
    elif command == "add_sibling" and view.is_on_focus and view.can_step_out:
        view.go_out()
    spot, entry = view.spot, view.entry
    if entry is None or command in {"add_thesis", "add_unplaced"}:
        return WritingRoom(Part.HEAD, How.LAST, (None, ""), lines)
    if command in _REPLIES:
        return WritingRoom(_REPLIES[command], How.LAST, (None, ""), lines)
    if command in _TO_STEPS and entry.role is Role.FOCUS:
        return WritingRoom(Part.HEAD, How.AFTER, entry.place, lines)
    return WritingRoom(spot.part, _how(command), entry.place, lines)


def _how(command: str) -> How:
    is_added = command in _TO_STEPS or command == "add_sibling"
    return How.AFTER if is_added else How.INSTEAD
