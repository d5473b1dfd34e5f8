"""Where the words of a query stand in the claims that it found, as rows of a view show that."""

from typing import TYPE_CHECKING, Final

from debatemap.core.text import SafeText
from debatemap.tui.widgets.row_drawing import Beside
from debatemap.views.found.beside_text import Hit, hit_beside_text, words_around

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from debatemap.core.debate import Debate
    from debatemap.core.search_query import Query

__all__ = ["PlacesFound"]

_INNER: Final = str.maketrans("“”", "\N{LEFT SINGLE QUOTATION MARK}’")
"""Quotation marks within others."""


class PlacesFound:
    """Tells of a claim that was found in what its words stand, looked for once.

    Args:
        debate: The debate.
        query: The words.
        is_found: Tells whether a claim was found; of others nothing is told.

    Attributes:
        query: The words.
        is_of: Tells whether a claim was found.
    """

    def __init__(self, debate: "Debate", query: "Query", is_found: "Callable[[str], bool]") -> None:
        self._debate, self.query, self.is_of = debate, query, is_found
        self._known: dict[str, Hit | None] = {}

    def __call__(self, claim: str, cells: int) -> Beside | None:
        """Returns it in a line of so many cells; None where the words stand in the text."""
        if claim not in self._debate.claims or not self.is_of(claim):
            return None
        if claim not in self._known:
            self._known[claim] = hit_beside_text(self._debate, claim, self.query)
        hit = self._known[claim]
        if hit is None:
            return None
        frame = len(f"in {hit.label}: “”")
        words = words_around(hit.text, hit.missing, max(8, cells - frame))
        return Beside(hit.label, SafeText(words.translate(_INNER)))

    def forget(self, claims: "Collection[str]") -> None:
        """Looks anew where claims that have changed are asked for."""
        for claim in claims:
            self._known.pop(claim, None)
