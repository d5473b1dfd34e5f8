"""What a frame changes of what the terminal shows, which is all that is sent to it.

Textual sends the whole screen whenever something is laid out anew, and all lines of a widget that
is drawn again, most of which say what they did: to open a search, 35 kB at 120 by 40 cells.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.console import Console, RenderableType
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.strip import Strip

from debatemap.tui.system.dirty_rows import CutUpdate
from debatemap.tui.system.terminal_rows import TerminalRows

if TYPE_CHECKING:
    from textual.screen import Screen

__all__ = ["FrameDifferenceApp"]


class _Difference(CompositorUpdate):
    """A frame of which only that is sent which the terminal does not show yet.

    What it shows is looked at when it is written: a frame that never is changes nothing.
    """

    def __init__(self, frame: CompositorUpdate, rows: TerminalRows) -> None:
        self._frame, self._rows = frame, rows

    def render_segments(self, console: Console) -> str:
        """Returns what to write to the terminal.

        Args:
            console: The console.
        """
        frame, rows = self._frame, self._rows
        if isinstance(frame, LayoutUpdate):
            parts = _rows_of(frame)
        elif isinstance(frame, ChopsUpdate):
            parts = CutUpdate.of(frame).parts()
        else:
            rows.forget()
            return frame.render_segments(console)
        return "".join([rows.put(x, y, strip, console) for x, y, strip in parts])


def _rows_of(frame: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    for y, strips in enumerate(frame.strips, frame.region.y):
        yield frame.region.x, y, Strip.join(strips)


class FrameDifferenceApp(App[int], inherit_bindings=False):
    """An app that sends its terminal what a frame changes, and nothing else."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  (Textual's own)
        self._terminal_rows = TerminalRows()
        super().__init__(*arguments, **named)

    def on_mount(self) -> None:
        """Listens for the end of a stop."""
        self.app_resume_signal.subscribe(self, self._forget_rows, immediate=True)

    def on_resize(self) -> None:
        """Knows nothing of the rows of a terminal that has another size."""
        self._terminal_rows.forget()

    def forget_frames(self) -> None:
        """Has the next frame sent whole, as when something else was drawn over the last one."""
        self._terminal_rows.forget()

    def draw_anew(self) -> None:
        """Sends the whole screen, as when another program has written to the terminal."""
        self.forget_frames()
        self.refresh(layout=True)

    def _forget_rows(self, _: object) -> None:
        self.forget_frames()

    def _display(self, screen: "Screen[Any]", renderable: RenderableType | None) -> None:
        frame: Any = renderable
        if isinstance(frame, CompositorUpdate):
            frame = _Difference(frame, self._terminal_rows)
        super()._display(screen, frame)
