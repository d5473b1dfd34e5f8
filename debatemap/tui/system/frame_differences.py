"""What a frame changes of what the terminal shows, which is all that is sent to it.

Textual sends the whole screen whenever something is laid out anew, and all lines of a widget that
is drawn again, most of which say what they did: to open a search, 35 kB at 120 by 40 cells.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console, RenderableType
from rich.control import Control
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.strip import Strip

from debatemap.tui.system.dirty_rows import CutUpdate

if TYPE_CHECKING:
    from textual.screen import Screen

__all__ = ["FrameDifferenceApp", "TerminalRows"]

_is_plain: Final = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u22ff"
    "\u239b-\u23b0\u2500-\u25fc\u2713\u2717\u2731]*"
).fullmatch
"""Tells whether every terminal draws each sign of a text in one cell.

Of other texts a terminal may draw more or fewer cells than we count: what is beside a change is
not where we think it is, so that all of it is sent.
"""


class TerminalRows:
    """The rows of a terminal, as far as it is known what stands in them."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Strip]] = {}
        """Of each row, strips by the cell that they begin at; none is over another one."""

    def forget(self) -> None:
        """Knows nothing any more, as when another program had the terminal."""
        self._rows.clear()

    def put(self, x: int, y: int, strip: Strip, console: Console) -> str:
        """Returns what to write so that a strip stands in a row; nothing where it does already.

        Args:
            x: The cell that it begins at.
            y: The row.
            strip: What is to be seen there.
            console: Knows the colours of the terminal.
        """
        row = self._rows.setdefault(y, {})
        before = row.get(x)
        if before is None or before.cell_length != strip.cell_length:
            before = _cut_out(row, x, x + strip.cell_length)
        row[x] = strip
        if before is None:
            return _at(x, y, strip, console)
        return _difference(x, y, before, strip, console)


def _cut_out(row: dict[int, Strip], x: int, end: int) -> Strip | None:
    """Takes the cells from one to another out of a row, and returns them if they are known."""
    found, reached = list[Strip](), x
    for left, strip in sorted(row.items(), key=lambda item: item[0]):
        right = left + strip.cell_length
        if right <= x or left >= end:
            continue
        del row[left]
        if not (_is_plain(strip.text) or (left >= x and right <= end)):
            continue
        if left < x:
            row[left] = strip.crop(0, x - left)
        if right > end:
            row[end] = strip.crop(end - left)
        if left <= reached:
            found.append(strip.crop(max(0, x - left), end - left))
            reached = min(right, end)
    return Strip.join(found) if reached == end else None


def _difference(x: int, y: int, before: Strip, after: Strip, console: Console) -> str:
    """Returns what to write where one strip stands and another one is to stand."""
    if before == after:
        return ""
    if not (_is_plain(before.text) and _is_plain(after.text)):
        return _at(x, y, after, console)
    old, new = [*before], [*after]
    first, shorter = 0, min(len(old), len(new))
    while first < shorter and old[first] == new[first]:
        x += new[first].cell_length
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return _at(x, y, Strip(new[first : len(new) - last]), console)


def _at(x: int, y: int, strip: Strip, console: Console) -> str:
    return Control.move_to(x, y).segment.text + strip.render(console)


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
