"""A graph of claims and of scheme nodes between them: what AIF, arguebuf and SADFace all hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple

from debatemap.core.model import NO_EXTRA, Claim, Extra, Stance

__all__ = ["OTHER", "ArgumentGraph", "Edge", "Kind", "Node", "OwnRecord"]

Kind = Literal["claim", "supports", "attacks", ""]
OTHER: Final[Kind] = ""
"""A node that is neither a claim nor a step for or against something."""

OwnRecord = Mapping[str, Any]
"""What this program wrote beside a node, or beside the whole graph, for itself."""


class Node(NamedTuple):
    """A node of a file.

    Attributes:
        id: Its id in the file.
        kind: A claim, the stance of a step, or neither.
        claim: What it says, where it is a claim.
        extra: The fields that a map has no place for, by the keys that they get there.
        own: What this program wrote beside it.
        raw: The node as the file has it, to be written again where a map does not hold it.
        noun: What a report calls such nodes, where it is neither claim nor step.
    """

    id: str
    kind: Kind
    claim: Claim = Claim("")
    extra: Extra = NO_EXTRA
    own: OwnRecord | None = None
    raw: Any = None
    noun: str = ""

    @property
    def stance(self) -> Stance:
        """The stance of a step."""
        return "attacks" if self.kind == "attacks" else "supports"


class Edge(NamedTuple):
    """An edge of a file, from a premise to a step, or from a step to what it is about."""

    start: str
    end: str
    raw: Any = None


@dataclass
class ArgumentGraph:
    """All of a file.

    Attributes:
        nodes: Its nodes, in its order.
        edges: Its edges, in its order.
        title: What it is called.
        theses: The nodes that it says it is about.
        own: What this program wrote beside the whole.
        keep_as: The field of the map that keeps what is no claim and no step.
        fields: Other parts of the file, which are kept there with those.
        extra: Fields of the map that it has no place for.
    """

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    title: str = ""
    theses: Sequence[str] = ()
    own: OwnRecord | None = None
    keep_as: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
