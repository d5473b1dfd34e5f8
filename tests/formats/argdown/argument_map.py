"""The argument map of a model, as the reference implementation draws it by default.

It shows that a model holds all that the map is made of: who supports, attacks and undercuts whom,
which statements are premises and conclusions of which arguments, and what is left out.
"""

import re
from typing import Any, Final

from debatemap.formats.argdown.argdown_model import (
    Argument,
    Inference,
    Member,
    Model,
    Node,
    Relation,
    Statement,
)

__all__ = ["edges_of"]

_SYMMETRIC: Final = ("contrary", "contradictory")
_OF_ARGUMENTS: Final = {"contrary": "attack", "contradictory": "attack", "entails": "support"}
Edge = tuple[str, tuple[str, str], tuple[str, str]]


def edges_of(model: Model) -> list[Edge]:
    """Returns the kind and the two ends of each edge."""
    return _Map(model).edges()


class _Map:
    def __init__(self, model: Model) -> None:
        self.model = model
        self.of: dict[Node, list[Member]] = {
            node: [each for each in node.members if each.argument is not None]
            for node in model.statements.values()
        }
        self.touching: dict[Node | Inference, list[Relation]] = {}
        for relation in model.relations:
            for end in {relation.source, relation.target}:
                self.touching.setdefault(end, []).append(relation)
        self.statements = {each for each in model.statements.values() if self._preselected(each)}
        self.arguments = {each for each in model.arguments.values() if self._preselected(each)}
        self.statements = {each for each in self.statements if self._statement_selected(each)}
        self.arguments = {each for each in self.arguments if self._argument_selected(each)}

    def _setting(self, key: str) -> Any:  # noqa: ANN401  (any YAML)
        return self.model.setting("selection", key)

    def _preselected(self, node: Node) -> bool:  # noqa: PLR0911  (as many reasons)
        data = node.data or {}
        if "isInMap" in data and data["isInMap"] is not True and not self._setting("ignoreIsInMap"):
            return False
        kind = "excludeArguments" if node.is_argument else "excludeStatements"
        if node.title in (self._setting(kind) or ()):
            return False
        sections, tags = self._setting("selectedSections"), self._setting("selectedTags")
        if sections is not None:
            if node.section is None and not self._setting("selectElementsWithoutSection"):
                return False
            if node.section is not None and node.section.title not in sections:
                return False
        if tags is None:
            return True
        if not node.tags and self._setting("selectElementsWithoutTag"):
            return True
        return any(tag in tags for tag in node.tags)

    def _statement_selected(self, node: Node) -> bool:
        data = node.data or {}
        if data.get("isInMap") is True and not self._setting("ignoreIsInMap"):
            return True
        if node.title in (self._setting("includeStatements") or ()):
            return True
        related = any(self._selected(r, _other(r, node)) for r in self.touching.get(node, ()))
        used = any(
            each.role != "intermediary-conclusion" and each.argument in self.arguments
            for each in self.of[node]
        )
        mode = self._setting("statementSelectionMode") or "with-title"
        titled = re.match("Untitled", node.title) is None
        top = any(each.role == "top-level-statement" for each in node.members)
        chosen = {
            "all": True, "with-title": (related and not used) or titled,
            "top-level": (related and not used) or top, "with-relations": related,
            "not-used-in-argument": not used,
        }.get(mode, False)  # fmt: skip
        return chosen and (self._setting("excludeDisconnected") is False or used or related)

    def _argument_selected(self, node: Argument) -> bool:
        data = node.data or {}
        if self._setting("excludeDisconnected") is False:
            return True
        if data.get("isInMap") is True and not self._setting("ignoreIsInMap"):
            return True
        if any(self._selected(r, _other(r, node)) for r in self.touching.get(node, ())):
            return True
        return any(self._step_connected(step) for step in node.steps)

    def _step_connected(self, step: Member) -> bool:
        if step.inference is not None:
            about = self.touching.get(step.inference, ())
            if any(self._selected(r, _other(r, step.inference)) for r in about):
                return True
        statement = self.model.statements[step.title]
        if step.role == "intermediary-conclusion":
            return False
        for relation in self.touching.get(statement, ()):
            if relation.kind not in _SYMMETRIC:
                is_premise = step.role == "premise"
                if relation.source is statement if is_premise else relation.target is statement:
                    continue
            if self._selected(relation, _other(relation, statement)):
                return True
        if statement in self.statements:
            return True
        wanted = "premise" if step.role == "main-conclusion" else "main-conclusion"
        return any(m.role == wanted and m.argument in self.arguments for m in self.of[statement])

    def _selected(self, relation: Relation, end: Node | Inference) -> bool:
        if isinstance(end, Inference):
            return end.argument in self.arguments
        if not isinstance(end, Statement):
            return end in self.arguments
        if end in self.statements:
            return True
        role = "premise" if relation.target is end else "main-conclusion"
        return any(
            (relation.kind in _SYMMETRIC or m.role == role) and m.argument in self.arguments
            for m in self.of[end]
        )

    def edges(self) -> list[Edge]:
        made: list[Edge] = []
        for relation in self.model.relations:
            ends = (relation.source, relation.target)
            if all(self._selected(relation, end) for end in ends):
                made += self._edges_of(relation.kind, *ends, is_back=False)
                if relation.kind in _SYMMETRIC:
                    made += self._edges_of(relation.kind, ends[1], ends[0], is_back=True)
        return made + self._supports()

    def _edges_of(
        self, kind: str, source: Node | Inference, target: Node | Inference, *, is_back: bool
    ) -> list[Edge]:
        made: list[Edge] = []
        for start in self._starts(source, is_back=is_back):
            for end in self._ends(target, is_back=is_back):
                both = start[0] == end[0] == "statement"
                made.append((kind if both else _OF_ARGUMENTS.get(kind, kind), start, end))
        return made

    def _starts(self, source: Node | Inference, *, is_back: bool) -> list[tuple[str, str]]:
        if isinstance(source, Statement):
            if source in self.statements:
                return [("statement", source.title)]
            return self._used(source, "main-conclusion")
        if not is_back and source in self.arguments:
            return [("argument", source.title)]
        return []

    def _ends(self, target: Node | Inference, *, is_back: bool) -> list[tuple[str, str]]:
        if isinstance(target, Statement):
            if target not in self.statements:
                return self._used(target, "premise")
            return [] if is_back else [("statement", target.title)]
        argument = target.argument if isinstance(target, Inference) else target
        if is_back or argument not in self.arguments:
            return []
        return [("argument", argument.title)]

    def _used(self, statement: Statement, role: str) -> list[tuple[str, str]]:
        return [
            ("argument", each.argument.title)
            for each in self.of[statement]
            if each.role == role and each.argument in self.arguments
        ]

    def _supports(self) -> list[Edge]:
        made: dict[Edge, None] = {}
        for argument in self.model.arguments.values():
            if argument not in self.arguments or not argument.steps:
                continue
            conclusion = self.model.statements[argument.steps[-1].title]
            start = ("argument", argument.title)
            if conclusion in self.statements:
                made["support", start, ("statement", conclusion.title)] = None
                continue
            for end in self._used(conclusion, "premise"):
                made["support", start, end] = None
        for statement in self.model.statements.values():
            if statement in self.statements:
                for end in self._used(statement, "premise"):
                    made["support", ("statement", statement.title), end] = None
        return list(made)


def _other(relation: Relation, end: Node | Inference) -> Node | Inference:
    return relation.target if relation.source is end else relation.source
