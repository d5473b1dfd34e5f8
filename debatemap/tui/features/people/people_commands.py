"""Show who rates alike, and what unites and divides people."""

from typing import TYPE_CHECKING

from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.navigation.go_to_claim import go_to_claim

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["groups"]


async def groups(context: "MapContext") -> None:
    """Shows the opinion groups of the map, and goes to what is chosen there."""
    from debatemap.tui.features.people.groups_screen import GroupsScreen  # noqa: PLC0415  (a map opens without it)

    thesis = context.feature(Judging).thesis
    if thesis is not None:
        reached = await context.ask(GroupsScreen(context, thesis))
        if reached is not None:
            go_to_claim(context, *reached)
