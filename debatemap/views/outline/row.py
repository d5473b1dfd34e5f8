"""A row of the outline: one place of a claim."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import groupby
from operator import attrgetter

from debatemap.core.debate import Debate

__all__ = ["Part", "Row", "bracketed", "child_rows", "link_rows", "root_key", "top_row"]


class Part(IntEnum):
    """Where a row stands among the joint premises of its link."""

    ALONE = 0
    FIRST = 1
    MIDDLE = 2
    LAST = 3
    ONLY = 4
    """The only one of several that a filter shows."""


class Row:
    """One place of a claim, as it stands in the outline.

    Attributes:
        claim: The claim.
        link: The link that puts it here; None for a thesis or an unplaced claim.
        parent: The row that it stands under, or None at the top.
        depth: Steps from the top, 0 there.
        key: Names the place: a hash of the keys along its path.
        near: Its index when it was last looked for, where the next search begins.
        part: Its part in a joint step.
        closes_cycle: Whether the claim stands above itself here, so that the row only refers to it.
        open: Whether what is beneath it is shown.
    """

    __slots__ = ("claim", "closes_cycle", "depth", "key", "link", "near", "open", "parent", "part")

    def __init__(
        self, claim: str, link: str | None, parent: "Row | None", depth: int, key: int
    ) -> None:
        self.claim = claim
        self.link = link
        self.parent = parent
        self.depth = depth
        self.key = key
        self.near = 0
        self.part = Part.ALONE
        self.closes_cycle = False
        self.open = False

    def __repr__(self) -> str:
        return f"Row({self.claim!r}, {self.link!r}, depth={self.depth})"


def root_key(trail: Sequence[tuple[str | None, str]]) -> int:
    """Returns the key of the place at the end of a path from the top."""
    key = 0
    for step in trail:
        key = hash((key, *step))
    return key


def top_row(trail: Sequence[tuple[str | None, str]]) -> Row:
    """Returns the row at the top for the place at the end of a path."""
    link, claim = trail[-1]
    return Row(claim, link, None, 0, root_key(trail))


def child_rows(debate: Debate, row: Row) -> list[Row]:
    """Returns rows for what stands directly beneath a row, in reading order.

    Beneath such a reference stands what is said of its step; the rest stands further up.
    """
    claims, steps = debate.claims, debate.steps
    replies = () if row.closes_cycle else steps.get(row.claim, ())
    step = row.link
    if step is not None and step in steps and debate.links[step].premises[0] == row.claim:
        replies = [*steps[step], *replies]
    rows: list[Row] = []
    depth, key = row.depth + 1, row.key
    for _, link, premises, _ in replies:
        claim = premises[0]
        if len(premises) == 1 and claim in claims:
            rows.append(Row(claim, link, row, depth, hash((key, link, claim))))
        else:
            rows.extend(link_rows(debate, link, row))
    return rows


def link_rows(debate: Debate, link: str, parent: Row) -> list[Row]:
    """Returns rows for the premises of a link beneath the row of its target."""
    rows = [
        Row(claim, link, parent, parent.depth + 1, hash((parent.key, link, claim)))
        for claim in dict.fromkeys(debate.links[link].premises)
        if claim in debate.claims
    ]
    if len(rows) > 1:
        _bracket(rows)
    return rows


def bracketed(rows: list[Row]) -> list[Row]:
    """Returns rows of one parent whose brackets close over what a filter shows of each step."""
    joint = [row for row in rows if row.part is not Part.ALONE]
    for _, step in groupby(joint, key=attrgetter("link")):
        _bracket([*step])
    return rows


def _bracket(rows: Sequence[Row]) -> None:
    for row in rows:
        row.part = Part.MIDDLE
    rows[0].part = Part.FIRST
    rows[-1].part = Part.LAST if len(rows) > 1 else Part.ONLY
