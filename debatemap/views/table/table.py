"""All claims as rows that keep up with the debate, sorted by any column.

Rows are kept in a sorted list, so that a change takes out and puts in only what it touched, which
costs a shift of the list: 0.1 ms at 100,000 claims, where sorting anew takes a tenth of a second.
"""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from debatemap.core.change import Change
from debatemap.core.claim_columns import COLUMNS, Column, Depends, Strength, Value
from debatemap.core.debate import Debate
from debatemap.core.depth import depth_of, depths
from debatemap.core.reading_order import read

__all__ = ["READING_ORDER", "Sorting", "Table"]

READING_ORDER: Final = ""
"""The name of the order in which the outline is read, which is no column's."""

_MANY: Final = 500
"""Rows that are moved one by one after a change; when there are more, all are sorted anew."""

Key = tuple[bool, float, str, float, str]
"""What rows are sorted by: whether they stand last, number, text, reading order, claim.

Last stand those of an empty cell; where the greatest stands first, all others are told by that.
"""


class Sorting(NamedTuple):
    """How a table is sorted: by which column, and whether from the greatest down."""

    column: str = READING_ORDER
    descending: bool = False


class Table:
    """The claims of a debate as rows.

    Attributes:
        debate: The debate.
        sorting: How the rows are sorted.
        kept: The claims that a filter lets through, or None where there is no filter.
    """

    def __init__(self, debate: Debate, strength: Strength = lambda _: None) -> None:
        self.debate = debate
        self.sorting = Sorting()
        self.kept: frozenset[str] | None = None
        self._strength = strength
        self._order: dict[str, float] = {}
        self._depths: dict[str, int | None] = {}
        self._keys: dict[str, Key] = {}
        self._sorted: list[Key] = []
        self.sort(self.sorting)

    def __len__(self) -> int:
        return len(self._sorted)

    def __getitem__(self, index: int) -> str:
        """Returns the claim in a row, 0 at the top."""
        return self._sorted[~index if self.sorting.descending else index][-1]

    def __iter__(self) -> Iterator[str]:
        keys = reversed(self._sorted) if self.sorting.descending else iter(self._sorted)
        return (key[-1] for key in keys)

    def index(self, claim: str) -> int | None:
        """Returns the row of a claim, or None where it is not shown."""
        key = self._keys.get(claim)
        if key is None:
            return None
        place = bisect_left(self._sorted, key)
        return len(self._sorted) - 1 - place if self.sorting.descending else place

    def sort(self, sorting: Sorting) -> None:
        """Sorts the rows; equal cells stand in reading order."""
        self.sorting = sorting
        self._order = dict(read(self.debate).order)
        self._rebuild()

    def set_filter(self, claims: Collection[str] | None) -> None:
        """Shows only some claims; None shows all again."""
        self.kept = frozenset(claims) if claims is not None else None
        self._rebuild()

    def follow(self, change: Change) -> None:
        """Moves the rows that a change touched, after the debate has gone through it."""
        touched = set(self._touched(change))
        if len(touched) > _MANY or self._reaches_far(change):
            self._rebuild()
            return
        for claim in touched:
            self._take_out(claim)
            self._depths.pop(claim, None)
            if claim in self.debate.claims and self._passes_filter(claim):
                key = self._keys[claim] = self._key(claim)
                insort(self._sorted, key)

    def outdate_strengths(self) -> None:
        """Moves the rows whose strength is another one, where rows are sorted by strength."""
        if self._column is None or self._column.depends is not Depends.STRENGTHS:
            return
        strength, moved = self._strength, set()
        descending = self.sorting.descending
        for claim, (is_apart, number, *_) in self._keys.items():
            value = strength(claim)
            if (value is None) != (is_apart != descending) or (value or 0.0) != number:
                moved.add(claim)
        if len(moved) > _MANY and 2 * len(moved) > len(self._keys):
            self._rebuild()
            return
        if len(moved) > _MANY:
            staying = [key for key in self._sorted if key[-1] not in moved]
            self._keys.update((claim, self._key(claim)) for claim in moved)
            # Two runs that are sorted are merged in one go.
            self._sorted = sorted([*staying, *sorted(self._keys[claim] for claim in moved)])
            return
        for claim in moved:
            self._take_out(claim)
            key = self._keys[claim] = self._key(claim)
            insort(self._sorted, key)

    def value(self, claim: str, column: Column) -> Value:
        """Returns what a cell holds, from the debate as it is now."""
        if column.depends is Depends.STRENGTHS:
            return self._strength(claim)
        return column.value(self.debate, claim)

    @property
    def _column(self) -> Column | None:
        return next((each for each in COLUMNS if each.name == self.sorting.column), None)

    def _rebuild(self) -> None:
        if self._column is not None and self._column.depends is Depends.MAP:
            found = depths(self.debate)
            self._depths = {claim: found.get(claim) for claim in self.debate.claims}
        self._keys = {
            claim: self._key(claim) for claim in self.debate.claims if self._passes_filter(claim)
        }
        self._sorted = sorted(self._keys.values())

    def _key(self, claim: str) -> Key:
        column = self._column
        order = self._order.setdefault(claim, len(self._order))
        if column is None:
            return False, 0.0, "", order, claim
        if column.depends is Depends.MAP:
            if claim not in self._depths:
                self._depths[claim] = depth_of(self.debate, claim)
            value: Value = self._depths[claim]
        else:
            value = self.value(claim, column)
        descending = self.sorting.descending
        if value is None or value == "":
            return not descending, 0.0, "", order, claim
        if isinstance(value, str):
            return descending, 0.0, value.casefold(), order, claim
        return descending, float(value), "", order, claim

    def _take_out(self, claim: str) -> None:
        key = self._keys.pop(claim, None)
        if key is not None:
            del self._sorted[bisect_left(self._sorted, key)]

    def _passes_filter(self, claim: str) -> bool:
        return self.kept is None or claim in self.kept

    def _touched(self, change: Change) -> Iterator[str]:
        yield from change.claims
        for before, after in change.links.values():
            for link in (before, after):
                if link is not None:
                    yield from link.premises
                    yield link.target
        # A claim or a link that comes or goes gives what is said of it a place, or takes it away.
        for node in (*change.claims, *change.links):
            for link_id in self.debate.links_into(node):
                yield from self.debate.links[link_id].premises

    def _only_adds_leaves(self, change: Change) -> bool:
        """Tells whether a change does no more than add claims that nothing is said of yet.

        Or it changes what records say, and nothing of how they hang together.
        """
        new = {claim for claim, (before, _) in change.claims.items() if before is None}
        goes = any(after is None for _, after in change.claims.values())
        hang = all(
            before is None and after is not None and set(after.premises) <= new
            for before, after in change.links.values()
        )
        return hang and not goes and not change.header and not any(map(self.debate.links_into, new))

    def _reaches_far(self, change: Change) -> bool:
        """Tells whether a change may move rows of claims that it does not name."""
        if self._column is None:
            return False
        depends = self._column.depends
        if depends is Depends.SOURCES:
            return bool(change.sources)
        if depends is Depends.MAP:
            return not self._only_adds_leaves(change)
        return bool(change.header) and depends is Depends.LINKS
