"""The keymap that the user's settings ask for, and what is wrong with what they ask for."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final, NamedTuple

from debatemap.config import OwnCommand
from debatemap.core.folding import fold
from debatemap.core.text import excerpt
from debatemap.tui.commands.command import Command
from debatemap.tui.commands.command_table import KEYS_BY_ID
from debatemap.tui.commands.dialog_keys import NUMBERED
from debatemap.tui.commands.key_presets import DEFAULT, PRESETS
from debatemap.tui.commands.keymap import Keymap, KeymapError, is_chord
from debatemap.tui.commands.own_commands import commands_of, label_of

__all__ = ["KeySettings", "nearest", "read_keys"]

_NO_COMMANDS: Final[Mapping[str, OwnCommand]] = MappingProxyType({})
_LIKE: Final = 0.5
_CELLS: Final = 40
_OTHERWISE: Final = {
    "return": "enter",
    "cr": "enter",
    "ret": "enter",
    "esc": "escape",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "spc": "space",
    "spacebar": "space",
    "bs": "backspace",
    "c": "ctrl",
    "control": "ctrl",
    "m": "alt",
    "meta": "alt",
    "option": "alt",
    "s": "shift",
}
"""What other programs call a key."""
_KEYS: Final = [
    "enter",
    "escape",
    "tab",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "space",
    "backspace",
    "delete",
    "insert",
]
_MODIFIERS: Final = ("ctrl", "alt", "shift")


class KeySettings(NamedTuple):
    """The keys in force.

    Attributes:
        keymap: Holds all of the settings that makes sense.
        problems: A sentence for each thing that does not.
    """

    keymap: Keymap
    problems: tuple[str, ...]


def read_keys(
    own: Mapping[str, Sequence[str]],
    preset: str = DEFAULT,
    commands: Mapping[str, OwnCommand] = _NO_COMMANDS,
) -> KeySettings:
    """Returns the keymap of a preset with the user's keys in their place.

    What makes no sense is left out, key by key, and told of; the rest counts.

    Args:
        own: The user's keys, by id of the table.
        preset: The name of the preset.
        commands: The user's own commands; a key that is taken already does not run them.

    Examples:
        >>> read_keys({"unlnk": ["z x"], "save": ["f5"]}, "vmi").problems
        ('keymap: there is no preset “vmi”; “vim” is the nearest, and the usual keys count', \
'keys: there is no command “unlnk”; “unlink” is the nearest')
    """
    problems: list[str] = []
    if preset not in PRESETS:
        near = nearest(preset, PRESETS) or f"one of {', '.join(PRESETS)}"
        words = f"keymap: there is no preset {_quoted(preset)}; {near}, and the usual keys count"
        problems.append(words if near.endswith("nearest") else words.replace("; one", "; take one"))
        preset = DEFAULT
    wanted = {name: list(keys) for name, keys in own.items() if name in KEYS_BY_ID}
    problems += [_unknown(name) for name in own if name not in KEYS_BY_ID]
    added = list(commands_of(commands))
    while True:
        try:
            return KeySettings(Keymap(wanted, preset, added), tuple(problems))
        except KeymapError as error:
            problems.append(_not_added(added, error) or _left_out(wanted, error))


def _not_added(added: list[Command], error: KeymapError) -> str:
    """Takes a key that is at fault from one of the user's own commands; returns what to say."""
    for number, command in reversed([*enumerate(added)]):
        for name, key in error.entries:
            if name == command.id and key in command.keys:
                keys = tuple(each for each in command.keys if each != key)
                added[number] = replace(command, keys=keys)
                problem = str(error).removeprefix(f"{name}: ").replace(name, label_of(name))
                return f"commands.{label_of(name)}: {problem}; that key does not run it"
    return ""


def nearest(word: str, known: Collection[str]) -> str:
    """Says which of some names is the nearest to one that is none; nothing where none is near.

    Examples:
        >>> nearest("emcas", ["emacs", "vim"]), nearest("xyz", ["emacs", "vim"])
        ('“emacs” is the nearest', '')
    """
    found = get_close_matches(fold(word[:64]), list(known), 1, _LIKE)
    return f"“{found[0]}” is the nearest" if found else ""


def _unknown(name: str) -> str:
    near = nearest(name, KEYS_BY_ID) or "`debatemap keys --json` lists their ids"
    return f"keys: there is no command {_quoted(name)}; {near}"


def _left_out(wanted: dict[str, list[str]], error: KeymapError) -> str:
    """Takes one of the keys that are at fault out of the wanted ones; returns what to say of it."""
    name, key = _at_fault(wanted, error)
    if name not in NUMBERED and key in wanted[name]:
        wanted[name].remove(key)
    if name in NUMBERED or not key or not wanted[name]:
        del wanted[name]
    rest = "its usual keys count" if name not in wanted else "its other keys count"
    if key and not is_chord(key):
        near = _nearest_key(key)
        words = f"there is no key {_quoted(key)}" + (f"; “{near}” is the nearest" if near else "")
        return f"keys.{name}: {words}; {rest}"
    problem = str(error).removeprefix(f"{name}: ")
    return f"keys.{name}: {problem}; {rest}"


def _at_fault(wanted: Mapping[str, Sequence[str]], error: KeymapError) -> tuple[str, str]:
    """Returns which of the user's keys is left out: of two that clash, the one named last."""
    order = list(wanted)
    mine = [entry for entry in error.entries if entry[0] in wanted]
    return max(mine, key=lambda entry: order.index(entry[0]))


def _nearest_key(key: str) -> str:
    """Returns how a key is named here that is nearly so, or named as elsewhere.

    Examples:
        >>> _nearest_key("contrl+s"), _nearest_key("C-x C-s"), _nearest_key("<Return>")
        ('ctrl+s', 'ctrl+x ctrl+s', 'enter')
    """
    parts = [_nearest_part(part) for part in key.split()]
    return " ".join(parts) if parts and all(parts) else ""


def _nearest_part(part: str) -> str:
    if is_chord(part):
        return part
    words = re.split(r"(?<=.)[+-](?=.)", part.strip("<>") or part)
    *modifiers, last = words
    named = [_nearest_word(word, _MODIFIERS) for word in modifiers]
    last = last if len(last) == 1 else _nearest_word(last, _KEYS)
    found = "+".join([*named, last])
    return found if all(named) and last and is_chord(found) else ""


def _nearest_word(word: str, known: Sequence[str]) -> str:
    word = fold(word)
    word = _OTHERWISE.get(word, word)
    found = get_close_matches(word, known, 1, _LIKE)
    return found[0] if found else ""


def _quoted(name: str) -> str:
    return f"“{excerpt(name, _CELLS)}”"
