"""Where the words of a query stand in the claims that it found, as rows of a view show that."""

from typing import TYPE_CHECKING

from debatemap.tui.widgets.drawing import Beside
from debatemap.views.found.beside_text import Hit, hit_beside_text, words_around

if TYPE_CHECKING:
    from collections.abc import Collection

    from debatemap.core.debate import Debate
    from debatemap.core.search_query import Query

__all__ = ["PlacesFound"]


class PlacesFound:
    """Tells of a claim that was found in what its words stand, looked for once.

    Args:
        debate: The debate.
        query: The words.
        claims: The claims that were found; of others nothing is told.

    Attributes:
        query: The words.
    """

    def __init__(self, debate: "Debate", query: "Query", claims: "Collection[str]") -> None:
        self._debate, self.query, self._claims = debate, query, claims
        self._known: dict[str, Hit | None] = {}

    def __call__(self, claim: str, cells: int) -> Beside | None:
        """Returns it in a line of so many cells; None where the words stand in the text."""
        if claim not in self._claims or claim not in self._debate.claims:
            return None
        if claim not in self._known:
            self._known[claim] = hit_beside_text(self._debate, claim, self.query)
        hit = self._known[claim]
        if hit is None:
            return None
        frame = len(f"in {hit.label}: “”")
        return Beside(hit.label, words_around(hit.text, self.query, max(8, cells - frame)))

    def is_of(self, claim: str) -> bool:
        """Tells whether a claim was found."""
        return claim in self._claims

    def forget(self, claims: "Collection[str]") -> None:
        """Looks anew where claims that have changed are asked for."""
        for claim in claims:
            self._known.pop(claim, None)
