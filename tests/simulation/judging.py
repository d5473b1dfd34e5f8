"""What a merge lost, told from the files alone and in ignorance of how they were merged.

Whatever a person changed has to be in the merged file, or in its list of conflicts with the
person's own value. A text counts as kept where all words that the person put in are there and
those taken out are gone, as far as nobody else put them in or took them out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump, parse
from tests.simulation.facts import RECORDS, Facts, Path, Shape, facts_of, named_in, nodes_of

__all__ = ["dangling", "is_invalid", "lost_edits"]

_MEMBERS: Final = {("claims", "tags"), ("claims", "sources"), ("map", "theses")}
_PREMISES: Final = {("links", "from"), ("links", "with")}
_PIECES: Final = {("claims", "text"), ("claims", "note")}


def lost_edits(
    base: bytes, sides: Sequence[bytes], merged: bytes, named: Sequence[Shape]
) -> list[str]:
    """Returns, as paths, what the sides changed and a merge lost without a word.

    Args:
        base: What all began with.
        sides: What each of them made of it.
        merged: What became of all.
        named: The conflicts that were reported on the way.
    """
    began, result = facts_of(base), facts_of(merged)
    facts = [facts_of(side) for side in sides]
    lost: list[str] = []
    for place, side in enumerate(facts):
        others = [*facts[:place], *facts[place + 1 :]]
        case = _Case(began, side, others, result, named)
        lost += (f"side {place + 1}: {'.'.join(path)}" for path in case.lost())
    return lost


def dangling(data: bytes) -> list[str]:
    """Returns what a map names and does not hold: ends of links, theses, sources, the rated."""
    facts = facts_of(data)
    there = nodes_of(facts)
    wrong = {(namer, named) for namer, named in named_in(facts) if named not in there}
    premises = ((path, facts.get(path, ())) for path in facts if path[::2] == ("links", "with"))
    wrong.update((p, ("claims", n)) for p, ns in premises for n in ns if ("claims", n) not in there)
    return sorted(f"{'.'.join(namer)} names {'.'.join(named)}" for namer, named in wrong)


def is_invalid(data: bytes) -> bool:
    """Tells whether a file is no map, or not as the program would write it."""
    try:
        facts_of(data)
        return dump(parse(data).debate) != data
    except (MapError, ValueError):
        return True


class _Case(NamedTuple):
    """One person's edits, and what became of them."""

    began: Facts
    side: Facts
    others: list[Facts]
    result: Facts
    named: Sequence[Shape]

    def lost(self) -> Iterator[Path]:
        """Yields the paths of edits that are neither in the result nor named."""
        here, there = nodes_of(self.side), nodes_of(self.result)
        gone = nodes_of(self.began) - here
        yield from (record for record in sorted(gone & there) if not self._came_back(record))
        for path in sorted({*self.began, *self.side}):
            if path[:2] in gone or self.side.get(path) == self.began.get(path):
                continue
            # A record that is not there keeps nothing, not even that a field was emptied.
            is_missing = path[:2] in here and path[:2] not in there
            if (is_missing or not self._is_kept(path)) and not self._is_named(path):
                yield path

    def _is_kept(self, path: Path) -> bool:
        value, now = self.side.get(path), self.result.get(path)
        if value == now:
            return True
        kind = path[0], path[-1]
        if kind in _PIECES:
            return self._has_pieces(path)
        if kind in _PREMISES:
            return self._has_members(*(_premises(f, path) for f in self._before_and_after()))
        if kind in _MEMBERS:
            return self._has_members(*(f.get(path, []) for f in self._before_and_after()))
        # Whoever deletes a claim takes its ratings back; they return with it.
        return path[0] == "stances" and value is None and self._has_returned(path[2])

    def _before_and_after(self) -> tuple[Facts, Facts, Facts]:
        return self.began, self.side, self.result

    def _has_members(self, old: list[Any], mine: list[Any], now: list[Any]) -> bool:
        """Tells whether what came in is in, what went is out, and a new order stands."""
        left = [one for one in old if one not in mine and one in now]
        if any(one not in now for one in mine if one not in old):
            return False
        if any(not isinstance(one, str) or not self._has_returned(one) for one in left):
            return False
        was, own, stands = ([o for o in each if o in old and o in mine and o in now]
                            for each in (old, mine, now))  # fmt: skip
        return own in (was, stands)

    def _has_pieces(self, path: Path) -> bool:
        """Tells whether words or lines came and went as the person wanted."""
        old, mine, now = (_counted(facts.get(path)) for facts in self._before_and_after())
        theirs = [_counted(other.get(path)) for other in self.others if path in other]
        for piece in {*old, *mine}:
            moves = [each[piece] - old[piece] for each in theirs]
            least = mine[piece] + sum(move for move in moves if move < 0)
            most = mine[piece] + sum(move for move in moves if move > 0)
            if mine[piece] > old[piece] and now[piece] < least:
                return False
            if mine[piece] < old[piece] and now[piece] > most:
                return False
        return path in self.result

    def _is_named(self, path: Path) -> bool:
        """Tells whether a conflict holds what the person made of this."""
        value = self.side.get(path)
        for entry in self.named:
            named, held = tuple(entry["path"]), entry["values"]
            if named == path and (value in held or (value is None and entry.get("deleted"))):
                return True
            is_record = named == path[:2] and path[0] in RECORDS
            if is_record and any(record.get(path[2]) == value for record in held):
                return True
        return False

    def _has_returned(self, node: str) -> bool:
        return any(self._came_back((table, node)) for table in ("claims", "links"))

    def _came_back(self, record: Path) -> bool:
        """Tells whether a conflict says that something deleted is here again."""
        return any(
            (tuple(entry["path"]) == record and entry.get("deleted"))
            or (record[0] == "links" and record[1] in entry.get("with", ()))
            for entry in self.named
        )


def _premises(facts: Facts, path: Path) -> list[str]:
    first = facts.get((*path[:2], "from"))
    return [] if first is None else [first, *facts.get((*path[:2], "with"), ())]


def _counted(value: str | list[str] | None) -> Counter[str]:
    return Counter(value.split() if isinstance(value, str) else value or ())
