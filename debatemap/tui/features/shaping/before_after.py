"""What stands around some claims before an edit and after it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.neighbourhood import neighbourhood, tops_of
from debatemap.edit import EditRefusedError
from debatemap.tui.features.shaping.branch_lines import branch_lines
from debatemap.tui.features.shaping.preview_screen import PreviewScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["EditPreviewScreen", "Verb", "before_after"]

Verb = Callable[[Debate], Change]


def before_after(debate: Debate, claims: Sequence[str], verb: Verb, room: int) -> list[Content]:
    """Returns the lines of the claims and what is around them, before and after an edit.

    The edit is made on what is around them alone, so that it costs nothing on a large map.
    """
    before = neighbourhood(debate, claims)
    heading = Content.styled("before", "italic $quiet")
    lines = [heading, *branch_lines(before, tops_of(before), room, new=claims), Content("")]
    after = before.copy()
    try:
        change = verb(after)
    except EditRefusedError as error:
        return [*lines, Content.styled(f"not possible: {error}", "$warning")]
    after.apply(change)
    new = [*claims, *(key for key, (old, _) in change.claims.items() if old is None)]
    heading = Content.styled("after", "italic $quiet")
    return [*lines, heading, *branch_lines(after, tops_of(after), room, new=new)]


class EditPreviewScreen(PreviewScreen):
    """An edit, with what it makes of the claims and of what is around them.

    Args:
        context: The open map.
        claims: What it edits.
        verb: Makes the edit.
    """

    def __init__(self, context: "MapContext", claims: Sequence[str], verb: Verb) -> None:
        super().__init__(context)
        self._claims, self.verb = claims, verb

    @property
    def refusal(self) -> str:
        """Why it cannot be done."""
        try:
            self.verb(neighbourhood(self.context.session.debate, self._claims))
        except EditRefusedError as error:
            return str(error)
        return ""

    def heading(self) -> str:
        """Returns what the edit does."""
        try:
            said = self.verb(neighbourhood(self.context.session.debate, self._claims)).said
        except EditRefusedError as error:
            return f"Not possible: {error}"
        return f"{said[:1].upper()}{said[1:]}?"

    def lines(self, room: int) -> Sequence[Content]:
        """Returns what is there before and after."""
        return before_after(self.context.session.debate, self._claims, self.verb, room)
