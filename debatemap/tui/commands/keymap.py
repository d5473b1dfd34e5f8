"""Which command a key runs: the table's keys, with the user's own in their place."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from debatemap.tui.commands.command import with_keys
from debatemap.tui.commands.command_table import COMMANDS, KEYS, KEYS_BY_ID, Command
from debatemap.tui.commands.dialog_keys import ABOVE, ALWAYS, ANY, DIALOG_KEYS, NUMBERED, TYPED_IN
from debatemap.tui.commands.key_presets import DEFAULT, EX_WORDS, PRESETS

__all__ = ["Hint", "Keymap", "KeymapError", "is_chord"]

_NAMED: Final = re.compile(
    r"(ctrl\+|alt\+|shift\+)*(f([1-9]|1[0-9]|2[0-4])|[a-z0-9]|up|down|left|right|home|end|pageup|"
    r"pagedown|enter|space|tab|backspace|delete|insert|escape)|(ctrl\+|alt\+)+[!-~]"
)


_SPOKEN: Final = {
    "enter": "Enter",
    "escape": "Escape",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Delete",
    "insert": "Insert",
    "home": "Home",
    "end": "End",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""What sentences and lines of keys call a key."""
_ARROWS: Final = {"up": "Up", "down": "Down", "left": "Left", "right": "Right"}
"""What they are called where an arrow cannot be drawn, or is not read out."""
_EDITS: Final = frozenset({"space", "backspace"})


class Hint(NamedTuple):
    """A key in a line of hints.

    Attributes:
        key: What it is called there.
        word: What it does.
        id: Its id in the table of keys, by which a click does the same; empty for several keys.
    """

    key: str
    word: str
    id: str = ""


class KeymapError(ValueError):
    """The user's keys make no sense; the message says which and why.

    Attributes:
        entries: (id, key) of what is at fault, or of the two that do not go together.
    """

    def __init__(self, problem: str, *entries: tuple[str, str]) -> None:
        super().__init__(problem)
        self.entries = entries


