"""The model of an Argdown text while it is put together, in the order of the text."""

from typing import Any

from debatemap.core.errors import MapError
from debatemap.formats.argdown.argdown_model import (
    SIGNS,
    Argument,
    Inference,
    Member,
    Model,
    Node,
    Relation,
    Section,
    Statement,
)
from debatemap.formats.argdown.data import merged
from debatemap.formats.argdown.places import Places
from debatemap.formats.argdown.relations import settle

__all__ = ["Builder"]


class Builder:
    """Statements, arguments and relations so far.

    Attributes:
        statements: The statements by title.
        arguments: The arguments by title.
        section: The section that comes next.
        preceding: The argument that is the block above, to which a structure belongs.
        keeps_tags: Whether tags stay in the text.
        has_blocks: Whether data may be a block of lines.
    """

    def __init__(self, places: Places) -> None:
        self._places = places
        self._model = Model()
        self.statements = self._model.statements
        self.arguments = self._model.arguments
        self.section: Section | None = None
        self.preceding: Argument | None = None
        self.keeps_tags = self.has_blocks = True
        self._inference: Inference | None = None
        self._new_inference: Inference | None = None
        self._structure: Argument | None = None
        self._steps: list[Member] = []
        self._seen: set[tuple[Node | Inference, Node | Inference, str]] = set()
        self._reached: set[tuple[Node | Inference, str]] = set()

    def set_front_matter(self, front_matter: Any) -> None:  # noqa: ANN401  (any YAML)
        """Takes in the data in front of the text."""
        model = self._model
        model.front_matter = front_matter
        self.keeps_tags = not model.setting("model", "removeTagsFromText")
        self.has_blocks = model.setting("data", "switchToBlockFormatIfMultiline") is not False

    def add_section(self, level: int, heading: Member) -> None:
        """Begins a section."""
        parent = self.section
        while parent is not None and parent.level >= level:
            parent = parent.parent
        section = Section((heading.text or "").strip(), level, parent)
        section.tags, section.data = heading.tags or [], heading.data
        self.section = section
        self._model.sections.append(section)

    def statement(self, member: Member) -> Statement:
        """Returns the statement that a member belongs to."""
        title = member.title
        if not title:
            title = member.title = self._new_title()
        found = self.statements.get(title)
        if found is None:
            found = self.statements[title] = Statement(title)
        return found

    def argument(self, member: Member) -> Argument:
        """Returns the argument that a member belongs to."""
        title = member.title
        if not title:
            title = member.title = self._new_title()
        found = self.arguments.get(title)
        if found is None:
            found = self.arguments[title] = Argument(title)
        return found

    def finish(self, node: Node, member: Member) -> None:
        """Adds a member to what it belongs to, once all beneath it is read."""
        node.members.append(member)
        if member.tags:
            node.tags = tuple(dict.fromkeys([*node.tags, *member.tags]))
        is_in_group = None
        if isinstance(member.data, dict):
            node.data = merged(node.data or {}, member.data)
            is_in_group = member.data.get("isInGroup")
            if "isInGroup" in member.data and is_in_group is not True:
                return
        if is_in_group is True or (not member.is_reference and node.section is None):
            node.section = member.section

    def relation(
        self, sign: str, parent: Node | Inference, child: Node, member: Member
    ) -> Relation | None:
        """Returns the relation between a line and the line above it that it belongs to."""
        kind, is_downward = SIGNS[sign]
        if is_downward:
            return None if isinstance(parent, Inference) else Relation(kind, parent, child, member)
        target = parent
        if kind == "undercut" and isinstance(parent, Statement):
            # The reference implementation takes it as one of the inference above, if there is any.
            target = self._inference or parent
        return Relation(kind, child, target, member)

    def add_relation(self, relation: Relation | None) -> None:
        """Adds a relation, once all beneath its lower line is read, unless it is there already."""
        if relation is None:
            return
        source, target, kind = relation.source, relation.target, relation.kind
        key = (source, target, kind)
        if key in self._seen or (source is target and (target, kind) in self._reached):
            return
        if kind == "contradictory" and (target, source, kind) in self._seen:
            return
        self._seen.add(key)
        self._reached.add((target, kind))
        self._model.relations.append(relation)

    def begin_structure(self, start: int) -> None:
        """Begins a premise-conclusion structure: that of the argument above, or of a new one."""
        argument = self.preceding
        if argument is None:
            title = self._new_title()
            argument = self.arguments[title] = Argument(title)
        if self.section is not None:
            argument.section = self.section
        if argument.steps:
            raise self._twice(argument, start)
        self._structure = argument
        self._steps = []
        argument.steps = self._steps

    def begin_inference(self, start: int) -> Inference:
        """Begins the inference to the next step."""
        self._inference = self._new_inference = Inference(start)
        return self._inference

    def add_step(self, member: Member, number: str, start: int) -> None:
        """Adds a premise, or the conclusion of the inference above."""
        argument, inference = self._structure, self._new_inference
        if argument is None:
            return
        if number.lstrip("0") != str(len(argument.steps) + 1):
            self._model.odd_numbers.append(start)
        member.role, member.argument = "premise", argument
        if inference is not None:
            member.role, member.inference = "intermediary-conclusion", inference
            inference.argument, inference.index = argument, len(argument.steps)
            self._new_inference = None
        self._steps.append(member)

    def end_structure(self) -> None:
        """Ends a premise-conclusion structure with its last conclusion."""
        if self._structure is not None:
            self._structure.steps[-1].role = "main-conclusion"
        self._structure = self.preceding = None

    def done(self) -> Model:
        """Returns the model, its relations settled."""
        for nodes in (self.statements, self.arguments):
            for node in nodes.values():
                if node.section is None and node.members:
                    node.section = node.members[0].section
        settle(self._model, self._seen)
        return self._model

    def _new_title(self) -> str:
        untitled = self._model.untitled
        title = f"Untitled {len(untitled) + 1}"
        untitled.add(title)
        return title

    def _twice(self, argument: Argument, start: int) -> MapError:
        return self._places.error(
            start, f"the argument <{argument.title}> has a premise-conclusion structure already"
        )
