"""After two sides were merged record by record: nothing may be named that is not there.

What one side deleted and the other names anew comes back, with what it takes to stand where
it stood. A link that both sides took premises from until none was left is dropped.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from debatemap.debate import Debate
from debatemap.model import Claim, Link
from debatemap.scenarios import Assumption, scenarios_in
from debatemap.share.merging.conflict import ABSENT, Conflict, canonical
from debatemap.store.records import SHAPES

__all__ = ["Merging", "close"]

_NODES: Final = ("claims", "links")

Key = tuple[str, str]
"""A table and an id."""

Named = Mapping[str, Mapping[str, object]]
"""What people rate or scenarios assume, by name and by what it is of."""


@dataclass
class Merging:
    """A map that is being merged.

    Attributes:
        base: What both sides began with.
        sides: The two sides.
        tables: The merged claims, links and sources.
        theses: The merged theses.
        stances: The merged ratings, by person and id.
        scenarios: What the merged scenarios assume, by name and id.
        kept: What one side deleted and is here all the same, with the links that came along.
        found: The conflicts.
    """

    base: Debate
    sides: tuple[Debate, Debate]
    tables: dict[str, dict[str, Any]]
    theses: list[str]
    stances: dict[str, dict[str, float]]
    scenarios: dict[str, dict[str, Assumption]]
    kept: dict[Key, list[str]]
    found: list[Conflict] = field(default_factory=list)

    @property
    def claims(self) -> dict[str, Claim]:
        """The merged claims."""
        return self.tables["claims"]

    @property
    def links(self) -> dict[str, Link]:
        """The merged links."""
        return self.tables["links"]

    def is_there(self, node: str) -> bool:
        """Tells whether there is such a claim or link."""
        return node in self.claims or node in self.links


def close(merging: Merging) -> None:
    """Brings back what is wanted and drops what hangs loose, and reports both."""
    _Returning(merging).run()
    _drop_loose_links(merging)
    for (table, key), along in merging.kept.items():
        if key in merging.tables[table]:
            shape = SHAPES[table]
            record, began = merging.tables[table][key], getattr(merging.base, table)[key]
            merging.found.append(
                Conflict((table, key), shape(began), (shape(record),), True, tuple(along))  # noqa: FBT003  (a record's fields in their order)
            )


class _Returning:
    """Follows names to what they name, until all that is wanted is there."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        self._waiting: deque[Key] = deque(sorted(merging.kept))

    def run(self) -> None:
        merging = self._merging
        self._waiting.extend(("links", key) for key in merging.links)
        self._waiting.extend(("claims", key) for key, c in merging.claims.items() if c.sources)
        names = [debate.header.theses for debate in merging.sides]
        self._want(_NODES, merging.theses, (), *names)
        for node, *named in (*_newly_rated(merging), *_newly_assumed(merging)):
            self._want(_NODES, [node], (), *named)
        while self._waiting:
            table, key = self._waiting.popleft()
            self._want_ends(table, key)
            if (table, key) in merging.kept:
                self._put_in_place(table, key)

    def _want_ends(self, table: str, key: str) -> None:
        merging = self._merging
        for tables, named in _NAMED[table]:
            names = named(merging.tables[table][key]) or ()
            if any(all(name not in merging.tables[each] for each in tables) for name in names):
                debates = (merging.base, *merging.sides)
                base, *sides = (named(getattr(debate, table).get(key)) for debate in debates)
                self._want(tables, names, base if named is _premises else (), *sides)

    def _want(
        self,
        tables: Iterable[str],
        names: Iterable[str],
        in_base: Collection[str] | None,
        in_ours: Collection[str] | None,
        in_theirs: Collection[str] | None,
    ) -> None:
        """Brings back what a record names, where one side deleted it and the other names it.

        Args:
            tables: Where the named may stand.
            names: What the merged record names.
            in_base: What it named in the base and still holds though a side took it out, as a
                link may whose premises were taken out by both.
            in_ours: What it names on one side.
            in_theirs: What it names on the other.
        """
        ours, theirs = self._merging.sides
        there = self._merging.tables
        for name in names:
            for table in tables if all(name not in there[each] for each in tables) else ():
                self._fetch(table, name, theirs, ours, in_base, in_ours)
                self._fetch(table, name, ours, theirs, in_base, in_theirs)

    def _fetch(
        self,
        table: str,
        name: str,
        side: Debate,
        other: Debate,
        in_base: Collection[str] | None,
        in_other: Collection[str] | None,
    ) -> None:
        """Brings a record back from a side, unless the other side meant that it should go.

        It did where it took the name out of a record that it kept. Where it names what it
        does not have, it did so before the merge, and that is not for a merge to mend.
        """
        record = getattr(side, table).get(name)
        if record is None or name in getattr(other, table):
            return
        if in_other is not None and (name in in_other or name in (in_base or ())):
            return
        self._merging.tables[table][name] = record
        self._merging.kept[table, name] = []
        self._waiting.append((table, name))

    def _put_in_place(self, table: str, key: str) -> None:
        """Lets what came back stand where it stood, rated and assumed as it was."""
        merging = self._merging
        side = next((side for side in merging.sides if key in getattr(side, table)), None)
        if side is None or table == "sources":
            return
        for person, held in sorted(side.stances.items()):
            if key in held:
                merging.stances.setdefault(person, {}).setdefault(key, held[key])
        for name, assumed in sorted(scenarios_in(side.header).items()):
            if key in assumed and self._is_to_return(name, assumed):
                merging.scenarios.setdefault(name, {}).setdefault(key, assumed[key])
        if table == "claims":
            self._place(key, side)

    def _is_to_return(self, scenario: str, assumed: Collection[str]) -> bool:
        """Tells whether a scenario is there, or went only because all that it was about did."""
        merging = self._merging
        if scenario in merging.scenarios:
            return True
        dropping = (s for s in merging.sides if scenario not in scenarios_in(s.header))
        return not any(n in side.claims or n in side.links for side in dropping for n in assumed)

    def _place(self, claim: str, side: Debate) -> None:
        """Gives a claim that came back its thesis's rank, or links that it stood by."""
        merging = self._merging
        if side.is_thesis(claim):
            if claim not in merging.theses:
                merging.theses.append(claim)
            return
        own = sorted(side.links_from(claim))
        if any(link in merging.links for link in own):
            return
        standing = [link for link in own if merging.is_there(side.links[link].target)]
        for link in standing or own[:1]:
            merging.links[link] = side.links[link]
            merging.kept["claims", claim].append(link)
            self._waiting.append(("links", link))


