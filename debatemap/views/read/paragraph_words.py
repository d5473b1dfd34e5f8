"""What a paragraph says: its opening, the claim, the note, the quotes with their sources."""

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.fields import plain_values, short_values
from debatemap.core.model import Citation
from debatemap.core.node_names import quoted
from debatemap.core.text import SafeText, safe, safe_line
from debatemap.views.read.numbering import Role
from debatemap.views.read.prose import Paragraph

__all__ = ["Kind", "Piece", "pieces_of"]

_OPENINGS: Final[dict[Role, str]] = {
    "pro": "For:",
    "con": "Against:",
    "undercut": "But that does not follow:",
    "backing": "That follows, because:",
}
_TOGETHER: Final[dict[Role, str]] = {
    "pro": "For, only together:",
    "con": "Against, only together:",
    "undercut": "But that does not follow, for these together:",
    "backing": "That follows, because of these together:",
}
_EXCERPT: Final = 60


class Kind(Enum):
    """What a piece of a paragraph is."""

    HEADING = "heading"
    STEP = "step"
    CLAIM = "claim"
    SEE = "see"
    NOTE = "note"
    QUOTE = "quote"
    SOURCE = "source"
    HIDDEN = "hidden"


class Piece(NamedTuple):
    """A part of a paragraph that begins a line of its own.

    Attributes:
        kind: What it is.
        words: What it says; of a note, with line breaks.
        number: The number before it.
        opening: The words of the program before it.
    """

    kind: Kind
    words: SafeText
    number: str = ""
    opening: str = ""


def pieces_of(debate: Debate, paragraph: Paragraph) -> Iterator[Piece]:
    """Yields what a paragraph says, from top to bottom."""
    claim, role = debate.claims[paragraph.claim], paragraph.role
    if paragraph.heading:
        yield Piece(Kind.HEADING, SafeText(paragraph.heading))
    if paragraph.step:
        yield Piece(Kind.STEP, SafeText(""), paragraph.step, _TOGETHER.get(role, ""))
    is_premise = paragraph.link is not None and len(debate.links[paragraph.link].premises) > 1
    opening = "" if is_premise else _OPENINGS.get(role, "")
    if paragraph.see:
        words = f"see {paragraph.see}, {quoted(claim.text, _EXCERPT)}"
        yield Piece(Kind.SEE, SafeText(words), paragraph.number, opening)
        return
    yield Piece(Kind.CLAIM, safe_line(claim.text), paragraph.number, opening)
    if claim.note:
        yield Piece(Kind.NOTE, safe(claim.note))
    for field, value in plain_values(claim):
        if field.is_long:
            yield Piece(Kind.NOTE, safe(value), opening=f"{field.label.capitalize()}:")
    for citation in claim.sources:
        yield from _cited(debate, citation)
    if paragraph.hidden:
        replies = "reply" if paragraph.hidden == 1 else "replies"
        yield Piece(Kind.HIDDEN, SafeText(f"({paragraph.hidden} {replies} not shown)"))


def _cited(debate: Debate, citation: Citation) -> Iterator[Piece]:
    """Yields the words of a source, and where they stand."""
    if citation.quote:
        yield Piece(Kind.QUOTE, SafeText(f"“{safe_line(citation.quote)}”"))
    source = debate.sources.get(citation.ref)
    if source is None:
        words = SafeText(f"a source that does not exist, {safe_line(citation.ref)}")
        yield Piece(Kind.SOURCE, words)
        return
    parts = (source.author, source.title, source.date, *short_values(citation), source.url)
    named = ", ".join(safe_line(part) for part in parts if part)
    if named:
        yield Piece(Kind.SOURCE, SafeText(named))
