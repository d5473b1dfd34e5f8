"""The name under which somebody rates, kept from one run to the next once it was given.

The settings are the user's to write; what the program asked for lies in the state folder. Losing
it does no harm, as it is asked for again, so no error of the disk is told.
"""

import contextlib
from typing import Final

from debatemap.core.text import clean, safe_line
from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder

__all__ = ["load_name", "save_name"]

_MOST: Final = 400
"""Bytes of the file that are looked at."""


def load_name() -> str:
    """Returns the name that was given last, or nothing where none was."""
    try:
        with (state_folder() / "name").open("rb") as file:
            held = file.read(_MOST)
    except OSError:
        return ""
    return safe_line(clean(held.decode(errors="replace"))).strip()


def save_name(name: str) -> None:
    """Keeps a name; an empty one is forgotten."""
    file = state_folder() / "name"
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        file.write_text(f"{name}\n", encoding="utf-8")
