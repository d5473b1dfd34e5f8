"""How the panes of the screen are divided, kept from one run to the next, for all maps alike.

It is kept in the state folder. Losing it does no harm, so no error of the disk is told.
"""

import contextlib
from pathlib import Path
from typing import Final, Literal, NamedTuple

from debatemap.store.folders import make_folder
from debatemap.store.locations import state_folder
from debatemap.store.typed_json import read_typed, write_typed

__all__ = ["LEAST", "MOST", "PaneState", "load_panes", "save_panes"]

LEAST: Final = 20
MOST: Final = 80
"""Per cent that a pane has at least, and at most, of the width that is divided."""


class PaneState(NamedTuple):
    """How the screen is divided.

    Attributes:
        card: Per cent of the width that the card has, of what it shares with the outline.
        third: Per cent that the third column has of the whole width.
        shows: What the third column shows.
        details: Per cent of the width that the details have beside the outline alone; None where
            nobody has moved their line yet.
        below: Per cent of the height that they have beneath it.
        tells_surety: Whether the details tell how sure a verdict is, and what would turn it.
    """

    card: int = 50
    third: int = 28
    shows: Literal["why", "details"] = "details"
    details: int | None = None
    below: int = 30
    tells_surety: bool = False


def load_panes() -> PaneState:
    """Returns how the screen was divided last."""
    try:
        kept = read_typed(_file().read_bytes(), PaneState)
    except (OSError, ValueError):
        return PaneState()
    shares = kept.card, kept.third, kept.below, kept.details or MOST
    return kept if all(LEAST <= share <= MOST for share in shares) else PaneState()


def save_panes(state: PaneState) -> None:
    """Keeps how the screen is divided."""
    file = _file()
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        file.write_bytes(write_typed(state))


def _file() -> Path:
    return state_folder() / "panes.json"
