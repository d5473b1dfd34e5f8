"""The filters that a reader has named for a map, and what was asked of it last."""

from typing import Final, NamedTuple

from debatemap.store.kept_state import KeptState

__all__ = ["FILTERS", "MOST_ASKED", "FilterState"]

MOST_ASKED: Final = 50
"""How many queries of a map are kept, the last one first."""


class FilterState(NamedTuple):
    """What a reader asks of a map.

    Attributes:
        named: Queries by the name that the reader gave them.
        asked: Queries that were asked, the last one first, each once.
    """

    named: dict[str, str]
    asked: list[str]


FILTERS: Final = KeptState("filters", FilterState, lambda: FilterState({}, []))
