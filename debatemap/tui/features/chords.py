"""Keys that follow one another: what was pressed so far, and what may follow."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.core.text import excerpt
from debatemap.tui.commands.command_table import BY_ID, Command
from debatemap.tui.commands.key_table import in_short
from debatemap.tui.widgets.bars import in_columns
from debatemap.tui.widgets.chord_menu import ChordMenu

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["Chord"]


class Chord:
    """The beginning of a chord, with a menu of how it may go on.

    Attributes:
        keys: What was pressed so far; nothing where no chord has begun.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self.keys: tuple[str, ...] = ()

    def take(self, keys: tuple[str, ...]) -> None:
        """Shows what may follow a prefix, or nothing."""
        if keys == self.keys:
            return
        self.keys = keys
        menu = self._map.part(ChordMenu)
        menu.display = bool(keys)
        if keys:
            situation = self._map.situation()
            found: dict[Command, list[str]] = {}
            for more, command in self._map.keymap.continuations(keys):
                found.setdefault(command, []).append(" ".join((*keys, more)))
            entries = [
                (chord, command.title, bool(command.reason(situation)))
                for command, chords in found.items()
                for chord in in_short(tuple(map(self._map.keymap.chord_name, chords)))
            ]
            size, keymap = self._map.size, self._map.keymap
            # The frame, and lines of the outline above it.
            height = max(3, size.height * 4 // 5 - 1)
            rest = f"{next(iter(keymap.names(BY_ID['help'])), 'help')} shows every key"
            if self._map.app.settings.plain:
                menu.update(_in_sentences(entries, size.width - 2, height, rest))
            else:
                menu.update(in_columns(entries, size.width - 2, height, rest))


def _in_sentences(
    entries: Sequence[tuple[str, str, bool]], room: int, height: int, rest: str
) -> Content:
    """Returns what may follow as sentences, one a line: what can run now comes first."""
    ordered = sorted(entries, key=lambda entry: entry[2])
    words = [f"{title}, {keys}{', not now' if dim else ''}." for keys, title, dim in ordered]
    lines = words if len(words) <= height else [*words[: height - 1], f"{rest}."]
    return Content("\n").join(Content(excerpt(line, room)) for line in lines)
