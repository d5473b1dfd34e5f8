"""Pick the claim under which several are moved."""

from collections.abc import Sequence
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
        if len(self._chosen.claims) == 1:
            return f"Move {self._chosen.noun} under which claim? It stays a pro or a con."
        return f"Move {self._chosen.noun} under which claim? Each stays a pro or a con."

    def is_offered(self, claim: str) -> bool:
        """Tells whether a claim is in the list."""
        return claim not in self._chosen.claims

    def refusal(self, pick: Picked) -> str | None:
        """Returns why none can go there; which of them cannot move is said afterwards."""
        if not self.is_offered(pick.target):
            return "it moves itself"
        if pick.target in self.barred():
            return "it stands beneath what moves"
        links = self._map.session.debate.links
        stand = {links[place].target if place in links else "" for place in self.places}
        return "it stands there already" if stand == {pick.target} else None

    @property
    def places(self) -> Sequence[str]:
        """What moves, of each claim the place that is meant."""
        links_from = self._map.session.debate.links_from
        at = self._chosen.at
        return [at.get(each) or next(iter(links_from(each)), each) for each in self._chosen.claims]
