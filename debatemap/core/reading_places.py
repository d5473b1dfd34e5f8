"""The reading order of a debate, once it was found out."""

from collections.abc import Set as AbstractSet
from itertools import chain, islice
from typing import Final

__all__ = ["Reading"]

_SPARSE: Final = 20
"""Where more than one in so many claims is sought, they are gone through in reading order."""


class Reading:
    """Every claim of a debate in reading order.

    Attributes:
        claims: The claims in it.
        depths: How many steps from the top each is read.
    """

    __slots__ = ("_order", "claims", "depths")

    def __init__(self, claims: list[str], depths: list[int]) -> None:
        self.claims, self.depths = claims, depths
        self._order: dict[str, int] | None = None

    @property
    def knows_places(self) -> bool:
        """Whether the places of all claims have been asked for."""
        return self._order is not None

    @property
    def order(self) -> dict[str, int]:
        """The place of each claim."""
        if self._order is None:
            self._order = dict(zip(self.claims, range(len(self.claims)), strict=True))
        return self._order

    def first_of(self, claims: AbstractSet[str], start: int) -> str:
        """Returns the first of some claims from a place on, else the first of all.

        Of a few each is asked for its place; of many one stands soon behind any place.

        Raises:
            ValueError: There is none.
        """
        if self._are_many(claims):
            ways = islice(self.claims, start, None), islice(self.claims, start)
            found = next((claim for claim in chain(*ways) if claim in claims), None)
            if found is not None:
                return found
        order = self.order
        ahead = (claim for claim in claims if order[claim] >= start)
        first = min(ahead, key=order.__getitem__, default=None)
        return min(claims, key=order.__getitem__) if first is None else first

    def in_order(self, claims: AbstractSet[str]) -> list[str]:
        """Returns some claims in reading order."""
        if self._are_many(claims):
            return [claim for claim in self.claims if claim in claims]
        return sorted(claims, key=self.order.__getitem__)

    def _are_many(self, claims: AbstractSet[str]) -> bool:
        return len(claims) * _SPARSE > len(self.claims)
