"""What was tried of the first steps in the sample map, kept from one run to the next.

It is kept in the state folder. Losing it does no harm, so no error of the disk is told.
"""

import contextlib
from pathlib import Path
from typing import NamedTuple

from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder
from debatemap.store.typed_json import read_typed, write_typed

__all__ = ["Lesson", "load_lesson", "save_lesson"]


class Lesson(NamedTuple):
    """How far somebody is with the first steps.

    Attributes:
        done: The ids of what was tried.
        is_closed: Whether they are not to be shown any more.
    """

    done: tuple[str, ...] = ()
    is_closed: bool = False


def load_lesson() -> Lesson:
    """Returns how far the first steps were gone."""
    try:
        return read_typed(_file().read_bytes(), Lesson)
    except (OSError, ValueError):
        return Lesson()


def save_lesson(lesson: Lesson) -> None:
    """Keeps how far the first steps were gone."""
    file = _file()
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        file.write_bytes(write_typed(lesson))


def _file() -> Path:
    return state_folder() / "first-steps.json"
