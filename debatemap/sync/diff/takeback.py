"""Take a difference back: the change that gives a debate what stood before in one respect.

The debate may have been edited since the difference was found. Nothing that comes back points
to what is not there; where that leaves nothing sensible to do, it is refused in words.
"""

from collections.abc import Iterable
from typing import Final

from debatemap.core import queries
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.core.node_names import name_of
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.sync.diff.difference import Difference, Edit, Kind
from debatemap.sync.diff.field_return import Fields

__all__ = ["take_back"]

_SAID: Final[dict[Kind, str]] = {
    "added": "take {} out again",
    "removed": "bring {} back",
    "moved": "move {} back",
    "flipped": "turn {} back",
    "linked": "take the link of {} out again",
    "unlinked": "link {} again",
    "joined": "join {} as before",
    "thesis": "make {} no thesis again",
    "no thesis": "make {} a thesis again",
    "reworded": "give {} its old words",
    "reordered": "order what speaks to {} as before",
}
_OTHERWISE: Final = "take back a change of {}"


def take_back(debate: Debate, difference: Difference, before: Debate) -> Change:
    """Gives back what stood before, in the one respect that a difference is about.

    What came goes, with its links and, where all beneath it came too, with its branch. What
    went comes back, with its links and with what is gone from beneath it.

    Args:
        debate: The debate as it is now.
        difference: What to take back.
        before: The debate that it was compared with.

    Raises:
        EditRefusedError: It cannot be taken back now.
    """
    return _TakingBack(debate, difference, before).change()


