"""Show how claims stand, or not, and reckon it another way."""

from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.judge.methods import VOTING, Method
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.features.judging.verdict_text import coloured

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["labels", "method", "strengths"]


def strengths(screen: "MapScreen") -> None:
    """Shows or hides how far each claim holds."""
    judging = screen.judging
    judging.is_shown = not judging.is_shown
    judging.show()
    screen.show_details()
    screen.say(f"Strengths are {'shown' if judging.is_shown else 'hidden'}")


def labels(screen: "MapScreen") -> None:
    """Shows or hides what stands, is defeated or is in a loop when only attacks count."""
    judging = screen.judging
    judging.is_labelled = not judging.is_labelled
    judging.show()
    told = "◦ stands, ✗ is defeated, ∞ is in a loop, when only attacks count"
    screen.say(told if judging.is_labelled else "Labels are hidden")


async def method(screen: "MapScreen") -> None:
    """Chooses how strengths are reckoned."""
    judging = screen.judging
    choices = [Choice(each, _described(screen, each)) for each in VOTING]
    chosen = await screen.app.push_screen_wait(
        ChooserScreen(
            "How are arguments weighed?",
            lambda typed: fitting(typed, choices),
            empty="No method has such a name.",
            hint="Enter chooses, Escape leaves",
        )
    )
    if chosen is not None and chosen is not judging.method:
        judging.method = chosen
        judging.begin()
        screen.say(f"Weighed by {chosen.name} ({chosen.source})")


def _described(screen: "MapScreen", method: Method) -> Content:
    """Returns a method's name, its source, and its verdict where that is at hand."""
    judging = screen.judging
    mark = "● " if method is judging.method else "  "
    name = Content.assemble((mark, "$accent"), f"{method.name:<18}")
    judgement, thesis = judging.ready, judging.thesis
    if judgement is None or thesis is None or judging.assurance(thesis) is None:
        return Content.assemble(name, (method.source, "$quiet"))
    verdict = coloured(judgement.verdict(thesis, method))
    return Content.assemble(name, verdict, (f"   {method.source}", "$quiet"))
