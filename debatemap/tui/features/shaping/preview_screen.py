"""What a change would make of the map, to be accepted or left."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType

from debatemap.tui.dialogs.sheet import SheetScreen
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["ACCEPTS", "PreviewScreen"]

ACCEPTS: Final = ("{key:preview_accept} does it", "{key:preview_leave} leaves the map as it is")


class PreviewScreen(SheetScreen[bool]):
    """What would be done and what would be there; ends with whether to do it.

    Args:
        context: The open map.
    """

    hints: Sequence[str] = ACCEPTS
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "preview_accept": "accept",
            "preview_leave": "leave",
            "preview_down": "scroll_by(1)",
            "preview_up": "scroll_by(-1)",
            "preview_page_down": "scroll_page(1)",
            "preview_page_up": "scroll_page(-1)",
        },
        is_written_in=False,
    )

    def __init__(self, context: "MapContext") -> None:
        super().__init__()
        self.context = context

    @property
    def refusal(self) -> str:
        """Why it cannot be done; empty where it can."""
        return ""

    def action_accept(self) -> None:
        """Ends with a yes."""
        if not self.refusal:
            self.dismiss(result=True)

    def action_leave(self) -> None:
        """Ends with a no."""
        self.dismiss(result=False)
