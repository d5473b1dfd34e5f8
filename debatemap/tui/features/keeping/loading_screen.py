"""Read a large map while the screen says how far it is, and let the user stop it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import LoadingIndicator, Static

from debatemap.core.text import safe_line
from debatemap.tui.background_work import report_failures
from debatemap.tui.system.key_bindings import bound
from debatemap.views.outline import Outline
from debatemap.workspace.background import Progress, StoppedError, run
from debatemap.workspace.session import Session, open_session

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["LoadingScreen"]


class LoadingScreen(Screen[None]):
    """Reads a map in a thread and shows it when it is there.

    Args:
        path: The map's file.
        read_only: Whether to forbid changes.
        claim: A claim to go to, or empty.
        is_first: Whether it is read as the program starts, so that there is nothing to go back to.
        said: What to say once it is shown, or empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound({"loading_stop": "stop"})
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
        app = getters.app(Program)

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        claim: str = "",
        is_first: bool = False,
        said: str = "",
    ) -> None:
        super().__init__()
        self._claim, self._is_first, self._said = claim, is_first, said
        self._path, self._read_only = path, read_only
        self._progress: Progress | None = None

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            yield Static(Content(safe_line(str(self._path))))
            yield LoadingIndicator()
            yield Static(Content(""), id="stage")
            yield Static(Content(self.app.keymap.fill("{key:loading_stop} stops")), classes="hint")

    def on_mount(self) -> None:
        """Begins to read."""
        self._progress = Progress(self._tell)
        self.run_worker(report_failures(self._fail, self._read(self._progress)))

    def on_unmount(self) -> None:
        """Waits no longer for the thread."""
        if self._progress is not None:
            self._progress.stop()

    def action_stop(self) -> None:
        """Goes back to where the map was chosen; where there is nothing, ends the program."""
        if self._progress is not None:
            self._progress.stop()
        if self._is_first:
            self.app.exit(0)
        elif self.app.is_opening:
            self.app.leave_loading(f"{safe_line(self._path.name)} was not opened.")

    async def _read(self, progress: Progress) -> None:
        try:
            session, outline = await run(_opened, self._path, self._read_only, progress)
        except StoppedError:
            return
        shown = self.app.show_map(session, outline, self._claim)
        if self._said:
            shown.call_after_refresh(partial(shown.say, self._said))

    def _tell(self, stage: str) -> None:
        if self.is_attached:
            self.query_one("#stage", Static).update(Content(f"{stage} …"))

    def _fail(self, reason: str) -> None:
        if self._is_first:
            self.app.failure = reason
            self.app.exit(2)
        elif self.app.screen is self:
            self.app.leave_loading(reason, is_failure=True)


def _opened(path: Path, read_only: bool, progress: Progress) -> tuple[Session, Outline]:  # noqa: FBT001  (a thread is given its inputs in order)
    """Reads a map and makes its outline, which nobody else has before they are returned."""
    session = open_session(path, read_only=read_only, progress=progress)
    progress("laying out")
    session.debate.find_ends()
    return session, Outline(session.debate)
