"""Rate a claim, its step, or all that is not rated yet; choose whose ratings count."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core.text import clean, excerpt, safe_line
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.features.rating.rating_screen import RateScreen
from debatemap.tui.widgets.bars import HintBar

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["rate", "rate_all", "whose"]


async def rate(context: "MapContext") -> None:
    """Records how far the user holds the selected claim, or how much its step counts."""
    person = await person_asked(context)
    row = context.row
    if row is None or not person:
        return
    asked = RateScreen(context.session.debate, row, person)
    text = await context.ask(asked)
    if text is not None:
        context.do(edit.rate(context.session.debate, asked.node, person, _number(text)))


async def rate_all(context: "MapContext") -> None:
    """Asks for a rating of every claim that the user has not rated, one after the other."""
    from debatemap.tui.features.rating.guided_screen import PassScreen  # noqa: PLC0415  (a map opens without it)
    from debatemap.tui.features.rating.summary_screen import SummaryScreen  # noqa: PLC0415  (likewise)

    person = await person_asked(context)
    if not person:
        return
    judgement, thesis = context.feature(Judging).ready, context.feature(Judging).thesis
    before = judgement.verdict(thesis) if judgement is not None and thesis is not None else None
    through = await context.ask(PassScreen(context, person, thesis))
    context.part(HintBar).clear()
    if through is None:
        context.say(f"Nothing is left to rate: {excerpt(person)} has rated every claim.")
    elif through.rated:
        summary = SummaryScreen(context, person, through, before)
        claim = await context.ask(summary)
        if claim is not None:
            go_to_claim(context, claim)


async def whose(context: "MapContext") -> None:
    """Chooses whose ratings count, or shows how far apart people are."""
    from debatemap.tui.features.rating.whose_screen import WhoseScreen  # noqa: PLC0415  (a map opens without it)

    judging = context.feature(Judging)
    view = await context.ask(WhoseScreen(context))
    if view is None or view == (judging.person, judging.is_spread):
        return
    judging.person, judging.is_spread = view
    judging.begin()
    words = f"as {excerpt(view.person)} sees it" if view.person else "by everybody’s mean"
    if view.is_spread:
        words = "how far apart people are"
    context.say(f"Shown: {words}")


async def person_asked(context: "MapContext") -> str:
    """Returns under which name to rate, which is asked for once; empty where none is given."""
    name = context.app.settings.name or context.app.asked_name
    if not name:
        question = "Under which name? (`name` in the settings saves this question)"
        answer = await context.ask(PromptScreen(question))
        name = context.app.asked_name = (answer or "").strip()
    return safe_line(clean(name))


def _number(text: str) -> float | None:
    """Returns a rating as it was typed, or None for nothing.

    Raises:
        edit.EditRefusedError: It is no number.
    """
    text = text.strip().removesuffix("%").strip()
    try:
        number = float(text) if text else None
    except ValueError:
        raise edit.EditRefusedError(f"{excerpt(text)} is no number from 0 to 100") from None
    return int(number) if number is not None and number.is_integer() else number
