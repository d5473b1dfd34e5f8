"""A map that is being merged: the records so far, and what was noted on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.core.scenarios import Assumption
from debatemap.sync.merge.conflict import Conflict

__all__ = ["Key", "Merging"]

Key = tuple[str, str]
"""A table and an id."""


@dataclass
class Merging:
    """A map that is being merged.

    Attributes:
        base: What both sides began with.
        sides: The two sides.
        tables: The merged claims, links and sources.
        edited: By table, the ids of the records that the three may not have alike, sorted. What
            they have alike names the same in all of them, and so comes back and goes for nothing.
        theses: The merged theses.
        stances: The merged ratings, by person and id.
        scenarios: What the merged scenarios assume, by name and id.
        kept: What one side deleted and is here all the same, with the links that came along.
        found: The conflicts.
        put_back: The claims that came back among the premises of a link that was there.
    """

    base: Debate
    sides: tuple[Debate, Debate]
    tables: dict[str, dict[str, Any]]
    edited: Mapping[str, Sequence[str]]
    theses: list[str]
    stances: dict[str, dict[str, float]]
    scenarios: dict[str, dict[str, Assumption]]
    kept: dict[Key, list[str]]
    found: list[Conflict] = field(default_factory=list)
    put_back: set[tuple[str, str]] = field(default_factory=set)

    @property
    def claims(self) -> dict[str, Claim]:
        """The merged claims."""
        return self.tables["claims"]

    @property
    def links(self) -> dict[str, Link]:
        """The merged links."""
        return self.tables["links"]

    def is_there(self, node: str) -> bool:
        """Tells whether there is such a claim or link."""
        return node in self.claims or node in self.links

    def keeper(self, table: str, key: str) -> Debate | None:
        """Returns the side that has a record which the other deleted."""
        return next((side for side in self.sides if key in getattr(side, table)), None)
