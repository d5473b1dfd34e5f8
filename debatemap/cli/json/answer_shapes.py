"""The shapes of what `judge`, `why` and `whatif` print with --json, and the schemas of all."""

from typing import Annotated, Any, Final, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from debatemap.cli.json.crux_shape import CruxShape
from debatemap.cli.json.people_shape import PeopleShape
from debatemap.cli.json.replay_shape import ReplayShape
from debatemap.cli.json.verdict_shape import (
    BareVerdictShape,
    GroundedWord,
    Range,
    SideWord,
    Unit,
    VerdictShape,
    closed,
)

__all__ = ["ANSWERS", "JudgeShape", "answer_schema"]

Assumed = Literal["true", "false", "absent"]


@closed
class ClaimShape(TypedDict):
    """A claim, weighed."""

    text: str
    side: SideWord
    strength: Unit
    range: Range
    grounded: GroundedWord
    base: Annotated[Unit, Field(description="What is held of it by itself.")]
    ratings: Annotated[dict[str, float], Field(description="0 to 100, by person.")]
    raters: int


@closed
class LinkShape(TypedDict):
    """A link, weighed."""

    source: Annotated[list[str], Field(description="Its premises, which hold only together.")]
    target: Annotated[str, Field(description="The claim or link that it bears on.")]
    stance: Literal["supports", "attacks"]
    weight: Annotated[Unit, Field(description="Relevance times the weakest premise.")]
    contribution: Annotated[Unit, Field(description="The same as weight.")]
    strength: Annotated[Unit, Field(description="How much the step counts: its relevance.")]
    range: Range
    grounded: GroundedWord
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


@closed
class SentenceShape(TypedDict):
    """One sentence of a reason."""

    text: str
    leads_to: Annotated[str | None, Field(description="The claim or link that it is about.")]


class ReasonShape(TypedDict):
    """What `debatemap why --json` prints of a claim and of a link."""

    map: str
    id: str
    method: str
    person: str | None
    sentences: list[SentenceShape]


class ClaimReasonShape(ReasonShape, VerdictShape):
    """Why a claim is as strong as it is."""

    kind: Literal["claim"]
    text: str


class LinkReasonShape(ReasonShape):
    """Why a step counts as much as it does; it is on no side."""

    kind: Literal["link"]
    text: None
    side: None
    strength: Unit
    range: Range
    interval: Any
    basis: Any
    grounded: GroundedWord


WhyShape = Annotated[ClaimReasonShape | LinkReasonShape, Field(discriminator="kind")]


@closed
class AssumedThesisShape(TypedDict):
    """A thesis as it stands, and as it would if what is assumed were so."""

    id: str
    text: str
    before: VerdictShape
    after: VerdictShape


@closed
class MovedShape(TypedDict):
    """Another claim that moves."""

    id: str
    text: str
    before: BareVerdictShape
    after: BareVerdictShape


@closed
class WhatIfShape(TypedDict):
    """What `debatemap whatif --json` prints."""

    map: str
    assumed: dict[str, Assumed]
    method: str
    person: str | None
    theses: list[AssumedThesisShape]
    moved: Annotated[list[MovedShape], Field(description="What moves most first.")]


ANSWERS: Final[dict[str, TypeAdapter[Any]]] = {
    "judge": TypeAdapter(JudgeShape),
    "why": TypeAdapter(WhyShape),
    "whatif": TypeAdapter(WhatIfShape),
    "crux": TypeAdapter(CruxShape),
    "people": TypeAdapter(PeopleShape),
    "replay": TypeAdapter(ReplayShape),
}
"""By command, the shape of what it prints."""


def answer_schema(command: str) -> dict[str, Any]:
    """Returns the JSON Schema of what a command prints with --json, that of a verdict in it."""
    return ANSWERS[command].json_schema()
