"""What Textual is told of the keys of dialogs: the table's keys, and the user's in their place."""

from collections.abc import Mapping
from typing import Final

from textual import events
from textual.binding import Binding, BindingType
from textual.keys import _character_to_key

from debatemap.tui.commands.dialog_keys import DIALOG_KEYS, NUMBERED
from debatemap.tui.commands.keymap import Keymap

__all__ = ["bound", "overrides", "pressed"]

_BY_ID: Final = {key.id: key for key in DIALOG_KEYS}
_OF_FIELDS: Final = frozenset({"ctrl+c", "pageup", "pagedown"})
"""Keys that a field of text has the first use of: it copies what is selected, and scrolls."""
_TYPED: Final = {"space": " ", "enter": "\r", "tab": "\t"}
"""What keys with a name type."""
_NO_KEY: Final = "no-key"
"""Stands in Textual's keymap for an id without a key, as nothing would leave it its old ones."""


def bound(
    actions: Mapping[str, str], *, first: bool = True, is_written_in: bool = True
) -> list[BindingType]:
    """Returns the bindings of a dialog.

    Args:
        actions: By id of the table, what the dialog does. For an id whose keys are numbers,
            `{n}` stands for the number, counted from 0.
        first: Whether the keys come before what the dialog itself does with keys.
        is_written_in: Whether it has a field of text, which some keys are for first.
    """
    of_fields = _OF_FIELDS if is_written_in else ()
    made: list[BindingType] = []
    for name, action in actions.items():
        key = _BY_ID[name]
        made.extend(
            Binding(
                _named(each),
                action.format(n=number),
                key.title,
                priority=first and each not in of_fields,
                id=f"{name}:{number}" if name in NUMBERED else name,
            )
            for number, each in enumerate(key.keys)
        )
    return made


def overrides(keymap: Keymap) -> dict[str, str]:
    """Returns the keys, by id of a binding, that are not the table's."""
    found = {}
    for key in DIALOG_KEYS:
        keys = keymap.keys(key)
        if keys == key.keys:
            continue
        if key.id in NUMBERED:
            for number in range(len(key.keys)):
                own = _named(keys[number]) if number < len(keys) else _NO_KEY
                found[f"{key.id}:{number}"] = own
        else:
            found[key.id] = ",".join(map(_named, keys)) or _NO_KEY
    return found


def pressed(key: str) -> events.Key:
    """Returns the event of a key, as it comes from the terminal.

    Args:
        key: The key, as the table names it.
    """
    if len(key) == 1:
        return events.Key(_character_to_key(key), key)
    return events.Key(key, _TYPED.get(key))


def _named(key: str) -> str:
    """Returns a key as Textual names it in a list with commas between."""
    if key == ",":
        return "comma"
    held, _, sign = key.rpartition("+")
    is_sign = held and len(sign) == 1 and not sign.isalnum()
    return f"{held}+{_character_to_key(sign)}" if is_sign and sign != "@" else key
