"""What a map can hold, and how each format says what becomes of it.

A format declares once, by feature, whether it carries it. The table of formats in the documentation
is made of these declarations, and so are the losses that a writer reports.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Final

from debatemap.core.cycles import cycles
from debatemap.core.debate import Debate
from debatemap.core.queries import places
from debatemap.core.scenarios import scenarios_in
from debatemap.formats.loss import Loss, losses_of

__all__ = [
    "ALL_CARRIED",
    "CARRIED",
    "FEATURES",
    "LOST",
    "Carries",
    "losses_by_declaration",
    "places_of",
]

CARRIED: Final = "carried"
LOST: Final = "lost"
_OF_THE_MAP: Final = frozenset({"title", "question"})
_CONFLICTS: Final = "conflicts"
_ONE_SIDE: Final = "not carried over; one of the sides is written"


@dataclass(frozen=True, kw_only=True)
class Carries:
    """What becomes of each feature of a map in a format, when it is written.

    Each field is `CARRIED`, `LOST`, or a phrase that says what the feature becomes, as it stands
    in a report behind a number: "became cons". What is carried comes back where the format is read.
    """

    claims: str = CARRIED
    links: str = CARRIED
    undercuts: str = LOST
    joint_premises: str = LOST
    reuse: str = LOST
    """Claims in more than one place."""
    loops: str = LOST
    """Claims that lead to themselves."""
    unplaced: str = LOST
    """Claims that are no thesis and stand nowhere."""
    theses: str = CARRIED
    title: str = CARRIED
    question: str = LOST
    sources: str = LOST
    quotes: str = LOST
    notes: str = LOST
    tags: str = LOST
    authors: str = LOST
    dates: str = LOST
    ratings: str = LOST
    scenarios: str = LOST
    ids: str = LOST
    unknown_fields: str = LOST


ALL_CARRIED: Final = Carries(**{field.name: CARRIED for field in fields(Carries)})


def _undercuts(debate: Debate) -> Iterator[str]:
    return (key for key, link in debate.links.items() if link.target in debate.links)


def _joint(debate: Debate) -> Iterator[str]:
    return (key for key, link in debate.links.items() if len(link.premises) > 1)


def _reused(debate: Debate) -> Iterator[str]:
    return (key for key in debate.claims if len(places(debate, key)) > 1)


def _loops(debate: Debate) -> Iterator[str]:
    for cycle in cycles(debate):
        yield min(cycle)


def _rated(debate: Debate) -> Iterable[str]:
    return dict.fromkeys(node for ratings in debate.stances.values() for node in ratings)


def _unknown(debate: Debate) -> Iterator[str]:
    for table in (debate.claims, debate.links, debate.sources):
        yield from (key for key, record in table.items() if record.extra)
    citing = ((key, each) for key, claim in debate.claims.items() for each in claim.sources)
    yield from (key for key, each in citing if each.extra)
    yield from debate.header.extra
    yield from (key for key in debate.header.beside if key not in {"scenarios", _CONFLICTS})


def _conflicts(debate: Debate) -> tuple[Loss, ...]:
    """Returns what a merge has left open: a file without it looks as if it had been settled."""
    entries = debate.header.beside.get(_CONFLICTS, ())
    number = len(entries) if isinstance(entries, list) else 1
    return (Loss("open conflicts", number, (), _ONE_SIDE),) if entries else ()


FEATURES: Final[dict[str, tuple[str, Callable[[Debate], Iterable[str]]]]] = {
    "claims": ("claims", lambda debate: debate.claims),
    "links": ("links", lambda debate: debate.links),
    "undercuts": ("undercuts", _undercuts),
    "joint_premises": ("joint premises", _joint),
    "reuse": ("claims in several places", _reused),
    "loops": ("loops", _loops),
    "unplaced": (
        "unplaced claims",
        lambda debate: (key for key in debate.claims if not debate.is_placed(key)),
    ),
    "theses": ("theses", lambda debate: debate.header.theses),
    "title": ("titles", lambda debate: ["title"] if debate.header.title else []),
    "question": ("questions", lambda debate: ["question"] if debate.header.question else []),
    "sources": ("sources", lambda debate: debate.sources),
    "quotes": (
        "quotes",
        lambda debate: (
            key
            for key, claim in debate.claims.items()
            if any(each.quote or each.at or each.kind for each in claim.sources)
        ),
    ),
    "notes": ("notes", lambda debate: (key for key, each in debate.claims.items() if each.note)),
    "tags": ("tags", lambda debate: (key for key, each in debate.claims.items() if each.tags)),
    "authors": ("authors", lambda debate: (key for key, each in debate.claims.items() if each.by)),
    "dates": ("dates", lambda debate: (key for key, each in debate.claims.items() if each.created)),
    "ratings": ("ratings", _rated),
    "scenarios": ("scenarios", lambda debate: scenarios_in(debate.header)),
    "ids": ("ids", lambda debate: debate.claims),
    "unknown_fields": ("unknown fields", _unknown),
}
"""By field of `Carries`, what a report calls it, and which parts of a debate have it."""


def places_of(debate: Debate, feature: str) -> list[str]:
    """Returns the ids of what has a feature in a debate."""
    return list(FEATURES[feature][1](debate))


def losses_by_declaration(debate: Debate, carries: Carries) -> tuple[Loss, ...]:
    """Returns a loss for each feature of a debate that a format does not carry as it is.

    Ids are left out: they say nothing to a reader, and are made anew.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m", "Rain"), {"a": Claim("A.", note="N.")})
        >>> losses_by_declaration(debate, Carries(unplaced=CARRIED))
        (Loss(kind='notes', number=1, places=('a',), becomes=''),)
    """
    found: list[Loss] = []
    for field in fields(carries):
        said = getattr(carries, field.name)
        if said == CARRIED or field.name == "ids":
            continue
        kind, _ = FEATURES[field.name]
        becomes = "" if said == LOST else said
        lost = losses_of(kind, places_of(debate, field.name), becomes)
        # A map has one of these alone, and nothing to name it by.
        found += [each._replace(places=()) for each in lost] if field.name in _OF_THE_MAP else lost
        if field.name == "unknown_fields":
            found += _conflicts(debate)
    return tuple(found)
