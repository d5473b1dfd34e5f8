"""Two debates side by side: their records that differ, and where each claim stood and stands."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.sync.change_between import alike, compare
from debatemap.sync.diff.difference import Edit
from debatemap.sync.diff.positions import Standing, last_beneath, standings

__all__ = ["Comparison", "field_edits"]

Position = tuple[int, int, int]
"""Where something is told: the claim before it in the later order, whether it is gone, its
place in the earlier order."""


class Comparison:
    """Two debates, and what is asked of both; each answer is worked out once, in one walk.

    Attributes:
        before: The earlier debate.
        after: The later one.
        taken: The (table, id, field) of edits that a difference holds already.
    """

    def __init__(self, before: Debate, after: Debate) -> None:
        self.before = before
        self.after = after
        self.taken: set[tuple[str, str, str]] = set()

    @cached_property
    def change(self) -> Change:
        """The records that differ."""
        return compare(self.before, self.after)

    @cached_property
    def was(self) -> dict[str, Standing]:
        """Where each claim stood."""
        return self.now if self._has_kept_its_shape else standings(self.before)

    @cached_property
    def now(self) -> dict[str, Standing]:
        """Where each claim stands."""
        return standings(self.after)

    @property
    def _has_kept_its_shape(self) -> bool:
        """Whether every claim is read in the same place still; most edits are of words."""
        before, after = self.before, self.after
        return (
            before.header.theses == after.header.theses
            and [*before.claims] == [*after.claims]
            and all(
                old is not None and new is not None and _place(old) == _place(new)
                for old, new in self.change.links.values()
            )
        )

    @cached_property
    def has_departures(self) -> bool:
        """Whether any claim is gone; most versions of a map only add some."""
        return not self.before.claims.keys() <= self.after.claims.keys()

    @cached_property
    def remaining_above(self) -> dict[str, str]:
        """The nearest claim above that still exists, by each claim that is gone; or empty."""
        if not self.has_departures:
            return {}
        nearest: dict[str, str] = {}
        for claim, standing in self.was.items():
            if claim not in self.after.claims:
                above = standing.above
                nearest[claim] = nearest.get(above, above)
        return nearest

    @cached_property
    def gap(self) -> dict[str, Position]:
        """Where each claim that is gone would be read: after what preceded it there."""
        last, places = last_beneath(self.now), dict[str, Position]()
        preceding: dict[str, int] = {}
        for claim, was in self.was.items():
            now = self.now.get(claim)
            if now is not None:
                if now.above == was.above:
                    preceding[was.above] = last[claim]
            elif was.above in places:
                places[claim] = places[was.above][0], 1, was.order
            else:
                above = self.now[was.above].order if was.above else -1
                places[claim] = preceding.get(was.above, above), 1, was.order
        return places

    def shown_at(self, node: str) -> str:
        """Returns the claim at which a claim or a link, of before or after, is shown."""
        link = self.after.links.get(node) or self.before.links.get(node)
        claims = [node] if link is None or node in self.after.claims else list(link.premises)
        for claim in claims:
            if claim in self.after.claims:
                return claim
        return next((self.remaining_above[c] for c in claims if c in self.remaining_above), "")

    def remains(self, link: Link) -> bool:
        """Tells whether any premise of a link exists in the later debate."""
        return any(premise in self.after.claims for premise in link.premises)

    def new_links(self) -> Iterable[tuple[str, Link]]:
        """Yields the links that came and that no difference holds yet."""
        for key, (before, after) in self.change.links.items():
            if before is None and after is not None and ("links", key, "") not in self.taken:
                yield key, after

    def gone_links(self) -> Iterable[tuple[str, Link]]:
        """Yields the links that went and that no difference holds yet."""
        for key, (before, after) in self.change.links.items():
            if after is None and before is not None and ("links", key, "") not in self.taken:
                yield key, before


def _place(link: Link) -> tuple[tuple[str, ...], str, str]:
    """Returns what decides where a link's premises are read."""
    return link.premises, link.target, link.pos


def field_edits(table: str, key: str, before: Any, after: Any) -> Iterator[Edit]:  # noqa: ANN401  (any record)
    """Yields the fields in which two records of one kind differ."""
    for name, old, new in zip(before._fields, before, after, strict=True):
        if not alike(before, before._replace(**{name: new})):
            yield Edit(table, key, name, old, new)
