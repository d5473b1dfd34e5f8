"""The list of all that differs, to jump to and to take back from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType

from debatemap.sync.diff.difference import Difference
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.dialogs.cut_list import at_most
from debatemap.tui.features.comparing.comparing import Comparing
from debatemap.tui.features.comparing.difference_choices import choices_of
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import HintBar

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["DifferencesScreen"]

_MOST: Final = 500
"""How many differences are listed at once; typing narrows what is looked through."""
_SEARCHED: Final = 5_000


class DifferencesScreen(ChooserScreen[Difference]):
    """All differences in words; Enter goes to one, ctrl+x takes one back and stays."""

    shows_map = True
    BINDINGS: ClassVar[list[BindingType]] = bound({"difference_take_back": "take_back"})

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        super().__init__(
            f"Compared with {context.feature(Comparing).name}",
            self._found,
            empty="Nothing differs.",
            unfit="No difference has these words.",
            hints=(
                "{key:list_accept} goes there",
                "{key:difference_take_back} takes it back",
                "{key:list_leave} leaves",
            ),
        )

    def has_use_for(self, key: str) -> bool:
        """Tells whether there is a difference, and whether it may be taken back."""
        may = key != "difference_take_back" or not self._map.session.read_only
        return may and super().has_use_for(key)

    def action_take_back(self) -> None:
        """Takes the highlighted difference back."""
        choice = self.highlighted
        if choice is None or choice.disabled:
            return
        self._map.part(HintBar).clear()
        self._map.attempt(lambda: self._map.feature(Comparing).take_back(choice.value))
        self.hints = [str(self._map.part(HintBar).message)]
        self.run_worker(self._renew_when_settled(), group=COMMAND)

    async def _renew_when_settled(self) -> None:
        """Shows what differs still, with the highlight where it was."""
        await self._map.feature(Comparing).settled()
        self.renew_in_place()

    def _found(self, query: str) -> Sequence[Choice[Difference]]:
        findings = self._map.feature(Comparing).findings
        found = findings.found[:_SEARCHED] if findings is not None else []
        return at_most(choices_of(self._map.feature(Comparing), found, query), _MOST)
