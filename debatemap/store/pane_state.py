"""How the panes of the screen are divided, kept from one run to the next, for all maps alike.

It is kept in the state folder. Losing it does no harm, so no error of the disk is told.
"""

import contextlib
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder

__all__ = ["LEAST", "MOST", "PaneState", "load_panes", "save_panes"]

LEAST: Final = 20
MOST: Final = 80
"""Per cent that a pane has at least, and at most, of the width that is divided."""

_Share = Annotated[int, Field(ge=LEAST, le=MOST)]


class PaneState(NamedTuple):
    """How the screen is divided.

    Attributes:
        card: Per cent of the width that the card has, of what it shares with the outline.
        third: Per cent that the third column has of the whole width.
        shows: What the third column shows.
    """

    card: _Share = 50
    third: _Share = 28
    shows: Literal["why", "details"] = "details"


def load_panes() -> PaneState:
    """Returns how the screen was divided last."""
    try:
        return _adapter().validate_json(_file().read_bytes())
    except (OSError, ValidationError):
        return PaneState()


def save_panes(state: PaneState) -> None:
    """Keeps how the screen is divided."""
    file = _file()
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        file.write_bytes(_adapter().dump_json(state))


@cache
def _adapter() -> TypeAdapter[PaneState]:
    return TypeAdapter(PaneState)


def _file() -> Path:
    return state_folder() / "panes.json"
