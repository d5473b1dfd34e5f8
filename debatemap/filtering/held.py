"""What a claim may have or lack."""

from collections.abc import Callable
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.queries import cons, pros, undercuts

__all__ = ["holds"]

_HELD: Final[dict[str, Callable[[Debate, str], object]]] = {
    "note": lambda debate, claim: debate.claims[claim].note,
    "source": lambda debate, claim: debate.claims[claim].sources,
    "quote": lambda debate, claim: any(c.quote for c in debate.claims[claim].sources),
    "kind": lambda debate, claim: any(c.kind for c in debate.claims[claim].sources),
    "tag": lambda debate, claim: debate.claims[claim].tags,
    "author": lambda debate, claim: debate.claims[claim].by,
    "date": lambda debate, claim: debate.claims[claim].created,
    "rating": lambda debate, claim: any(claim in table for table in debate.stances.values()),
    "reply": lambda debate, claim: debate.links_into(claim),
    "pro": pros,
    "con": cons,
    "undercut": undercuts,
}


def holds(debate: Debate, claim: str, what: str) -> bool:
    """Tells whether a claim has something, by the names of `filtering.query_terms.HELD`."""
    return bool(_HELD[what](debate, claim))
