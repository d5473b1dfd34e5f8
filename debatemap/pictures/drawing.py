"""A layout as SVG: boxes, edges, a title above and a legend below."""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, safe_line, wrap
from debatemap.formats.format import Verdicts
from debatemap.formats.markup_text import markup_line, markup_text
from debatemap.formats.remarks import Remarks
from debatemap.formats.strength_words import points_of
from debatemap.pictures.drawn_part import DrawnPart
from debatemap.pictures.letters import text_element
from debatemap.pictures.picture_style import STYLE
from debatemap.pictures.strokes import CELL, ROW, edges, sign, sign_of

if TYPE_CHECKING:
    from debatemap.views.map.picture import Box

__all__ = ["Drawing"]

_MARGIN: Final = 28.0
_LEAST: Final = 560.0
"""The least width: room for the legend."""
_TITLE: Final = 26.0
_LINE: Final = 19.0
_LEGEND: Final = 74.0
_HEAD_EM: Final = 12.5
"""Pixels for a letter of the title."""
_WORDS: Final = {
    "pro": "Pro", "con": "Con", "undercut": "Undercut: it denies the step",
    "backing": "Backing of a step",
}  # fmt: skip


class Drawing:
    """A picture in the making.

    Attributes:
        width: Pixels.
        height: Pixels.
    """

    def __init__(self, debate: Debate, part: DrawnPart, verdicts: Verdicts | None) -> None:
        self._debate, self._part = debate, part
        self._strengths: Mapping[str, float] = verdicts.strengths if verdicts is not None else {}
        self._verdicts = verdicts
        self._remarks = Remarks(debate)
        self.width = max(_LEAST, part.picture.width * CELL + 2 * _MARGIN)
        self._heads = list(self._head_lines())
        top = _MARGIN + sum(size for _, size, _ in self._heads) + (16 if self._heads else 0)
        self._top = top
        self._bottom = top + part.picture.height * ROW
        self.height = self._bottom + _LEGEND + (_LINE if part.left_out else 0)

    def elements(self) -> Iterator[str]:
        """Yields the elements of the file."""
        size = f"{self.width:g} {self.height:g}"
        name = markup_line(self._debate.header.title) or "A debate"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width:g}" '
            f'height="{self.height:g}" viewBox="0 0 {size}" role="img" '
            'aria-labelledby="title about">'
        )
        yield f'<title id="title">{name}</title>'
        yield f'<desc id="about">{markup_text(self._about())}</desc>'
        yield f"<style>{STYLE}</style>"
        yield '<rect class="page" width="100%" height="100%"/>'
        yield from self._heading()
        yield f'<g transform="translate({_MARGIN:g} {self._top:g})">'
        yield from edges(self._debate, self._part.picture)
        for box in self._part.picture.boxes.values():
            yield from self._box(box)
        yield "</g>"
        yield from self._legend()
        yield "</svg>"

    def _head_lines(self) -> Iterator[tuple[SafeText, float, str]]:
        header = self._debate.header
        cells = int((self.width - 2 * _MARGIN) / _HEAD_EM)
        for line in wrap(safe_line(header.title), cells)[:3] if header.title else ():
            yield line, _TITLE, "title"
        for line in wrap(safe_line(header.question), cells * 3 // 2)[:3] if header.question else ():
            yield line, _LINE, "question"
        if self._verdicts is not None and self._verdicts.basis:
            yield self._verdicts.basis, _LINE, "small"

    def _heading(self) -> Iterator[str]:
        ends = accumulate((size for _, size, _ in self._heads), initial=_MARGIN - 4)
        for (words, size, kind), y in zip(self._heads, list(ends)[1:], strict=True):
            letters = {"title": 20.0, "question": 14.0}.get(kind, 12.0)
            room = self.width - 2 * _MARGIN
            yield text_element(words, _MARGIN, y - (size - _LINE) / 3, letters, room, kind)

    def _about(self) -> str:
        part, debate = self._part, self._debate
        lines = [f"A map of {len(part.lines):,} claims, laid out from left to right."]
        if part.left_out:
            lines.append(self._note())
        sentences = self._verdicts.sentences if self._verdicts is not None else {}
        for key in part.forest.tops:
            said = f" Verdict: {sentences[key]}." if key in sentences else ""
            lines.append(f"Thesis: {safe_line(debate.claims[key].text)}{said}")
        return "\n".join(lines)

    def _note(self) -> str:
        drawn, left_out = len(self._part.lines), len(self._part.left_out)
        return f"Only the {drawn:,} claims nearest the theses are drawn; {left_out:,} more are not."

    def _box(self, box: "Box") -> Iterator[str]:
        key = box.claim
        link = self._part.forest.via[key]
        kind = (
            "thesis" if self._debate.is_thesis(key) else sign_of(self._debate, link) if link else ""
        )
        x, y, wide = box.x * CELL, box.y * ROW + 5, box.w * CELL
        high = box.h * ROW - 10
        yield f'<g class="claim {kind}"><title>{markup_text(self._tooltip(key, link))}</title>'
        yield f'<rect class="box" x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" rx="6"/>'
        if link is not None:
            stripe = f"M{x:g} {y + 6:g}a6 6 0 0 1 6 -6v{high:g}a6 6 0 0 1 -6 -6z"
            yield f'<path class="stripe" d="{stripe}"/>'
        room = wide - 3.5 * CELL
        for number, line in enumerate(self._part.lines[key]):
            base = (box.y + 1 + number) * ROW + 13
            yield text_element(line, x + 2 * CELL, base, 13, room, "words")
        if key in self._part.roomy:
            yield from self._foot(key, x + 2 * CELL, y + high - 9, room)
        yield "</g>"

    def _foot(self, key: str, x: float, y: float, room: float) -> Iterator[str]:
        """Yields the last line of a box: what it is, its strength, what is not drawn beneath it."""
        parts = ["Thesis"] if self._debate.is_thesis(key) else []
        hidden = self._part.forest.hidden.get(key)
        if hidden:
            parts.append(f"+{hidden:,} {'reply' if hidden == 1 else 'replies'} not drawn")
        yield text_element(" · ".join(parts), x, y, 11, room * 0.6, "small")
        strength = self._strengths.get(key)
        if strength is None:
            return
        end, long = x + room, 44.0
        yield f'<rect class="all" x="{end - long:g}" y="{y - 6:g}" width="{long:g}" height="4"/>'
        part = long * strength
        yield f'<rect class="part" x="{end - long:g}" y="{y - 6:g}" width="{part:g}" height="4"/>'
        number = f"{round(100 * strength)}"
        yield f'<text class="small number" x="{end - long - 6:g}" y="{y:g}">{number}</text>'

    def _tooltip(self, key: str, link: str | None) -> str:
        text = safe_line(self._debate.claims[key].text)
        what = _WORDS[sign_of(self._debate, link)].partition(":")[0] if link else ""
        what = "Thesis" if self._debate.is_thesis(key) else what
        lines = [f"{what}: {text}" if what else text]
        if key in self._strengths:
            lines.append(f"Strength: {points_of(self._strengths[key])}")
        lines += [f"{remark.label}: {remark.words}" for remark in self._remarks.of_claim(key)]
        if link is not None:
            lines += [f"{each.label}: {each.words}" for each in self._remarks.of_step(link)]
        return "\n".join(lines)

    def _legend(self) -> Iterator[str]:
        y = self._bottom + 30
        if self._part.left_out:
            room = self.width - 2 * _MARGIN
            yield text_element(self._note(), _MARGIN, y, 13, room, "note")
            y += _LINE + 4
        x = _MARGIN + 8
        for kind, words in _WORDS.items():
            yield sign(kind, x, y)
            yield text_element(words, x + 13, y + 4, 12, 240, "small")
            x += 13 + len(words) * 6.6 + 26
        yield f'<circle class="point any" cx="{x:g}" cy="{y:g}" r="4"/>'
        yield text_element("Premises together, or a step", x + 10, y + 4, 12, 240, "small")
