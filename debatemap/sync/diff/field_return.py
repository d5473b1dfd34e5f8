"""Give fields of records back what stood in them before, as part of taking a difference back."""

from typing import TYPE_CHECKING, Any

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Header, Link
from debatemap.core.node_names import name_of
from debatemap.core.rating_fingerprints import fingerprints, rated_words, with_fingerprints
from debatemap.core.scenarios import scenarios_in, with_ids
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.sync.diff.difference import Difference, Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Fields"]


class Fields:
    """The fields of a draft, and what they held before.

    Args:
        draft: Where the fields are given back.
        difference: What is taken back.
        before: The debate that held the old values.
    """

    def __init__(self, builder: ChangeBuilder, difference: Difference, before: Debate) -> None:
        self.builder = builder
        self.debate = builder.debate
        self.difference = difference
        self.before = before

    def has_source(self, cited: Citation) -> bool:
        """Tells whether there is the source that is cited; brings it back where it is gone."""
        source = self.before.sources.get(cited.ref)
        if cited.ref not in self.debate.sources and source is not None:
            self.builder.put_source(source, cited.ref)
        return cited.ref in self.debate.sources or source is not None

    def give_back(self, edit: Edit) -> None:
        """Gives a field, or a source, back what stood there.

        Raises:
            EditRefusedError: What it pointed to is gone.
        """
        give: dict[str, Callable[[Edit], None]] = {
            "header": self._give_header,
            "claims": self._give_claim,
            "links": self._give_link,
            "sources": self._give_source,
            "stances": self._give_rating,
        }
        give[edit.table](edit)

    def _give_header(self, edit: Edit) -> None:
        header = self.builder.header
        if edit.field == "theses":
            self.builder.put_header(header._replace(theses=_ordered(header.theses, edit.before)))
        elif not edit.field.startswith("theses."):
            given = self._without_idle(header._replace(**{edit.field: edit.before}))
            for person, words in fingerprints(header).items():
                given = with_fingerprints(given, person, words)
            self.builder.put_header(given)
        elif edit.before is None:
            self.builder.drop_theses({edit.field.removeprefix("theses.")})
        else:
            self._make_thesis(edit.field.removeprefix("theses."))

    def _without_idle(self, header: Header) -> Header:
        """Returns a header whose scenarios assume nothing of what is gone."""
        assumed = (node for scenario in scenarios_in(header).values() for node in scenario)
        return with_ids(header, dict.fromkeys(n for n in assumed if not self.builder.has(n)))

    def _make_thesis(self, claim: str) -> None:
        header, old = self.builder.header, self.before.header.theses
        if not self.builder.has_claim(claim):
            raise EditRefusedError("the claim is gone; bring that back first")
        if claim not in header.theses:
            earlier = set(old[: old.index(claim)])
            place = max(
                (n for n, each in enumerate(header.theses, 1) if each in earlier), default=0
            )
            theses = (*header.theses[:place], claim, *header.theses[place:])
            self.builder.put_header(header._replace(theses=theses))

    def _give_claim(self, edit: Edit) -> None:
        value = edit.before
        if edit.field == "sources":
            cited_now = {cited.ref for cited in self.builder.claim(edit.id).sources}
            lost = [c for c in value if not self.has_source(c) and c.ref not in cited_now]
            if lost:
                raise EditRefusedError("a source that it cited is in neither version")
        claim = self.builder.claim(edit.id)._replace(**{edit.field: value})
        self.builder.put_claim(claim, edit.id)

    def _give_link(self, edit: Edit) -> None:
        if not self.builder.has(edit.id) or edit.id in self.debate.claims:
            if self.difference.kind in ("reordered", "renumbered"):
                return
            raise EditRefusedError("the link is gone; bring that back first")
        link = self.builder.link(edit.id)
        if edit.field == "target" and not self.builder.has(edit.before):
            name = name_of(self.before, edit.before)
            raise EditRefusedError(f"{name} is gone; bring that back first")
        value: Any = edit.before
        if edit.field == "premises":
            value = self._premises(link, edit.before)
        self.builder.put_link(link._replace(**{edit.field: value}), edit.id)

    def _premises(self, link: Link, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """Returns the premises that stood before, as far as they are there."""
        there = [p for p in wanted if self.builder.has_claim(p) or p in link.premises]
        first = next(filter(self.builder.has_claim, there), None)
        if first is None or tuple(there) == link.premises:
            raise EditRefusedError("its premises are gone; bring those back first")
        if there[0] != first:
            there.remove(first)
            there.insert(0, first)
        return tuple(there)

    def _give_source(self, edit: Edit) -> None:
        if edit.before is None and not edit.field:
            self._drop_source(edit.id)
        elif not edit.field:
            if edit.id not in self.debate.sources:
                self.builder.put_source(edit.before, edit.id)
        elif edit.id in self.debate.sources:
            edits = {e.field: e.before for e in self.difference.edits if e.id == edit.id}
            self.builder.put_source(self.debate.sources[edit.id]._replace(**edits), edit.id)
        else:
            raise EditRefusedError("the source is gone; bring that back first")

    def _drop_source(self, source: str) -> None:
        own = self.difference.claim if self.difference.table == "claims" else None
        others = (claim for key, claim in self.debate.claims.items() if key != own)
        mine = (self.builder.claim(own),) if own else ()
        if not any(cited.ref == source for claim in (*mine, *others) for cited in claim.sources):
            self.builder.put_source(None, source)
        elif own is None:
            raise EditRefusedError("a claim cites it still")

    def _give_rating(self, edit: Edit) -> None:
        ratings: dict[str, Any] = dict(self.builder.ratings(edit.id))
        if edit.before is not None and not edit.field:
            raise EditRefusedError("there is no rating to bring back")
        if edit.before is None:
            ratings.pop(edit.field, None)
        elif self.builder.has(edit.field):
            ratings[edit.field] = edit.before
        else:
            raise EditRefusedError("what was rated is gone; bring that back first")
        self.builder.put_ratings(edit.id, ratings)
        words = {edit.field: rated_words(self.before.header, edit.id, edit.field) or None}
        self.builder.put_header(with_fingerprints(self.builder.header, edit.id, words))


def _ordered(now: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """Returns theses in the order that they had; those that came since keep their places.

    Examples:
        >>> _ordered(("b", "new", "a"), ("a", "b", "gone"))
        ('a', 'new', 'b')
    """
    both = set(before) & set(now)
    old: Iterator[str] = (claim for claim in before if claim in both)
    return tuple(next(old, claim) if claim in both else claim for claim in now)
