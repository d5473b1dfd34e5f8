"""How the picture of a map was looked at, kept from one run to the next."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from debatemap.store.kept_state import KeptState

__all__ = ["MOST_FOLDED", "PICTURES", "PictureState"]

MOST_FOLDED: Final = 20_000
"""How many folded claims are kept; a picture with more is folded as at first."""


class PictureState(NamedTuple):
    """What of a map its picture showed, and how large.

    Attributes:
        folded: The claims whose replies were hidden; None where the picture was never shown.
        tops: The claims whose branches were stepped into, one after the other.
        zoom: How large claims were drawn, from 0 on; None where that was left to the program.
    """

    folded: list[str] | None = None
    tops: Sequence[str] = ()
    zoom: int | None = None


PICTURES: Final = KeptState("picture", PictureState, PictureState)
