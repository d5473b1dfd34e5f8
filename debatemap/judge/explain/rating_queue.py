"""A way through the claims that a person has not rated yet, and what others hold of them."""

from collections.abc import Container, Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.queries import branch
from debatemap.core.reading_order import read

__all__ = [
    "Ahead",
    "Disagreement",
    "Turn",
    "ahead",
    "furthest_apart",
    "rated_of",
    "replies",
    "unrated",
]


class Turn(NamedTuple):
    """A claim to be rated.

    Attributes:
        claim: Its id.
        link: The link that puts it before the reader, or None where it hangs on none.
    """

    claim: str
    link: str | None


class Disagreement(NamedTuple):
    """A claim that a person and others hold otherwise.

    Attributes:
        claim: Its id.
        mine: What the person holds, 0 to 100.
        others: The mean of what the others hold, 0 to 100.
        people: How many others they are.
    """

    claim: str
    mine: float
    others: float
    people: int


def unrated(debate: Debate, person: str, top: str | None = None) -> list[Turn]:
    """Returns the claims that a person has not rated, in the order in which to ask for them.

    Parents come in reading order, and all replies to one together, so that one question leads to
    the next. But what stands first in a list is thought about most, so replies to one claim are
    shuffled: by a digest of the map, the person and the claim. Each person has another order,
    and who stops and comes back goes on in the same one, whatever was added meanwhile.

    Args:
        debate: The debate.
        person: Whose ratings count.
        top: The claim at or beneath which to stay; the whole map without one.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")}, stances={"ann": {"t": 40}})
        >>> unrated(debate, "ann"), len(unrated(debate, "bo"))
        ([Turn(claim='c', link='l')], 2)
    """
    ratings = debate.stances.get(person, {})
    return [turn for turn in _turns(debate, person, top) if turn.claim not in ratings]


def rated_of(debate: Debate, person: str, top: str | None = None) -> tuple[int, int]:
    """Returns how many claims a person has rated, and of how many: of the map or beneath a claim.

    Args:
        debate: The debate.
        person: Whose ratings count.
        top: The claim at or beneath which to stay; the whole map without one.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "u": Claim("U.")},
        ...     stances={"ann": {"t": 40}})
        >>> rated_of(debate, "ann"), rated_of(debate, "ann", "t")
        ((1, 2), (1, 1))
    """
    ratings = debate.stances.get(person, {})
    are_rated = [turn.claim in ratings for turn in _turns(debate, person, top)]
    return sum(are_rated), len(are_rated)


class Ahead(NamedTuple):
    """What to rate next.

    Attributes:
        top: The thesis at or beneath which it stands, or None for what is left of the map.
        turns: The claims, in the order in which to ask for them.
    """

    top: str | None
    turns: list[Turn]


def ahead(debate: Debate, person: str, thesis: str | None = None, *, after: bool = False) -> Ahead:
    """Returns what to rate next: beneath a thesis, else beneath the next one, else in the rest.

    After the last thesis comes the first.

    Args:
        debate: The debate.
        person: Whose ratings count.
        thesis: Where to begin; a claim that is no thesis comes before the first.
        after: Whether to begin with the thesis after that one, which then comes last.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m", theses=("t", "u")), {"t": Claim("T."), "u": Claim("U.")},
        ...     stances={"ann": {"t": 40}})
        >>> ahead(debate, "ann", "t")
        Ahead(top='u', turns=[Turn(claim='u', link=None)])
    """
    known = list(dict.fromkeys(t for t in debate.header.theses if t in debate.claims))
    if thesis in known:
        here = known.index(thesis) + after
        known = [*known[here:], *known[:here]]
    elif thesis is not None and thesis in debate.claims:
        known = [*known, thesis] if after else [thesis, *known]
    for top in known:
        turns = unrated(debate, person, top)
        if turns:
            return Ahead(top, turns)
    return Ahead(None, unrated(debate, person))


def furthest_apart(
    debate: Debate, person: str, claims: Iterable[str], most: int = 10
) -> list[Disagreement]:
    """Returns where a person differs from the mean of all others, the largest difference first.

    Args:
        debate: The debate.
        person: Who differs.
        claims: The claims to look at; of two that differ as much, the first comes first.
        most: How many to return.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"t": Claim("T.")},
        ...     stances={"ann": {"t": 40}, "bo": {"t": 80}, "cy": {"t": 90}})
        >>> furthest_apart(debate, "ann", ["t"])
        [Disagreement(claim='t', mine=40, others=85.0, people=2)]
    """
    own = debate.stances.get(person, {})
    rest = [ratings for name, ratings in debate.stances.items() if name != person]
    found = []
    for claim in claims:
        others = [ratings[claim] for ratings in rest if claim in ratings]
        if claim in own and others:
            found.append(Disagreement(claim, own[claim], sum(others) / len(others), len(others)))
    differing = [each for each in found if each.mine != each.others]
    return sorted(differing, key=lambda each: -abs(each.mine - each.others))[:most]


def replies(debate: Debate, claim: str, steps: Container[str] | None = None) -> Iterator[Turn]:
    """Yields what is said of a claim, and of the steps from it.

    Args:
        debate: The debate.
        claim: The claim.
        steps: The links that it may stand by; without them all, wherever the claim stands.
    """
    spoken_to = [
        own
        for own in debate.links_from(claim)
        if debate.links[own].premises[0] == claim and (steps is None or own in steps)
    ]
    for node in (claim, *spoken_to):
        for link in debate.links_into(node):
            for premise in debate.links[link].premises:
                if premise in debate.claims:
                    yield Turn(premise, link)


def _turns(debate: Debate, person: str, top: str | None) -> Iterator[Turn]:
    """Yields every claim at or beneath the top, each once."""
    order = read(debate).order
    parents, steps = list(order), None
    if top is not None:
        # A claim may stand elsewhere as well; what is said of its steps there does not bear on it.
        claims, steps = branch(debate, [top])
        parents = [top, *sorted(claims - {top}, key=order.__getitem__)]
    asked = set[str]()
    for parent in parents:
        if parent not in asked:
            asked.add(parent)
            yield Turn(parent, None)
        said = replies(debate, parent, steps)
        fresh = {turn.claim: turn for turn in said if turn.claim not in asked}
        asked.update(fresh)
        yield from sorted(fresh.values(), key=lambda turn: _place(debate, person, turn.claim))


def _place(debate: Debate, person: str, claim: str) -> bytes:
    words = f"{debate.header.id}\n{person}\n{claim}".encode("utf-8", "surrogatepass")
    return blake2b(words, digest_size=8).digest()
