"""Edit a map's file, whatever other programs save there meanwhile."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from debatemap.cli.error_reporting import UseError
from debatemap.cli.output import say

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.workspace.session import Session

__all__ = ["edit_map", "retried", "save", "say_unkept"]

_TRIES: Final = 20
_PAUSE: Final = 0.02

_Result = TypeVar("_Result")


def edit_map(map_file: Path, edit: Callable[["Session"], "Change"]) -> "Change":
    """Opens a map, changes it and saves it; begins again where another program saved in between.

    Args:
        map_file: The map's file.
        edit: Returns the change for an open map; it may be asked several times.

    Returns:
        The change that was saved, which may be an empty one.

    Raises:
        UseError: The map cannot be changed.
        MapError: It cannot be read or written.
    """

    def tried() -> "Change":
        from debatemap.workspace.session import open_session  # noqa: PLC0415  (`--help` must stay light)

        session = open_session(map_file)
        if session.read_only:
            raise UseError(f"{map_file}: it cannot be changed: {session.read_only}")
        change = edit(session)
        session.do(change)
        save(session)
        return change

    return retried(tried)


def retried(tried: Callable[[], _Result]) -> _Result:
    """Does a thing again, up to a limit, while other programs change the file in between."""
    from debatemap.core.errors import OutsideChangeError  # noqa: PLC0415

    for _ in range(_TRIES - 1):
        try:
            return tried()
        except OutsideChangeError:
            # Two that wait equally long would meet again.
            time.sleep(random.uniform(0, _PAUSE))  # noqa: S311  (no secret)
    return tried()


def save(session: "Session", path: Path | None = None) -> None:
    """Saves a map, and says what there is to say of that."""
    session.save(path)
    if session.save_note:
        say(f"{session.path}: {session.save_note}")
    say_unkept(session.unkept)


def say_unkept(reason: str) -> None:
    """Says why no copy of a save is kept, where none is."""
    if reason:
        say(f"No copy is kept for `debatemap history`: {reason}")
