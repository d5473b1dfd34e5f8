"""The compositor of a screen, which asks widgets only for the lines that are drawn anew.

Textual's asks each widget for all of its lines in every frame, wherever on the screen something has
changed: to move the cursor by a row, for those of the whole outline and of the details.
"""

from collections.abc import Callable, Iterable, Iterator

from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

__all__ = ["CutUpdate", "DirtyRowsCompositor", "bands_of"]


class DirtyRowsCompositor(Compositor):
    """A compositor that renders no line which is not drawn.

    Args:
        drawing: Is called whenever a frame is drawn.
    """

    def __init__(self, drawing: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self._drawing = drawing
        self._bands: list[Region] = []
        """What is drawn anew; nothing where all is."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Renders what has changed since the last frame."""
        self._bands = bands_of(self._dirty_regions)
        try:
            update = super().render_partial_update()
        finally:
            self._bands = []
        return update and CutUpdate.of(update)

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterator[tuple[Region, Region, list[Strip]]]:
        """Yields regions, where they are clipped, and the lines there, from front to back."""
        self._drawing()
        bands = self._bands or [self.size.region if crop is None else crop]
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            for band in bands:
                if not (both := shown.intersection(band)):
                    continue
                rows = Region(shown.x, both.y, shown.width, both.height)
                yield region, rows, widget.render_lines(rows.translate(-region.offset))


class CutUpdate(ChopsUpdate):
    """What is drawn anew of lines, in whole characters, and nothing to the left of it.

    Textual's begins each line where its widget does: for one cell of an edge at the right of a
    picture it sends all that stands before it. Of a wide character that it ends in, it sends half.
    """

    @classmethod
    def of(cls, update: ChopsUpdate) -> "CutUpdate":
        """Returns an update that draws the same, cut so."""
        return cls(update.chops, update.spans, update.chop_ends)

    def parts(self) -> Iterator[tuple[int, int, Strip]]:
        """Yields what is drawn: the column that it begins in, the row, and what stands there."""
        for y, left, right in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                start, stop = max(x, left), min(end, right)
                if strip is not None and start < stop:
                    first, last = _whole(strip, start - x, -1), _whole(strip, stop - x, 1)
                    yield x + first, y, strip.crop(first, last)

    def render_segments(self, console: Console) -> str:
        """Returns what to write to the terminal.

        Args:
            console: The console.
        """
        return "".join(
            Control.move_to(x, y).segment.text + part.render(console) for x, y, part in self.parts()
        )


def _whole(strip: Strip, cell: int, step: int) -> int:
    """Returns the first cell from one on, in steps, before which no character is cut in two."""
    while 0 < cell < strip.cell_length and not strip.text.startswith(strip.crop(0, cell).text):
        cell += step
    return cell


def bands_of(regions: Iterable[Region]) -> list[Region]:
    """Returns regions from the top down, those that share a line or touch below made one.

    Each band costs a call of each widget in it, whatever its height is.

    Examples:
        >>> bands_of([Region(0, 5, 9, 2), Region(0, 0, 4, 1), Region(8, 6, 9, 3)])
        [Region(x=0, y=0, width=4, height=1), Region(x=0, y=5, width=17, height=4)]
        >>> bands_of([Region(3, 0, 1, 1), Region(2, 1, 2, 1), Region(4, 2, 1, 1)])
        [Region(x=2, y=0, width=2, height=2), Region(x=4, y=2, width=1, height=1)]
    """
    bands: list[Region] = []
    for region in sorted(regions, key=lambda region: region.y):
        if bands and (region.y < bands[-1].bottom or _touches(bands[-1], region)):
            bands[-1] = bands[-1].union(region)
        else:
            bands.append(region)
    return bands


def _touches(above: Region, below: Region) -> bool:
    """Tells whether a region goes on in the line below another one."""
    return below.y == above.bottom and below.x < above.right and above.x < below.right
