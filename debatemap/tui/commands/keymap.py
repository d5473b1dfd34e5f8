"""Which command a key runs: the table's keys, with the user's own in their place."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from debatemap.tui.commands.command import with_keys
from debatemap.tui.commands.table import BY_ID, COMMANDS, Command

__all__ = ["Keymap", "KeymapError"]

_NAMED: Final = re.compile(
    r"(ctrl\+|alt\+|shift\+)*(f([1-9]|1[0-9]|2[0-4])|[a-z0-9]|up|down|left|right|home|end|pageup|"
    r"pagedown|enter|space|tab|backspace|delete|insert|escape)"
)


class KeymapError(ValueError):
    """The user's keys make no sense; the message says which and why."""


class Keymap:
    """Finds the command of a key or a chord.

    Args:
        own: The user's keys by command id; they replace the table's for that command.

    Raises:
        KeymapError: A command does not exist, a key has no such name, or two commands share
            a key, or one key begins another's chord.

    Examples:
        >>> Keymap().command(("g", "g")).id
        'first'
        >>> Keymap({"first": ["g 9"]}).command(("g", "g")) is None
        True
    """

    def __init__(self, own: Mapping[str, Sequence[str]] | None = None) -> None:
        own = own or {}
        unknown = sorted(set(own) - set(BY_ID))
        if unknown:
            raise KeymapError(f"there is no command {unknown[0]}; `debatemap keys` lists them")
        self._keys = {command.id: tuple(own.get(command.id, command.keys)) for command in COMMANDS}
        self._commands: dict[tuple[str, ...], Command] = {}
        for command in COMMANDS:
            for key in self._keys[command.id]:
                self._add(command, key)
        self._prefixes = {chord[:end] for chord in self._commands for end in range(1, len(chord))}
        for prefix in self._prefixes & self._commands.keys():
            taken = self._commands[prefix].id
            raise KeymapError(f"{' '.join(prefix)} runs {taken} and cannot begin a chord as well")

    def keys(self, command: Command) -> tuple[str, ...]:
        """Returns the keys that run a command."""
        return self._keys[command.id]

    def name(self, command: str) -> str:
        """Returns what a sentence says for the key of a command: a command without one, by title.

        Examples:
            >>> Keymap().name("undo"), Keymap({"undo": []}).name("undo")
            ('u', '“Undo”')
        """
        return next(iter(self._keys[command]), f"“{BY_ID[command].title}”")

    def fill(self, sentence: str) -> str:
        """Returns a sentence with the user's keys in the place of `{key:ID}`.

        Words of a map are put into a sentence only after it is filled.
        """
        return with_keys(sentence, self.name)

    def command(self, chord: tuple[str, ...]) -> Command | None:
        """Returns the command of a chord, or None."""
        return self._commands.get(chord)

    def is_prefix(self, chord: tuple[str, ...]) -> bool:
        """Tells whether more keys may follow."""
        return chord in self._prefixes

    def continuations(self, prefix: tuple[str, ...]) -> list[tuple[str, Command]]:
        """Returns the next keys of the chords that begin so, each with its command."""
        return [
            (" ".join(chord[len(prefix) :]), command)
            for chord, command in self._commands.items()
            if chord[: len(prefix)] == prefix
        ]

    def _add(self, command: Command, key: str) -> None:
        chord = tuple(key.split())
        for part in chord or ("",):
            if not (len(part) == 1 and part.isprintable()) and not _NAMED.fullmatch(part):
                raise KeymapError(f"{command.id}: there is no key {key!r}")
        other = self._commands.setdefault(chord, command)
        if other is not command:
            raise KeymapError(f"{key} cannot run both {other.id} and {command.id}")
