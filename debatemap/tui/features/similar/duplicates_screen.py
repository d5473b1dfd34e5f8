"""The walk through claims that may make one point: both of a pair in sight, with their places."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.node_names import quoted
from debatemap.core.reading_order import way_to
from debatemap.core.search_query import Query
from debatemap.core.text import excerpt
from debatemap.similarity import LikelyPair
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.dialogs.cut_list import with_rest
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.row_drawing import places_of, sign_at

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.tui.features.similar.likely_duplicates import LikelyDuplicates

__all__ = ["DuplicatesScreen"]

_WORDS: Final = 300
_PLACE: Final = 60
_WIDEST: Final = 140
_BESIDE_PLACE: Final = 60
"""Cells of the dialog, and of what stands beside the words of a place there."""
_SCORE: Final = 6
"""Cells of the score and the blanks behind it."""
_SHOWN: Final = 200
_LOOKING: Final = "Looking for claims that make the same point …"
_NONE: Final = "No two claims are likely to make the same point."
_NO_SUCH: Final = "No such pair has these words."


class DuplicatesScreen(ChooserScreen[LikelyPair]):
    """Pairs of claims that may make one point; Enter ends with one, to be merged.

    Args:
        context: The open map.
        walk: The pairs that are left.
    """

    invites = "type to find a pair"
    shows_map = True
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"duplicate_distinct": "part", "duplicate_later": "put_off"}
    )

    def __init__(self, context: "MapContext", walk: "LikelyDuplicates") -> None:
        self._map, self._walk, self._fits = context, walk, 0
        super().__init__(
            self._title(),
            self._fitting,
            empty=_LOOKING,
            hints=(
                "{key:list_accept} merges the two",
                "{key:duplicate_distinct} keeps both",
                "{key:duplicate_later} puts it off",
                "{key:list_leave} leaves",
            ),
        )

    def on_mount(self) -> None:
        """Looks for the pairs, where that was not done yet."""
        if not self._walk.is_known:
            self._map.run_beside(self._look(), group="similar")
        else:
            self._show_left()
            self.call_after_refresh(self._highlight, self._walk.at)

    async def _look(self) -> None:
        await self._walk.look()
        if self.has_parts:
            self._show_left()

    def action_part(self) -> None:
        """Remembers that the highlighted pair is two points; it is not offered again."""
        choice = self.highlighted
        if choice is not None and not choice.disabled:
            self._walk.part(choice.value)
            self._show_left()

    def action_put_off(self) -> None:
        """Puts the highlighted pair behind the others."""
        choice = self.highlighted
        if choice is not None and not choice.disabled:
            self._walk.put_off(choice.value)
            self._show_left()

    def choose(self, choice: Choice[LikelyPair] | None) -> None:
        """Ends with a pair, and keeps where in the list it stands."""
        if choice is not None and not choice.disabled:
            self._walk.at = self._walk.left.index(choice.value)
            self.dismiss(choice.value)

    def follow_map(self) -> None:
        """Shows the pairs of which both claims are in the map still."""
        self._show_left()

    def on_resize(self) -> None:
        """Names what claims stand under in as many cells as there are now."""
        if self._fits != self._place_cells:
            self.renew_in_place()

    @property
    def _place_cells(self) -> int:
        """Cells of what a claim stands under."""
        return max(_PLACE, min(self.app.size.width, _WIDEST) - _BESIDE_PLACE)

    def _show_left(self) -> None:
        self.chooser_title = self._title()
        if self._walk.is_known:
            self._empty = _NO_SUCH if self._walk.left else _NONE
        self.renew_in_place()

    def _highlight(self, index: int) -> None:
        for _ in range(min(index, len(self._walk.left) - 1)):
            self.action_step(1)

    def _title(self) -> str:
        count = len(self._walk.left)
        if not count:
            return "Likely duplicates"
        pairs = "1 pair of claims" if count == 1 else f"{count:,} pairs of claims"
        return f"{pairs} may make the same point in different words"

    def _fitting(self, query: str) -> Sequence[Choice[LikelyPair]]:
        claims, asked = self._map.session.debate.claims, Query(query)
        self._fits = self._place_cells
        fitting = [
            pair
            for pair in self._walk.left
            if asked.fits(f"{claims[pair.first].text} {claims[pair.second].text}")
        ]
        shown = fitting[:_SHOWN]
        choices = [Choice(pair, self._label(pair), hang=_SCORE + 2) for pair in shown]
        return with_rest(choices, len(fitting) - len(shown))

    def _label(self, pair: LikelyPair) -> Content:
        score = f"{100 * pair.score:.0f} %".rjust(_SCORE - 1) + " "
        first, second = self._described(pair.first), self._described(pair.second)
        return Content.assemble((score, "$quiet"), first, f"\n{' ' * _SCORE}", second)

    def _described(self, claim: str) -> Content:
        """Returns the words of a claim, below them what they stand under."""
        debate = self._map.session.debate
        link = way_to(debate, claim)[-1][0]
        sign, colour = sign_at(debate, link, claim)
        target = debate.links[link].target if link is not None else ""
        if target in debate.links:
            target = debate.links[target].premises[0]
            under = "under the step from"
        else:
            under = "under"
        place = "a thesis" if debate.is_thesis(claim) else "unplaced"
        if target in debate.claims:
            place = f"{under} {quoted(debate.claims[target].text, self._place_cells)}"
        more = places_of(debate, claim) - 1
        if more > 0:
            place += f", and in {more} more place{'s' if more > 1 else ''}"
        return Content.assemble(
            (sign, f"${colour}"),
            f" {excerpt(debate.claims[claim].text, _WORDS)}",
            (f"\n{' ' * (_SCORE + 2)}{place}", "italic $quiet"),
        )
