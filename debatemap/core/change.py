"""A change of a map: a small value that can be applied, inverted and combined.

Undo and redo, the journal, the difference of two maps, their merge, a what-if and the view
that repaints only what was touched all speak in changes. A change names records by id and
holds each of them before and after; None stands for a record that is not there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeVar

from debatemap.core.done_words import done
from debatemap.core.model import Claim, Header, Link, Ratings, Source

__all__ = ["HEADER", "TABLES", "Change", "Edits", "Effect", "combine"]

Record = TypeVar("Record")
Edits = Mapping[str, tuple[Record | None, Record | None]]
"""Records before and after, by id."""

HEADER: Final = "map"
"""The id under which the one header stands."""

TABLES: Final = ("header", "claims", "links", "sources", "stances")
_ENDS: Final = (".”", "!”", "?”")
"""Ends of a sentence that need no full stop."""


class Effect(NamedTuple):
    """What comes of a change beside what it is for, in words.

    Attributes:
        done: As it is said once that was done: `2 claims now unplaced`.
        asked: As it is said before: `2 claims will be unplaced`; where empty, the same.
    """

    done: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Records by id, each before and after, and what the change does in words."""

    said: str = ""
    """The change in words, as an order: `delete "Many eyes …" and 12 replies`."""
    header: Edits[Header] = field(default_factory=dict)
    claims: Edits[Claim] = field(default_factory=dict)
    links: Edits[Link] = field(default_factory=dict)
    sources: Edits[Source] = field(default_factory=dict)
    stances: Edits[Ratings] = field(default_factory=dict)
    effects: tuple[Effect, ...] = field(default=(), compare=False)
    """What comes of it; `said` ends with it."""

    def __bool__(self) -> bool:
        return any(getattr(self, table) for table in TABLES)

    @property
    def moves_claims(self) -> bool:
        """Whether claims come, go or stand elsewhere, and do not only say something else."""
        renewed = self.claims.values()
        return bool(self.links or self.header) or any(None in pair for pair in renewed)

    @property
    def sentence(self) -> str:
        """The beginning of a sentence that tells what it has done: `Deleted "Many eyes …"`."""
        words = done(self.said)
        return f"{words[:1].upper()}{words[1:]}"

    @property
    def done(self) -> str:
        """What it has done, in words: `deleted "Many eyes …" and 12 replies`."""
        return done(self.said)

    @property
    def order(self) -> str:
        """What it is to do, in words, without what comes of it."""
        return self.said.removesuffix("".join(f"; {effect.done}" for effect in self.effects))

    @property
    def foreseen(self) -> str:
        """What will come of it, in sentences; empty where nothing is to be said."""
        asked = (effect.asked or effect.done for effect in self.effects)
        return " ".join(
            f"{each[:1].upper()}{each[1:]}{'' if each.endswith(_ENDS) else '.'}" for each in asked
        )

    @property
    def question(self) -> str:
        """Whether to do it, and what comes of it.

        Examples:
            >>> Change("delete “A.”; 1 claim now unplaced",
            ...     effects=(Effect("1 claim now unplaced", "1 claim will be unplaced"),)).question
            'Delete “A.”? 1 claim will be unplaced.'
        """
        order = self.order
        return f"{order[:1].upper()}{order[1:]}? {self.foreseen}".rstrip()

    def edits(self) -> Iterator[tuple[str, str, Any, Any]]:
        """Yields (table, id, before, after) of every record that changes."""
        for table in TABLES:
            for record_id, (before, after) in getattr(self, table).items():
                yield table, record_id, before, after

    def inverse(self) -> "Change":
        """Returns the change that takes this one back.

        Examples:
            >>> added = Change("add", claims={"a": (None, Claim("It rains."))})
            >>> added.inverse().claims == {"a": (Claim("It rains."), None)}
            True
        """
        swapped: dict[str, Any] = {
            table: {key: (after, before) for key, (before, after) in getattr(self, table).items()}
            for table in TABLES
        }
        return Change(self.said, **swapped)


def combine(steps: Iterable[Change], said: str = "") -> Change:
    """Returns the one change that does what several do, one after the other.

    Records that end as they began are left out.

    Args:
        steps: The changes.
        said: What the one does, in words; otherwise it is said as the first is.

    Examples:
        >>> add = Change("add", claims={"a": (None, Claim("It rains."))})
        >>> bool(combine([add, add.inverse()])), combine([add]) == add
        (False, True)
    """
    tables: dict[str, dict[str, tuple[Any, Any]]] = {table: {} for table in TABLES}
    for step in steps:
        said = said or step.said
        for table, key, before, after in step.edits():
            made = tables[table]
            made[key] = (made[key][0] if key in made else before, after)
    kept: dict[str, Any] = {
        table: {key: pair for key, pair in made.items() if pair[0] != pair[1]}
        for table, made in tables.items()
    }
    return Change(said, **kept)
