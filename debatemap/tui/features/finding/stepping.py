"""Go to claims that were found, from one to the next, and unfold to all of them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core.first_way import first_way
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.views.views import Views
from debatemap.tui.widgets.clickable import linked

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.views.outline import Outline
    from debatemap.views.outline.outline import Step

__all__ = [
    "fold_as_before",
    "go_to_first",
    "go_to_nearest",
    "step_through",
    "step_while_typed",
    "tell_to_go_on",
    "unfold_to",
]

_UNFOLDED: Final = 200
"""How many finds are unfolded to at once; with more, only the nearest is."""


def tell_to_go_on(context: "MapContext", found: int) -> None:
    """Says how a search goes on, and how it ends unless the key ends something else first."""
    is_first = context.outline.kept is not None or context.feature(Views).active is None
    ends = ", {key:show_all} ends the search." if is_first else "."
    context.say(
        linked(context.keymap, f"{found:,} found; {{key:next_match}} goes to the next{ends}")
    )


def step_through(context: "MapContext", hits: Iterable[str], way: int) -> None:
    """Goes to the next (1) or the previous (-1) of the claims that were found, and says which."""
    match = _step(context, hits, way, context.jump_to)
    if match is None:
        context.say("What was found is gone.", "warning")
    else:
        context.say(f"Match {match.number:,} of {match.total:,}.")


def step_while_typed(context: "MapContext", hits: Iterable[str], way: int) -> None:
    """Does the same while a search is open, whose bar shows which it is."""
    match = _step(context, hits, way, context.go_to)  # it is not left for good yet
    if match is not None:
        context.part(SearchBar).count(f"{match.number:,} of {match.total:,} found")


class _Match(NamedTuple):
    """Which of the claims that were found it is in reading order, from 1, and of how many."""

    number: int
    total: int


def _step(
    context: "MapContext",
    hits: Iterable[str],
    way: int,
    go_to: "Callable[[Sequence[Step]], object]",
) -> _Match | None:
    order = context.outline.reading.order
    places = {order[claim]: claim for claim in hits if claim in order}
    if not places:
        return None
    here = order[context.row.claim] if context.row is not None else -1
    ahead = [place for place in places if (place > here if way > 0 else place < here)]
    place = (min if way > 0 else max)(ahead or places)
    go_to(first_way(context.session.debate, places[place], order))
    return _Match(sorted(places).index(place) + 1, len(places))


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
        first_hit = min(hits, key=order.__getitem__)
        context.go_to(first_way(context.session.debate, first_hit, order))


def go_to_find(context: "MapContext", claim: str) -> None:
    """Selects the first place of a claim that was found; a filter that hides it is taken away."""
    outline = context.outline
    if claim not in outline.debate.claims:
        return
    if outline.kept is not None and claim not in outline.kept:
        context.view.set_filter(None)
    context.jump_to(first_way(outline.debate, claim, outline.reading.order))


def go_to_nearest(context: "MapContext", hits: AbstractSet[str], here: "Sequence[Step]") -> None:
    """Goes to the first claim that was found at or below a place, else to the first of all."""
    reading = context.outline.reading
    start = reading.order.get(here[-1][1], 0) if here else 0
    first = reading.first_of(hits, start)
    context.go_to(first_way(context.session.debate, first, reading.order))


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
        path, order = outline.path(here), outline.reading.order
        for claim in hits:
            if not outline.rows.showing(claim):
                outline.reveal(first_way(outline.debate, claim, order))
        outline.reveal(path)

    context.view.reshape(unfold, select=here)


def fold_as_before(context: "MapContext", opened: set[int] | None, left: "Sequence[Step]") -> None:
    """Folds what a search unfolded, and goes back to where it began."""
    if opened is not None and context.outline.opened != opened:
        context.view.reshape(lambda outline: outline.open_only(opened))
    context.go_to(left)
