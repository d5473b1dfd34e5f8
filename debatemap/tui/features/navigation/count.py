"""How often the next movement is to be made: a number that is typed before it."""

from typing import TYPE_CHECKING, Final

from debatemap.tui.features.views.views import Views

if TYPE_CHECKING:
    from debatemap.tui.commands.command import Command
    from debatemap.tui.context import MapContext

__all__ = ["Count"]

_STEPS: Final = {"next": 1, "previous": -1}
_TO_A_ROW: Final = frozenset({"first", "last"})
_AGAIN: Final = frozenset(
    {
        *_STEPS, "inward", "outward", "next_sibling", "previous_sibling", "half_page_down",
        "half_page_up", "page_down", "page_up", "step_out", "back", "forward", "next_place",
        "go_to_target", "next_match", "previous_match", "next_unseen", "previous_unseen",
        "next_task", "previous_task", "undo", "redo", "move_up", "move_down", "split_left",
        "split_right", "next_unanswered", "previous_unanswered",
    }
)  # fmt: skip
"""The commands that can be run several times over."""
_DIGITS: Final = 6


class Count:
    """A number before a movement.

    Attributes:
        is_on: Whether digits make a number, and do not run commands.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._digits = ""
        self.is_on = False

    def begin(self) -> None:
        """Takes the digits that follow for a number."""
        self._digits, self.is_on = "", True
        self._tell()

    def end(self) -> None:
        """Forgets the number."""
        self._digits, self.is_on = "", False

    def takes(self, key: str) -> bool:
        """Takes a digit, or ends the number as a chord is left; tells whether it was for it."""
        if not self.is_on:
            return False
        if self._map.keymap.in_dialog("chord_leave", key):
            self.end()
        elif len(key) == 1 and key in "0123456789":
            self._digits = (self._digits + key)[:_DIGITS]
            self._tell()
        else:
            return False
        return True

    def run(self, command: "Command") -> None:
        """Runs a command as often as the number says, which is forgotten then."""
        times, was_on = int(self._digits or 0), self.is_on
        if command.id == "count":
            self._map.run_command(command)
            return
        self.end()
        if not was_on or not times:
            self._map.run_command(command)
        elif command.id in _TO_A_ROW:
            self._go_to_row(times)
        elif command.id in _STEPS and self._map.feature(Views).active is None:
            view = self._map.view
            view.move_to(view.index + _STEPS[command.id] * times)
        elif command.id in _AGAIN:
            self._run_again(command, times)
        else:
            self._map.say(f"{command.topic}: that takes no number before it.", "warning")

    def _go_to_row(self, number: int) -> None:
        self._map.start_command("first")
        if self._map.feature(Views).active is None:
            self._map.view.move_to(number - 1)
            return
        for _ in range(number - 1):
            before = self._map.row
            self._map.start_command("next")
            if self._map.row is before:
                break

    def _run_again(self, command: "Command", times: int) -> None:
        """Runs a command again and again, until it changes nothing any more."""
        first, done = self._state, 0
        while done < times:
            before = self._state
            self._map.run_command(command)
            done += 1
            if self._state == before:
                break
            if self._state == first:
                # It goes round, as the next place of a claim does: only the rest is left.
                times = done + (times - done) % done

    @property
    def _state(self) -> tuple[object, ...]:
        row, view = self._map.row, self._map.feature(Views).active
        return (
            self._map.session.revision, self._map.view.index, row.key if row is not None else None,
            (view or self._map.view).scroll_offset,
            view.cursor_offset() if view is not None else None,
        )  # fmt: skip

    def _tell(self) -> None:
        words = "{key:chord_leave} ends it"
        number = f"{int(self._digits):,}" if self._digits else "A number"
        self._map.say(f"{number}, then a key that moves. {self._map.keymap.fill(words)}.")
