"""Accounts of a merge: which of a side's edits are neither in the merged map nor named."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import orjson

from debatemap.core.debate import Debate
from debatemap.core.scenarios import SCENARIOS
from debatemap.formats.native.records import SHAPES
from debatemap.sync.merge.conflict import ABSENT, CONFLICTS, Conflict, canonical, entries_of

__all__ = ["Account", "tree", "unaccounted"]

Path = tuple[str, ...]

_SETS: Final = {
    ("claims", "tags"),
    ("claims", "sources"),
    ("map", "theses"),
    (CONFLICTS, CONFLICTS),
}
_PREMISES: Final = ("from", "with")


class Account(NamedTuple):
    """What one side made of the base, what the other did, and what came of it."""

    base: Any
    side: Any
    other: Any
    merged: Any

    def at(self, key: str) -> "Account":
        """Returns the account of one field; what is no object has no fields."""
        fields = (each.get(key, ABSENT) if isinstance(each, dict) else ABSENT for each in self)
        return Account(*fields)


class _Named:
    """What the conflicts of a merge name, against a side that has some claims and links."""

    def __init__(self, conflicts: Sequence[Conflict], side: Debate) -> None:
        self._nodes = side.claims.keys() | side.links.keys()
        self._values: dict[Path, list[Any]] = {}
        self._along = {link for conflict in conflicts for link in conflict.along}
        self._placed = {(c.path[-1], link) for c in conflicts for link in c.links}
        for conflict in conflicts:
            values = self._values.setdefault(conflict.path, [])
            values += [canonical(_plain(value)) for value in conflict.values]
            values += [canonical(ABSENT)] if conflict.deleted else []

    def names(self, path: Path, value: Any) -> bool:  # noqa: ANN401  (any JSON)
        """Tells whether a conflict holds what a side made of something."""
        values = self._values.get(path, ())
        return canonical(value) in values or (path == (CONFLICTS,) and bool(values))

    def says(self, *path: str) -> bool:
        """Tells whether there is a conflict of this path."""
        return path in self._values

    def has_come_back(self, path: Path) -> bool:
        """Tells whether something that a side deleted is named as here all the same."""
        node = path[-1]
        if path[0] in {"stances", SCENARIOS} and len(path) == 3:
            return self.is_back(node)
        return len(path) == 2 and (path in self._values or node in self._along)

    def is_back(self, node: str) -> bool:
        """Tells whether a record that a side deleted is named as here all the same."""
        tables = ("claims", "links", "sources")
        return any((table, node) in self._values for table in tables) or node in self._along

    def has_scenario_come_back(self, path: Path, account: Account) -> bool:
        """Tells whether a scenario went only with all that it was about, and returned with it."""
        base, _, _, merged = account
        if path[:1] != (SCENARIOS,) or len(path) != 2 or not (base and merged):
            return False
        objects = isinstance(base, dict) and isinstance(merged, dict)
        return objects and self._nodes.isdisjoint(base) and all(map(self.is_back, merged))

    def places(self, claim: str, link: str) -> bool:
        """Tells whether a claim is named as back, with a link that it stands by."""
        return (claim, link) in self._placed


def tree(debate: Debate) -> dict[str, Any]:
    """Returns a debate as JSON in which the paths of conflicts lead to what they are about."""
    shapes: dict[str, Any] = {
        table: {key: shape(record) for key, record in getattr(debate, table).items()}
        for table, shape in SHAPES.items()
        if table != "map"
    }
    shapes |= {"map": SHAPES["map"](debate.header), "stances": dict(debate.stances)}
    # Who drops the last scenario takes the key away, and has dropped no other one.
    plain: dict[str, Any] = _plain({SCENARIOS: {}, **debate.header.beside, **shapes})
    return {**plain, CONFLICTS: _plain(entries_of(debate.header))}


def unaccounted(
    base: Debate, side: Debate, other: Debate, merged: Debate, conflicts: Sequence[Conflict]
) -> list[Path]:
    """Returns the paths of the edits of a side that are lost without a word."""
    account = Account(*map(tree, (base, side, other, merged)))
    return list(_lost(_Named(conflicts, side), (), account))


def _plain(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    return orjson.loads(orjson.dumps(value))


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401  (any JSON)
    return canonical(one) == canonical(other)


def _lost(named: _Named, path: Path, account: Account) -> Iterator[Path]:
    base, side, _, merged = account
    if _same(base, side) or _same(side, merged) or named.names(path, side):
        return
    if (path[:1] or ("",))[0] == "links" and len(path) == 2 and ABSENT not in (side, merged):
        yield from _lost_premises(named, path, account)
    if path and (path[0], path[-1]) in _SETS:
        yield from _lost_members(named, path, account)
    elif _is_text(path) and ABSENT not in account:
        yield from ((*path, word) for word in _lost_words(account))
    elif (isinstance(merged, dict) and isinstance(side, dict)) or _holds_ratings(path):
        within = {key: None for each in (base, side) if isinstance(each, dict) for key in each}
        for key in within:
            if not (len(path) == 2 and path[0] == "links" and key in _PREMISES):
                yield from _lost(named, (*path, key), account.at(key))
    elif not (
        side is ABSENT
        and (named.has_come_back(path) or named.has_scenario_come_back(path, account))
    ):
        yield path


def _lost_premises(named: _Named, path: Path, account: Account) -> Iterator[Path]:
    """Yields the premises that a side put in or took out, whichever stands first."""
    if named.says(*path, "from") or named.says(*path, "with"):
        return
    base, side, _, merged = (
        set() if link is ABSENT else {link["from"], *link.get("with", ())} for link in account
    )
    yield from ((*path, premise) for premise in (side - base) - merged)
    back = {premise for premise in base - side if named.places(premise, path[-1])}
    yield from ((*path, premise) for premise in ((base - side) & merged) - back)


def _lost_members(named: _Named, path: Path, account: Account) -> Iterator[Path]:
    if named.says(*path):
        return
    base, side, _, merged = (
        [] if each is ABSENT else [canonical(member) for member in each] for each in account
    )
    # A thesis that came back stands last.
    back = {m for m in base if path == ("map", "theses") and named.says("claims", orjson.loads(m))}
    for member in dict.fromkeys([*base, *side]):
        wanted = member in side
        if wanted not in (member in base, member in merged) and member not in back:
            yield (*path, member.decode())
    staying = ({*base} & {*side} & {*merged}) - back
    orders = [list(dict.fromkeys(m for m in each if m in staying)) for each in (base, side, merged)]
    if orders[1] not in (orders[0], orders[2]):
        yield (*path, "order")


def _holds_ratings(path: Path) -> bool:
    """Tells whether ratings stand there, of which each is an edit, even the last one."""
    return path[:1] == ("stances",) and len(path) < 3


def _is_text(path: Path) -> bool:
    return len(path) == 3 and path[0] == "claims" and path[2] in {"text", "note"}


def _lost_words(account: Account) -> Iterator[str]:
    """Yields words that stood nowhere and are not there, or that the other left and still are."""
    base, side, other, merged = (
        each.split() if isinstance(each, str) else each for each in account
    )
    places = iter(merged)
    yield from (word for word in side if word not in base and word not in places)
    yield from (
        word
        for word in base
        if word not in side and word in merged and _around(word, base) == _around(word, other)
    )


def _around(word: str, words: list[str]) -> list[str] | None:
    """Returns a word between its neighbours, where it stands once."""
    place = words.index(word) if words.count(word) == 1 else None
    return None if place is None else ["", *words, ""][place : place + 3]
