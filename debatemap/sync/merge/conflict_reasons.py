"""Why a record that one side of a merge deleted is wanted: what names it anew."""

from collections.abc import Iterator

from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.core.scenarios import SCENARIOS, scenarios_in
from debatemap.sync.merge.merge_state import Key, Merging

__all__ = ["reasons"]

Path = tuple[str, ...]


def reasons(merging: Merging, key: Key) -> set[Path]:
    """Returns the paths of what names a record on the side that kept it, and did not before.

    Where nothing does, it is a link that came back and leads from the record or to it.
    """
    table, name = key
    side = merging.keeper(table, name)
    if side is None:
        return set()
    if table == "sources":
        return set(_citing(merging.base, side, name))
    found = {*_linked(merging.base, side, name), *_named(merging.base, side, name)}
    if found or getattr(side, table)[name] != getattr(merging.base, table)[name]:
        return found
    along = {link for links in merging.kept.values() for link in links}
    along |= {link for kind, link in merging.kept if kind == "links"}
    return {
        ("links", link)
        for link in along & merging.links.keys()
        if name in _ends(merging.links[link])
    }


def _linked(base: Debate, side: Debate, name: str) -> Iterator[Path]:
    for link in (*side.links_into(name), *side.links_from(name)):
        before = base.links.get(link)
        if before is None or name not in _ends(before):
            yield "links", link


def _named(base: Debate, side: Debate, name: str) -> Iterator[Path]:
    for person, ratings in side.stances.items():
        if name in ratings and base.stances.get(person, {}).get(name) != ratings[name]:
            yield "stances", person, name
    before = scenarios_in(base.header)
    for scenario, assumed in scenarios_in(side.header).items():
        if name in assumed and before.get(scenario, {}).get(name) != assumed[name]:
            yield SCENARIOS, scenario, name
    if name in side.header.theses and name not in base.header.theses:
        yield "map", "theses"


def _citing(base: Debate, side: Debate, source: str) -> Iterator[Path]:
    for key, claim in side.claims.items():
        before = base.claims.get(key)
        known = before.sources if before is not None else ()
        if any(cited.ref == source and cited not in known for cited in claim.sources):
            yield "claims", key, "sources"


def _ends(link: Link) -> tuple[str, ...]:
    return (*link.premises, link.target)