class _TakingBack:
    """The draft of one difference's taking back, and what it could not do."""

    def __init__(self, debate: Debate, difference: Difference, before: Debate) -> None:
        self.debate = debate
        self.difference = difference
        self.before = before
        self.builder = ChangeBuilder(debate)
        self.fields = Fields(self.builder, difference, before)

    def change(self) -> Change:
        """Returns the change, or refuses."""
        kind = self.difference.kind
        if kind == "added":
            self._remove_claims()
        elif kind == "removed":
            self._restore_claims()
        elif self.difference.edits[0].field == "" and self.difference.table == "links":
            self._swap_links()
        else:
            for edit in self.difference.edits:
                self.fields.give_back(edit)
        change = self.builder.change(self._description())
        if not change:
            raise EditRefusedError("that is as it was before already")
        return change

    def _description(self) -> str:
        difference, debate = self.difference, self.before
        if not difference.claim and difference.kind not in _SAID:
            return "take back a change of the map"
        about = difference.id
        if difference.table == "header":
            about = difference.field.removeprefix("theses.")
        elif difference.table == "links":
            links = (self.debate.links, self.before.links)
            link = next((table[about] for table in links if about in table), None)
            if difference.kind in ("reordered", "renumbered"):
                about = link.target if link else difference.claim
            else:
                about = link.premises[0] if link else difference.claim
        elif difference.table != "claims":
            about = difference.claim
        named = self.debate if self.debate.exists(about) else debate
        return _SAID.get(difference.kind, _OTHERWISE).format(name_of(named, about))

    # What came, goes.

    def _remove_claims(self) -> None:
        heads = [edit.id for edit in self._whole("claims") if edit.id in self.debate.claims]
        dead = self._branch(heads)
        for claim in dead:
            for link_id in self.builder.links_from(claim):
                if self.builder.has(link_id):
                    self.builder.drop_premises(link_id, dead)
            for link_id in self.builder.links_into(claim):
                self.builder.drop_link(link_id)
            self.builder.put_claim(None, claim)
        self.builder.drop_theses(dead)

    def _branch(self, heads: list[str]) -> set[str]:
        """Returns the claims that go with some: the branch, where all of it is new.

        What stands elsewhere too stays, with all that is beneath it.
        """
        claims, links = _branch(self.debate, heads)
        if not claims.isdisjoint(self.before.claims):
            return set(heads)
        staying = [c for c in claims.difference(heads) if self._stands_outside(c, links)]
        kept, _ = queries.branch(self.debate, staying)
        return (claims - kept) | set(heads)

    def _stands_outside(self, claim: str, links: set[str]) -> bool:
        ends = (self.debate.links[link].target for link in self.debate.links_from(claim)
                if link not in links)  # fmt: skip
        return self.debate.is_thesis(claim) or any(self.debate.exists(end) for end in ends)

    # What went, comes back.

    def _restore_claims(self) -> None:
        heads = [edit.id for edit in self._whole("claims")]
        beneath, _ = _branch(self.before, heads)
        coming = [c for c in self.before.claims if c in beneath and not self.builder.has_claim(c)]
        for claim in coming:
            self._restore_claim(claim, self.before.claims[claim])
        self._restore_links(self._links_of(coming))
        for edit in self.difference.edits:
            if edit.table == "header" or (edit.table == "links" and edit.field):
                self._attempt(edit)
        if heads and heads[0] in coming and self._hangs_in_the_air(heads[0]):
            raise EditRefusedError("what it stood under is gone too; bring that back first")
        self._restore_ratings()

    def _restore_claim(self, claim_id: str, claim: Claim) -> None:
        if claim_id in self.debate.links:
            raise EditRefusedError("its id belongs to a link now")
        cited = tuple(each for each in claim.sources if self.fields.has_source(each))
        self.builder.put_claim(claim._replace(sources=cited), claim_id)

    def _links_of(self, claims: Iterable[str]) -> dict[str, Link]:
        """Returns the links that are gone, out of some claims, to them, or to such links."""
        found: dict[str, Link] = {}
        waiting = list(claims)
        waiting += [edit.id for edit in self._whole("links")]
        seen = set(waiting)
        while waiting:
            node = waiting.pop()
            if node in self.before.links:
                if self.builder.has(node):
                    continue
                found[node] = self.before.links[node]
            for link in (*self.before.links_into(node), *self.before.links_from(node)):
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)
        return found

    def _restore_links(self, links: dict[str, Link]) -> None:
        """Puts links back, those first that others speak to, as far as their ends are there."""
        ready = [key for key, link in links.items() if self._can_stand(key, link)]
        put, order = set(ready), {key: place for place, key in enumerate(links)}
        speaking: dict[str, list[str]] = {}
        for key, link in links.items():
            speaking.setdefault(link.target, []).append(key)
        while ready:
            for key in ready:
                link = links[key]
                premises = tuple(filter(self.builder.has_claim, link.premises))
                self.builder.put_link(link._replace(premises=premises), key)
            answers = {answer for key in ready for answer in speaking.get(key, ())} - put
            ready = [key for key in answers if self._can_stand(key, links[key])]
            ready.sort(key=order.__getitem__)
            put.update(ready)

    def _can_stand(self, key: str, link: Link) -> bool:
        free = not self.builder.has_claim(key)
        has_premise = any(map(self.builder.has_claim, link.premises))
        return free and has_premise and self.builder.has(link.target)

    def _hangs_in_the_air(self, claim: str) -> bool:
        """Tells whether a claim had a place before, and would have none now."""
        if not self.before.is_placed(claim) or claim in self.before.header.theses:
            return False
        ends = (self.builder.link(link).target for link in self.builder.links_from(claim))
        return not any(map(self.builder.has, ends))

    def _restore_ratings(self) -> None:
        for edit in self.difference.edits:
            if edit.table == "stances" and edit.field:
                self._attempt(edit)

    # A link in the place of another, or alone.

    def _swap_links(self) -> None:
        whole = self._whole("links")
        old = {edit.id: edit.before for edit in whole if edit.before is not None}
        for key, link in old.items():
            if self.builder.has(key):
                continue
            if not all(map(self.builder.has_claim, link.premises)) or not self._can_stand(
                key, link
            ):
                raise EditRefusedError(f"{self._missing(link)} is gone; bring that back first")
            self.builder.put_link(link, key)
        for edit in whole:
            if edit.before is None and edit.id in self.debate.links:
                for heir in old:
                    self._hand_on(edit.id, heir)
                self.builder.drop_link(edit.id)
        self._restore_ratings()

    def _hand_on(self, link_id: str, heir: str) -> None:
        """Lets what is said of a link be said of the one that takes its place."""
        for said in self.builder.links_into(link_id):
            if said != heir:
                self.builder.put_link(self.builder.link(said)._replace(target=heir), said)

    def _missing(self, link: Link) -> str:
        ends = (*link.premises, link.target)
        lost = next((end for end in ends if not self.builder.has(end)), link.target)
        return name_of(self.before, lost)

    def _attempt(self, edit: Edit) -> None:
        """Gives a field back, where it can be."""
        try:
            self.fields.give_back(edit)
        except EditRefusedError:
            return

    def _whole(self, table: str) -> list[Edit]:
        """Returns the edits of whole records of a table."""
        return [edit for edit in self.difference.edits if edit.table == table and not edit.field]


def _branch(debate: Debate, heads: list[str]) -> tuple[set[str], set[str]]:
    """Returns some claims and links: what is beneath claims, and what is said of their steps."""
    steps = (link for claim in heads for link in debate.links_from(claim))
    own = [link for link in steps if set(debate.links[link].premises) <= set(heads)]
    return queries.branch(debate, [*heads, *own])
