"""What one side of a merge deleted and the other names anew comes back, whole.

A claim has its links again, as the side has them that kept it, and stands again among the joint
premises that it was taken out of. A link has again what was said of it.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.core.scenarios import scenarios_in
from debatemap.sync.merge.merge_state import Key, Merging

__all__ = ["bring_back"]

_NODES: Final = ("claims", "links")

Named = Mapping[str, Mapping[str, object]]
"""What people rate or scenarios assume, by name and by what it is of."""


def bring_back(merging: Merging) -> None:
    """Brings back what is named and not there, until nothing more is."""
    _Returning(merging).run()


class _Returning:
    """Follows names to what they name, until all that is wanted is there."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        self._waiting: deque[Key] = deque(sorted(merging.kept))
        self._targets = [(key, key[1]) for key in self._waiting if key[0] in _NODES]
        """What came back and may have links into it, each with what it came back for."""

    def run(self) -> None:
        merging = self._merging
        links, claims = merging.edited["links"], merging.edited["claims"]
        self._waiting.extend(("links", key) for key in links if self._may_want(key))
        citing = (key for key in claims if key in merging.claims and merging.claims[key].sources)
        self._waiting.extend(("claims", key) for key in citing)
        names = [debate.header.theses for debate in merging.sides]
        self._want(_NODES, merging.theses, (), *names)
        for node, *named in (*_newly_rated(merging), *_newly_assumed(merging)):
            self._want(_NODES, [node], (), *named)
        while self._waiting or self._put_answers_back():
            if self._waiting:
                table, key = self._waiting.popleft()
                self._want_ends(table, key)
                if (table, key) in merging.kept:
                    self._put_in_place(table, key)

    def _may_want(self, key: str) -> bool:
        """Tells whether a link came back itself, or names what is not there.

        What is there stays, so that no other link will want anything.
        """
        merging = self._merging
        claims, links, link = merging.claims, merging.links, merging.links.get(key)
        if link is None:
            return False
        if link.target not in claims and link.target not in links:
            return True
        if not all(premise in claims for premise in link.premises):
            return True
        return ("links", key) in merging.kept

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
        if table in _NODES:
            self._targets.append(((table, name), name))

    def _put_in_place(self, table: str, key: str) -> None:
        """Lets what came back stand where it stood, rated and assumed as it was."""
        side = self._merging.keeper(table, key)
        if side is None or table == "sources":
            return
        self._restore_said(key, side)
        if table == "claims":
            self._place(key, side)

    def _restore_said(self, key: str, side: Debate) -> None:
        """Gives a claim or a link back what people rate and scenarios assume of it."""
        merging = self._merging
        for person, values in sorted(side.stances.items()):
            if key in values:
                merging.stances.setdefault(person, {}).setdefault(key, values[key])
        for name, assumed in sorted(scenarios_in(side.header).items()):
            if key in assumed and self._is_to_return(name, assumed):
                merging.scenarios.setdefault(name, {}).setdefault(key, assumed[key])

    def _is_to_return(self, scenario: str, assumed: Collection[str]) -> bool:
        """Tells whether a scenario is there, or went only because all that it was about did."""
        merging = self._merging
        if scenario in merging.scenarios:
            return True
        dropping = (s for s in merging.sides if scenario not in scenarios_in(s.header))
        return not any(n in side.claims or n in side.links for side in dropping for n in assumed)

    def _place(self, claim: str, side: Debate) -> None:
        """Gives a claim that came back its rank as a thesis, and the links that it stood by."""
        merging = self._merging
        if side.is_thesis(claim) and claim not in merging.theses:
            merging.theses.append(claim)
        own = sorted(side.links_from(claim))
        stands = side.is_thesis(claim)
        for link in own:
            if link in merging.links:
                stands = True
                self._put_among_premises(claim, link, side)
        absent = [link for link in own if link not in merging.links]
        standing = [link for link in absent if merging.is_there(side.links[link].target)]
        for link in standing or ([] if stands else absent[:1]):
            self._bring_along(("claims", claim), link, side)

    def _put_among_premises(self, claim: str, key: str, side: Debate) -> None:
        """Puts a claim that came back among the premises that it was taken out of.

        The other side took it out when it deleted the claim. Where it put another claim into
        the step as well, the step is another one now.
        """
        merging = self._merging
        base, kept = merging.base.links.get(key), side.links[key]
        other = next((d.links.get(key) for d in merging.sides if d is not side), None)
        link = merging.links[key]
        if base is None or other is None or claim in link.premises:
            return
        if claim in base.premises and set(other.premises) < set(base.premises):
            back = [p for p in kept.premises if p == claim or p in link.premises]
            premises = dict.fromkeys((*back, *link.premises))
            merging.links[key] = link._replace(premises=tuple(premises))
            merging.put_back.add((claim, key))

    def _bring_along(self, owner: Key, key: str, side: Debate) -> None:
        """Brings a link back for the sake of a claim or a link that came back."""
        merging = self._merging
        merging.links[key] = side.links[key]
        merging.kept[owner].append(key)
        self._restore_said(key, side)
        self._waiting.append(("links", key))
        self._targets.append((owner, key))

    def _put_answers_back(self) -> bool:
        """Brings back a link that only fell with what it led to and that came back since.

        Returns:
            Whether there was any.
        """
        merging, before = self._merging, len(self._merging.links)
        for owner, node in self._targets:
            side = next(d for d in merging.sides if node in d.claims or node in d.links)
            for key in side.links_into(node):
                there = all(premise in merging.claims for premise in side.links[key].premises)
                if there and key in merging.base.links and key not in merging.links:
                    self._bring_along(owner, key, side)
        return len(merging.links) > before


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
    for name, values in sorted(merged.items()):
        before, *sides = (each.get(name, {}) for each in (base, ours, theirs))
        for node, value in sorted(values.items()):
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
