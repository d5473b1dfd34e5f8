"""What a table says of each claim, column by column; the table view and CSV both ask here.

A column is declared here and nowhere else; that of a field follows from the field.
"""

from collections.abc import Callable
from enum import Enum
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.depth import depth_of
from debatemap.core.fields import Field, fields_of
from debatemap.core.model import Link
from debatemap.core.queries import direct_replies, places

__all__ = [
    "COLUMNS",
    "OWN",
    "WHY",
    "Column",
    "Depends",
    "Value",
    "column",
    "first_link",
    "first_stance",
]

WHY: Final = "why it follows"
"""What a claim is that supports a step."""
_UNDERCUT: Final = "undercut"
_OF_STEPS: Final = frozenset({_UNDERCUT, WHY})

Value = str | int | float | None
"""What a cell holds; None where there is nothing to say."""

Strength = Callable[[str], float | None]
"""Returns the strength of a claim, 0 to 100, where it is known."""


class Depends(Enum):
    """Which part of a map a column depends on, beside the claim's own record."""

    CLAIM = "the claim alone"
    LINKS = "the links from it and onto it"
    MAP = "what stands far from it"
    SOURCES = "the sources that it cites"
    STRENGTHS = "the judgement"


class Column(NamedTuple):
    """One column of a table of claims.

    Attributes:
        name: Names it in files and commands.
        title: Its head.
        value: What it says of a claim of a debate.
        depends: When it has to be looked at again.
        width: Cells that it takes; 0 for what is left.
        is_number: Whether it stands at the right of its cells.
    """

    name: str
    title: str
    value: Callable[[Debate, str], Value]
    depends: Depends = Depends.CLAIM
    width: int = 0
    is_number: bool = False


def first_link(debate: Debate, claim: str) -> str | None:
    """Returns the link by which a claim first has a place, or None for a top."""
    if debate.is_thesis(claim):
        return None
    # As the file has them: the order in which they were made would be another after a reload.
    links = sorted(debate.links_from(claim))
    return next((link for link in links if debate.exists(debate.links[link].target)), None)


def first_stance(debate: Debate, claim: str) -> str:
    """Returns what a claim is where it first has a place, as a word.

    A pro, a con, an undercut, why a step follows, a thesis, or unplaced.
    """
    key = first_link(debate, claim)
    if key is None:
        return "thesis" if debate.is_thesis(claim) else "unplaced"
    return _stance(debate, debate.links[key])


def _stance(debate: Debate, link: Link) -> str:
    if link.target in debate.links:
        return WHY if link.stance == "supports" else _UNDERCUT
    return "pro" if link.stance == "supports" else "con"


def _stances(debate: Debate, claim: str) -> str:
    """Returns what a claim is at each of its places, each once, what it is of steps last."""
    links = (debate.links[key] for key in sorted(debate.links_from(claim)))
    further = (_stance(debate, link) for link in links if debate.exists(link.target))
    found = dict.fromkeys((first_stance(debate, claim), *further))
    return ", ".join(sorted(found, key=lambda stance: stance in _OF_STEPS))


def _sources(debate: Debate, claim: str) -> str:
    cited = (debate.sources.get(each.ref) for each in debate.claims[claim].sources)
    return "; ".join(each.title or each.url or each.author for each in cited if each is not None)


def _own(field: Field) -> Column:
    """Returns the column of a field of claims."""

    def value(debate: Debate, claim: str) -> str:
        held = getattr(debate.claims[claim], field.name)
        return ", ".join(held) if field.kind == "tags" else str(held)

    is_first = field.name == _FIRST[0]
    return Column(field.label, "claim" if is_first else field.label, value, width=field.width)


def _replies(debate: Debate, claim: str) -> int:
    return direct_replies(debate, claim)


def _places(debate: Debate, claim: str) -> int:
    return len(places(debate, claim))


def _nothing(_: Debate, __: str) -> None:
    """Says nothing: strengths come from a judgement, which whoever shows them has."""


_FIRST: Final = ("text", "by", "created", "tags", "note")
"""The fields whose columns stand in this order; the others follow in the file's."""
_WRITTEN: Final = {field.name: field for field in fields_of("claims") if field.is_written}

OWN: Final = tuple(_own(_WRITTEN[name]) for name in dict.fromkeys((*_FIRST, *_WRITTEN)))
"""The columns of what a claim's own record says."""

COLUMNS: Final[tuple[Column, ...]] = (
    OWN[0],
    Column("stance", "stance", _stances, Depends.LINKS, len(WHY)),
    Column("depth", "depth", depth_of, Depends.MAP, 6, is_number=True),
    Column("replies", "replies", _replies, Depends.LINKS, 8, is_number=True),
    Column("places", "places", _places, Depends.LINKS, 7, is_number=True),
    Column("strength", "strength", _nothing, Depends.STRENGTHS, 9, is_number=True),
    Column("sources", "sources", _sources, Depends.SOURCES, 18),
    *OWN[1:],
)


_BY_NAME: Final = {each.name: each for each in COLUMNS}


def column(name: str) -> Column:
    """Returns the column of a name.

    Raises:
        KeyError: There is none.

    Examples:
        >>> column("author").width
        10
    """
    return _BY_NAME[name]
