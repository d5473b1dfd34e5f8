"""The shape of a verdict as commands print it."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

__all__ = [
    "BareVerdictShape",
    "FlipShape",
    "GroundedWord",
    "Range",
    "SideWord",
    "Unit",
    "VerdictShape",
    "closed",
]

closed = with_config(ConfigDict(extra="forbid"))
_open = with_config(ConfigDict(extra="ignore"))
"""A shape with keys of its own is that of another."""
Unit = Annotated[float, Field(ge=0, le=1)]
SideWord = Literal["for", "against", "open", "unsettled"]
GroundedWord = Literal["in", "out", "undecided"]
"""The grounded label, by its name in the field."""
Range = Annotated[
    tuple[Unit, Unit] | None,
    Field(description="Lowest and highest strength that were seen, where it does not settle."),
]


@closed
class IntervalShape(TypedDict):
    """Within what a strength would lie by what people might hold of the claims beneath it."""

    low: Annotated[Unit, Field(description="Five in a hundred draws are lower.")]
    high: Annotated[Unit, Field(description="Five in a hundred draws are higher.")]
    least: Annotated[Unit, Field(description="None could be lower.")]
    most: Annotated[Unit, Field(description="None could be higher.")]
    leans_for: Annotated[Unit, Field(description="The part of the draws that come out for it.")]
    open: Annotated[Unit, Field(description="The part of the draws that are open.")]
    leans_against: Annotated[
        Unit, Field(description="The part of the draws that come out against it.")
    ]
    draws: Annotated[int, Field(ge=1)]
    exact: Annotated[bool, Field(description="Whether all cycles came to rest under all draws.")]


@closed
class BasisShape(TypedDict):
    """What a verdict rests on."""

    claims: Annotated[int, Field(description="Claims that bear on it, and itself.")]
    rated: Annotated[int, Field(description="Of these, the claims that somebody has rated.")]
    ratings: Annotated[int, Field(description="Ratings of them and of the steps between them.")]
    raters: Annotated[int, Field(description="People who have rated any of it.")]
    apart: Annotated[
        float | None,
        Field(description="Points of 100 between two people on what both rated, on average."),
    ]
    person: Annotated[str | None, Field(description="Whose view it is; null for everybody's.")]


@closed
class PartingShape(TypedDict):
    """Where another method comes to another verdict."""

    method: str
    side: SideWord
    strength: Unit
    range: Range
    at: Annotated[str | None, Field(description="The claim or link beneath that makes it.")]
    words: str


@closed
class AgreementShape(TypedDict):
    """Under which methods that differ in kind the side is the same."""

    holds: list[str]
    differ: list[str]
    partings: list[PartingShape]


@closed
class BareVerdictShape(TypedDict):
    """How a claim stands, wherever a verdict is told: the first keys of every verdict."""

    side: SideWord
    strength: Unit
    range: Range
    interval: Annotated[IntervalShape | None, Field(description="Null where it was not asked for.")]
    basis: Annotated[BasisShape | None, Field(description="Null where it was not asked for.")]


@closed
class FlipShape(TypedDict):
    """A claim that is granted or doubted."""

    claim: str
    to: Annotated[bool, Field(description="True if it is granted, false if it is doubted.")]


class TurnerShape(FlipShape):
    """A claim to grant or to doubt, with how plausible that is."""

    text: str
    strength: Annotated[Unit, Field(description="Where the claim stands.")]
    plausibility: Annotated[Unit, Field(description="Strength, or what is left of it to 1.")]


@closed
class TurnShape(TypedDict):
    """A set of claims that together turn the verdict."""

    flips: list[TurnerShape]
    after: BareVerdictShape
    plausibility: Annotated[Unit, Field(description="That of its least plausible flip.")]
    plausible: Literal["plausible", "an open question", "implausible", "very implausible"]


@closed
class TurningShape(TypedDict):
    """What would turn the verdict."""

    words: str
    size: Annotated[int, Field(description="Claims it takes; 0 where up to three do not.")]
    claims: Annotated[int, Field(description="Claims that bear on it.")]
    could: Annotated[int, Field(description="Single flips that could pull it the other way.")]
    complete: Annotated[bool, Field(description="Whether all there is to try was tried.")]
    tried: int
    whole: Annotated[int, Field(description="Sets of up to this size there are.")]
    found: Annotated[int, Field(description="Sets that turn it; the first of them are listed.")]
    sets: Annotated[list[TurnShape], Field(description="The most plausible first.")]
    together: Annotated[
        TurnShape | None,
        Field(description="Where no three claims turn it, more that do, if all of them can."),
    ]


@_open
class VerdictShape(BareVerdictShape):
    """A verdict: these keys stand in every command's answer, beside what is its own."""

    verdict: Annotated[str, Field(description="The side with the strength as far as it bears.")]
    words: Annotated[str, Field(description="The same with what it rests on and is unanswered.")]
    unanswered: Annotated[list[str], Field(description="Links of objections that stand.")]
    grounded: GroundedWord
    agreement: AgreementShape
    turning: TurningShape
