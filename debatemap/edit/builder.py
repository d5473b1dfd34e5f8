"""The edits of one verb, gathered over a debate that is left alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from debatemap.core.change import HEADER, Change, Edits
from debatemap.core.debate import Debate
from debatemap.core.fractional_index import between, evenly, spread
from debatemap.core.model import Claim, Header, Link, Ratings, Source, Stance, new_id
from debatemap.core.rating_fingerprints import (
    fingerprint,
    with_all_fingerprints,
    with_fingerprints,
)
from debatemap.core.scenarios import with_ids

__all__ = ["STANCE_NOUNS", "ChangeBuilder", "EditRefusedError"]

Record = TypeVar("Record")

STANCE_NOUNS: dict[Stance, str] = {"supports": "pro", "attacks": "con"}


class EditRefusedError(ValueError):
    """The edit makes no sense here; the message says why."""


class ChangeBuilder:
    """The debate as it will be, and the edits that lead there."""

    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self._header: Header = debate.header
        self._claims: dict[str, Claim | None] = {}
        self._links: dict[str, Link | None] = {}
        self._naming: dict[str, dict[str, None]] = {}
        self._sources: dict[str, Source | None] = {}
        self._stances: dict[str, Ratings | None] = {}

    @property
    def header(self) -> Header:
        """The header as it will be."""
        return self._header

    def claim(self, claim_id: str) -> Claim:
        """Returns a claim as it will be.

        Raises:
            EditRefusedError: There is no such claim.
        """
        claim = self._claims.get(claim_id, self.debate.claims.get(claim_id))
        if claim is None:
            raise EditRefusedError(f"there is no claim {claim_id}")
        return claim

    def link(self, link_id: str) -> Link:
        """Returns a link as it will be.

        Raises:
            EditRefusedError: There is no such link.
        """
        link = self._links.get(link_id, self.debate.links.get(link_id))
        if link is None:
            raise EditRefusedError(f"there is no link {link_id}")
        return link

    def has_claim(self, node: str) -> bool:
        """Tells whether a claim will exist."""
        return self._claims.get(node, self.debate.claims.get(node)) is not None

    def has(self, node: str) -> bool:
        """Tells whether a claim or a link will exist."""
        for edits, records in (
            (self._claims, self.debate.claims),
            (self._links, self.debate.links),
        ):
            if node in edits:
                return edits[node] is not None
            if node in records:
                return True
        return False

    def links_into(self, target: str) -> list[str]:
        """Returns the links into a claim or a link as they will be, in order."""
        kept = [link for link in self.debate.links_into(target) if link not in self._links]
        added = [key for key, link in self._drafted(target) if link.target == target]
        return sorted(kept + added, key=self._place) if added else kept

    def links_from(self, claim: str) -> list[str]:
        """Returns the links that a claim will be a premise of."""
        kept = [link for link in self.debate.links_from(claim) if link not in self._links]
        return kept + [key for key, link in self._drafted(claim) if claim in link.premises]

    def put_claim(self, claim: Claim | None, claim_id: str | None = None) -> str:
        """Adds, replaces or (None) removes a claim, and returns its id."""
        claim_id = claim_id or self.fresh_id()
        self._claims[claim_id] = claim
        return claim_id

    def put_link(self, link: Link | None, link_id: str | None = None) -> str:
        """Adds, replaces or (None) removes a link, and returns its id."""
        link_id = link_id or self.fresh_id()
        self._links[link_id] = link
        for node in (*link.premises, link.target) if link else ():
            self._naming.setdefault(node, {})[link_id] = None
        return link_id

    def put_source(self, source: Source | None, source_id: str | None = None) -> str:
        """Adds, replaces or (None) removes a source, and returns its id."""
        source_id = source_id or self.fresh_id()
        self._sources[source_id] = source
        return source_id

    def put_ratings(self, person: str, ratings: Ratings | None) -> None:
        """Replaces what a person holds; None or nothing removes the person.

        Which words were rated is forgotten with a rating that goes.
        """
        gone = self.ratings(person).keys() - (ratings or {}).keys()
        self._header = with_fingerprints(self._header, person, dict.fromkeys(gone))
        self._stances[person] = ratings or None

    def rate(self, person: str, ratings: Ratings) -> None:
        """Adds to what a person holds, and notes of which words it is held."""
        self.put_ratings(person, {**self.ratings(person), **ratings})
        words = {
            node: fingerprint(self.claim(node).text) for node in ratings if self.has_claim(node)
        }
        self._header = with_fingerprints(self._header, person, words)

    def ratings(self, person: str) -> Ratings:
        """Returns what a person will hold."""
        found = self._stances.get(person, self.debate.stances.get(person))
        return found or {}

    def put_header(self, header: Header) -> None:
        """Replaces the header."""
        self._header = header

    def drop_theses(self, claims: Collection[str]) -> None:
        """Takes claims from the theses; nothing happens where they are none."""
        rest = tuple(thesis for thesis in self._header.theses if thesis not in claims)
        self._header = self._header._replace(theses=rest)

    def drop_premises(self, link_id: str, claims: Collection[str]) -> None:
        """Lets a link go on without some premises, or not at all where no claim is left.

        The first premise is one that exists, because a file keeps the link there.
        """
        link = self.link(link_id)
        rest = [premise for premise in link.premises if premise not in claims]
        first = next(filter(self.has_claim, rest), None)
        if first is None:
            self.drop_link(link_id)
        else:
            others = (premise for premise in rest if premise != first)
            self.put_link(link._replace(premises=(first, *others)), link_id)

    def retarget(self, links: Iterable[str], target: str) -> None:
        """Lets links speak to another target, in their order, after those that do already."""
        pos: str | None = None
        for link_id in links:
            pos = self.position(target) if pos is None else between(pos, None)
            self.put_link(self.link(link_id)._replace(target=target, pos=pos), link_id)

    def drop_link(self, link_id: str) -> None:
        """Removes a link, the links into it, and so on; their premises stay."""
        waiting = [link_id]
        while waiting:
            dropped = waiting.pop()
            waiting.extend(self.links_into(dropped))
            self._links[dropped] = None

    def position(self, target: str, after: str | None = None) -> str:
        """Returns a `pos` right after a sibling, or after all of them.

        Where two siblings stand at one `pos`, as two people's edits can leave them, all are
        numbered anew, in the order that they are seen in.
        """
        return self.positions(target, after, 1)[0]

    def positions(self, target: str, after: str | None, count: int) -> list[str]:
        """Returns so many `pos` in order, right after a sibling, or after all of them."""
        siblings = self.links_into(target)
        place = siblings.index(after) + 1 if after in siblings else len(siblings)
        keys = [self.link(link).pos for link in siblings]
        low = keys[place - 1] if place > 0 else None
        high = keys[place] if place < len(keys) else None
        try:
            return spread(low, high, count)
        except ValueError:
            fresh = evenly(len(siblings) + count)
            self._renumber(siblings, fresh[:place] + fresh[place + count :])
            return fresh[place : place + count]

    def _renumber(self, links: Sequence[str], keys: Sequence[str]) -> None:
        for link_id, pos in zip(links, keys, strict=True):
            self.put_link(self.link(link_id)._replace(pos=pos), link_id)

    def position_at(self, target: str, place: int, leaving: str | None = None) -> str:
        """Returns a `pos` for the given place among the links into a target.

        Args:
            target: The claim or link.
            place: 0 for the first; the link that leaves is not counted.
            leaving: A link among them that is about to go elsewhere.
        """
        siblings = [link for link in self.links_into(target) if link != leaving]
        keys = [self.link(link).pos for link in siblings]
        low = keys[place - 1] if place > 0 else None
        high = keys[place] if place < len(keys) else None
        try:
            return between(low, high)
        except ValueError:
            fresh = evenly(len(siblings) + 1)
            mine = fresh.pop(place)
            self._renumber(siblings, fresh)
            return mine

    def change(self, said: str) -> Change:
        """Returns the change, without the records that end as they began.

        What people rate and scenarios assume of claims and links that go, goes with them.
        """
        debate = self.debate
        self._forget()
        header: Edits[Header] = {}
        if self._header != debate.header:
            header = {HEADER: (debate.header, self._header)}
        return Change(
            said,
            header,
            _edits(debate.claims, self._claims),
            _edits(debate.links, self._links),
            _edits(debate.sources, self._sources),
            _edits(debate.stances, self._stances),
        )

    def _place(self, link_id: str) -> tuple[str, str]:
        return self.link(link_id).pos, link_id

    def _drafted(self, node: str) -> Iterator[tuple[str, Link]]:
        """Yields the links of this draft that name a claim or a link, or once did."""
        for key in self._naming.get(node, ()):
            link = self._links[key]
            if link is not None:
                yield key, link

    def _forget(self) -> None:
        tables: tuple[Mapping[str, object], ...] = (self._claims, self._links)
        gone = {key for table in tables for key, record in table.items() if record is None}
        if gone:
            self._header = with_ids(self._header, dict.fromkeys(gone))
        rated = {person: self.ratings(person).keys() & gone for person in self.debate.stances}
        rated = {person: nodes for person, nodes in rated.items() if nodes}
        words = {person: dict.fromkeys(nodes) for person, nodes in rated.items()}
        self._header = with_all_fingerprints(self._header, words)
        for person, nodes in rated.items():
            ratings = self.ratings(person).items()
            self.put_ratings(person, {key: value for key, value in ratings if key not in nodes})

    def fresh_id(self) -> str:
        """Returns an id that no claim, link or source has or will have."""
        taken = (self._claims, self._links, self._sources)
        kept = (self.debate.claims, self.debate.links, self.debate.sources)
        while True:
            candidate = new_id()
            if not any(candidate in table for table in (*taken, *kept)):
                return candidate


def _edits(before: Mapping[str, Record], after: Mapping[str, Record | None]) -> Edits[Record]:
    pairs = {key: (before.get(key), record) for key, record in after.items()}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
