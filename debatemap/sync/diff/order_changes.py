"""How the order of what speaks to one claim or link differs."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from debatemap.core.debate import Debate
from debatemap.sync.diff.comparison import Comparison
from debatemap.sync.diff.difference import Difference, Edit, Kind

__all__ = ["moved_among", "ordering"]


def ordering(compared: Comparison) -> Iterator[Difference]:
    """Yields one difference for each claim or link whose replies stand in another order.

    Links that came, went or speak to another target now are no matter of order.
    """
    numbered: dict[str, list[Edit]] = {}
    for key, (before, after) in compared.change.links.items():
        if before is None or after is None or before.target != after.target:
            continue
        if before.pos != after.pos:
            edit = Edit("links", key, "pos", before.pos, after.pos)
            numbered.setdefault(after.target, []).append(edit)
    for target, edits in numbered.items():
        moved = {*moved_among(compared.before, compared.after, target)}
        edits.sort(key=lambda edit: edit.id not in moved)
        claim = compared.shown_at(target if compared.after.exists(target) else edits[0].id)
        kind: Kind = "reordered" if moved else "renumbered"
        yield Difference(kind, tuple(edits), claim, edits[0].id)


def moved_among(before: Debate, after: Debate, target: str) -> list[str]:
    """Returns the links that left their place among the links into one target, in order.

    Those whose `pos` was changed did, unless all were numbered anew: then the fewest did.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> def debate(*positions: str) -> Debate:
        ...     links = {key: Link(("a",), "supports", "t", pos) for key, pos in
        ...         zip("klm", positions)}
        ...     return Debate(Header("m"), {"a": Claim("A."), "t": Claim("T.")}, links)
        >>> moved_among(debate("a0", "a1", "a2"), debate("a3", "a1", "a2"), "t")
        ['k']
    """
    old, new = before.links_into(target), after.links_into(target)
    both = {*old} & {*new}
    order = {link: place for place, link in enumerate(link for link in old if link in both)}
    now = [link for link in new if link in both]
    places = [order[link] for link in now]
    if places == sorted(places):
        return []
    renumbered = [link for link in now if before.links[link].pos != after.links[link].pos]
    staying = _longest_rise(places)
    fewest = [link for place, link in enumerate(now) if place not in staying]
    return renumbered if len(renumbered) <= len(fewest) else fewest


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Returns the places of a longest run of rising numbers, others between them left out."""
    lowest: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(lowest, number)
        previous.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [number]
        ends[length : length + 1] = [place]
    found = set[int]()
    here = ends[-1] if ends else -1
    while here >= 0:
        found.add(here)
        here = previous[here]
    return found
