"""The claims at the top of the outline: theses, then the inbox, then cycles that hang loose."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from debatemap.core import queries
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.reading_order import adrift, strays

__all__ = ["Tops"]


class Tops(Sequence[str]):
    """The claims that stand under no other, in reading order.

    Every claim of the debate is at or beneath one of them. Kept up with the debate without
    a look at claims that a change does not touch.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        inbox, self._loose = strays(debate)
        self._inbox = dict.fromkeys(inbox)
        self._tops: list[str] = []
        self._gather()

    def __len__(self) -> int:
        return len(self._tops)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        return self._tops[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tops)

    @property
    def unplaced(self) -> int:
        """How many of them are in the inbox or stand for a loose cycle."""
        return len(self._inbox) + len(self._loose)

    def is_placed(self, claim: str) -> bool:
        """Tells whether a claim is neither in the inbox nor the first of a loose cycle."""
        return claim not in self._inbox and claim not in self._loose

    def follow(self, change: Change) -> None:
        """Looks again at the claims that a change touches."""
        touched = set(_touched(self._debate, change))
        claims = self._debate.claims
        unplaced = {c for c in touched if c in claims and not self._debate.is_placed(c)}
        for claim in touched - unplaced:
            self._inbox.pop(claim, None)
        if unplaced - self._inbox.keys():
            inbox = self._inbox.keys() | unplaced
            self._inbox = dict.fromkeys(claim for claim in claims if claim in inbox)
        if self._loose or any(self._hangs_loose(claim) for claim in touched):
            self._loose = adrift(self._debate)
        self._gather()

    def _gather(self) -> None:
        self._tops = [*queries.theses(self._debate), *self._inbox, *self._loose]

    def _hangs_loose(self, claim: str) -> bool:
        """Tells whether no way up from a placed claim ends at a top."""
        if claim not in self._debate.claims or claim in self._inbox:
            return False
        if self._debate.is_thesis(claim):
            return False
        above = queries.upward(self._debate, claim)
        return not any(self._debate.is_thesis(node) or node in self._inbox for node in above)


def _touched(debate: Debate, change: Change) -> Iterable[str]:
    for link_id, (before, after) in change.links.items():
        for link in (before, after):
            yield from link.premises if link else ()
        for undercut in debate.links_into(link_id):
            yield from debate.links[undercut].premises
    for claim, (before_claim, after_claim) in change.claims.items():
        if before_claim is None or after_claim is None:
            yield claim
            for link_id in debate.links_into(claim):
                yield from debate.links[link_id].premises
    for before_header, after_header in change.header.values():
        for header in (before_header, after_header):
            yield from header.theses if header else ()
