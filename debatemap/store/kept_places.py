"""A reader's bookmarks in a map, and the claims that are to be presented."""

from typing import Final, NamedTuple

from debatemap.store.kept_state import KeptState

__all__ = ["PLACES", "KeptPlaces"]

Steps = list[tuple[str | None, str]]
"""The path to a claim: link and claim of each step."""


class KeptPlaces(NamedTuple):
    """Places of a map that its reader wants to find again.

    Attributes:
        bookmarks: The path to a claim by the letter of its bookmark.
        cards: The claims to be presented, in that order; none for all in reading order.
    """

    bookmarks: dict[str, Steps]
    cards: list[str]


PLACES: Final = KeptState("places", KeptPlaces, lambda: KeptPlaces({}, []))
