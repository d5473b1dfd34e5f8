"""A picture under the mouse: clicks select, dragging pans, the wheel scrolls and zooms."""

from typing import Final

from textual import events
from textual.geometry import Offset

from debatemap.tui.views.map.picture_pane import PicturePane
from debatemap.tui.widgets.row_pointing import MENU, Place, RowPointing
from debatemap.views.map import Box, Zoom
from debatemap.views.outline.row_parts import RowPart

__all__ = ["PicturePointing"]

_LEFT: Final = 1
_WHEEL: Final = 3
_ASIDE: Final = 8
"""Columns that are scrolled at once."""


class PicturePointing(PicturePane, RowPointing):
    """Tells which box is clicked. A box is named by its number among all of them."""

    _grabbed: Offset | None = None
    """Where the mouse was when it was last looked at, while its button is held."""
    _has_panned = False

    def zoom(self, step: int) -> bool:
        """Draws all larger or smaller; tells whether there is such a step."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Notes where a drag would begin."""
        event.prevent_default()
        self._has_panned = False
        if event.button == _LEFT and not event.shift:
            self.screen.clear_selection()
            self._grabbed = event.offset

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pans along with the mouse."""
        event.prevent_default()
        if self._grabbed is None or event.button != _LEFT:
            return
        event.stop()
        moved = self._grabbed - event.offset
        if moved and not self._has_panned:
            self._has_panned = True
            self.capture_mouse()
        if moved:
            self._grabbed = event.offset
            self.pan(moved.x, moved.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lets go."""
        event.prevent_default()
        self._grabbed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Tells which box is clicked; on the small picture, goes there."""
        event.stop()
        event.prevent_default()
        if self._has_panned:
            self._has_panned = False
            return
        if self.minimap_region.contains(event.x, event.y) and self._minimap is not None:
            corner = self.minimap_region.offset
            x, y = self._minimap.point(event.x - corner.x, event.y - corner.y)
            at = self.origin + Offset(x, y) - Offset(self.size.width // 2, self.size.height // 2)
            self.scroll_to(x=max(0, at.x), y=max(0, at.y), animate=False)
            return
        box = self.box_at(event.x, event.y)
        index = self.boxes.index(box) if box is not None else None
        part = self.part_of(index, event.x, event.y) if index is not None else ""
        is_menu = event.button == MENU
        if is_menu or event.button == _LEFT:
            text = self.render_line(event.y).crop(event.x, event.x + 1).text
            at = event.screen_offset
            self.post_message(self.Clicked(index, part, text, event.chain, is_menu, at))

    @property
    def boxes(self) -> list[Box]:
        """All boxes, in the order of their numbers."""
        return list(self._drawn.picture.boxes.values()) if self._drawn is not None else []

    def row_of_line(self, y: int) -> int | None:  # noqa: ARG002  (a line has several boxes)
        """Returns no box, as a line does not tell which."""
        return None

    def part_of(self, index: int, x: int, y: int) -> str:
        """Returns what of a box stands at a cell of the widget."""
        box, at = self.boxes[index], self.cell_at(x, y)
        drawn = self._drawn
        if drawn is None or drawn.asked.zoom is Zoom.DOTS:
            return ""
        is_right = at.x >= box.right - 7
        if is_right and box.is_framed and at.y == box.y and self._marking.strength(box.claim):
            return RowPart.STRENGTH
        if (
            is_right
            and drawn.forest.hidden.get(box.claim)
            and at.y == (box.bottom - 1 if box.is_framed else box.y)
        ):
            return RowPart.COUNT
        return RowPart.WORDS

    def place_of(self, index: int) -> Place:
        """Returns which claim a box is of, and by which link it stands there."""
        claim = self.boxes[index].claim
        return Place(claim, self._drawn.forest.via[claim] if self._drawn is not None else None)

    def refresh_row(self, index: int) -> None:
        """Draws a box again."""
        self.refresh_boxes(self.boxes[index].claim)

    def pan(self, x: int, y: int) -> None:
        """Moves what is in sight, and leaves the cursor where it is."""
        at = self.scroll_offset + Offset(x, y)
        self.scroll_to(x=max(0, at.x), y=max(0, at.y), animate=False)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls; with ctrl held, zooms out; with shift held, scrolls to the right."""
        self._wheel(1, event)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls; with ctrl held, zooms in; with shift held, scrolls to the left."""
        self._wheel(-1, event)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Scrolls to the right."""
        self._aside(1, event)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Scrolls to the left."""
        self._aside(-1, event)

    def _wheel(self, step: int, event: events.MouseEvent) -> None:
        event.stop()
        event.prevent_default()
        if event.ctrl:
            self.zoom(-step)
        elif event.shift:
            self.pan(step * _ASIDE, 0)
        else:
            self.pan(0, step * _WHEEL)

    def _aside(self, step: int, event: events.MouseEvent) -> None:
        event.stop()
        event.prevent_default()
        self.pan(step * _ASIDE, 0)
