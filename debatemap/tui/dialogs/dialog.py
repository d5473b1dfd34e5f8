"""A screen in front of another one, which is answered once."""

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widget import Widget

from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.clickable import KEY, asked

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["DialogScreen"]

Result = TypeVar("Result")


class DialogScreen(ModalScreen[Result]):
    """A screen that ends with an answer; only the first answer counts.

    Two keys can come in one read, or a click with a key. Textual's own `dismiss` would close the
    screen in front each time that it is called, and so the one behind this one as well.
    """

    DEFAULT_CSS = """
    DialogScreen.-fills > Vertical { max-width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound({"dialog_quit": "app.leave"}, first=False)
    if TYPE_CHECKING:
        app = getters.app(Program)
    HOLDS_UP: ClassVar[bool] = True
    """Whether a map waits behind it for its answer, while it is in front."""
    _is_answered = False
    _is_composed = False
    _was_clicked = False

    @property
    def has_parts(self) -> bool:
        """Whether all of its parts are there, those inside of others as well, and stay for now.

        What runs beside the keyboard finds this screen in front before it has its parts, which
        come one level after the other; and they go before the screen does.
        """
        return self._is_composed and not self._is_answered and self.is_attached

    async def mount_composed_widgets(self, widgets: list[Widget]) -> None:
        """Waits until the parts are there, each with its own.

        Args:
            widgets: The parts.
        """
        await super().mount_composed_widgets(widgets)
        self._is_composed = True

    @property
    def is_attached(self) -> bool:
        """Whether the dialog has its parts: it loses these before Textual counts it as gone."""
        return super().is_attached and not self._pruning

    def _forward_event(self, event: events.Event) -> None:
        """Lets no click through that only follows one on what stood here before.

        Of two clicks on a strength the first opens its reasons; the second would leave them.
        """
        if isinstance(event, events.Click):
            if event.chain > 1 and not self._was_clicked:
                return
            self._was_clicked = True
        super()._forward_event(event)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Ends with an answer, where this screen is in front and has none yet.

        Args:
            result: The answer.

        Returns:
            What waits until the screen is gone.
        """
        if self._is_answered or self.app.screen is not self:
            return AwaitComplete()
        self._is_answered = True
        return super().dismiss(result)

    def on_click(self, event: events.Click) -> None:
        """Does what a hint says that is clicked: it presses its key, at its turn."""
        wanted = asked(event)
        if wanted is not None and wanted.kind == KEY and wanted.value not in BY_ID:
            event.stop()
            self.app.press(wanted.value)

    def follow_map(self) -> None:
        """Is told that the open map has changed, as by another program; shows what there is now."""
