"""The shape of what `people --json` prints."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from debatemap.cli.json.verdict_shape import BareVerdictShape, Unit, VerdictShape, closed

__all__ = ["PeopleShape"]

Rating = Annotated[float, Field(ge=0, le=100)]


@closed
class PersonShape(TypedDict):
    """Somebody who has rated the map."""

    name: str
    ratings: int


@closed
class ShareShape(TypedDict):
    """How a group votes on a claim."""

    votes: int
    agree: int
    disagree: int
    mean: Annotated[Rating | None, Field(description="Null where nobody of them voted.")]
    likely: Annotated[Unit, Field(description="(agree + 1) / (votes + 2).")]


@closed
class TypicalShape(TypedDict):
    """A claim that represents a group."""

    claim: str
    is_for: bool
    ratio: Annotated[float, Field(description="How much likelier they are so than all others.")]


@closed
class GroupShape(TypedDict):
    """People who vote alike."""

    people: list[str]
    typical: list[TypicalShape]


@closed
class UnitingShape(TypedDict):
    """A claim that all groups are for, or against."""

    claim: str
    text: str
    is_for: bool
    consensus: Annotated[Unit, Field(description="Product of how likely each group is so.")]
    shares: list[ShareShape]


@closed
class DividingShape(TypedDict):
    """A claim on which groups differ."""

    claim: str
    text: str
    apart: Unit
    shares: list[ShareShape]


@closed
class GroupsShape(TypedDict):
    """The opinion groups, the largest first; none where too few have rated."""

    groups: list[GroupShape]
    uniting: list[UnitingShape]
    dividing: list[DividingShape]
    points: Annotated[dict[str, list[float]], Field(description="By person, on the two axes.")]
    explained: Annotated[Unit, Field(description="Part of the variance that the axes hold.")]
    silhouette: Annotated[float, Field(ge=-1, le=1)]
    left_out: Annotated[list[str], Field(description="Who has rated too little.")]


@closed
class WithoutShape(TypedDict):
    """The verdict without one person's ratings."""

    person: str
    before: Annotated[BareVerdictShape, Field(description="With everybody's.")]
    verdict: BareVerdictShape
    moves: Unit
    turns: bool


@closed
class WithoutEachShape(TypedDict):
    """A thesis with its verdict, and that without each person, what moves it most first."""

    thesis: str
    verdict: VerdictShape
    people: list[WithoutShape]


@closed
class FurthestShape(TypedDict):
    """A claim that a person and the others hold otherwise."""

    claim: str
    text: str
    mine: Rating
    others: Annotated[Rating, Field(description="Their mean.")]
    people: Annotated[int, Field(description="How many others.")]


@closed
class AgainstRestShape(TypedDict):
    """One person against the rest."""

    thesis: str
    person: str
    own: BareVerdictShape
    rest: BareVerdictShape
    furthest: list[FurthestShape]


@closed
class PeopleShape(TypedDict):
    """What `debatemap people --json` prints."""

    map: str
    method: str
    people: list[PersonShape]
    groups: GroupsShape
    without: list[WithoutEachShape]
    against_rest: NotRequired[list[AgainstRestShape]]
