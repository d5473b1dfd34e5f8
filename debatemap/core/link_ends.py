"""The links from each claim, and the ends of links that do not exist."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, filterfalse
from types import MappingProxyType

from debatemap.core.change import Change
from debatemap.core.model import Claim, Link, Stance

__all__ = ["LinkEnds", "Step"]

Step = tuple[str, str, tuple[str, ...], Stance]
"""A link into a node: its `pos`, its id, its premises, its stance."""

_NONE: tuple[str, ...] = ()


class LinkEnds:
    """Links by their premises, and by the ends that they name in vain.

    Args:
        claims: The table of claims, which the debate goes on changing.
        links: The table of links, likewise.
        steps: The links into each target, likewise.

    Attributes:
        by_premise: The links that each premise is one of.
        dangling: Links by the id that they name and that does not exist.
    """

    def __init__(
        self,
        claims: Mapping[str, Claim],
        links: Mapping[str, Link],
        steps: Mapping[str, Sequence[Step]],
    ) -> None:
        self._claims, self._links, self._steps = claims, links, steps
        self._from: dict[str, list[str]] = {}
        self.by_premise: Mapping[str, Sequence[str]] = MappingProxyType(self._from)
        self._attach(links.items())
        self.dangling: dict[str, frozenset[str]] = {}
        premises, targets = (filterfalse(claims.__contains__, ends) for ends in (self._from, steps))
        self._note_dangling({*premises, *filterfalse(links.__contains__, targets)})

    def of(self, claim: str) -> Sequence[str]:
        """Returns the links that a claim is a premise of."""
        return self._from.get(claim, _NONE)

    def follow(self, change: Change) -> None:
        """Takes in a change that the tables and the links into each target have taken already."""
        ends: set[str] = {*change.claims, *change.links}
        for link_id, (before, after) in change.links.items():
            for link in (before, after):
                ends.update(() if link is None else (link.target, *link.premises))
            if before is None or after is None or before.premises != after.premises:
                self._detach(link_id, _NONE if before is None else before.premises)
                self._attach(() if after is None else [(link_id, after)])
        self._note_dangling(ends)

    def _attach(self, links: Iterable[tuple[str, Link]]) -> None:
        found = self._from
        for link_id, link in links:
            premises = link.premises
            for premise in premises if len(premises) == 1 else dict.fromkeys(premises):
                if premise in found:
                    found[premise].append(link_id)
                else:
                    found[premise] = [link_id]

    def _detach(self, link_id: str, premises: Iterable[str]) -> None:
        for premise in dict.fromkeys(premises):
            self._from[premise].remove(link_id)
            if not self._from[premise]:
                del self._from[premise]

    def _note_dangling(self, ends: Iterable[str]) -> None:
        """Finds anew which links name each of these ends in vain."""
        for end in ends:
            in_vain: Iterable[str] = ()
            if end not in self._claims:
                is_nothing = end not in self._links
                into = self._steps.get(end, ()) if is_nothing else ()
                in_vain = chain(self.of(end), (link for _, link, _, _ in into))
            if links := frozenset(in_vain):
                self.dangling[end] = links
            else:
                self.dangling.pop(end, None)
