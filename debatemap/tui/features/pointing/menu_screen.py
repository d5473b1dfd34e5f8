"""A menu of the commands that fit what is under the mouse, or what is selected."""

from collections.abc import Sequence
from typing import Final

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset

from debatemap.core.text import width
from debatemap.tui.commands.command_table import BY_ID, COMMANDS, Command
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.commands.pointer_table import MENUS
from debatemap.tui.dialogs.breakpoints import TALL
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting

__all__ = ["MenuScreen"]

_WIDTH: Final = 58
_BESIDE: Final = 6
"""Cells of the border, the padding and the scrollbar."""
_LIST: Final = 14
"""Lines of the list: more would hide what the menu is of."""
_AROUND: Final = 8
"""Lines of the menu above and below the list."""


class MenuScreen(ChooserScreen[Command]):
    """The commands that fit, the most used first, those that cannot run now dim and with a reason.

    Args:
        place: What the menu is of, as `MENUS` names it.
        title: The same in words.
        keymap: Which keys run which commands.
        situation: What the commands need to know.
        at: Where on the screen the menu is asked for.
    """

    DEFAULT_CSS = """
    MenuScreen {
        align: left top;
        background: transparent;
        & > Vertical { width: 58; max-width: 100%; margin: 0; }
    }
    """

    def __init__(
        self, place: str, title: str, keymap: Keymap, situation: Situation, at: Offset
    ) -> None:
        self._place, self._keymap, self._situation, self._at = place, keymap, situation, at
        super().__init__(title, self._found, empty="No command here has such a name.")

    def on_mount(self) -> None:
        """Stands in its place from the first layout on, so that no click meets it elsewhere."""
        self._stand()

    def on_resize(self) -> None:
        """Stands in its place on a screen of another size."""
        self._stand()

    def _stand(self) -> None:
        """Stands below the place that it is of, or as near to that as there is room."""
        size = self.app.size
        height = self.lines_of_list(size.height - _AROUND) + _AROUND
        below = self._at.y + 1
        top = below if below + height <= size.height else max(0, size.height - height)
        left = max(0, min(self._at.x, size.width - _WIDTH))
        self.query_one(Vertical).styles.offset = (left, 0 if size.height < TALL else top)

    def lines_of_list(self, room: int) -> int:
        """Returns how many lines of the list are shown: what the menu is of stays in sight."""
        return min(_LIST, room)

    def _found(self, typed: str) -> Sequence[Choice[Command]]:
        often, groups = MENUS[self._place]
        first = fitting(typed, [self._choice(BY_ID[name]) for name in often])
        first.sort(key=lambda choice: bool(choice.value.reason(self._situation)))
        choices = list(first)
        for group in groups:
            rest = [each for each in COMMANDS if each.group == group and each.id not in often]
            choices += fitting(typed, [self._choice(each, group) for each in rest])
        return choices

    def _choice(self, command: Command, kind: str = "") -> Choice[Command]:
        """Returns a command as a row: its title, why it cannot run now, and its key."""
        reason = self._keymap.fill(command.reason(self._situation))
        key = next(iter(self._keymap.names(command)), "")
        room = min(_WIDTH, self.app.size.width) - _BESIDE
        gap = " " * max(2, room - width(command.title) - width(key))
        words = Content.assemble(
            (command.title, "$quiet" if reason else ""),
            gap,
            (key, "$quiet" if reason else "$accent"),
        )
        if reason:
            words = Content.assemble(words, (f"\n  {reason}", "italic $quiet"))
        return Choice(command, words, kind=kind)
