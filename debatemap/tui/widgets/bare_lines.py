"""Widgets of lines that nothing stands around, drawn without looking for it in each line."""

from collections.abc import Iterable

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

__all__ = ["BareLines"]


class BareLines(ScrollView):
    """A view that draws its lines itself, and keeps those that it has drawn.

    Textual takes a line apart for a border, padding or a tint, whether there is any or not. What
    comes of that is a line of its own each time: all that was computed of it, its colours, its
    parts, the characters to send, is computed anew. Where there is a border, it does so still. None
    of the lines has one of Textual's links, which it would mark under the mouse.

    It stands behind other bases: Textual takes its styles from the first of them alone.
    """

    _laid_out: tuple[Size, Size, Size] | None = None

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: FBT001, FBT002  (as in Textual)
    ) -> bool:
        # Textual takes the size of the widget for that of what it scrolls, which then has changed
        # in each layout, and the bar beside it, with all lines that it stands in, is drawn anew.
        laid_out = size, self.virtual_size, container_size
        if laid_out == self._laid_out and size == self._size:
            return self._container_size != container_size
        self._laid_out = laid_out
        return super()._size_updated(size, virtual_size, container_size, layout)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Returns lines of the widget, as they go to the screen.

        Args:
            crop: Which of them, and which of their cells, seen from the widget.
        """
        if self.styles.gutter:
            return super().render_lines(crop)
        cells, background = self.size.width, self.background_colors[1]
        blank = Style(bgcolor=background.rich_color)
        lines = self.lines_at(crop.line_range)
        strips = [strip.adjust_cell_length(cells, blank) for strip in lines]
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, background) for strip in strips]
        if crop.column_span != (0, cells):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def lines_at(self, rows: Iterable[int]) -> Iterable[Strip]:
        """Returns lines of the widget; a subclass may look up once what all of them need."""
        return map(self.render_line, rows)
