"""How many claims stand beneath a place: counted once, and kept until a change bears on it."""

from itertools import islice
from typing import Final

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.queries import replies, upward

__all__ = ["MOST", "Sizes"]

MOST: Final = 20_000
"""Where counting stops: a claim may have all others beneath it."""
_FAR: Final = 2_000
"""Claims and links above a change up to which each is looked at; beyond that, all is forgotten."""


class Sizes:
    """Counts of the claims beneath places, each once.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> Sizes(debate).count("t", None)
        1
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._known: dict[str, dict[str | None, int]] = {}

    def count(self, claim: str, step: str | None) -> int:
        """Returns how many claims stand beneath a claim, up to `MOST`.

        Args:
            claim: The claim.
            step: The link that puts it there, where what is linked to that stands there, too.
        """
        known = self._known.setdefault(claim, {})
        if step not in known:
            known[step] = replies(self._debate, claim, step, MOST)
        return known[step]

    def follow(self, change: Change) -> None:
        """Forgets the counts of what stands above what has changed."""
        if not self._known:
            return
        nodes = {claim for claim, (a, b) in change.claims.items() if (a is None) is not (b is None)}
        links = [link for pair in change.links.values() for link in pair if link is not None]
        nodes |= {link.target for link in links}
        for node in nodes:
            above = list(islice(upward(self._debate, node), _FAR))
            if len(above) == _FAR:
                self._known.clear()
                return
            for each in (node, *above):
                self._known.pop(each, None)
                # What is said of a step stands beneath its premises.
                step = self._debate.links.get(each)
                for premise in step.premises if step is not None else ():
                    self._known.pop(premise, None)
