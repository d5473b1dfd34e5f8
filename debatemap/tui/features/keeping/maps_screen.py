"""The list of the open maps: to go to one, or to close it."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from debatemap.tui.dialogs.chooser import MOVES, Choice, ChooserScreen, fitting
from debatemap.tui.system.key_bindings import bound

__all__ = ["MapChosen", "MapsScreen"]


class MapChosen(NamedTuple):
    """What is to be done with an open map.

    Attributes:
        number: Its place among the open maps.
        closes: Whether it is to be closed, not gone to.
    """

    number: int
    closes: bool = False


class MapsScreen(ChooserScreen[MapChosen]):
    """The open maps; Enter goes to one, ctrl+x closes one.

    Args:
        choices: A row for each.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound({"map_close": "close_map"})

    def __init__(self, choices: Sequence[Choice[MapChosen]]) -> None:
        super().__init__(
            "Which of the open maps?",
            lambda typed: fitting(typed, choices),
            empty="No open map has these words.",
            hints=(
                MOVES,
                "{key:list_accept} goes there",
                "{key:map_close} closes it",
                "{key:list_leave} leaves",
            ),
        )

    def action_close_map(self) -> None:
        """Ends with the highlighted map, to have it closed."""
        if self.highlighted is not None:
            self.dismiss(self.highlighted.value._replace(closes=True))
