"""Show what to try in the sample map, or close it."""

from typing import TYPE_CHECKING

from debatemap.tui.features.learning.first_steps import FirstSteps

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["first_steps"]


def first_steps(context: "MapContext") -> None:
    """Shows or closes what to try."""
    context.feature(FirstSteps).turn()