class Keymap:
    """Finds the command of a key or a chord, and what a key means in a dialog.

    Args:
        own: The user's keys by id of the table; they replace the preset's for that id. Escape
            leaves a dialog whatever they are.
        preset: The name of one of `debatemap.tui.commands.key_presets`.
        commands: Commands beside those of the table: the user's own.

    Attributes:
        commands: All commands that keys run.
        spells_arrows: Whether words stand for the arrow keys. In ASCII an arrow would be another
            key, such as ^ or v.

    Raises:
        KeymapError: A command does not exist, a key has no such name, or two commands share
            a key, or one key begins another's chord; or two things in one dialog share a key,
            or a key of a dialog is a chord, or is text there.

    Examples:
        >>> Keymap().command(("g", "g")).id
        'first'
        >>> Keymap({"first": ["g 9"]}).command(("g", "g")) is None
        True
    """

    def __init__(
        self,
        own: Mapping[str, Sequence[str]] | None = None,
        preset: str = DEFAULT,
        commands: Sequence[Command] = (),
    ) -> None:
        own = {**PRESETS[preset], **(own or {})}
        unknown = sorted(set(own) - set(KEYS_BY_ID))
        if unknown:
            words = f"there is no command {unknown[0]}; `debatemap keys` lists them"
            raise KeymapError(words, *((name, "") for name in unknown))
        self._keys = {command.id: tuple(own.get(command.id, command.keys)) for command in KEYS}
        self._keys |= {command.id: command.keys for command in commands}
        self.commands = (*COMMANDS, *commands)
        self.spells_arrows = False
        self._ex_words = EX_WORDS[preset]
        self._commands: dict[tuple[str, ...], Command] = {}
        for command in self.commands:
            for key in self._keys[command.id]:
                self._add(command, key)
        self._prefixes = {chord[:end] for chord in self._commands for end in range(1, len(chord))}
        for prefix in self._prefixes & self._commands.keys():
            taken, key = self._commands[prefix].id, " ".join(prefix)
            words = f"{key} runs {taken} and cannot begin a chord as well"
            begun = ((c.id, k) for k, c in self._commands.items() if k[: len(prefix)] == prefix)
            longer = ((name, " ".join(k)) for name, k in begun if k != prefix)
            raise KeymapError(words, *longer, (taken, key))
        self._in_dialogs: dict[str, dict[str, str]] = {}
        for each in DIALOG_KEYS:
            self._add_to_dialog(each)
        for group, above in ABOVE.items():
            self._look_for_clashes(group, above)
        self._look_for_clashes_everywhere()

    def keys(self, command: Command) -> tuple[str, ...]:
        """Returns the keys that run a command."""
        return self._keys[command.id]

    def name(self, command: str) -> str:
        """Returns what a sentence says for the key of a command: a command without one, by title.

        A key that has a name, as Enter and Escape have, has a capital.

        Examples:
            >>> Keymap().name("undo"), Keymap({"undo": []}).name("undo")
            ('u', '“Undo”')
        """
        key = next(iter(self._keys[command]), "")
        return self.chord_name(key) if key else f"“{KEYS_BY_ID[command].title}”"

    def chord_name(self, chord: str) -> str:
        """Returns what sentences, lines and lists of keys call a key or a chord.

        Examples:
            >>> Keymap().chord_name("ctrl+w left"), Keymap().chord_name("enter")
            ('ctrl+w ←', 'Enter')
        """
        names = _SPOKEN | _ARROWS if self.spells_arrows else _SPOKEN
        return " ".join(names.get(key, key) for key in chord.split(" "))

    def names(self, command: Command) -> tuple[str, ...]:
        """Returns what the keys that run a command are called."""
        return tuple(map(self.chord_name, self._keys[command.id]))

    def name_in_line(self, key: str) -> str:
        """Returns what a line of keys says for one: nothing where there is none.

        Examples:
            >>> Keymap().name_in_line("lines_leave"), Keymap().name_in_line("pass_number")
            ('Escape', '0…9')
        """
        keys = [self.chord_name(each) for each in self._keys[key]]
        if key not in NUMBERED:
            return next(iter(keys), "")
        return f"{keys[0]}…{keys[-1]}" if len(keys) > 1 else "".join(keys)

    def by_ex_word(self, word: str) -> str:
        """Returns the id of the command that vim has under a word after `:`; empty for others.

        Examples:
            >>> Keymap().by_ex_word("wq"), Keymap().by_ex_word("x")
            ('quit', '')
            >>> Keymap(preset="vim").by_ex_word("x")
            'quit'
        """
        return self._ex_words.get(word, "")

    def hints(self, *hints: tuple[str, str]) -> list[Hint]:
        """Returns a line of keys: a hint for each (id, word) with a key."""
        named = [Hint(self.name_in_line(key), word, key) for key, word in hints]
        return [
            hint if hint.id not in NUMBERED else hint._replace(id="") for hint in named if hint.key
        ]

    def first_key(self, name: str) -> str:
        """Returns the first key of an id of the table; empty where it has none.

        Args:
            name: The id; where its keys are numbers, `ID:N` is the key of one, counted from 0.
        """
        name, _, number = name.partition(":")
        return next(iter(self._keys[name][int(number or 0) :]), "")

    def in_dialog(self, group: str, key: str) -> str:
        """Returns the id of what a key means in a group of the table; empty where it is none.

        Args:
            group: The id of any key of the group.
            key: The key.
        """
        return self._in_dialogs[KEYS_BY_ID[group].group].get(key, "")

    def fill(self, sentence: str) -> str:
        """Returns a sentence with the user's keys in the place of `{key:ID}`.

        Words of a map are put into a sentence only after it is filled.
        """
        return with_keys(sentence, self.name)

    def is_known(self, key: str) -> bool:
        """Tells whether a key means something anywhere, alone or within a chord."""
        in_dialogs = any(key in taken for taken in self._in_dialogs.values())
        return in_dialogs or any(key in chord for chord in self._commands)

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
        chord = _checked(command, key)
        other = self._commands.setdefault(chord, command)
        if other is not command:
            words = f"{key} cannot run both {other.id} and {command.id}"
            raise KeymapError(words, (other.id, key), (command.id, key))

    def _add_to_dialog(self, key: Command) -> None:
        """Takes in the keys of one thing that can be done in a dialog."""
        if ALWAYS in key.keys and ALWAYS not in self._keys[key.id]:
            self._keys[key.id] = (*self._keys[key.id], ALWAYS)
        if key.id in NUMBERED and len(self._keys[key.id]) > len(key.keys):
            words = f"{key.id} has no use for more than {len(key.keys)} keys"
            raise KeymapError(words, (key.id, ""))
        taken = self._in_dialogs.setdefault(key.group, {})
        for each in self._keys[key.id]:
            if len(_checked(key, each)) > 1:
                words = f"{key.id}: {each} is a chord; a dialog takes single keys"
                raise KeymapError(words, (key.id, each))
            if key.group in TYPED_IN and (len(each) == 1 or each in _EDITS):
                words = f"{key.id}: {each} is typed there, and cannot be a key as well"
                raise KeymapError(words, (key.id, each))
            other = taken.setdefault(each, key.id)
            if other != key.id:
                raise _two(each, other, key.id)

    def _look_for_clashes(self, group: str, above: str | None) -> None:
        """Compares the keys of a group with those of the groups whose keys work there as well."""
        mine = self._in_dialogs.get(group, {})
        while above is not None:
            for key in mine.keys() & self._in_dialogs[above].keys():
                raise _two(key, self._in_dialogs[above][key], mine[key])
            above = ABOVE.get(above)

    def _look_for_clashes_everywhere(self) -> None:
        """Compares the keys of every dialog with those of each; the table has its exceptions."""
        usual = {key for each in DIALOG_KEYS if each.group == ANY for key in each.keys}
        mine = self._in_dialogs[ANY]
        for group, taken in self._in_dialogs.items():
            for key in mine.keys() & taken.keys() - usual:
                if group != ANY:
                    raise _two(key, taken[key], mine[key])


def _two(key: str, first: str, second: str) -> KeymapError:
    """Returns what is wrong where two things in one dialog have one key."""
    words = f"{key} cannot be the key of both {first} and {second}"
    return KeymapError(words, (first, key), (second, key))


def is_chord(keys: str) -> bool:
    """Tells whether keys with spaces between are all named as keys are.

    Examples:
        >>> is_chord("ctrl+x u"), is_chord("contrl+x")
        (True, False)
    """
    return all(_is_key(part) for part in keys.split() or ("",))


def _is_key(name: str) -> bool:
    return (len(name) == 1 and name.isprintable()) or bool(_NAMED.fullmatch(name))


def _checked(command: Command, key: str) -> tuple[str, ...]:
    """Returns the keys of a chord.

    Raises:
        KeymapError: One has no such name.
    """
    if not is_chord(key):
        raise KeymapError(f"{command.id}: there is no key {key!r}", (command.id, key))
    return tuple(key.split())
