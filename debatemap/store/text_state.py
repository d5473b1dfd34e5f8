"""Which texts of a map's sources were read, and how far, kept from one run to the next."""

from typing import Final, NamedTuple

from debatemap.store.kept_state import KeptState

__all__ = ["MOST_TEXTS", "NOTHING_READ", "TEXTS", "TextState"]

MOST_TEXTS: Final = 200
"""Texts of a map of which it is kept how far they were read."""


class TextState(NamedTuple):
    """What a view of texts showed.

    Attributes:
        source: The id of the source whose text it was.
        offsets: By the id of a source, where in its text the cursor was.
    """

    source: str
    offsets: dict[str, int]


NOTHING_READ: Final = TextState("", {})
TEXTS: Final = (
    KeptState("text", TextState, lambda: NOTHING_READ),
    KeptState("second-text", TextState, lambda: NOTHING_READ),
)
"""What is kept of the text beside the outline, and of the one beside that."""
