"""The line that says what the map is filtered by, while it is."""

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.widgets import Static

from debatemap.core.text import excerpt, safe_line
from debatemap.tui.widgets.clickable import KEY, clickable, linked

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["ActiveFilter", "FilterBar"]

_KEYS: Final = (
    "{key:filter} refines   {key:keep_filter} saves   {key:show_all} ends",
    "{key:filter} refines   {key:show_all} ends",
    "{key:show_all} ends",
)
"""What can be done with the filter; the first that there is room for is said."""
_END: Final = "×"
_GAP: Final = 3
_LEAST: Final = 12
"""Cells that the query has at least, before keys are told."""


class ActiveFilter(NamedTuple):
    """What the map is filtered by.

    Attributes:
        query: What was typed.
        found: How many claims match.
        claims: How many there are.
    """

    query: str
    found: int
    claims: int


class FilterBar(Static):
    """Shows the query that the map is filtered by and what it found; a click refines or ends it."""

    DEFAULT_CSS = """
    FilterBar { height: 1; display: none; padding: 0 1; background: $panel; }
    """
    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self) -> None:
        super().__init__(id="filter")
        self._active: ActiveFilter | None = None

    def show(self, active: ActiveFilter | None) -> None:
        """Shows what the map is filtered by, or no line where it is not."""
        if active != self._active:
            self._active = active
            self.display = active is not None
            self._draw()

    def on_resize(self) -> None:
        """Fits the line to the new width."""
        self._draw()

    def _draw(self) -> None:
        if self._active is not None:
            room = (self.size.width or self.app.size.width) - self.gutter.width
            self.update(_line(self._active, room, self._keys()), layout=False)

    def _keys(self) -> list[Content]:
        return [linked(self.app.keymap, keys) for keys in _KEYS]


def _line(active: ActiveFilter, room: int, keys: list[Content]) -> Content:
    """Returns the query, what it found, the keys that there is room for, and the ending mark."""
    query = safe_line(active.query)
    label, count = "filter ", f"{active.found:,} of {active.claims:,}"
    free = room - len(label) - _GAP - len(count) - _GAP - len(_END)
    wanted = max(_LEAST, min(Content(query).cell_length, free // 2))
    told = next((each for each in keys if free - _GAP - each.cell_length >= wanted), None)
    free -= _GAP + told.cell_length if told is not None else 0
    shown = Content.styled(excerpt(query, max(1, free)), "bold")
    line = Content.assemble((label, "$accent"), shown, " " * _GAP, (count, "$quiet"), " " * _GAP)
    line = clickable(line, KEY, "filter")
    rest = told.stylize("$quiet") if told is not None else Content("")
    blank = max(0, room - line.cell_length - rest.cell_length - len(_END))
    return Content.assemble(line, rest, " " * blank, clickable(Content(_END), KEY, "show_all"))
