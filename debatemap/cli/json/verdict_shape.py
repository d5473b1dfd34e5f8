"""The shape of a verdict as commands print it, and of all that `judge --json` prints."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

__all__ = ["JudgeShape", "VerdictShape", "verdict_schema"]

_closed = with_config(ConfigDict(extra="forbid"))
Unit = Annotated[float, Field(ge=0, le=1)]
SideWord = Literal["leans for", "leans against", "too close to call", "does not settle"]
Range = Annotated[
    tuple[Unit, Unit] | None,
    Field(description="Lowest and highest strength that were seen, where it does not settle."),
]


@_closed
class IntervalShape(TypedDict):
    """Within what a strength would lie by what people might hold of the claims beneath it."""

    low: Annotated[Unit, Field(description="Five in a hundred draws are lower.")]
    high: Annotated[Unit, Field(description="Five in a hundred draws are higher.")]
    least: Annotated[Unit, Field(description="None could be lower.")]
    most: Annotated[Unit, Field(description="None could be higher.")]
    leans_for: Annotated[Unit, Field(description="The part of the draws that lean for it.")]
    open: Annotated[Unit, Field(description="The part of the draws that are too close to call.")]
    leans_against: Annotated[Unit, Field(description="The part of the draws that lean against it.")]
    draws: Annotated[int, Field(ge=1)]
    exact: Annotated[bool, Field(description="Whether all cycles came to rest under all draws.")]


@_closed
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


@_closed
class PartingShape(TypedDict):
    """Where another method comes to another verdict."""

    method: str
    side: SideWord
    strength: Unit
    range: Range
    at: Annotated[str | None, Field(description="The claim or link beneath that makes it.")]
    words: str


@_closed
class AgreementShape(TypedDict):
    """Under which methods that differ in kind the side is the same."""

    holds: list[str]
    differ: list[str]
    partings: list[PartingShape]


class VerdictShape(TypedDict):
    """A verdict: these keys stand in every command's answer, beside what is its own."""

    verdict: str
    words: str
    side: SideWord
    strength: Unit
    range: Range
    interval: IntervalShape | None
    basis: BasisShape | None
    unanswered: Annotated[list[str], Field(description="Links of objections without an answer.")]
    label: Literal["stands", "defeated", "in a loop"]
    grounded: Literal["in", "out", "undecided"]
    agreement: AgreementShape
    turning: Annotated[dict[str, Any], Field(description="What would turn it.")]


@_closed
class ClaimShape(TypedDict):
    """A claim, weighed."""

    text: str
    side: SideWord
    strength: Unit
    range: Range
    label: Literal["stands", "defeated", "in a loop"]
    grounded: Literal["in", "out", "undecided"]
    base: Annotated[Unit, Field(description="What is held of it by itself.")]
    ratings: Annotated[dict[str, float], Field(description="0 to 100, by person.")]
    raters: int


@_closed
class LinkShape(TypedDict):
    """A link, weighed."""

    source: Annotated[list[str], Field(description="Its premises, which hold only together.")]
    target: Annotated[str, Field(description="The claim or link that it bears on.")]
    stance: Literal["supports", "attacks"]
    weight: Annotated[Unit, Field(description="Relevance times the weakest premise.")]
    contribution: Annotated[Unit, Field(description="The same as weight.")]
    strength: Annotated[Unit, Field(description="How much the step counts: its relevance.")]
    range: Range
    label: Literal["stands", "defeated", "in a loop"]
    grounded: Literal["in", "out", "undecided"]
    base: Unit


class ThesisShape(VerdictShape):
    """A thesis with its verdict."""

    id: str
    text: str


class JudgeShape(TypedDict):
    """What `debatemap judge --json` prints."""

    map: str
    title: str
    question: str
    method: str
    person: str | None
    theses: list[ThesisShape]
    claims: dict[str, ClaimShape]
    links: dict[str, LinkShape]


def verdict_schema() -> dict[str, Any]:
    """Returns the JSON Schema of what `debatemap judge --json` prints, with that of a verdict."""
    return TypeAdapter(JudgeShape).json_schema()
