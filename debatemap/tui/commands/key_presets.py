"""Keys of other programs, as a whole in the place of the table's: the presets of the keymap.

A preset gives keys by id of the table; for what it does not name, the table's keys count.
"""

from collections.abc import Mapping
from typing import Final

from debatemap.tui.commands.command_table import KEYS

__all__ = ["DEFAULT", "EX_WORDS", "PRESETS"]

DEFAULT: Final = "default"
"""The name of the table's own keys."""

_ARROWS: Final = {"down": "j", "up": "k", "left": "h", "right": "l"}
_LETTERS: Final = frozenset(_ARROWS.values())
_DIGITS: Final = "123456789"
"""Those that begin a number."""

_Keys = Mapping[str, tuple[str, ...]]


def _letters_first() -> _Keys:
    """Returns the keys of what has an arrow and its letter, the letter before the arrow."""
    return {
        each.id: tuple(sorted(each.keys, key=lambda key: key not in _LETTERS))
        for each in KEYS
        if _LETTERS & set(each.keys) and _ARROWS.keys() & set(each.keys)
    }


def _without_letters() -> _Keys:
    """Returns the keys of what has an arrow, without the letters that stand for arrows."""
    return {
        each.id: tuple(key for key in each.keys if key not in _LETTERS)
        for each in KEYS
        if _LETTERS & set(each.keys) and _ARROWS.keys() & set(each.keys)
    }


def _with_controls() -> _Keys:
    """Returns the keys with ctrl+n and ctrl+p before up and down, and ctrl+g after Escape."""
    found = dict[str, tuple[str, ...]]()
    for each in KEYS:
        keys = each.keys
        if "escape" in keys:
            found[each.id] = tuple(
                key for old in keys for key in ((old, "ctrl+g") if old == "escape" else (old,))
            )
        for arrow, control in (("down", "ctrl+n"), ("up", "ctrl+p")):
            others = [key for key in keys if key not in _LETTERS and key != control]
            is_alone = not {"left", "right"} & set(keys)
            if arrow in keys and is_alone and (control not in keys or len(others) < len(keys) - 1):
                found[each.id] = (control, *others)
    return found


_VIM: Final[_Keys] = {
    **_letters_first(),
    "count": (*_DIGITS, "#"),
    "level": tuple(f"z {digit}" for digit in _DIGITS),
    "half_page_down": ("ctrl+d",),
    "half_page_up": ("ctrl+u",),
    "page_down": ("ctrl+f", "pagedown"),
    "page_up": ("ctrl+b", "pageup"),
    "next_sibling": ("}", "g j"),
    "previous_sibling": ("{", "g k"),
    "edit_in_place": ("i", "e"),
    "cut": ("d d", "delete"),
    "yank": ("y y",),
    "toggle": ("z a", "space"),
    "fold_branch": ("z C",),
    "unfold_branch": ("z O",),
    "fold_all": ("z M",),
    "unfold_all": ("z R",),
    "save": ("Z S", "ctrl+s", "W"),
    "quit": ("Z Z", "q", "ctrl+q"),
    "next_pane": ("ctrl+w w", "tab"),
}

_EMACS: Final[_Keys] = {
    **_with_controls(),
    "next": ("ctrl+n", "down"),
    "previous": ("ctrl+p", "up"),
    "inward": ("ctrl+f", "right"),
    "outward": ("ctrl+b", "left"),
    "next_sibling": ("alt+n", "g down"),
    "previous_sibling": ("alt+p", "g up"),
    "first": ("alt+<", "home"),
    "last": ("alt+>", "end"),
    "half_page_down": ("}",),
    "half_page_up": ("{",),
    "page_down": ("ctrl+v", "pagedown"),
    "page_up": ("alt+v", "pageup"),
    "cut": ("ctrl+k", "delete", "d"),
    "yank": ("alt+w", "y"),
    "paste": ("ctrl+y", "p"),
    "undo": ("ctrl+_", "ctrl+x u", "u"),
    "redo": ("alt+_", "U"),
    "mark": ("ctrl+@", "v"),
    "search": ("ctrl+s", "/"),
    "next_match": ("n",),
    "previous_match": ("ctrl+r", "N"),
    "search_next": ("ctrl+s", "f3"),
    "search_previous": ("ctrl+r", "shift+f3"),
    "save": ("ctrl+x ctrl+s", "W"),
    "save_as": ("ctrl+x ctrl+w", "g s"),
    "open_map": ("ctrl+x ctrl+f", "g o"),
    "next_pane": ("ctrl+x o", "tab"),
    "palette": ("alt+x", ":"),
    "quit": ("ctrl+x ctrl+c", "q", "ctrl+q"),
}

_ARROWS_ALONE: Final[_Keys] = {
    **_without_letters(),
    "next_sibling": ("g down",),
    "previous_sibling": ("g up",),
    "move_up": ("alt+up",),
    "move_down": ("alt+down",),
}

PRESETS: Final[Mapping[str, _Keys]] = {
    DEFAULT: {},
    "vim": _VIM,
    "emacs": _EMACS,
    "arrows": _ARROWS_ALONE,
}
"""Keys by id of the table, by name of the preset."""

_WRITE_AND_LEAVE: Final[Mapping[str, str]] = {
    "w": "save",
    "w!": "save",
    "wa": "save",
    "wq": "quit",
    "wqa": "quit",
    "q!": "quit",
    "qa": "quit",
}
EX_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    **dict.fromkeys(PRESETS, _WRITE_AND_LEAVE),
    "vim": {
        **_WRITE_AND_LEAVE,
        "q": "quit",
        "x": "quit",
        "xa": "quit",
        "u": "undo",
        "e": "open_map",
        "e!": "reload",
        "sav": "save_as",
        "ls": "list_maps",
        "bn": "next_map",
        "bp": "previous_map",
        "bd": "close_map",
    },
}
"""What vim's `:` runs by a word, as ids of commands, by name of the preset.

A word that is one of the table's keys is vim's in its own preset alone."""
