"""Prose: a map as numbered paragraphs in words, in Markdown; it is only written.

The paragraphs are those of `debatemap show --prose`, with what that leaves out behind each.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import CARRIED, Carries, losses_by_declaration
from debatemap.formats.format import Format, Verdicts, Written
from debatemap.formats.literal_markdown import literal_line, literal_lines
from debatemap.formats.remarks import Remarks
from debatemap.formats.unshown import left_out, unused_sources

if TYPE_CHECKING:
    from debatemap.views.read.numbering import Row
    from debatemap.views.read.paragraph_words import Piece
    from debatemap.views.read.prose import Paragraph

__all__ = ["Prose"]

_TOLD: Final = ("Note", "Source")
"""What the paragraphs have."""


class Prose(Format):
    """Numbered prose."""

    name: ClassVar[str] = "prose"
    title: ClassVar[str] = "prose"
    suffixes: ClassVar[tuple[str, ...]] = (".prose.md",)
    writes: ClassVar[bool] = True
    shows_verdicts: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED, joint_premises=CARRIED, reuse=CARRIED, loops=CARRIED, unplaced=CARRIED,
        question=CARRIED, sources=CARRIED, quotes=CARRIED, notes=CARRIED, tags=CARRIED,
        authors=CARRIED, dates=CARRIED, ratings=CARRIED,
    )  # fmt: skip

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002  (it looks like any Markdown)
        """Tells nothing: prose has no mark of its own."""
        return False

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF will do)
        """Writes the paragraphs without verdicts."""
        return self._written(debate, None)

    def write_judged(self, debate: Debate, verdicts: Verdicts) -> Written:
        """Writes the paragraphs, each thesis with its verdict."""
        return self._written(debate, verdicts)

    def _written(self, debate: Debate, verdicts: Verdicts | None) -> Written:
        from debatemap.views.read.numbering import tops, walk  # noqa: PLC0415  (names are asked for without it)

        rows = list(walk(debate, tops(debate)))
        text = "".join(f"{line}\n" for line in _lines(debate, rows, verdicts))
        losses = (
            *losses_by_declaration(debate, self.carries),
            *unused_sources(debate),
            *left_out(debate, {row.link for row in rows if row.link is not None}),
        )
        return Written(text.encode(), losses)


def _lines(debate: Debate, rows: "list[Row]", verdicts: Verdicts | None) -> Iterator[str]:
    from debatemap.views.read.prose import paragraphs_of  # noqa: PLC0415  (as above)

    header, remarks = debate.header, Remarks(debate)
    yield f"# {literal_line(header.title) or 'A debate'}"
    if header.question:
        yield from ("", f"*{literal_line(header.question)}*")
    if verdicts is not None and verdicts.basis:
        yield from ("", literal_line(verdicts.basis))
    for paragraph in paragraphs_of(debate, rows):
        yield from _paragraph(debate, paragraph, remarks, verdicts)


def _paragraph(
    debate: Debate, paragraph: "Paragraph", remarks: Remarks, verdicts: Verdicts | None
) -> Iterator[str]:
    from debatemap.views.read.paragraph_words import Kind, pieces_of  # noqa: PLC0415  (as above)

    before: Kind | None = None
    for piece in pieces_of(debate, paragraph):
        # A source stands right below the words that are quoted from it.
        yield ">" if (before, piece.kind) == (Kind.QUOTE, Kind.SOURCE) else ""
        yield from _piece(piece)
        before = piece.kind
        if piece.kind is Kind.CLAIM:
            yield from _behind(paragraph, remarks, verdicts)


def _piece(piece: "Piece") -> Iterator[str]:
    from debatemap.views.read.paragraph_words import Kind  # noqa: PLC0415  (as above)

    if piece.kind is Kind.HEADING:
        yield f"## {literal_line(piece.words)}"
    elif piece.number:
        opening = f"*{piece.opening}*" if piece.opening else ""
        yield " ".join(filter(None, (f"**{piece.number}**", opening, literal_line(piece.words))))
    elif piece.kind in (Kind.QUOTE, Kind.SOURCE):
        yield f"> {'— ' if piece.kind is Kind.SOURCE else ''}{literal_line(piece.words)}"
    else:
        lines = list(literal_lines(piece.words))
        opening = f"*{piece.opening}* " if piece.opening else ""
        yield f"{opening}{lines[0]}"
        yield from lines[1:]


def _behind(paragraph: "Paragraph", remarks: Remarks, verdicts: Verdicts | None) -> Iterator[str]:
    """Yields what stands right behind a claim: its verdict, its author, date, tags and ratings."""
    sentence = verdicts.sentences.get(paragraph.claim) if verdicts is not None else None
    if sentence and paragraph.role == "thesis":
        yield from ("", f"*Verdict:* {literal_line(sentence)}")
        turning = verdicts.turning.get(paragraph.claim) if verdicts is not None else None
        if turning:
            yield from ("", literal_line(turning))
    said = [each for each in remarks.of_claim(paragraph.claim) if each.label not in _TOLD]
    said += remarks.of_step(paragraph.link) if paragraph.link is not None else ()
    words = "; ".join(f"{each.label}: {literal_line(each.words)}" for each in said)
    if words:
        yield from ("", f"({words})")
