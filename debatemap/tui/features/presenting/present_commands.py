"""Present claims as cards, in reading order or in one of the user's own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from debatemap.core.first_way import first_way
from debatemap.tui.features.navigation.bookmarks import Bookmarks
from debatemap.tui.features.navigation.go_to_claim import go_to_claim

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["present", "present_order"]


async def present(context: "MapContext") -> None:
    """Shows one card after the other, from the selected claim on where it is among them."""
    claims, row = _cards(context), context.row
    start = row.claim if row is not None and row.claim in claims else claims[0]
    await _present(context, claims, start)


async def present_order(context: "MapContext") -> None:
    """Shows which cards are presented, to be changed, and presents from the chosen one on."""
    from debatemap.tui.features.presenting.cards_screen import CardsScreen  # noqa: PLC0415  (a map opens without it)

    chosen = await context.ask(CardsScreen(context))
    if chosen is not None:
        await _present(context, _cards(context), chosen)


async def _present(context: "MapContext", claims: Sequence[str], start: str) -> None:
    from debatemap.tui.features.presenting.present_screen import PresentScreen  # noqa: PLC0415  (likewise)

    shown = await context.ask(PresentScreen(context, claims, claims.index(start)))
    if shown is not None:
        way = first_way(context.session.debate, shown, context.outline.reading.order)
        go_to_claim(context, shown, way[-1][0])


def _cards(context: "MapContext") -> list[str]:
    """Returns the claims that were chosen, or all in reading order."""
    claims = context.session.debate.claims
    kept = [claim for claim in context.feature(Bookmarks).places.cards if claim in claims]
    return kept or list(context.outline.reading.order)
