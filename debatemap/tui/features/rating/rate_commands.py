"""Rate a claim, its step, or all that is not rated yet; choose whose ratings count."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.core.text import excerpt
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.features.rating.person import person_asked, rate_as
from debatemap.tui.features.rating.rating_screen import RateScreen
from debatemap.tui.widgets.bars import HintBar
from debatemap.tui.widgets.spread_bar import LEGEND

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["rate", "rate_all", "rate_as", "whose"]


async def rate(context: "MapContext") -> None:
    """Records how far the user holds the selected claim, or how much its step counts."""
    person = await person_asked(context)
    row = context.row
    if row is None or not person:
        return
    asked = RateScreen(context.session.debate, row, person)
    text = await context.ask(asked)
    if text is not None:
        context.do(edit.rate(context.session.debate, asked.node, person, number_typed(text)))


async def rate_all(context: "MapContext") -> None:
    """Asks for a rating of every claim that the user has not rated, thesis after thesis."""
    person = await person_asked(context)
    thesis, goes_on = context.feature(Judging).thesis, bool(person)
    while goes_on:
        thesis, goes_on = await _rate_one_thesis(context, person, thesis)


async def _rate_one_thesis(
    context: "MapContext", person: str, thesis: str | None
) -> tuple[str | None, bool]:
    """Asks for ratings beneath a thesis, or the next one; returns which is next, if one is."""
    from debatemap.tui.features.rating.guided_screen import PassScreen  # noqa: PLC0415  (a map opens without it)
    from debatemap.tui.features.rating.summary_screen import GO_ON, SummaryScreen  # noqa: PLC0415  (likewise)

    asking = PassScreen(context, person, thesis)
    through = await context.ask(asking)
    context.part(HintBar).clear()
    if through is None:
        context.say(f"Nothing is left to rate: {excerpt(person)} has rated every claim.")
    if through is None or not through.rated:
        return None, False
    if asking.top is not None and asking.top != context.feature(Judging).thesis:
        go_to_claim(context, asking.top)
    summary = SummaryScreen(context, person, through, asking.top, asking.before)
    chosen = await context.ask(summary)
    if chosen:
        go_to_claim(context, chosen)
    return summary.next, chosen == GO_ON


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
    is_spread = f"Rows show how far apart people are: {LEGEND}"
    context.say(is_spread if view.is_spread else f"Shown: {words}")


def number_typed(text: str) -> float | None:
    """Returns a rating as it was typed, or None for nothing.

    Raises:
        edit.EditRefusedError: It is no number.
    """
    text = text.strip().removesuffix("%").strip()
    try:
        number = float(text) if text else None
    except ValueError:
        raise edit.EditRefusedError(f"“{excerpt(text)}” is no number from 0 to 100") from None
    return int(number) if number is not None and number.is_integer() else number
