"""One trial: a map, a few people with a few edits each, and their merges, judged."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, fields

from debatemap.core.change import HEADER, Change
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.merge.conflict import canonical, conflicts_in, with_conflicts
from debatemap.sync.merge.three_way import merge3
from tests.simulation.facts import entries
from tests.simulation.floor import unavoidable
from tests.simulation.judging import dangling, is_invalid, lost_edits
from tests.simulation.maps import draw_map
from tests.simulation.people import NAMES, Person
from tests.simulation.repository import Result

__all__ = [
    "EDITS",
    "Merge",
    "Tally",
    "Versions",
    "checked",
    "in_process",
    "settled",
    "try_out",
    "versions",
]

EDITS = 5
"""How many edits each person makes before the merge."""

Merge = Callable[[bytes, bytes, bytes], Result]
"""Merges two versions of a file that began as one: the beginning, one side, the other."""

Versions = list[bytes]
"""The map that all began with, then each person's."""


@dataclass
class Tally:
    """What came of merges.

    Attributes:
        merges: How many there were.
        plain: In how many of them plain git met a conflict.
        wrong: How many more plain git spoilt without a word.
        ours: In how many the program met one.
        floor: In how many a person had to decide, whatever the program.
        lost: Edits that the program lost.
        dangling: Names of nothing that it left.
        invalid: Files that are no map.
        faults: The last three, in words.
    """

    merges: int = 0
    plain: int = 0
    wrong: int = 0
    ours: int = 0
    floor: int = 0
    lost: int = 0
    dangling: int = 0
    invalid: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Adds what came of other merges."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def versions(chance: random.Random, claims: int, people: int) -> Versions:
    """Returns a map and what so many people make of it, each with a copy of their own."""
    base = dump(draw_map(chance, claims))
    found = [base]
    for name in NAMES[:people]:
        debate = parse(base).debate
        Person(name, chance).edit(debate, EDITS)
        found.append(dump(debate))
    return found


def try_out(made: Versions, ours: Merge, plain: Merge) -> Tally:
    """Merges everybody's version, one after the other, in two ways on the same edits.

    What is in conflict is settled as it stands before the next one's version comes in.
    """
    base, merged, *rest = made
    tally, named = Tally(), list[dict[str, object]]()
    for theirs in rest:
        sides = merged, theirs
        result = ours(base, *sides)
        tally.add(_judged(base, sides, result))
        tally.add(_judged_plain(base, sides, plain(base, *sides)))
        if tally.invalid:
            return tally
        named += entries(result.data)
        merged = settled(result.data)
    lost = lost_edits(base, made[1:], merged, named) if len(rest) > 1 else []
    tally.add(Tally(lost=len(lost), faults=[f"lost of all: {words}" for words in lost]))
    return tally


def in_process(base: bytes, ours: bytes, theirs: bytes) -> Result:
    """Merges without git."""
    merged = merge3(*(parse(data).debate for data in (base, ours, theirs)))
    return Result(dump(merged.debate), bool(merged.conflicts))


def checked(merge: Merge) -> Merge:
    """Returns a merge that has to give, to the byte, what the program gives without git.

    Only git knows who the two sides are.
    """

    def both(base: bytes, ours: bytes, theirs: bytes) -> Result:
        result = merge(base, ours, theirs)
        if _of_nobody(result) != in_process(base, ours, theirs):
            raise AssertionError("git's merge is not the program's")
        return result

    return both


def _of_nobody(result: Result) -> Result:
    """Returns a result without what its conflicts say of who the sides are."""
    debate = parse(result.data).debate
    left = [conflict._replace(sides=()).shape() for conflict in conflicts_in(debate)]
    if not left:
        return result
    header = with_conflicts(debate.header, sorted(left, key=canonical))
    records = {name: rows for name, rows in debate.tables().items() if name != "header"}
    return result._replace(data=dump(Debate(header, **records)))


def _judged(base: bytes, sides: tuple[bytes, bytes], result: Result) -> Tally:
    wanted = unavoidable(base, *sides)
    tally = Tally(merges=1, ours=result.conflicted, floor=bool(wanted))
    if is_invalid(result.data):
        tally.invalid, tally.faults = 1, ["invalid"]
        return tally
    lost = lost_edits(base, sides, result.data, entries(result.data))
    if wanted and not result.conflicted:
        lost += (f"undecided: {'.'.join(path)}" for path in wanted)
    loose = dangling(result.data)
    tally.lost, tally.dangling = len(lost), len(loose)
    tally.faults = [*(f"lost {words}" for words in lost), *loose]
    return tally


def _judged_plain(base: bytes, sides: tuple[bytes, bytes], result: Result) -> Tally:
    if result.conflicted:
        return Tally(plain=1)
    wrong = is_invalid(result.data) or dangling(result.data)
    return Tally(wrong=bool(wrong or lost_edits(base, sides, result.data, [])))


def settled(data: bytes) -> bytes:
    """Returns a merged map without its conflicts: what stands, stays."""
    debate = parse(data).debate
    header = with_conflicts(debate.header, [])
    if header != debate.header:
        debate.apply(Change("settle", header={HEADER: (debate.header, header)}))
    return dump(debate)
