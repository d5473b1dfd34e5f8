"""Keys that follow one another: what was pressed so far, and what may follow."""

from typing import TYPE_CHECKING

from textual.widgets import Static

from debatemap.tui.commands.table import BY_ID
from debatemap.tui.widgets.bars import in_columns

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["Chord"]


class Chord:
    """The beginning of a chord, with a menu of how it may go on.

    Attributes:
        keys: What was pressed so far; nothing where no chord has begun.
    """

    def __init__(self, screen: "MapScreen") -> None:
        self._screen = screen
        self.keys: tuple[str, ...] = ()

    def take(self, keys: tuple[str, ...]) -> None:
        """Shows what may follow a prefix, or nothing."""
        if keys == self.keys:
            return
        self.keys = keys
        menu = self._screen.query_one("#chords", Static)
        menu.display = bool(keys)
        if keys:
            situation = self._screen.situation()
            entries = [
                (" ".join((*keys, more)), command.title, bool(command.reason(situation)))
                for more, command in self._screen.keymap.continuations(keys)
            ]
            size, keymap = self._screen.size, self._screen.keymap
            # The frame, and lines of the outline above it.
            height = max(3, size.height * 4 // 5 - 1)
            rest = f"{next(iter(keymap.keys(BY_ID['help'])), 'help')} shows every key"
            menu.update(in_columns(entries, size.width - 2, height, rest))
