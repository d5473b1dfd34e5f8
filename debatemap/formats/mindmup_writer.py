"""A debate as a mind map of MindMup."""

from typing import Any, Final

import orjson

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import clean
from debatemap.formats.format import Written
from debatemap.formats.tree.attributes import attributes_of, json_text, key_in_file
from debatemap.formats.tree.map_fields import fields_of_map
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.to_nodes import depths_of, to_tree

__all__ = ["write_ideas"]

_GROUPS: Final = {"supports": "supporting", "attacks": "opposing"}
_DEEPEST: Final = 60
"""Levels of a map; each takes four levels of JSON, of which no more than 254 can be written."""


def write_ideas(debate: Debate) -> Written:
    """Returns the mind map, its root being the title.

    Raises:
        MapError: Its replies go too deep.
    """
    tree = to_tree(debate)
    if max(depths_of(tree.nodes), default=0) >= _DEEPEST:
        problem = f"its replies go deeper than {_DEEPEST} levels, which MindMup cannot hold"
        raise MapError("the map", problem, advice="Export a part of it.")
    root: dict[str, Any] = {
        "title": clean(debate.header.title), "id": "root", "formatVersion": 3, "ideas": {},
        "attr": {"debatemap": fields_of_map(debate)},
    }  # fmt: skip
    ideas: list[dict[str, Any]] = []
    groups: dict[str, dict[str, Any]] = {}
    for index, node in enumerate(tree.nodes):
        idea = _idea(node, index)
        ideas.append(idea)
        if node.parent is None:
            _add(root, idea)
            continue
        if node.link not in groups:
            group = {"title": "group", "id": f"group-{node.link}", "ideas": {}, "attr": {
                "group": _GROUPS[node.stance or "supports"], "contentLocked": True,
            }}  # fmt: skip
            groups[node.link] = group
            # What speaks to a step stands in a group of the step's own group.
            above = tree.nodes[node.parent]
            _add(groups[above.link] if node.of_step else ideas[node.parent], group)
        _add(groups[node.link], idea)
    data = json_text(root, orjson.OPT_INDENT_2).encode()
    return Written(data + b"\n", tree.losses)


def _add(above: dict[str, Any], below: dict[str, Any]) -> None:
    inner = above.setdefault("ideas", {})
    inner[str(len(inner) + 1)] = below


def _idea(node: TreeNode, index: int) -> dict[str, Any]:
    claim = node.claim
    attributes: dict[str, Any] = {}
    note = clean(claim.note)
    if note and not node.same_as:
        attributes["note"] = {"index": 1, "text": note}
    fields = attributes_of(node, ("note",))
    for name in ("step", "joined"):
        fields.pop(name, None)
    if node.parent is not None:
        del fields["stance"]
    attributes["debatemap"] = {name: clean(value) for name, value in fields.items()}
    own = f"again-{index}" if node.same_as else key_in_file(node.key, claim.extra)
    return {"title": clean(claim.text), "id": own, "attr": attributes}
