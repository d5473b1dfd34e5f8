"""What an edit of many claims would do, and which of them it leaves out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.text import excerpt, width
from debatemap.edit import Bulk
from debatemap.tui.features.shaping.preview_screen import PreviewScreen
from debatemap.tui.widgets.row_drawing import first_sign

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["BulkScreen"]

_SHOWN: Final = 200
_LEAST: Final = 14
"""Cells that the words of a claim have at least, with their quotation marks."""


class BulkScreen(PreviewScreen):
    """Names the claims of an edit, those first that it leaves out; ends with whether to do it.

    Args:
        context: The open map.
        bulk: The edit.
    """

    def __init__(self, context: "MapContext", bulk: Bulk) -> None:
        super().__init__(context)
        self._bulk = bulk

    @property
    def refusal(self) -> str:
        """Why nothing can be done."""
        return "" if self._bulk.edited else "none of them can be edited so"

    def heading(self) -> str:
        """Returns what would be done, with the count."""
        edited, refused = len(self._bulk.edited), len(self._bulk.refused)
        if not edited:
            return f"Nothing to do: {self.refusal}"
        stay = "1 stays as it is" if refused == 1 else f"{refused:,} stay as they are"
        of = f" Of {edited + refused:,}, {stay}." if refused else ""
        return f"{self._bulk.change.question}{of}"

    def lines(self, room: int) -> Sequence[Content]:
        """Returns the claims, those first that are left out."""
        refused = [self._refused(claim, reason, room) for claim, reason in self._bulk.refused]
        edited = [self._edited(claim, room) for claim in self._bulk.edited[:_SHOWN]]
        more = len(self._bulk.edited) - len(edited)
        rest = [Content.styled(f"… {more:,} more", "italic $quiet")] if more > 0 else []
        between = [Content("")] if refused and edited else []
        return [*refused[:_SHOWN], *between, *edited, *rest]

    def _edited(self, claim: str, room: int) -> Content:
        """Returns a claim behind its sign, with those that are edited with it."""
        debate, outline = self.context.session.debate, self.context.outline
        others = " and ".join(
            self._words(each, room // 3) for each in self._bulk.joined.get(claim, ())
        )
        more = f", with {others}" if others else ""
        # A claim that has gone since has no sign.
        sign, colour = first_sign(outline, claim) if claim in debate.claims else ("·", "accent")
        words = self._words(claim, max(_LEAST, room - 2 - width(more)))
        return Content.assemble((f"{sign} ", f"${colour}"), words, (more, "$quiet"))

    def _refused(self, claim: str, reason: str, room: int) -> Content:
        words = self._words(claim, max(_LEAST, room - len(reason) - 6))
        return Content.assemble(("× ", "$warning"), words, (f": {reason}", "italic $quiet"))

    def _words(self, claim: str, room: int) -> str:
        claims = self.context.session.debate.claims
        text = claims[claim].text if claim in claims else claim
        return f"“{excerpt(text, room - 2)}”"
