"""Make a debate of the claims that were read from indented lines."""

from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.fractional_index import evenly
from debatemap.core.model import Claim, Header, Link, Stance, new_id
from debatemap.formats.indented.outlined import Entry, Outlined, stance_of

__all__ = ["Tops", "to_debate"]


class Tops(NamedTuple):
    """A debate, and what its theses are to be for a claim that they are put under.

    Attributes:
        debate: The debate; its theses are the claims at the top, in order.
        stances: The stance of each, by its id.
    """

    debate: Debate
    stances: dict[str, Stance]


def to_debate(
    outlined: Outlined, unmarked: Stance = "supports", *, by: str = "", created: str = ""
) -> Tops:
    """Returns the debate of some claims.

    Args:
        outlined: The claims.
        unmarked: The stance of those of which the lines say none.
        by: Whom the claims are by.
        created: On which day they were written.

    Examples:
        >>> tops = to_debate(Outlined((Entry("A."), Entry("B.", 0))))
        >>> [(link.stance, tops.debate.claims[link.target].text)
        ...     for link in tops.debate.links.values()]
        [('supports', 'A.')]
    """
    entries = outlined.entries
    claims: dict[str, Claim] = {}
    ids: list[str] = []
    for entry in entries:
        if entry.same_as is not None:
            ids.append(ids[entry.same_as] if entry.same_as < len(ids) else "")
            continue
        ids.append(new_id())
        claims[ids[-1]] = Claim(entry.text, note=entry.note, by=by, created=created)
    # A reference may name a claim further down.
    for index, entry in enumerate(entries):
        if entry.same_as is not None:
            ids[index] = ids[entry.same_as]
    links = _links(entries, ids, unmarked)
    tops = [n for n, entry in enumerate(entries) if entry.parent is None]
    stances = {ids[n]: stance_of(entries[n], unmarked) for n in tops}
    return Tops(Debate(Header(new_id(), theses=tuple(stances)), claims, links), stances)


def _links(entries: tuple[Entry, ...], ids: list[str], unmarked: Stance) -> dict[str, Link]:
    """Returns the links: one for each claim that stands under another, or for several."""
    link_ids = [new_id() for _ in entries]
    premises: dict[int, list[str]] = {}
    for index, entry in enumerate(entries):
        if entry.parent is not None:
            premises.setdefault(index if entry.joined is None else entry.joined, []).append(
                ids[index]
            )
    links: dict[str, Link] = {}
    into: dict[str, list[str]] = {}
    for index, joined in premises.items():
        entry = entries[index]
        parent = entry.parent
        if parent is None:
            continue
        whole = entries[parent].joined
        step = link_ids[parent if whole is None else whole]
        target = step if entry.is_undercut else ids[parent]
        stance = stance_of(entry, unmarked)
        ends = tuple(dict.fromkeys(p for p in joined if p != target))
        if ends:
            links[link_ids[index]] = Link(ends, stance, target)
            into.setdefault(target, []).append(link_ids[index])
    for siblings in into.values():
        for link, pos in zip(siblings, evenly(len(siblings)), strict=True):
            links[link] = links[link]._replace(pos=pos)
    return links
