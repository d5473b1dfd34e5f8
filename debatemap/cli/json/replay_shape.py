"""The shape of what `replay --json` prints."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from debatemap.cli.json.verdict_shape import BareVerdictShape, Unit, VerdictShape, closed

__all__ = ["ReplayShape"]

Signed = Annotated[float, Field(ge=-1, le=1)]


class EditedShape(TypedDict):
    """A branch that came, went or was changed between two versions, or a person's ratings."""

    kind: Literal["added", "removed", "changed", "rated"]
    claim: Annotated[str | None, Field(description="The claim at its top.")]
    link: str | None
    person: Annotated[str | None, Field(description="Whose ratings.")]
    claims: list[str]
    authors: list[str]


@closed
class EffectShape(EditedShape):
    """An edited branch with how far it moves the claim."""

    alone: Annotated[Signed, Field(description="By this edit alone in the earlier version.")]
    last: Annotated[Signed, Field(description="By this edit after all others.")]


@closed
class ChangeShape(TypedDict):
    """Why a verdict is another one now."""

    before: BareVerdictShape | None
    after: BareVerdictShape
    moved: Signed
    edits: Annotated[int, Field(description="Branches, with those that move nothing.")]
    strengthening: list[EffectShape]
    weakening: list[EffectShape]
    constructive: Annotated[
        list[list[EditedShape]], Field(description="The fewest edits that alone take it there.")
    ]
    destructive: Annotated[
        list[list[EditedShape]],
        Field(description="The fewest without which it would not be there."),
    ]
    complete: Annotated[bool, Field(description="Whether all sets that could be smaller were.")]


@closed
class StepShape(TypedDict):
    """What a version did to the verdict."""

    name: str
    when: str | None
    who: str | None
    words: str
    claims: int
    verdict: Annotated[BareVerdictShape | None, Field(description="Null: no such claim yet.")]
    turned: bool
    is_cut: Annotated[bool, Field(description="Whether a shallow clone lacks what came before.")]
    change: ChangeShape | None


@closed
class BranchShape(TypedDict):
    """An argument with all beneath it."""

    claim: str
    supports: bool
    is_weakening: Annotated[bool, Field(description="Attacks what is on the other side.")]
    size: int


@closed
class ExplanationShape(TypedDict):
    """A smallest set of branches that carries the claim past its base."""

    branches: list[BranchShape]
    exact: Annotated[bool, Field(description="Whether no smaller set does.")]


@closed
class FromBaseShape(TypedDict):
    """Which replies carry the claim from where it starts."""

    claim: str
    base: Unit
    strength: Unit
    way: Literal[-1, 0, 1]
    words: list[str]
    carrying: list[BranchShape]
    against: int
    weakening: list[BranchShape]
    constructive: ExplanationShape
    destructive: ExplanationShape


@closed
class ReplayShape(TypedDict):
    """What `debatemap replay --json` prints."""

    map: str
    thesis: str
    text: str
    method: str
    verdict: Annotated[VerdictShape, Field(description="As the map is now.")]
    steps: Annotated[list[StepShape], Field(description="The oldest version first.")]
    from_base: FromBaseShape
