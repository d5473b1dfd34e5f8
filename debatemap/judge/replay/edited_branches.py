"""What was done between two versions of a debate, in parts that could each have been done alone."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple

from debatemap.core.change import Change
from debatemap.core.debate import Debate

__all__ = ["EditKind", "EditedBranch", "edited_branches"]


class EditKind(Enum):
    """What was done with a branch."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RATED = "rated"


class EditedBranch(NamedTuple):
    """Claims and links that came or went together, a link that changed, or a person's ratings.

    Attributes:
        kind: What was done.
        change: The records of it; no record is in two branches.
        claim: The claim at its top; empty for ratings.
        link: The link that puts it under the rest of the debate; empty where there is none.
        person: Whose ratings; empty for what is none.
        claims: How many claims came or went, or were rated otherwise.
        authors: Who wrote the claims of it, as they say.
    """

    kind: EditKind
    change: Change
    claim: str
    link: str
    person: str
    claims: int
    authors: tuple[str, ...]


def edited_branches(before: Debate, after: Debate) -> list[EditedBranch]:
    """Returns what was done between two versions, as far as it can bear on a strength.

    What came makes a branch with all that it is linked to and that came as well; so with what
    went. Other words of a claim bear on nothing.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> one = Debate(Header("m"), {"t": Claim("T.")})
        >>> other = Debate(Header("m"), {"t": Claim("T."), "a": Claim("A."), "b": Claim("B.")},
        ...     {"l": Link(("a",), "supports", "t"), "m": Link(("b",), "attacks", "a")})
        >>> [(each.kind.value, each.claim, each.claims) for each in edited_branches(one, other)]
        [('added', 'a', 2)]
    """
    return [
        *_branches(after, before, EditKind.ADDED),
        *_branches(before, after, EditKind.REMOVED),
        *_changed_links(before, after),
        *_ratings(before, after),
    ]


def _branches(having: Debate, lacking: Debate, kind: EditKind) -> Iterator[EditedBranch]:
    """Yields the branches that one debate has and another lacks."""
    claims = [key for key in having.claims if key not in lacking.claims]
    links = [key for key in having.links if key not in lacking.links]
    new = {*claims, *links}
    groups = _Groups(new)
    for key in links:
        record = having.links[key]
        for end in (*record.premises, record.target):
            if end in new:
                groups.join(key, end)
    for members in groups.all(claims + links):
        yield _branch(having, kind, members, new)


def _branch(having: Debate, kind: EditKind, members: list[str], new: set[str]) -> EditedBranch:
    own_claims = [key for key in members if key in having.claims]
    own_links = [key for key in members if key in having.links]
    tops = [key for key in own_links if having.links[key].target not in new]
    link = next(iter(tops or own_links), "")
    claim = having.links[link].premises[0] if link else next(iter(own_claims), "")
    came = kind is EditKind.ADDED
    change = Change(
        kind.value,
        claims={key: _pair(having.claims[key], came=came) for key in own_claims},
        links={key: _pair(having.links[key], came=came) for key in own_links},
    )
    authors = (having.claims[key].by for key in own_claims)
    known = tuple(dict.fromkeys(filter(None, authors)))
    return EditedBranch(kind, change, claim, link, "", len(own_claims), known)


def _pair(record: Any, *, came: bool) -> tuple[Any, Any]:  # noqa: ANN401  (a record of any table)
    return (None, record) if came else (record, None)


def _changed_links(before: Debate, after: Debate) -> Iterator[EditedBranch]:
    for key, new in after.links.items():
        old = before.links.get(key)
        if old is None or (old.premises, old.stance, old.target) == (
            new.premises,
            new.stance,
            new.target,
        ):
            continue
        change = Change(EditKind.CHANGED.value, links={key: (old, new)})
        yield EditedBranch(EditKind.CHANGED, change, new.premises[0], key, "", 0, ())


def _ratings(before: Debate, after: Debate) -> Iterator[EditedBranch]:
    for person in dict.fromkeys((*before.stances, *after.stances)):
        old, new = before.stances.get(person), after.stances.get(person)
        differ = _differing(old or {}, new or {})
        if differ:
            change = Change(EditKind.RATED.value, stances={person: (old, new)})
            yield EditedBranch(EditKind.RATED, change, "", "", person, differ, (person,))


def _differing(old: Mapping[str, float], new: Mapping[str, float]) -> int:
    return sum(old.get(node) != new.get(node) for node in old.keys() | new.keys())


class _Groups:
    """Things that belong together, by union and find."""

    def __init__(self, members: Iterable[str]) -> None:
        self._above = {member: member for member in members}

    def join(self, one: str, other: str) -> None:
        """Puts two into one group."""
        self._above[self._top(one)] = self._top(other)

    def all(self, members: Iterable[str]) -> Iterator[list[str]]:
        """Yields the groups, each in the order of the members."""
        groups: dict[str, list[str]] = {}
        for member in members:
            groups.setdefault(self._top(member), []).append(member)
        yield from groups.values()

    def _top(self, member: str) -> str:
        above = self._above
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member
