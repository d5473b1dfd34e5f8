"""Show how claims stand, or not, and evaluate it another way."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.judge.methods import VOTING, Method
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.views.panes import Panes
from debatemap.tui.messages import JudgementReady
from debatemap.tui.widgets.strength_bar import COLOURS

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["labels", "method", "strengths", "surety"]

_NAMED: Final = 20
"""Cells of a method's name, with its mark."""


def strengths(context: "MapContext") -> None:
    """Shows or hides how far each claim holds."""
    judging = context.feature(Judging)
    judging.is_shown = not judging.is_shown
    context.post_message(JudgementReady())
    context.say(f"Strengths are {'shown' if judging.is_shown else 'hidden'}")


def labels(context: "MapContext") -> None:
    """Shows or hides the grounded labels: what is in, out or undecided when only attacks count."""
    judging = context.feature(Judging)
    judging.is_labelled = not judging.is_labelled
    context.post_message(JudgementReady())
    words = "◦ in, ✗ out, ∞ undecided: the grounded labels, when only attacks count"
    context.say(words if judging.is_labelled else "Labels are hidden")


def surety(context: "MapContext") -> None:
    """Unfolds or folds, in the details, how sure a verdict is and what would turn it."""
    context.feature(Panes).turn_surety()


async def method(context: "MapContext") -> None:
    """Chooses how strengths are evaluated."""
    judging = context.feature(Judging)
    choices = [Choice(each, _described(context, each), hang=_NAMED) for each in VOTING]
    chosen = await context.ask(
        ChooserScreen(
            "How are arguments weighed?",
            lambda typed: fitting(typed, choices),
            empty="No method has such a name.",
            hints=("{key:list_accept} chooses", "{key:list_leave} leaves"),
        )
    )
    if chosen is not None and chosen is not judging.method:
        judging.method = chosen
        judging.begin()
        context.say(f"Weighed by {chosen.name} ({chosen.source})")


def _described(context: "MapContext", method: Method) -> Content:
    """Returns a method's name, its source, and its verdict where that is known."""
    judging = context.feature(Judging)
    mark = "● " if method is judging.method else "  "
    name = Content.assemble((mark, "$accent"), f"{method.name:<{_NAMED - len(mark)}}")
    judgement, thesis = judging.ready, judging.thesis
    if judgement is None or thesis is None or judging.assurance(thesis) is None:
        return Content.assemble(name, (method.source, "$quiet"))
    verdict = judgement.verdict(thesis, method)
    words = verdict.told_in(judgement.known_verdict(thesis).step)
    told = Content.styled(words, COLOURS.get(verdict.side, "$warning"))
    return Content.assemble(name, told, (f"   {method.source}", "$quiet"))
