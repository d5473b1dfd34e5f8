"""Claims of two maps that say nearly the same, to make one of each pair."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from debatemap import edit
from debatemap.check.likeness import near_pairs
from debatemap.core.debate import Debate
from debatemap.core.search_query import Query
from debatemap.core.text import excerpt
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["PairsScreen", "pairs_between"]

Pair = tuple[str, str]
"""A claim that was there, and one that came in and says nearly the same."""

_WORDS = 300
_HERE, _CAME = "here  ", "came  "


class PairsScreen(ChooserScreen[Pair]):
    """Pairs of claims that are nearly the same; Enter makes one of a pair, and stays."""

    shows_map = True

    def __init__(self, context: "MapContext", pairs: Sequence[Pair]) -> None:
        self._map, self._pairs = context, list(pairs)
        super().__init__(
            self._title(),
            self._fitting,
            empty="No pair has these words.",
            hints=(
                "{key:list_accept} makes one claim of the two",
                "{key:list_leave} leaves the rest as they are",
            ),
        )

    def choose(self, choice: Choice[Pair] | None) -> None:
        """Lets the claim that was there take over the other, and goes on to the next pair."""
        if choice is None or choice.disabled:
            return
        keep, gone = choice.value
        debate = self._map.session.debate
        self._map.attempt(lambda: self._map.do(edit.merge_claims(debate, keep, gone)))
        self._show_left()

    def follow_map(self) -> None:
        """Shows the pairs of which both claims are in the map still."""
        self._show_left()

    def _show_left(self) -> None:
        claims = self._map.session.debate.claims
        self._pairs = [(a, b) for a, b in self._pairs if {a, b} <= claims.keys()]
        if self._pairs:
            self.chooser_title = self._title()
            self.renew_in_place()
        else:
            self.dismiss(None)

    def _title(self) -> str:
        count = len(self._pairs)
        pairs = "A claim that came in says" if count == 1 else f"{count} claims that came in say"
        return f"{pairs} nearly what one here says"

    def _fitting(self, query: str) -> Sequence[Choice[Pair]]:
        claims = self._map.session.debate.claims
        asked = Query(query)
        return [
            Choice(pair, _label(*texts), hang=len(_HERE))
            for pair in self._pairs
            if claims.keys() >= set(pair)
            and (texts := (claims[pair[0]].text, claims[pair[1]].text))
            and asked.fits(" ".join(texts))
        ]


def pairs_between(debate: Debate, brought: Collection[str]) -> list[Pair]:
    """Returns pairs of claims that are nearly the same, one from each of two joined maps."""
    return [
        (earlier, later) if later in brought else (later, earlier)
        for later, earlier in near_pairs(debate)
        if (later in brought) != (earlier in brought)
    ]


def _label(here: str, came: str) -> Content:
    return Content.assemble(
        (_HERE, "$quiet"), excerpt(here, _WORDS), (f"\n{_CAME}", "$quiet"), excerpt(came, _WORDS)
    )
