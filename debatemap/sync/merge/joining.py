"""Bring one map into another: what has another content gets another id."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.core.rating_fingerprints import with_claims_renamed
from debatemap.core.scenarios import with_ids
from debatemap.core.text import SafeText, excerpt
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.consequences import counted
from debatemap.sync.change_between import alike
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.sync.merge.joined_header import joined_header

__all__ = ["Joined", "join"]


class Joined(NamedTuple):
    """How one map comes into another.

    Attributes:
        change: What makes the one map hold both.
        renamed: New ids by old, for what had an id that is taken.
        left_out: What could not come along, in words.
    """

    change: Change
    renamed: dict[str, str]
    left_out: list[SafeText]


def join(debate: Debate, other: Debate) -> Joined:
    """Brings another map into a debate, which keeps its title and its own values.

    The other's theses become theses, after those that are there. A record that both have is
    one; where both have the id and not the content, the other's gets a new id, and all that
    names it follows.

    Args:
        debate: The map to bring it into.
        other: The map that is brought.

    Raises:
        EditRefusedError: The other map has conflicts that are not settled.
    """
    if conflicts_in(other):
        raise EditRefusedError("the other map has conflicts; settle them first")
    joining = _Joining(debate, other)
    return joining.result()


class _Joining:
    def __init__(self, debate: Debate, other: Debate) -> None:
        self._debate, self._other = debate, other
        self._draft = ChangeBuilder(debate)
        self._sources: dict[str, str] = {}
        self._nodes: dict[str, str] = {}
        self._left_out: list[SafeText] = []

    def result(self) -> Joined:
        self._name_apart()
        builder, other = self._draft, self._other
        for key, source in other.sources.items():
            builder.put_source(source, self._sources.get(key, key))
        for key, claim in other.claims.items():
            builder.put_claim(self._claim(claim), self._nodes.get(key, key))
        for key, link in other.links.items():
            builder.put_link(self._link(link), self._nodes.get(key, key))
        self._join_headers()
        self._join_ratings()
        title = excerpt(other.header.title or "a map")
        change = builder.change(f"join “{title}” with {counted(len(other.claims), 'claim')}")
        return Joined(change, {**self._sources, **self._nodes}, self._left_out)

    def _name_apart(self) -> None:
        """Finds new ids for what has an id that is taken by something else.

        A new id changes what names it, which may then differ too: so until nothing changes.
        """
        debate, other = self._debate, self._other
        taken = {**debate.claims, **debate.links}
        self._rename(self._sources, other.sources, debate.sources, lambda source: source)
        while self._rename(self._nodes, other.claims, taken, self._claim) or self._rename(
            self._nodes, other.links, taken, self._link
        ):
            pass

    def _rename(
        self,
        names: dict[str, str],
        records: Mapping[str, Any],
        taken: Mapping[str, Any],
        named: Callable[[Any], Any],
    ) -> bool:
        clashing = [
            key
            for key, record in records.items()
            if key in taken and key not in names and not alike(named(record), taken[key])
        ]
        names.update((key, self._fresh_id()) for key in clashing)
        return bool(clashing)

    def _fresh_id(self) -> str:
        other = self._other
        taken = {*other.claims, *other.links, *other.sources}
        taken.update(self._sources.values(), self._nodes.values())
        while (fresh := self._draft.fresh_id()) in taken:
            pass
        return fresh

    def _claim(self, claim: Claim) -> Claim:
        if not claim.sources or not self._sources:
            return claim
        cited = (c._replace(ref=self._sources.get(c.ref, c.ref)) for c in claim.sources)
        return claim._replace(sources=tuple(cited))

    def _link(self, link: Link) -> Link:
        premises = tuple(self._nodes.get(premise, premise) for premise in link.premises)
        return link._replace(premises=premises, target=self._nodes.get(link.target, link.target))

    def _join_headers(self) -> None:
        other = self._other.header
        brought = (self._nodes.get(thesis, thesis) for thesis in other.theses)
        other = with_claims_renamed(with_ids(other, self._nodes), self._nodes)
        header, left_out = joined_header(
            self._debate, other._replace(theses=tuple(dict.fromkeys(brought)))
        )
        self._draft.put_header(header)
        self._left_out += left_out

    def _join_ratings(self) -> None:
        for person, entries in self._other.stances.items():
            own = self._draft.ratings(person)
            brought = {self._nodes.get(node, node): value for node, value in entries.items()}
            self._leave_out(
                f"how far {person} holds {node}: {value:g}"
                for node, value in brought.items()
                if own.get(node, value) != value
            )
            self._draft.put_ratings(person, {**brought, **own})

    def _leave_out(self, what: Iterable[str]) -> None:
        self._left_out.extend(excerpt(words, 80) for words in what)
