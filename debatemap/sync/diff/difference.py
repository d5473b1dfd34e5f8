"""A difference of two debates: one thing that a person did, and the records that it touched."""

from typing import Any, Literal, NamedTuple

__all__ = ["Difference", "Edit", "Group", "Kind", "Place"]

Kind = Literal[
    "added",
    "removed",
    "moved",
    "flipped",
    "linked",
    "unlinked",
    "relinked",
    "joined",
    "thesis",
    "no thesis",
    "theses reordered",
    "title",
    "question",
    "identity",
    "reworded",
    "note",
    "tags",
    "author",
    "created",
    "cited",
    "uncited",
    "requoted",
    "field",
    "source",
    "rated",
    "unknown",
    "reordered",
    "renumbered",
]
"""What was done, in the order in which it is told where several things befell one claim.

A `field` of a claim is one that is told by its label and its kind.
"""

Place = Literal["map", "thesis", "unplaced", "adrift"]
"""What a group of differences stands under; adrift is a cycle that no thesis leads to."""


class Edit(NamedTuple):
    """A record, or a field of one, before and after; None stands for one that is not there.

    Attributes:
        table: As in a change: header, claims, links, sources or stances.
        id: The id of the record; of a person's ratings, the name.
        field: The attribute of the record; empty for the whole record. In `stances` it is the
            id of what is rated. In `header`, `theses.ID` is the place of one thesis.
        before: What stood there.
        after: What stands there now.
    """

    table: str
    id: str
    field: str
    before: Any
    after: Any

    def inverse(self) -> "Edit":
        """Returns the edit that takes this one back."""
        return self._replace(before=self.after, after=self.before)


class Difference(NamedTuple):
    """One thing that is not as it was.

    Attributes:
        kind: What was done.
        edits: All that it changed, what it is about first; no other difference has the same.
        claim: The claim at which it is shown, which exists in the later debate: the claim
            itself; of a link, its first premise; of what is gone, the nearest claim above it.
            Empty for the map as a whole.
        link: The link that it is about, or by which the claim stands where it came or went.
    """

    kind: Kind
    edits: tuple[Edit, ...]
    claim: str = ""
    link: str | None = None

    @property
    def table(self) -> str:
        """The table of the first edit."""
        return self.edits[0].table

    @property
    def id(self) -> str:
        """The id of the record of the first edit."""
        return self.edits[0].id

    @property
    def field(self) -> str:
        """The field of the first edit; empty for the whole record."""
        return self.edits[0].field

    @property
    def before(self) -> Any:  # noqa: ANN401  (a record, or any field of one)
        """What stood there; None for nothing."""
        return self.edits[0].before

    @property
    def after(self) -> Any:  # noqa: ANN401  (a record, or any field of one)
        """What stands there now; None for nothing."""
        return self.edits[0].after


class Group(NamedTuple):
    """Differences that stand together: those of a branch, of a thesis itself, of the map.

    Attributes:
        place: What they stand under.
        thesis: The thesis, where they stand under one.
        branch: The claim right beneath the thesis that they stand at or under, or empty.
        differences: In reading order. A claim that came or went beneath a thesis, was moved or
            flipped there, is a difference of the thesis; what is beneath it, of its branch.
    """

    place: Place
    thesis: str
    branch: str
    differences: list[Difference]
