"""A card as sentences: what frames, columns and signs show else is said of each entry."""

from collections.abc import Iterator
from typing import ClassVar, Final

from rich.segment import Segment
from textual.strip import Strip

from debatemap.core.text import SafeText, wrap
from debatemap.tui.views.card.blocks import About, Block, Heading
from debatemap.tui.views.card.card_drawing import CardDrawing, Styles
from debatemap.tui.widgets.row_drawing import sign_at
from debatemap.tui.widgets.sentences import (
    claim_facts,
    claim_replies,
    joined,
    sign_words,
    stance,
    standing_words,
    step_replies,
    together,
)
from debatemap.tui.widgets.sign_words import in_words
from debatemap.views.card import Entry, Role

__all__ = ["PlainCardDrawing"]

_ROLES: Final = {
    Role.ABOVE: "Above, ",
    Role.FOCUS: "In focus, ",
    Role.TOGETHER: "Together with the claim in focus, ",
    Role.OWN_STEP: "On the step of the claim in focus, ",
    Role.STEP: "On the step of the reply before, ",
}
_TOLD: Final = 60
"""About how many characters tell more of a claim."""


class PlainCardDrawing(CardDrawing):
    """Measures and draws blocks without lines and columns."""

    splits: ClassVar[bool] = False

    def measure(self, block: Block, cells: int) -> int:
        """Returns how many lines a block takes."""
        if isinstance(block, Entry):
            return len(self._sentence(block, cells))
        if isinstance(block, Heading) and not block.words:
            return 1
        return super().measure(block, cells)

    def estimate(self, block: Block, cells: int) -> int:
        """Returns about how many lines a block takes, at once."""
        if isinstance(block, Entry):
            text = self.debate.claims[block.claim].text
            return 1 + (len(text) + _TOLD) // max(1, cells)
        return self.measure(block, cells)

    def place_of(self, entry: Entry) -> tuple[int, int]:  # noqa: ARG002  (all begin alike)
        """Returns the first line and the first column."""
        return 0, 0

    def draw(self, block: Block, cells: int, *, selected: bool) -> list[Strip]:
        """Returns the lines of a block."""
        styles = self.styles.on("selected" if selected else "row")
        if isinstance(block, Entry):
            strips = list(self._lines(block, cells, styles))
            return [strip.adjust_cell_length(cells, styles("row")) for strip in strips]
        if isinstance(block, Heading):
            words = (block.spoken or block.words).strip().capitalize()
            words += ":" if block.ruled else "." if words else ""
            line = Strip([Segment(words, styles(block.style))])
            return [line.adjust_cell_length(cells, styles("row"))]
        if isinstance(block, About):
            return super().draw(About(in_words(block.content)), cells, selected=selected)
        return super().draw(block, cells, selected=selected)

    def _lines(self, entry: Entry, cells: int, styles: Styles) -> Iterator[Strip]:
        query = self.marking.query
        part = "top" if entry.role is Role.FOCUS else "words"
        head = len(self._head(entry))
        for number, line in enumerate(self._sentence(entry, cells)):
            begin = min(head, len(line)) if number == 0 else 0
            segments = [Segment(line[:begin], styles(sign_at(self.debate, *entry.place)[1]))]
            rest, end = line[begin:], 0
            for start, stop in query.spans(rest) if query is not None else ():
                segments.append(Segment(rest[end:start], styles(part)))
                segments.append(Segment(rest[start:stop], styles("match")))
                end = stop
            yield Strip([*segments, Segment(rest[end:], styles(part))])

    def _head(self, entry: Entry) -> str:
        return f"{_ROLES.get(entry.role, '')}{stance(self.debate, *entry.place)}".capitalize()

    def _sentence(self, entry: Entry, cells: int) -> list[SafeText]:
        debate, claim = self.debate, entry.claim
        facts: list[str] = []
        if entry.role is not Role.ABOVE:
            facts += standing_words(self.marking.strength(claim))
            replies = claim_replies(debate, claim, closes_cycle=entry.closes_cycle)
            facts += [replies, *claim_facts(debate, claim)]
        if entry.framed and entry.link is not None:
            facts.append(together(debate, entry.link))
        if entry.role is not Role.ABOVE and not entry.closes_cycle:
            facts += step_replies(debate, entry.link)
        facts += ["Marked"] if claim in self.marking.marked else []
        facts += sign_words(self.marking.signs.get(claim))
        return wrap(joined(self._head(entry), debate.claims[claim].text, facts), max(1, cells - 1))
