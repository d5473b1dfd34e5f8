"""A query as it is read: what it finds, what of it is highlighted, what is wrong with it."""

from collections.abc import Sequence
from typing import NamedTuple

from debatemap.core.search import Index
from debatemap.core.search_query import Query

__all__ = ["Asked", "Fault", "read_query"]


class Fault(NamedTuple):
    """What is wrong with a query.

    Attributes:
        message: That in a sentence.
        repaired: The whole query with the nearest right term; empty where none is near.
    """

    message: str
    repaired: str


class Asked(NamedTuple):
    """A query that was read.

    Attributes:
        text: It as it was typed.
        words: What of it is looked for in texts, to be highlighted; None for nothing.
        fault: What is wrong with it, if anything: the rest of it counts.
    """

    text: str
    words: Query | None = None
    fault: Fault | None = None

    def find(self, index: Index) -> Sequence[str]:
        """Returns the claims that match, in no special order."""
        return index.hits(self.text)


def read_query(text: str) -> Asked:
    """Returns a query as far as it can be read, as while it is being typed."""
    words = Query(text)
    return Asked(text.strip(), words if words.words else None)
