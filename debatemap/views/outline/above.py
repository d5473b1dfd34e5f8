"""Which claims stand above others, looked up for many of them at once."""

from array import array
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from copy import copy
from itertools import compress
from typing import Final

from debatemap.core import collector
from debatemap.core.change import Change
from debatemap.core.claim_flags import numbers_of, without
from debatemap.core.claim_set import ClaimNumbers, ClaimSet
from debatemap.core.debate import Debate

__all__ = ["Above"]

_NONE: Final = -1
"""The number above a claim that stands beneath no other."""


class Above:
    """The claims right above each claim of a debate, kept up with it.

    What a filter shows above 100,000 matches is found in a fraction of the time that it takes to go
    through the graph for it, as is done at each letter that is typed.

    Args:
        debate: The debate.
        numbers: The numbers of its claims; their own without it.
    """

    def __init__(self, debate: Debate, numbers: ClaimNumbers | None = None) -> None:
        self._debate = debate
        self.numbers = numbers or ClaimNumbers(debate.claims)
        self._first = array("l", [_NONE]) * len(self.numbers.claims)
        """The first claim right above each."""
        self._further: dict[int, list[int]] = {}
        self._flat: tuple[list[int], list[int]] | None = None
        """The further ones, each with the claim beneath it, as two columns to go through fast."""
        self._first_premises: dict[int, list[str]] = {}
        """The first premises of the steps that a claim speaks to."""
        of = self.numbers.of.get
        with collector.paused():
            for key, link in debate.links.items():
                if link.target in debate.claims:
                    for number in map(of, link.premises):
                        if number is not None:
                            self._put(number, self.numbers.of[link.target])
                else:
                    self._put_through(key)

    def on(self, debate: Debate) -> "Above":
        """Returns the same for a copy of the debate, which is followed by itself."""
        other = copy(self)
        other._debate, other._first = debate, self._first[:]  # noqa: SLF001  (it is one of these)
        other._further = {**self._further}  # noqa: SLF001  (likewise)
        other._first_premises = {**self._first_premises}  # noqa: SLF001  (likewise)
        return other

    def follow(self, change: Change) -> None:
        """Takes up a change that the debate has gone through."""
        debate = self._debate
        numbers = {claim: self.numbers.add(claim) for claim in self._touched(change)}
        self._first += array("l", [_NONE]) * (len(self.numbers.claims) - len(self._first))
        for claim, number in numbers.items():
            self._first[number] = _NONE
            if self._further.pop(number, None) is not None:
                self._flat = None
            self._first_premises.pop(number, None)
            for link in debate.links_from(claim):
                if (target := debate.links[link].target) in debate.claims:
                    self._put(number, self.numbers.of[target])
                else:
                    self._put_through(link, number)

    def beyond(self, claims: AbstractSet[str]) -> AbstractSet[str]:
        """Returns what `queries.claims_above` yields of some claims, but for these themselves."""
        flags = self.numbers.flags(claims).ljust(len(self._first), b"\0")
        if 0 not in flags:
            return frozenset()
        # The last flag answers for what has nothing above it.
        seen = bytearray(flags) + b"\1"
        for up in compress(self._first, flags):
            seen[up] = 1
        numbers, ups = self._flattened()
        for up in compress(ups, map(flags.__getitem__, numbers)):
            seen[up] = 1
        self._climb([*numbers_of(without(bytes(seen[:-1]), flags))], seen)
        # What stands above the first premise of a step elsewhere has nothing to do with the step.
        speaking = [first for number, first in [*self._first_premises.items()] if seen[number]]
        for claim in (claim for first in speaking for claim in first):
            if claim in self.numbers.of:
                seen[self.numbers.of[claim]] = 1
        return ClaimSet(self.numbers, without(bytes(seen[:-1]), flags))

    def _climb(self, waiting: list[int], seen: bytearray) -> None:
        """Flags all that stands above some claims and has no flag yet."""
        first, further, push = self._first, self._further, waiting.append
        for number in waiting:
            up = first[number]
            if not seen[up]:
                seen[up] = 1
                push(up)
            if number in further:
                for up in further[number]:
                    if not seen[up]:
                        seen[up] = 1
                        push(up)

    def _flattened(self) -> tuple[list[int], list[int]]:
        if self._flat is None:
            pairs = [(number, up) for number, ups in [*self._further.items()] for up in ups]
            self._flat = [number for number, _ in pairs], [up for _, up in pairs]
        return self._flat

    def _put(self, number: int, target: int) -> None:
        """Notes that a claim stands right beneath another one."""
        if self._first[number] == _NONE:
            self._first[number] = target
        elif self._first[number] != target:
            self._further[number] = [*self._further.get(number, ()), target]
            self._flat = None

    def _put_through(self, link: str, of: int | None = None) -> None:
        """Notes what stands above the premises of a link that speaks to a step.

        Args:
            link: The link.
            of: The premise that it is noted for; all of them without it.
        """
        record = self._debate.links[link]
        steps, target = _through(self._debate, record.target)
        for premise in record.premises:
            number = self.numbers.of.get(premise)
            if number is not None and of in (None, number):
                known = self._first_premises.get(number, [])
                self._first_premises[number] = known + steps
                if target in self._debate.claims:
                    self._put(number, self.numbers.of[target])

    def _touched(self, change: Change) -> Iterator[str]:
        """Yields the claims that other ones may stand above now, each once."""
        debate = self._debate
        met: set[str] = set()
        waiting = [*change.links]
        for claim, (before, after) in change.claims.items():
            if before is None or after is None:
                met.add(claim)
                waiting += debate.links_into(claim)
        for pair in change.links.values():
            met.update(premise for link in pair if link is not None for premise in link.premises)
        seen = set(waiting)
        for link in waiting:
            if link in debate.links:
                met.update(debate.links[link].premises)
            new = [each for each in debate.links_into(link) if each not in seen]
            seen.update(new)
            waiting += new
        yield from (each for each in met if each in debate.claims or each in self.numbers.of)


def _through(debate: Debate, link: str) -> tuple[list[str], str]:
    """Returns the first premises of the steps that a link speaks to, and what these are for."""
    found: list[str] = []
    met: set[str] = set()
    while link in debate.links and link not in met:
        met.add(link)
        found.append(debate.links[link].premises[0])
        link = debate.links[link].target
    return found, link
