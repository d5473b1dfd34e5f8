"""A map as paragraphs: each claim once, with a number, and named by it where it comes again."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.views.read.numbering import Role, Row, tops, walk

__all__ = ["Paragraph", "Path", "Prose", "paragraphs_of"]

Path = tuple[tuple[str | None, str], ...]
"""The link and the claim of each step from the top."""

_HEADINGS: Final[dict[Role, str]] = {
    "unplaced": "Not placed yet",
    "adrift": "In a cycle that no thesis leads to",
}


class Paragraph(NamedTuple):
    """A claim at one place.

    Attributes:
        number: The number of the place, as `debatemap show` has it.
        role: What the claim is to the one above; a joint premise has the role of its step.
        claim: The claim.
        link: The link that puts it there.
        depth: Steps from the top.
        above: The index of the paragraph that it replies to; -1 at the top.
        see: The number under which the claim is written out, where that is elsewhere.
        heading: The heading above it, where a part begins.
        step: The number of the joint step of which it is the first premise.
        hidden: Replies that are left out for their depth.
    """

    number: str
    role: Role
    claim: str
    link: str | None
    depth: int
    above: int
    see: str = ""
    heading: str = ""
    step: str = ""
    hidden: int = 0


def paragraphs_of(debate: Debate, rows: Iterable[Row] | None = None) -> Iterator[Paragraph]:
    """Yields the paragraphs of a map, or of numbered rows of it."""
    places: dict[str, int] = {}
    step: Row | None = None
    part: Role | None = None
    number = 0
    for row in walk(debate, tops(debate)) if rows is None else rows:
        if row.role != "premise":
            step = row if row.claim is None else None
            places[row.number] = number
        if row.claim is None or row.claim not in debate.claims:
            continue
        places[row.number] = number
        begins_part = row.depth == 0 and row.role != part
        part = row.role if row.depth == 0 else part
        begins_step = step is not None and row.link == step.link and places[step.number] == number
        yield Paragraph(
            number=row.number,
            role=_role(debate, row),
            claim=row.claim,
            link=row.link,
            depth=row.depth,
            above=_above(step or row, places),
            see=row.see,
            heading=_HEADINGS.get(row.role, "") if begins_part else "",
            step=step.number if step is not None and begins_step else "",
            hidden=row.hidden,
        )
        number += 1


def _above(row: Row, places: Mapping[str, int]) -> int:
    """Returns the index of the paragraph that a row replies to; -1 at the top."""
    return places.get(row.beneath or row.number.rpartition(".")[0], -1)


def _role(debate: Debate, row: Row) -> Role:
    """Returns what a claim is to what stands above it; a premise is what its step is."""
    if row.role != "premise" or row.link is None:
        return row.role
    link = debate.links[row.link]
    if link.target in debate.links:
        return "backing" if link.stance == "supports" else "undercut"
    return "pro" if link.stance == "supports" else "con"


class Prose:
    """The paragraphs of a map, and how they are found.

    Attributes:
        paragraphs: All of them, in reading order.
    """

    def __init__(self, debate: Debate) -> None:
        self.paragraphs = list(paragraphs_of(debate))
        self._places = {(p.link, p.claim): n for n, p in enumerate(self.paragraphs)}
        self._written = {p.claim: n for n, p in enumerate(self.paragraphs) if not p.see}

    def path(self, index: int) -> Path:
        """Returns the path from the top to the place of a paragraph."""
        steps: list[tuple[str | None, str]] = []
        here = index
        while here >= 0:
            paragraph = self.paragraphs[here]
            steps.append((paragraph.link, paragraph.claim))
            here = paragraph.above
        return tuple(reversed(steps))

    def find(self, link: str | None, claim: str) -> int | None:
        """Returns the index of the paragraph of a place, or else of the claim written out."""
        index = self._places.get((link, claim))
        return index if index is not None else self._written.get(claim)

    def written(self, claim: str) -> int | None:
        """Returns the index of the paragraph in which a claim is written out."""
        return self._written.get(claim)
