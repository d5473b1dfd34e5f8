"""Which claims stand above others, looked up for many of them at once."""

from collections.abc import Iterable

from debatemap.core import collector
from debatemap.core.debate import Debate

__all__ = ["Above"]


class Above:
    """The claims right above each claim of a debate, as it is when this is made.

    What a filter shows above 100,000 matches is found in a tenth of the time that it takes to go
    through the graph for it, as is done at each letter that is typed.
    """

    def __init__(self, debate: Debate) -> None:
        above: dict[str, str | list[str]] = {}
        links, claims = debate.links, debate.claims
        with collector.paused():
            for link in links.values():
                targets = (link.target,) if link.target in claims else _through(debate, link.target)
                for target in targets:
                    for premise in link.premises:
                        known = above.setdefault(premise, target)
                        if isinstance(known, list):
                            known.append(target)
                        elif known is not target:
                            above[premise] = [known, target]
        self._several = {claim: right for claim, right in above.items() if isinstance(right, list)}
        self._only = {claim: right for claim, right in above.items() if isinstance(right, str)}

    def of(self, claims: Iterable[str]) -> set[str]:
        """Returns the claims that some stand beneath, as `queries.claims_above` yields them."""
        below = claims if isinstance(claims, set) else set(claims)
        found: set[str] = set()
        new = below
        while new:
            # One look-up for each, without a step of Python in between.
            above: set[str | None] = set(map(self._only.get, new))
            above.discard(None)
            for claim in self._several.keys() & new:
                above.update(self._several[claim])
            targets = {target for target in above if target not in found and target is not None}
            found |= targets
            new = targets - below
        return found


def _through(debate: Debate, link: str) -> list[str]:
    """Returns the claims above a step that a link speaks to: the step's own, and what it is for."""
    found: list[str] = []
    met: set[str] = set()
    while link in debate.links and link not in met:
        met.add(link)
        found.append(debate.links[link].premises[0])
        link = debate.links[link].target
    return [*found, link] if link in debate.claims else found
