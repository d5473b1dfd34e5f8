"""Go to claims that were found, from one to the next, and unfold to all of them."""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from debatemap.core.reading_order import way_to

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.views.outline import Outline
    from debatemap.views.outline.outline import Step

__all__ = ["fold_as_before", "go_to_first", "go_to_nearest", "step_through", "unfold_to"]

_UNFOLDED: Final = 200
"""How many finds are unfolded to at once; with more, only the nearest is."""


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


def go_to_first(context: "MapContext", hits: Collection[str], *, is_refined: bool) -> None:
    """Selects the first claim that a filter found.

    Args:
        context: The open map.
        hits: The claims that were found.
        is_refined: Whether a find that is selected stays so, as in a filter that is refined.
    """
    found, row, rows = context.outline.matches, context.row, context.outline.rows
    if row is not None and row.claim in found and is_refined:
        first: int | None = context.view.index
    else:
        first = next((n for n, row in enumerate(rows) if row.claim in found), None)
    if first is not None:
        context.view.move_to(first)
    else:
        # All of it stands outside the branch that was stepped into.
        order = context.outline.reading.order
        context.go_to(way_to(context.session.debate, min(hits, key=order.__getitem__)))


def go_to_nearest(context: "MapContext", hits: AbstractSet[str], here: "Sequence[Step]") -> None:
    """Goes to the first claim that was found at or below a place, else to the first of all."""
    reading = context.outline.reading
    start = reading.order.get(here[-1][1], 0) if here else 0
    context.go_to(way_to(context.session.debate, reading.first_of(hits, start)))


def unfold_to(context: "MapContext", hits: Collection[str], opened: set[int] | None) -> None:
    """Unfolds the ways to all claims that were found, unless they are too many to look through.

    Args:
        context: The open map.
        hits: The claims.
        opened: What was open before; None where the map is filtered.
    """
    here = context.row
    if opened is None or here is None or len(hits) > _UNFOLDED:
        return

    def unfold(outline: "Outline") -> None:
        path = outline.path(here)
        for claim in hits:
            if not outline.rows.showing(claim):
                outline.reveal(way_to(outline.debate, claim))
        outline.reveal(path)

    context.view.reshape(unfold, select=here)


def fold_as_before(context: "MapContext", opened: set[int] | None, left: "Sequence[Step]") -> None:
    """Folds what a search unfolded, and goes back to where it began."""
    if opened is not None and context.outline.opened != opened:
        context.view.reshape(lambda outline: outline.open_only(opened))
    context.go_to(left)
