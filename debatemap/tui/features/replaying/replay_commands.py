"""Show how the verdict on a thesis came about."""

from typing import TYPE_CHECKING

from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.navigation.go_to_claim import go_to_claim

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["replay"]


async def replay(context: "MapContext") -> None:
    """Steps through the versions of the map, and goes to what is chosen there."""
    from debatemap.tui.features.replaying.replay_screen import ReplayScreen  # noqa: PLC0415  (a map opens without it)

    thesis = context.feature(Judging).thesis
    if thesis is not None:
        reached = await context.ask(ReplayScreen(context, thesis))
        if reached is not None:
            go_to_claim(context, *reached)