def _drop_loose_links(merging: Merging) -> None:
    """Drops links that lost their target or all their premises to the merge, and reports them."""
    waiting = list(merging.links)
    while waiting:
        key = waiting.pop()
        link = merging.links.get(key)
        if link is None:
            continue
        lost = _lost_ends(merging, key, link)
        taken = _taken_premises(merging, key)
        if not (lost or taken) and link.premises[0] in merging.claims:
            continue
        left = None if link.target in lost else _without(merging, link, lost | taken)
        if left is not None:
            merging.links[key] = left
            continue
        del merging.links[key]
        merging.found.append(_dropped(merging, key))
        waiting.extend(other for other, link in merging.links.items() if link.target == key)


def _lost_ends(merging: Merging, key: str, link: Link) -> set[str]:
    """Returns the ends that the merge took from a link; not those that a side had lost before."""
    missing = [end for end in (*link.premises, link.target) if not merging.is_there(end)]
    sides = [side for side in merging.sides if key in side.links] if missing else []
    return {end for end in missing if not any(_hangs(side, key, end) for side in sides)}


def _taken_premises(merging: Merging, key: str) -> set[str]:
    """Returns the premises that one of two sides took out of a link, if both edited them.

    Where each took out others until none is left, a link's fields cannot show it.
    """
    began, ours, theirs = (d.links.get(key) for d in (merging.base, *merging.sides))
    if began is None or ours is None or theirs is None:
        return set()
    if began.premises in (ours.premises, theirs.premises):
        return set()
    return {p for p in began.premises if p not in ours.premises or p not in theirs.premises}


def _hangs(side: Debate, link: str, end: str) -> bool:
    """Tells whether a link of a side names what the side does not have."""
    named = end == side.links[link].target or end in side.links[link].premises
    return named and end not in side.claims and end not in side.links


def _without(merging: Merging, link: Link, gone: Collection[str]) -> Link | None:
    """Returns a link without the premises that are gone, or None where no claim is left."""
    premises = [premise for premise in link.premises if premise not in gone]
    first = next((premise for premise in premises if premise in merging.claims), None)
    if first is None:
        return None
    return link._replace(premises=(first, *(p for p in premises if p != first)))


def _dropped(merging: Merging, key: str) -> Conflict:
    shapes = [SHAPES["links"](d.links[key]) for d in merging.sides if key in d.links]
    values = sorted({canonical(shape): shape for shape in shapes}.items())
    base = merging.base.links.get(key)
    began = ABSENT if base is None else SHAPES["links"](base)
    return Conflict(("links", key), began, tuple(shape for _, shape in values), deleted=True)


def _newly_rated(
    merging: Merging,
) -> Iterator[tuple[str, Collection[str] | None, Collection[str] | None]]:
    """Yields what is rated, is not there, and was not rated so in the base; and who rates it."""
    three = [debate.stances for debate in (merging.base, *merging.sides)]
    yield from _newly_named(merging, merging.stances, *three)


def _newly_assumed(
    merging: Merging,
) -> Iterator[tuple[str, Collection[str] | None, Collection[str] | None]]:
    """Yields the same of what scenarios assume."""
    three = [scenarios_in(debate.header) for debate in (merging.base, *merging.sides)]
    yield from _newly_named(merging, merging.scenarios, *three)


def _newly_named(
    merging: Merging, merged: Named, base: Named, ours: Named, theirs: Named
) -> Iterator[tuple[str, Collection[str] | None, Collection[str] | None]]:
    for name, held in sorted(merged.items()):
        before, *sides = (each.get(name, {}) for each in (base, ours, theirs))
        for node, value in sorted(held.items()):
            if not merging.is_there(node) and before.get(node) != value:
                one, other = ((node,) if node in each else None for each in sides)
                yield node, one, other


def _premises(link: Link | None) -> tuple[str, ...] | None:
    return None if link is None else link.premises


def _target(link: Link | None) -> tuple[str, ...] | None:
    return None if link is None else (link.target,)


def _refs(claim: Claim | None) -> tuple[str, ...] | None:
    return None if claim is None else tuple(cited.ref for cited in claim.sources)


_Named = tuple[tuple[str, ...], Callable[[Any], tuple[str, ...] | None]]

_NAMED: Final[dict[str, tuple[_Named, ...]]] = {
    "links": ((_NODES, _premises), (_NODES, _target)),
    "claims": ((("sources",), _refs),),
    "sources": (),
}
"""Where the things stand that a record of a table names, and which those are. A link names its
premises apart from its target: the other side may have taken the same claim out of one only."""
