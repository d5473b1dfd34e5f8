"""Where each claim stands: its place in the reading order, and what it is read beneath."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from debatemap.core import queries
from debatemap.core.debate import Debate

__all__ = ["Standing", "last_beneath", "standings"]

_new: Final = tuple.__new__
"""Makes a standing in half the time that its class takes."""


class Standing(NamedTuple):
    """Where a reader first meets a claim.

    Attributes:
        order: The claim's place in the reading order.
        top: The thesis, unplaced claim or cycle's claim at the head of it all.
        kind: What that is.
        branch: The claim right beneath the top that it stands at or under; empty for a top.
        above: The claim that it is read beneath; empty for a top.
        link: The link by which it is met; None for a top.
    """

    order: int
    top: str
    kind: Literal["thesis", "unplaced", "adrift"]
    branch: str
    above: str
    link: str | None


def standings(debate: Debate) -> dict[str, Standing]:
    """Returns where each claim stands, in reading order: one walk, and every link met once.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("a",)), {"a": Claim("A."), "b": Claim("B.")},
        ...     {"l": Link(("b",), "supports", "a")})
        >>> standings(debate)["b"]
        Standing(order=1, top='a', kind='thesis', branch='b', above='a', link='l')
    """
    found: dict[str, Standing] = {}
    heard: set[str] = set()
    for kind, top in _tops(debate, found):
        _read(debate, kind, top, found, heard)
    return found


def last_beneath(found: Mapping[str, Standing]) -> dict[str, int]:
    """Returns the place of the last claim that is read beneath each claim, or its own."""
    last: dict[str, int] = {}
    for claim, standing in reversed([*found.items()]):
        here = last.setdefault(claim, standing.order)
        if standing.above:
            last[standing.above] = max(last.get(standing.above, here), here)
    return last


def _tops(
    debate: Debate, found: Mapping[str, Standing]
) -> Iterator[tuple[Literal["thesis", "unplaced", "adrift"], str]]:
    """Yields where to begin reading; each is asked for when all before it has been read."""
    for thesis in queries.theses(debate):
        yield "thesis", thesis
    unmet = [claim for claim in debate.claims if claim not in found]
    for claim in unmet:
        if not debate.is_placed(claim):
            yield "unplaced", claim
    for claim in unmet:
        yield "adrift", claim


def _read(
    debate: Debate,
    kind: Literal["thesis", "unplaced", "adrift"],
    top: str,
    found: dict[str, Standing],
    heard: set[str],
) -> None:
    """Reads on at a claim, depth first, in the order of `debatemap.core.reading_order`."""
    claims, links, steps = debate.claims, debate.links, debate.steps
    waiting: list[tuple[str | None, str, str]] = [(None, top, "")] if top not in found else []
    while waiting:
        link, claim, above = waiting.pop()
        said = steps.get(link, ()) if link is not None else ()
        if claim not in found:
            branch = (found[above].branch or claim) if above else ""
            found[claim] = _new(Standing, (len(found), top, kind, branch, above, link))
            replies = steps.get(claim, ())
            if said and link is not None and links[link].premises[0] == claim:
                replies = (*said, *replies)
            above = claim
        elif said and link not in heard:
            replies = said
        else:
            continue
        if said and link is not None:
            heard.add(link)
        for _, below, premises, _ in reversed(replies):
            waiting += [(below, premise, above) for premise in premises[::-1] if premise in claims]
