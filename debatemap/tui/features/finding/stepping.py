"""Go from one of the claims that were found to the next, and unfold to all of them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from debatemap.core.reading_order import way_to

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.views.outline import Outline, Row

__all__ = ["step_through", "unfold_to"]


def step_through(context: "MapContext", hits: Iterable[str], way: int) -> None:
    """Goes to the next (1) or the previous (-1) of the claims that were found, and says which."""
    order = context.outline.reading.order
    places = {order[claim]: claim for claim in hits if claim in order}
    if not places:
        context.say("What was found is gone.", "warning")
        return
    here = order[context.row.claim] if context.row is not None else -1
    ahead = [place for place in places if (place > here if way > 0 else place < here)]
    pick = min if way > 0 else max
    place = pick(ahead or places)
    context.jump_to(way_to(context.session.debate, places[place]))
    context.say(f"Match {sorted(places).index(place) + 1} of {len(places)}.")


def unfold_to(outline: "Outline", hits: Sequence[str], here: "Row") -> None:
    """Unfolds the ways to all claims that were found, and to the row that was selected."""
    path = outline.path(here)
    for claim in hits:
        if not outline.rows.showing(claim):
            outline.reveal(way_to(outline.debate, claim))
    outline.reveal(path)
