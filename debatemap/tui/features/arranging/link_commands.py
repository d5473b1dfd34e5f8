"""Link and move to any claim of the map, found while typing."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core.change import Change
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.arranging.claim_picker import PickerScreen

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
    debate = context.session.debate
    odd = edit.unusual(debate, picked.premise, picked.target, picked.stance)
    if odd is not None and not await _agreed(context, odd):
        return
    change = edit.connect(debate, picked.premise, picked.target, picked.stance)
    context.do(change)
    if picked.premise == row.claim:
        _show_new_place(context, change, row.claim)


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


async def _agreed(context: "MapContext", odd: str) -> bool:
    question = f"{odd[:1].upper()}{odd[1:]}. Link it all the same?"
    answers = [Answer("y", "yes"), Answer("n", "no")]
    return await context.ask(AskScreen(question, answers)) == "y"


def _show_new_place(context: "MapContext", change: Change, claim: str) -> None:
    """Selects the place that the new link makes."""
    context.select_claim(
        claim, next(link for link, (old, _) in change.links.items() if old is None)
    )
