"""Read a large map while the screen says how far it is, and let the user stop it."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import LoadingIndicator, Static
from textual.worker import get_current_worker

from debatemap.outline import Outline
from debatemap.session import Session, open_session
from debatemap.store.errors import MapError
from debatemap.text import safe_line

if TYPE_CHECKING:
    from debatemap.tui.app import DebateApp

__all__ = ["LoadingScreen"]


class _StoppedError(Exception):
    """The user does not want to wait."""


class LoadingScreen(Screen[None]):
    """Reads a map in a thread and shows it when it is there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ctrl+c,ctrl+q", "stop", "Stop", priority=True)
    ]
    DEFAULT_CSS = """
    LoadingScreen {
        align: center middle;
        & > Vertical { width: 60; max-width: 96%; height: auto; }
        & Static { height: auto; text-align: center; width: 1fr; }
        & LoadingIndicator { height: 3; color: $accent; }
        & .hint { color: $quiet; }
    }
    """
    if TYPE_CHECKING:
        app = getters.app(DebateApp)

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        super().__init__()
        self._path, self._read_only = path, read_only

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            yield Static(Content(safe_line(str(self._path))))
            yield LoadingIndicator()
            yield Static(Content(""), id="stage")
            yield Static(Content("Escape stops"), classes="hint")

    def on_mount(self) -> None:
        """Begins to read."""
        self._read()

    def action_stop(self) -> None:
        """Ends the program, as there is nothing to show."""
        self.workers.cancel_all()
        self.app.exit(0)

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        worker = get_current_worker()

        def progress(stage: str) -> None:
            if worker.is_cancelled:
                raise _StoppedError
            self.app.call_from_thread(self._tell, f"{stage} …")

        try:
            session = open_session(self._path, read_only=self._read_only, progress=progress)
            progress("laying out")
            outline = Outline(session.debate)
        except _StoppedError:
            return
        except MapError as error:
            self.app.call_from_thread(self._fail, str(error))
            return
        self.app.call_from_thread(self._show, session, outline)

    def _tell(self, stage: str) -> None:
        self.query_one("#stage", Static).update(Content(stage))

    def _fail(self, reason: str) -> None:
        self.app.failure = reason
        self.app.exit(2)

    def _show(self, session: Session, outline: Outline) -> None:
        self.app.show_map(session, outline)
