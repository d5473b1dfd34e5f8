"""What a view tells of what is in sight."""

from collections.abc import Sequence
from typing import Protocol

__all__ = ["Sight"]


class Sight(Protocol):
    """A view, as far as it says which claims are in sight.

    Attributes:
        is_in_reading_order: Whether its claims stand in reading order.
    """

    @property
    def is_in_reading_order(self) -> bool:
        """Whether its claims stand in reading order."""

    def claims_in_sight(self) -> Sequence[str]:
        """Returns the claims in sight, from top to bottom."""
