"""A debate as a canvas."""

from typing import Any, Final

import orjson

from debatemap.core.debate import Debate
from debatemap.core.model import NO_EXTRA
from debatemap.core.text import clean
from debatemap.formats.canvas.card_positions import Box, boxes_of
from debatemap.formats.format import Written
from debatemap.formats.markdown_text import escaped
from debatemap.formats.native.records import SHAPES
from debatemap.formats.tree.attributes import json_text, key_in_file
from debatemap.formats.tree.map_fields import fields_of_map
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.to_nodes import to_tree

__all__ = ["write_canvas"]

_COLOURS: Final = {"supports": "4", "attacks": "1"}
_LABELS: Final = {"supports": "pro", "attacks": "con"}
_TITLE: Final = "debatemap_title"
_AROUND: Final = 60


def write_canvas(debate: Debate) -> Written:
    """Returns the canvas, with a group around it that is called as the map is."""
    tree = to_tree(debate)
    full = [node for node in tree.nodes if not node.same_as]
    keys = {node.key: key_in_file(node.key, node.claim.extra) for node in full}
    boxes = boxes_of(tree.nodes)
    nodes = [_card(node, keys[node.key], boxes[node.key]) for node in full]
    title = clean(debate.header.title)
    if title and nodes:
        nodes.insert(0, {"id": _TITLE, "type": "group", "label": title, **_around(boxes)})
    theses = [node.key for node in tree.nodes if node.parent is None and not node.is_loose]
    fields = {**fields_of_map(debate), "title": title, "theses": [keys[key] for key in theses]}
    edges = _edges(tree.nodes, keys)
    for table, records in (("cards", nodes), ("edges", edges)):
        taken = _taken_fields(records)
        fields |= {table: taken} if taken else {}
    canvas = {"nodes": nodes, "edges": edges, "debatemap": fields}
    data = json_text(canvas, orjson.OPT_INDENT_2).encode()
    return Written(data + b"\n", tree.losses)


def _card(node: TreeNode, key: str, box: Box) -> dict[str, Any]:
    claim = node.claim
    shape = dict(SHAPES["claims"](claim._replace(extra=NO_EXTRA)))
    fields = {name: value for name, value in shape.items() if name not in ("text", "links")}
    extra = {k: v for k, v in claim.extra.items() if not (k == "x-id" and key == v)}
    fields |= {"fields": dict(sorted(extra.items()))} if extra else {}
    card = {"id": key, "type": "text", "text": escaped(clean(claim.text)), **box._asdict()}
    card |= {} if node.parent is not None else {"color": "5"}
    return card | ({"debatemap": fields} if fields else {})


def _taken_fields(records: list[dict[str, Any]]) -> dict[str, Any]:
    """Takes our own fields out of cards or edges: strict readers refuse what they do not know."""
    return {each["id"]: each.pop("debatemap") for each in records if "debatemap" in each}


def _around(boxes: dict[str, Box]) -> dict[str, int]:
    right = max(box.x + box.width for box in boxes.values())
    bottom = max(box.y + box.height for box in boxes.values())
    return {
        "x": -_AROUND, "y": -_AROUND, "width": right + 2 * _AROUND, "height": bottom + 2 * _AROUND,
    }  # fmt: skip


def _edges(nodes: list[TreeNode], keys: dict[str, str]) -> list[dict[str, Any]]:
    """Returns an edge a premise; an undercut points at the claim whose step it speaks to."""
    edges = []
    parts: dict[str, int] = {}
    for node in nodes:
        if node.parent is None or node.stance is None:
            continue
        above = nodes[node.parent]
        part = parts[node.link] = parts.get(node.link, 0) + 1
        fields: dict[str, Any] = {}
        if part > 1:
            fields["joined"] = node.link
        elif node.link_extra:
            fields["fields"] = dict(node.link_extra)
        if node.of_step:
            fields["step"] = above.link
        edge = {
            "id": node.link if part == 1 else f"{node.link}.{part}",
            "fromNode": keys[node.key], "fromSide": "left",
            "toNode": keys[above.key], "toSide": "right",
            "color": _COLOURS[node.stance], "label": _label(node),
        }  # fmt: skip
        edges.append(edge | ({"debatemap": fields} if fields else {}))
    return edges


def _label(node: TreeNode) -> str:
    if node.of_step and node.stance == "attacks":
        return "undercut"
    label = _LABELS[node.stance or "supports"]
    return f"{label}, jointly" if node.is_joined else label
