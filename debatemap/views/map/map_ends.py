"""The first and the last place of a map as a picture folds and filters it, drawn or not."""

from collections.abc import Iterator

from debatemap.core.debate import Debate
from debatemap.core.queries import theses
from debatemap.core.reading_order import beneath, strays, way_to
from debatemap.views.map.drawn_map import Asked

__all__ = ["way_to_end"]

_Step = tuple[str | None, str]


def way_to_end(debate: Debate, asked: Asked, *, last: bool) -> list[_Step]:
    """Returns the path to the first or the last place in reading order; none in an empty map.

    Args:
        debate: The debate.
        asked: What of it is folded, kept and shown alone.
        last: Whether it is the last place.
    """
    if asked.top in debate.claims:
        way = way_to(debate, asked.top or "")
        tops = [claim for _, claim in way]
    else:
        found = strays(debate)
        tops = [*theses(debate), *found.inbox, *found.adrift]
        shown = [top for top in tops if _is_kept(asked, top)]
        way = [(None, shown[-1 if last else 0])] if shown else []
    # A top is drawn as one alone, wherever else it stands.
    met = set(tops)
    while last and way:
        below = [step for step in _beneath(debate, asked, way[-1]) if step[1] not in met]
        if not below:
            break
        way.append(below[-1])
        met.add(below[-1][1])
    return way


def _beneath(debate: Debate, asked: Asked, place: _Step) -> Iterator[_Step]:
    """Yields what is shown beneath a place; a fold does not hide what is said of its step."""
    link, claim = place
    for reply, premise in beneath(debate, claim, link):
        is_folded = claim in asked.folded and debate.links[reply].target == claim
        if not is_folded and _is_kept(asked, premise):
            yield reply, premise


def _is_kept(asked: Asked, claim: str) -> bool:
    return asked.kept is None or claim in asked.kept
