"""Which claims stand above others, looked up for many of them at once."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import chain, repeat
from typing import Final

from debatemap.core import collector
from debatemap.core.debate import Debate

__all__ = ["Above"]

_NONE: Final = ""
"""What is looked up for a claim that stands beneath no other, or beneath several."""


class Above:
    """The claims right above each claim of a debate, as it is when this is made.

    What a filter shows above 100,000 matches is found in a tenth of the time that it takes to go
    through the graph for it, as is done at each letter that is typed.
    """

    def __init__(self, debate: Debate) -> None:
        above: dict[str, str | list[str]] = {}
        self._first_premises: dict[str, list[str]] = {}
        links, claims = debate.links, debate.claims
        with collector.paused():
            for link in links.values():
                target = link.target
                if target not in claims:
                    steps, target = _through(debate, target)
                    for premise in link.premises:
                        self._first_premises.setdefault(premise, []).extend(steps)
                for premise in link.premises if target in claims else ():
                    known = above.setdefault(premise, target)
                    if isinstance(known, list):
                        known.append(target)
                    elif known is not target:
                        above[premise] = [known, target]
        self._several = {claim: right for claim, right in above.items() if isinstance(right, list)}
        self._only = {claim: right for claim, right in above.items() if isinstance(right, str)}
        self._count = len(claims)
        self._beneath: dict[str, list[str]] = {}
        """What stands right beneath each claim, made once it is asked for."""

    def of(self, claims: Iterable[str]) -> set[str]:
        """Returns the claims that some stand beneath, as `queries.claims_above` yields them."""
        below = claims if isinstance(claims, AbstractSet) else set(claims)
        found: set[str] = set()
        new: AbstractSet[str] = below
        while new:
            above = self._right_above(new) - found
            found |= above
            new = above - below
        return self._with_steps(found, below)

    def beyond(self, claims: AbstractSet[str]) -> set[str]:
        """Returns the same but for the claims themselves: what a filter shows beside them.

        Where most of a debate is found, the few others are gone through in place of it.
        """
        if 2 * len(claims) <= self._count:
            return self.of(claims).difference(claims)
        beneath = self._all_beneath()
        others = [claim for claim in beneath if claim not in claims]
        found = {claim for claim in others if not claims.isdisjoint(beneath[claim])}
        new = found
        while new:
            new = self._right_above(new).difference(claims, found)
            found = found | new
        return self._with_steps(found, claims).difference(claims)

    def _right_above(self, claims: AbstractSet[str]) -> set[str]:
        # One look-up for each, without a step of Python in between.
        above = set(map(self._only.get, claims, repeat(_NONE)))
        several = self._several.keys() & claims
        above.update(chain.from_iterable(map(self._several.__getitem__, several)))
        above.discard(_NONE)
        return above

    def _with_steps(self, found: set[str], below: AbstractSet[str]) -> set[str]:
        # What stands above the first premise of a step elsewhere has nothing to do with the step.
        first = self._first_premises
        speaking = chain(first.keys() & found, first.keys() & below)
        return found.union(*map(first.__getitem__, speaking))

    def _all_beneath(self) -> dict[str, list[str]]:
        if not self._beneath:
            for claim, target in self._only.items():
                self._beneath.setdefault(target, []).append(claim)
            for claim, targets in self._several.items():
                for target in targets:
                    self._beneath.setdefault(target, []).append(claim)
        return self._beneath


def _through(debate: Debate, link: str) -> tuple[list[str], str]:
    """Returns the first premises of the steps that a link speaks to, and what these are for."""
    found: list[str] = []
    met: set[str] = set()
    while link in debate.links and link not in met:
        met.add(link)
        found.append(debate.links[link].premises[0])
        link = debate.links[link].target
    return found, link
