"""The outline as sentences: each row says in words what signs, guides and columns show else."""

from collections.abc import Iterator

from rich.segment import Segment
from textual.strip import Strip

from debatemap.core.text import SafeText
from debatemap.tui.widgets.outline_view import OutlineView
from debatemap.tui.widgets.row_drawing import Look, sign_of
from debatemap.tui.widgets.sentences import row_sentence, stance
from debatemap.views.outline import Layout, Outline, Row
from debatemap.views.outline.plain_layout import PlainLayout

__all__ = ["PlainOutlineView"]


class PlainOutlineView(OutlineView):
    """Shows an outline without drawing characters.

    What a row says depends on more than its claim: how high it is, is looked at anew near the
    cursor and in sight whenever any of that may have changed.
    """

    def __init__(self, outline: Outline, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name)
        super().__init__(outline, id=id)
        outline.rows.wording = self._sentence

    def refresh_standings(self) -> None:
        """Draws and measures the rows again, as strengths have changed."""
        super().refresh_standings()
        self._measure_anew()

    def refresh_row(self, index: int) -> None:
        """Draws a row again."""
        self._strips.clear()
        super().refresh_row(index)

    def _update_rows(self, key: int | None = None) -> None:
        self._word_rows()
        self.outline.heights.doubt()
        super()._update_rows(key)
        self._measure_anew()

    def _word_rows(self) -> None:
        self.outline.rows.wording = self._sentence

    @property
    def _layout(self) -> Layout:
        return PlainLayout(self._width, self._standing is not None, self._labelled, self._spread)

    def _sentence(self, row: Row) -> str:
        look = self._look(row)
        sentence = row_sentence(self.outline, row, look)
        if look.above:
            return f"{sentence} It stands above a match."
        return sentence if look.beside is None else f"{sentence} Found {look.beside.line}."

    def _draw(self, row: Row, look: Look) -> list[Strip]:
        styles = self._styles.on("selected" if look.selected else "row")
        lines = self.outline.rows.lines(row)
        _, colour = sign_of(self.outline, row)
        head = len(stance(self.outline.debate, row.link, row.claim))
        part = "above" if look.above else "top" if row.parent is None else "words"
        strips = []
        for number, line in enumerate(lines):
            first = Segment(line[:head] if number == 0 else "", styles(colour))
            rest = SafeText(line[head:] if number == 0 else line)
            words = self._with_matches(rest, look, part)
            strip = Strip(Segment.simplify([first, *words]))
            strips.append(strip.adjust_cell_length(self._width, styles("row")))
        return strips

    def _with_matches(self, line: SafeText, look: Look, part: str) -> Iterator[Segment]:
        styles = self._styles.on("selected" if look.selected else "row")
        end = 0
        for start, stop in look.query.spans(line) if look.query is not None else ():
            yield Segment(line[end:start], styles(part))
            yield Segment(line[start:stop], styles("match"))
            end = stop
        yield Segment(line[end:], styles(part))
