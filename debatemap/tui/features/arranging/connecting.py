"""Link two claims; what is odd about that is asked about first."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core.model import Stance
from debatemap.tui.dialogs.ask import Answer, AskScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["connect_asked"]


async def connect_asked(
    context: "MapContext", premise: str, target: str, stance: Stance, *, show: bool
) -> None:
    """Links a claim to a target, after a question where that is unusual.

    Args:
        context: The open map.
        premise: The claim.
        target: The claim or the step that it is to support or attack.
        stance: Which of the two.
        show: Whether to select the place that the link makes.
    """
    debate = context.session.debate
    odd = edit.unusual(debate, premise, target, stance)
    if odd is not None and not await _agreed(context, odd):
        return
    change = edit.connect(debate, premise, target, stance)
    context.do(change)
    if show:
        made = (link for link, (old, _) in change.links.items() if old is None)
        context.select_claim(premise, next(made))


async def _agreed(context: "MapContext", odd: str) -> bool:
    question = f"{odd[:1].upper()}{odd[1:]}. Link it all the same?"
    answers = [Answer("y", "yes"), Answer("n", "no")]
    return await context.ask(AskScreen(question, answers)) == "y"
