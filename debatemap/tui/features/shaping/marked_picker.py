"""Pick the claim under which several are moved."""

from typing import TYPE_CHECKING

from debatemap.tui.dialogs.chooser import ACCEPTS_OR_LEAVES, MOVES
from debatemap.tui.features.arranging.claim_picker import Picked, PickerScreen
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.tui.features.shaping.chosen_claims import Chosen

__all__ = ["MarkedPickerScreen"]


class MarkedPickerScreen(PickerScreen):
    """All claims of the map but those that move.

    Args:
        context: The open map.
        row: The selected place.
        chosen: The claims that move.
    """

    def __init__(self, context: "MapContext", row: Row, chosen: "Chosen") -> None:
        self._chosen = chosen
        super().__init__(context, row, linking=False)
        self.hints = (MOVES, *ACCEPTS_OR_LEAVES)

    def action_turn_stance(self) -> None:
        """Does nothing: each keeps its stance."""

    def action_turn_level(self) -> None:
        """Does nothing: they move to claims."""

    def sentence(self) -> str:
        """Returns what is picked."""
        return f"Move {self._chosen.noun} under …, each with its stance"

    def is_offered(self, claim: str) -> bool:
        """Tells whether a claim is in the list."""
        return claim not in self._chosen.claims

    def refusal(self, pick: Picked) -> str | None:
        """Returns nothing: which of them cannot move is said afterwards."""
        return None if self.is_offered(pick.target) else "it moves itself"
