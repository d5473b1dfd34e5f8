"""The floor in meaning: what no merge could decide, told from the two sides alone.

Two people gave one thing two values, or reworded the same sentence; or one deleted what the
other changed or named anew. Nothing here knows how the program merges.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tests.simulation.facts import Facts, Path, facts_of, named_in, nodes_of

__all__ = ["unavoidable"]

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")

_SETS = {"tags", "sources", "theses", "with", "from"}


def unavoidable(base: bytes, ours: bytes, theirs: bytes) -> set[Path]:
    """Returns what a person has to decide when two sides of one map come together."""
    began, one, other = map(facts_of, (base, ours, theirs))
    return {
        *_contested(began, one, other),
        *_wanted_back(began, one, other),
        *_wanted_back(began, other, one),
        *_emptied(began, one, other),
    }


def _contested(began: Facts, one: Facts, other: Facts) -> Iterator[Path]:
    """Yields what both sides gave another value, in records that both sides kept."""
    gone = nodes_of(began) - (nodes_of(one) & nodes_of(other))
    for path in {*began, *one, *other}:
        three = began.get(path), one.get(path), other.get(path)
        if three[0] in three[1:] or three[1] == three[2] or path[:2] in gone:
            continue
        field = path[-1] if path[0] in {"claims", "map", "links"} else ""
        if field in _SETS:
            continue
        if path[0] == "stances" and not _both_have(path[2], one, other):
            continue
        if field not in {"text", "note"} or None in three or _overlap(*map(_pieces, three)):
            yield path


def _both_have(node: str, one: Facts, other: Facts) -> bool:
    """Tells whether a rating is of something that is there on both sides."""
    shared = nodes_of(one) & nodes_of(other)
    return ("claims", node) in shared or ("links", node) in shared


def _wanted_back(began: Facts, deleting: Facts, keeping: Facts) -> Iterator[Path]:
    """Yields what one side deleted and the other changed, or named where it had not been."""
    gone = (nodes_of(began) - nodes_of(deleting)) & nodes_of(keeping)
    for path in {*began, *keeping}:
        if path[:2] in gone and began.get(path) != keeping.get(path):
            yield path[:2]
    now, before = named_in(keeping), named_in(began)
    for namer, named in now:
        # A rating is a name and a value, and may have got another value.
        is_rating = namer[0] == "stances"
        was_rated_otherwise = is_rating and began.get(namer) != keeping.get(namer)
        if named in gone and ((namer, named) not in before or was_rated_otherwise):
            yield named


def _emptied(began: Facts, one: Facts, other: Facts) -> Iterator[Path]:
    """Yields the links that both sides took premises from until none was left."""
    for record in nodes_of(began) & nodes_of(one) & nodes_of(other):
        if record[0] == "links":
            old, mine, hers = (_premises(facts, record) for facts in (began, one, other))
            if not (mine & hers) | (mine - old) | (hers - old):
                yield record


def _premises(facts: Facts, record: Path) -> set[str]:
    return {facts[(*record, "from")], *facts.get((*record, "with"), ())}


def _pieces(value: str | list[str] | None) -> list[str]:
    """Returns the sentences of a text, or the lines of a note."""
    return _SENTENCE_ENDS.split(value) if isinstance(value, str) else value or []


def _overlap(base: list[str], ours: list[str], theirs: list[str]) -> bool:
    """Tells whether two sides changed the same pieces, or put some into the same place."""
    return any(
        one != other and _meet(one[:2], other[:2])
        for one in _edits(base, ours)
        for other in _edits(base, theirs)
    )


def _edits(base: list[str], side: list[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Returns from where to where pieces are replaced, and by what."""
    found = SequenceMatcher(None, base, side, autojunk=False).get_opcodes()
    return [(i, j, tuple(side[k:m])) for tag, i, j, k, m in found if tag != "equal"]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    if one == other:
        return True
    (start, end), (first, last) = one, other
    if start == end or first == last:
        return first < start < last or start < first < end
    return max(start, first) < min(end, last)
