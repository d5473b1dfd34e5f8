"""What an Argdown text says: statements, arguments, their inferences and their relations.

A statement is all lines of one title taken together, as is an argument; each of those lines is a
member of it. In the words of the reference implementation a statement is an equivalence class.
"""

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Argument",
    "Inference",
    "Member",
    "Model",
    "Node",
    "Relation",
    "RelationKind",
    "Role",
    "Section",
    "Statement",
]

RelationKind = Literal["support", "attack", "entails", "contrary", "contradictory", "undercut"]
Role = Literal[
    "", "premise", "intermediary-conclusion", "main-conclusion", "argument-description",
    "top-level-statement", "relation-statement",
]  # fmt: skip
"""What a member is in its place."""

SIGNS: Final[dict[str, tuple[RelationKind, bool]]] = {
    "+": ("support", False), "<+": ("support", False), "+>": ("support", True),
    "-": ("attack", False), "<-": ("attack", False), "->": ("attack", True),
    "_": ("undercut", False), "<_": ("undercut", False), "_>": ("undercut", True),
    "><": ("contradictory", True),
}  # fmt: skip
"""By sign, the kind of a relation, and whether it runs from the upper line to the lower one."""


class Section:
    """The text below a heading; its statements and arguments are a group."""

    __slots__ = ("data", "level", "parent", "tags", "title")

    def __init__(self, title: str, level: int, parent: "Section | None") -> None:
        self.title, self.level, self.parent = title, level, parent
        self.tags: list[str] = []
        self.data: Any = None

    @property
    def path(self) -> list[str]:
        """The titles of the headings from the highest one down to this one."""
        titles: list[str] = []
        section: Section | None = self
        while section is not None:
            titles.append(section.title)
            section = section.parent
        return titles[::-1]


class Link(NamedTuple):
    """A link within a text."""

    title: str
    url: str


class Member:
    """A line that defines or names a statement, or an argument.

    Attributes:
        role: What it is in its place.
        start: Where it begins in the file's text.
        title: The title of what it belongs to.
        text: Its text, tags included; None where there is none.
        tags: Its tags.
        trimmed: Its text without the tags at its ends.
        links: The links in its text.
        data: Its data in braces.
        is_reference: Whether it only names what it belongs to.
        section: The section that it stands in.
        inference: The inference that it is the conclusion of.
        argument: The argument that it is a premise or a conclusion of.
    """

    __slots__ = (
        "argument", "data", "inference", "is_reference", "links", "role", "section", "spans",
        "start", "tags", "text", "title",
    )  # fmt: skip

    def __init__(self, role: Role, start: int, section: Section | None) -> None:
        self.role: Role = role
        self.start = start
        self.section = section
        self.title = ""
        self.text: str | None = None
        self.tags: list[str] | None = None
        self.spans: list[tuple[int, int]] | None = None
        """Where the tags stand in the text."""
        self.links: list[Link] | None = None
        self.data: Any = None
        self.is_reference = False
        self.inference: Inference | None = None
        self.argument: Argument | None = None

    @property
    def trimmed(self) -> str:
        """Its text without the tags at its ends."""
        text = self.text or ""
        first, last = 0, len(text)
        for start, end in reversed(self.spans or ()):
            if not text[end:last].strip():
                last = start
        for start, end in self.spans or ():
            if end <= last and not text[first:start].strip():
                first = end
        return text[first:last].strip()


class Node:
    """A statement or an argument: all members of one title."""

    __slots__ = ("data", "members", "section", "tags", "title")
    is_argument = False

    def __init__(self, title: str) -> None:
        self.title = title
        self.members: list[Member] = []
        self.tags: tuple[str, ...] = ()
        self.data: dict[str, Any] | None = None
        self.section: Section | None = None

    @property
    def canonical(self) -> Member | None:
        """The member whose text counts: the last one that says so, else the last with a text."""
        found = None
        for member in reversed(self.members):
            if not member.is_reference:
                if isinstance(member.data, dict) and member.data.get("isCanonical"):
                    return member
                found = found or member
        return found


class Statement(Node):
    """What may be true or false."""

    __slots__ = ()


class Argument(Node):
    """An argument: a description, a premise-conclusion structure, or both.

    Attributes:
        steps: The premises and conclusions of its structure, in order.
    """

    __slots__ = ("steps",)
    is_argument = True

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.steps: Sequence[Member] = ()


class Inference:
    """The step to one conclusion of a premise-conclusion structure."""

    __slots__ = ("argument", "data", "index", "rules", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.rules: list[str] = []
        self.data: Any = None
        self.argument: Argument | None = None
        self.index = 0
        """The index of its conclusion among the steps."""


class Relation:
    """A relation between two statements or arguments, or of one to an inference.

    Attributes:
        kind: What it is.
        source: Where it comes from.
        target: What it is about.
        member: The lower one of the two lines that say so.
    """

    __slots__ = ("kind", "member", "source", "target")

    def __init__(
        self, kind: RelationKind, source: Node, target: "Node | Inference", member: Member
    ) -> None:
        self.kind: RelationKind = kind
        self.source, self.target, self.member = source, target, member


class Model:
    """A whole text.

    Attributes:
        statements: The statements by title, in the order of the text.
        arguments: The arguments by title, in the order of the text.
        relations: The relations.
        sections: All sections, in the order of the text.
        front_matter: The data in front of the text.
        untitled: The titles that were made up.
        odd_numbers: The offsets of premises and conclusions that are not numbered in order.
        stray_indents: The offsets of lines that are indented between two levels.
        comments: The offsets of comments.
        marked: The offsets of bold and italic texts.
    """

    def __init__(self) -> None:
        self.statements: dict[str, Statement] = {}
        self.arguments: dict[str, Argument] = {}
        self.relations: list[Relation] = []
        self.sections: list[Section] = []
        self.front_matter: Any = None
        self.untitled: set[str] = set()
        self.odd_numbers: list[int] = []
        self.stray_indents: list[int] = []
        self.comments: list[int] = []
        self.marked: list[int] = []

    def setting(self, table: str, key: str) -> Any:  # noqa: ANN401  (any YAML)
        """Returns a setting of the reference implementation in the front matter, or None."""
        front = self.front_matter
        held = front.get(table) if isinstance(front, dict) else None
        return held.get(key) if isinstance(held, dict) else None
