"""Keys of other programs, as a whole in the place of the table's: the presets of the keymap.

A preset gives keys by id of the table; for what it does not name, the table's keys count.
"""

from collections.abc import Mapping
from typing import Final

from debatemap.tui.commands.command_table import KEYS

__all__ = ["DEFAULT", "PRESETS"]

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
    "save": ("ctrl+x ctrl+s", "W"),
    "save_as": ("ctrl+x ctrl+w", "g s"),
    "open_map": ("ctrl+x ctrl+f", "g o"),
    "next_pane": ("ctrl+x o", "tab"),
    "palette": ("alt+x", ":"),
    "quit": ("ctrl+x ctrl+c", "q", "ctrl+q"),
    "list_leave": ("escape", "ctrl+g", "ctrl+c"),
    "question_leave": ("escape", "ctrl+g", "ctrl+c"),
    "line_leave": ("escape", "ctrl+g", "ctrl+c"),
    "text_leave": ("escape", "ctrl+g"),
    "editor_leave": ("escape", "ctrl+g"),
    "search_leave": ("escape", "ctrl+g", "ctrl+c"),
    "present_leave": ("escape", "ctrl+g", "q", "ctrl+c", "ctrl+q"),
    "labels_leave": ("escape", "ctrl+g", "ctrl+c"),
    "letter_leave": ("escape", "ctrl+g", "ctrl+c"),
    "chord_leave": ("escape", "ctrl+g"),
    "details_leave": ("escape", "ctrl+g", "left"),
    "lines_leave": ("escape", "ctrl+g", "q", "ctrl+c", "ctrl+q"),
    "lines_next": ("ctrl+n", "down"),
    "lines_previous": ("ctrl+p", "up"),
    "details_down": ("ctrl+n", "down"),
    "details_up": ("ctrl+p", "up"),
    "conflict_next": ("ctrl+n", "down"),
    "conflict_previous": ("ctrl+p", "up"),
    "conflict_leave": ("escape", "ctrl+g", "q", "C", "ctrl+c", "ctrl+q"),
    "pass_leave": ("escape", "ctrl+g", "q", "ctrl+c", "ctrl+q"),
    "preview_leave": ("escape", "ctrl+g", "q", "ctrl+c", "ctrl+q"),
    "output_drop": ("escape", "ctrl+g", "enter", "q", "ctrl+c", "ctrl+q"),
    "preview_down": ("ctrl+n", "down"),
    "preview_up": ("ctrl+p", "up"),
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
