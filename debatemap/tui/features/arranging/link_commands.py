"""Link and move to any claim of the map, found while typing."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.tui.features.arranging.claim_picker import PickerScreen
from debatemap.tui.features.arranging.connecting import connect_asked

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["link", "move"]


async def link(context: "MapContext") -> None:
    """Links the selected claim to another, or another to it."""
    row = context.row
    if row is None:
        return
    picked = await context.ask(PickerScreen(context, row, linking=True))
    if picked is None:
        return
    show = picked.premise == row.claim
    await connect_asked(context, picked.premise, picked.target, picked.stance, show=show)


async def move(context: "MapContext") -> None:
    """Moves the selected place under another claim or onto a step."""
    row = context.row
    if row is None:
        return
    picked = await context.ask(PickerScreen(context, row, linking=False))
    if picked is None:
        return
    debate = context.session.debate
    change = edit.move(debate, row.claim, row.link, picked.target, picked.stance)
    context.do(change)
    context.select_claim(row.claim, next(iter(change.links)))
