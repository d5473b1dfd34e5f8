"""Labels over the rows in sight, of which one is typed."""

from collections.abc import Mapping
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.widgets import Static

from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.clickable import linked

__all__ = ["LabelScreen"]

_HINT: Final = "type a row’s letters   {key:labels_leave} leaves"


class LabelScreen(DialogScreen[str | None]):
    """Shows a label at each place, and ends with the one that is typed.

    Args:
        places: Where on the screen each label stands.
    """

    DEFAULT_CSS = """
    LabelScreen { background: transparent; }
    LabelScreen .hint {
        dock: bottom; width: 100%; height: 1; padding: 0 1; color: $quiet;
        background: $background;
    }
    LabelScreen .label {
        position: absolute; width: auto; height: 1; color: $match-text; background: $match;
        text-style: bold;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound({"labels_leave": "leave"}, is_written_in=False)

    def __init__(self, places: Mapping[str, Offset]) -> None:
        super().__init__()
        self._places = places
        self._letters = ""
        self._laid_for: Size | None = None

    def compose(self) -> ComposeResult:
        """Makes the labels."""
        for label, place in self._places.items():
            shown = Static(Content(label), id=f"label-{label}", classes="label")
            shown.styles.offset = place
            yield shown
        yield Static(linked(self.app.keymap, _HINT), classes="hint")

    def on_key(self, event: events.Key) -> None:
        """Takes a letter of a label; one that begins none leaves, and other keys do nothing."""
        event.stop()
        if not event.is_printable:
            return
        letters = self._letters + (event.character or "")
        fitting = [label for label in self._places if label.startswith(letters)]
        if letters in self._places or not fitting:
            self.dismiss(letters if letters in self._places else None)
            return
        self._letters = letters
        for label in self._places:
            self.query_one(f"#label-{label}").display = label in fitting

    def on_click(self, event: events.Click) -> None:
        """Leaves, or goes where the label is clicked."""
        event.stop()
        name = event.widget.id if event.widget is not None else None
        self.dismiss(name.removeprefix("label-") if name else None)

    def on_resize(self, event: events.Resize) -> None:
        """Leaves where the terminal gets another size: other rows stand at other places then."""
        if self._laid_for not in (None, event.size):
            self.dismiss(None)
        self._laid_for = event.size

    def action_leave(self) -> None:
        """Ends without a label."""
        self.dismiss(None)
