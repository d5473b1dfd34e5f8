"""The one list that every dialog shows its rows in."""

import re
from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from debatemap.tui.widgets.wrapping import wrapped

__all__ = ["ChoiceList", "ListOption", "ListRow", "heading"]

_BEFORE_WORDS: Final = re.compile(r"\s*(?:[^\w\s]\s+)?")
"""Blanks, and perhaps a sign with a blank behind it."""


_BESIDE: Final = 2
"""The free cell at the right of a row, and the scrollbar."""


class ListRow(Visual):
    """Words that are wrapped under their own beginning, whatever stands before them.

    Args:
        label: What the row shows, made of safe text. Of the lines after the first, each is wrapped
            under its own first letter, behind its sign.
        hang: Cells of the first line before its words: a sign, a column of keys.

    Attributes:
        within: The list that shows the row, whose lines are as wide as it says.
    """

    def __init__(self, label: Content, hang: int = 0) -> None:
        self._label, self._hang = label, hang
        self._laid: tuple[int, Content] = 0, label
        self.within: ChoiceList | None = None

    def at_width(self, width: int) -> Content:
        """Returns the row in lines of so many cells."""
        if self._laid[0] != width:
            lines = [
                part
                for number, line in enumerate(self._label.split("\n"))
                for part in _wrapped(line, self._hang if number == 0 else None, width)
            ]
            self._laid = width, Content("\n").join(lines)
        return self._laid[1]

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draws the row."""
        cells = self._cells(width)
        return self.at_width(cells).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Returns the cells of the row where none of it is wrapped."""
        return self._label.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Returns the lines of the row."""
        cells = self._cells(width)
        return self.at_width(cells).get_height(rules, cells)

    def _cells(self, width: int) -> int:
        within = self.within
        # On a terminal of one column there is none.
        return max(1, within.room if within is not None and within.room else width)


class ListOption(Option):
    """A row of the list.

    Args:
        label: What it shows, made of safe text.
        hang: Cells of the first line before its words.
        is_read: Whether it is only read, and never highlighted.
    """

    def __init__(self, label: Content, hang: int = 0, *, is_read: bool = False) -> None:
        self.label = label
        self.row = ListRow(label, hang)
        super().__init__(self.row, disabled=is_read)


class ChoiceList(OptionList, can_focus=False):
    """Rows of which one is highlighted, as every dialog with a list draws them.

    The keys that move belong to the dialog, which may have a line to type in beside it. Each row
    has a free cell at its right, so that no word touches the scrollbar, and leaves that of the
    scrollbar free where there is none: rows that only fit without it could stand either way.

    Attributes:
        stays_at_top: Whether what stands above the first row that can be highlighted is in sight
            while that row is highlighted, even where the row then is not.
    """

    DEFAULT_CSS = """
    ChoiceList {
        border: none; padding: 0; background: $panel; height: auto;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option { padding: 0 1 0 0; }
        & > .option-list--option-disabled { color: $quiet; }
        & > .option-list--option-highlighted {
            background: $selected-row; color: $foreground; text-style: bold;
        }
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.stays_at_top = False

    def show(self, rows: list[Option], index: int | None = None) -> None:
        """Shows rows, with the highlight on one that can be chosen.

        Args:
            rows: The rows.
            index: The row to highlight; the first that can be, where it is None or cannot.
        """
        self.clear_options()
        self.show_more(rows)
        usable = self.usable
        is_there = index is not None and index in usable
        self.highlighted = index if is_there else next(iter(usable), None)

    def show_more(self, rows: list[Option]) -> None:
        """Shows further rows below the others."""
        for row in rows:
            if isinstance(row, ListOption):
                row.row.within = self
        self.add_options(rows)

    @property
    def room(self) -> int:
        """Cells of a line of a row, with a scrollbar or without; 0 before the first layout."""
        return max(0, self.content_size.width - _BESIDE)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  (Textual asks so)
        """Returns the lines of all rows in a list of so many cells."""
        cells = max(1, width - _BESIDE)
        rows = (option.row for option in self.options if isinstance(option, ListOption))
        return sum(row.at_width(cells).get_height({}, cells) for row in rows)

    def on_resize(self) -> None:
        """Brings in sight what there is room for now: it may have been scrolled to in a line."""
        self.scroll_to_highlight()

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002  (Textual's)
        """Brings the highlighted row in sight, at an end with the rows there that are only read.

        No key reaches those: the first heading, or how many more there are.
        """
        if self.stays_at_top and self.highlighted == next(iter(self.usable), None):
            self.scroll_home(animate=False, force=True, immediate=True)
            return
        super().scroll_to_highlight(top)
        here, rows = self.highlighted, self.options
        if here is None or top or not self.is_mounted:
            return
        if self._are_read_and_fit(rows[:here], rows[here]):
            self.scroll_home(animate=False, force=True, immediate=True)
        elif self._are_read_and_fit(rows[here + 1 :], rows[here]):
            self.scroll_end(animate=False, force=True, immediate=True)

    def _are_read_and_fit(self, beside: Sequence[Option], row: Option) -> bool:
        """Tells whether rows beside another one are only read, and in sight together with it."""
        if not beside or len(beside) >= self.size.height:
            return False
        if not all(option.disabled for option in beside):
            return False
        drawn = (option.row for option in (*beside, row) if isinstance(option, ListOption))
        return sum(each.get_height({}, self.room) for each in drawn) <= self.size.height

    @property
    def usable(self) -> Sequence[int]:
        """The places of the rows that can be highlighted."""
        return [number for number, option in enumerate(self.options) if not option.disabled]

    def step(self, way: int) -> None:
        """Highlights the next or the previous row; after the last comes the first."""
        (self.action_cursor_down if way > 0 else self.action_cursor_up)()

    def page(self, way: int) -> None:
        """Highlights a row a page on or back."""
        usable, here = self.usable, self.highlighted or 0
        if usable:
            wanted = here + way * max(1, self.size.height)
            self.highlighted = min(usable, key=lambda number: abs(number - wanted))


def heading(kind: str, count: int) -> Content:
    """Returns the row above those of a kind, with their number."""
    return Content.assemble((kind, "bold $accent"), (f"  {count:,}", "$quiet"))


def _wrapped(line: Content, hang: int | None, width: int) -> list[Content]:
    """Returns a line in as many as it takes, all but the first of them indented."""
    if line.cell_length <= width:
        return wrapped(line, width)
    plain = line.plain
    indent = _BEFORE_WORDS.match(plain).end() if hang is None else hang  # type: ignore[union-attr]  # it fits anything
    if indent >= width // 2:
        return wrapped(line, width)
    first, *rest = wrapped(line[indent:], width - indent)
    return [Content.assemble(line[:indent], first), *(part.pad_left(indent) for part in rest)]
