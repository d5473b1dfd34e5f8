"""Pairs of claims that a reader has found to be two points, so that they are not offered again.

They are never in the map: what one reader finds is no part of the debate.
"""

from typing import Final

from debatemap.store.kept_state import KeptState

__all__ = ["DISTINCT", "MOST_PAIRS", "Pair"]

Pair = tuple[str, str]
"""The ids of two claims, sorted."""

MOST_PAIRS: Final = 5_000
"""How many pairs of a map are kept."""

DISTINCT: Final[KeptState[list[Pair]]] = KeptState("distinct", list[Pair], list)
