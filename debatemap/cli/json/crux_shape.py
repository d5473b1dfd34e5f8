"""The shape of what `crux --json` prints."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from debatemap.cli.json.verdict_shape import (
    BareVerdictShape,
    FlipShape,
    Unit,
    VerdictShape,
    closed,
)

__all__ = ["CruxShape"]

Two = Annotated[list[str], Field(min_length=2, max_length=2)]
Exact = Annotated[bool, Field(description="Whether all there is to try was tried.")]


@closed
class EffectShape(TypedDict):
    """What a claim does to the thesis if it is doubted, and if it is granted."""

    claim: str
    text: str
    doubted: BareVerdictShape
    granted: BareVerdictShape
    impact: Annotated[Unit, Field(description="How far it moves by the larger of the two.")]
    decides: Annotated[bool, Field(description="Whether one of the two turns the verdict.")]
    checking: Annotated[Unit, Field(description="How far it moves on average once it is known.")]


@closed
class LeafShape(TypedDict):
    """A claim without replies, at either end of what people might hold of it."""

    claim: str
    text: str
    low: Unit
    high: Unit
    at_low: BareVerdictShape
    at_high: BareVerdictShape
    moves: Annotated[Unit, Field(description="How far the thesis goes between the two.")]
    turns: bool
    raters: list[str]


@closed
class LeavesShape(TypedDict):
    """Claims without replies that are most worth checking."""

    exact: Exact
    considered: int
    of: int
    next: Annotated[str | None, Field(description="What is most worth checking.")]
    next_for: Annotated[dict[str, str | None], Field(description="By person, not yet rated.")]
    found: list[LeafShape]


@closed
class RobustnessShape(TypedDict):
    """How many single doubts leave the verdict on its side."""

    survived: int
    of: int
    complete: bool
    whole: int


@closed
class SetsShape(TypedDict):
    """The smallest sets of flips that turn the verdict, what moves it farthest first."""

    sets: list[list[FlipShape]]
    size: int
    complete: bool
    tried: int
    whole: int


@closed
class DisputeShape(TypedDict):
    """A claim that two people hold differently and that decides for both."""

    claim: str
    first: Unit
    second: Unit
    effect: EffectShape
    weight: float


@closed
class DoubleCruxShape(TypedDict):
    """What two people could settle."""

    people: Two
    verdicts: list[BareVerdictShape]
    differences: list[str]
    exact: Exact
    considered: int
    of: int
    disputes: list[DisputeShape]


@closed
class SharedShape(TypedDict):
    """A claim to agree on."""

    claim: str
    text: str
    first: Annotated[Unit | None, Field(description="What the first holds; null if not rated.")]
    second: Unit | None
    alone: Annotated[Unit, Field(description="How far apart, agreed on this one alone.")]
    together: Annotated[Unit, Field(description="How far apart, with all before it agreed on.")]
    is_unargued: bool


@closed
class DivisionShape(TypedDict):
    """What divides two people, and how near agreement would bring them."""

    thesis: str
    people: Two
    words: str
    verdicts: list[BareVerdictShape]
    apart: Unit
    agreed: Unit
    exact: Exact
    steps: list[SharedShape]
    nearer: int
    least: float
    differ: int
    considered: int
    unrated: dict[str, list[str]]


class TurnsShape(VerdictShape):
    """A thesis with what its verdict turns on."""

    id: str
    text: str
    leaves: LeavesShape
    robustness: RobustnessShape
    crux: Annotated[str | None, Field(description="The claim that alone turns it farthest.")]
    needed_opinion: Annotated[
        Unit | None, Field(description="Where opinion on the crux must move to turn it.")
    ]
    needed_opinion_exact: Annotated[
        bool | None, Field(description="Whether it was looked for all the way; null: no crux.")
    ]
    exact: Exact
    considered: int
    of: int
    effects: list[EffectShape]
    smallest_sets: SetsShape
    double_crux: NotRequired[DoubleCruxShape]
    division: NotRequired[DivisionShape]


class CruxShape(TypedDict):
    """What `debatemap crux --json` prints."""

    map: str
    method: str
    person: str | None
    theses: list[TurnsShape]
