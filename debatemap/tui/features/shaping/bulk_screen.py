"""What an edit of many claims would do, and which of them it leaves out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.text import excerpt
from debatemap.edit import Bulk
from debatemap.tui.features.shaping.preview_screen import PreviewScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["BulkScreen"]

_SHOWN: Final = 200


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
        said = self._bulk.change.said
        stay = "1 stays as it is" if refused == 1 else f"{refused:,} stay as they are"
        of = f" (of {edited + refused:,}; {stay})" if refused else ""
        return f"{said[:1].upper()}{said[1:]}{of}?"

    def lines(self, room: int) -> Sequence[Content]:
        """Returns the claims, those first that are left out."""
        refused = [self._refused(claim, reason, room) for claim, reason in self._bulk.refused]
        edited = [
            Content.assemble(("· ", "$accent"), self._words(claim, room - 2))
            for claim in self._bulk.edited[:_SHOWN]
        ]
        more = len(self._bulk.edited) - len(edited)
        rest = [Content.styled(f"… {more:,} more", "italic $quiet")] if more > 0 else []
        between = [Content("")] if refused and edited else []
        return [*refused[:_SHOWN], *between, *edited, *rest]

    def _refused(self, claim: str, reason: str, room: int) -> Content:
        words = self._words(claim, max(12, room - len(reason) - 6))
        return Content.assemble(("× ", "$warning"), words, (f": {reason}", "italic $quiet"))

    def _words(self, claim: str, room: int) -> str:
        claims = self.context.session.debate.claims
        return excerpt(claims[claim].text, room) if claim in claims else excerpt(claim, room)
