"""A mind map of Freeplane or FreeMind as a tree of claims."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Claim, Stance
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported
from debatemap.formats.freeplane.rich_text import links_in, plain_text, shown_note
from debatemap.formats.freeplane.unread_parts import unread_parts
from debatemap.formats.tree.attributes import json_object, with_attributes
from debatemap.formats.tree.from_nodes import add_nodes
from debatemap.formats.tree.map_fields import debate_with
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.nodes_beside_claims import (
    without_blanks,
    without_headings,
    without_root,
    without_title,
)
from debatemap.formats.tree.stance_words import marked
from debatemap.formats.xml_input import XmlElement, element_of

__all__ = ["read_mind_map"]

_MARK: Final = "debatemap"
_ICONS: Final[dict[str, Stance]] = {
    **dict.fromkeys(("button_ok", "yes", "list-add", "emoji-2795", "emoji-1f44d", "emoji-2705"),
                    "supports"),
    **dict.fromkeys(("button_cancel", "no", "stop", "emoji-2796", "emoji-1f44e", "emoji-274c"),
                    "attacks"),
}  # fmt: skip
_STYLE: Final = frozenset({
    "additional_info", "alias", "always_unfolded", "background_color", "border_width",
    "child_nodes_layout", "color", "content_id", "created", "encrypted_content", "folded", "format",
    "hgap", "hgap_quantity", "history_created_at", "id", "last_modified_at", "layout", "link",
    "localized_html", "localized_style_ref", "localized_text", "max_width", "min_width", "modified",
    "numbered", "object", "order", "position", "shape", "style", "style_ref", "text", "text_align",
    "text_writing_direction", "tree_id", "uniform_shape", "vgap", "vgap_quantity", "vshift",
    "vshift_quantity",
})  # fmt: skip
"""Attributes of nodes that say how they look, or that are read."""


def read_mind_map(data: bytes, name: str) -> Imported:
    """Returns the debate of a mind map.

    Raises:
        MapError: It is no mind map that can be read.
    """
    root = element_of(data, name)
    tops = list(root.named("node"))
    if root.tag != "map" or not tops:
        raise MapError(name, "expected a mind map with a node in it", place=root.place)
    assembly = Assembly()
    attributes = _attributes(tops[0])
    is_ours = _MARK in attributes
    given = json_object(attributes.get(_MARK, "{}"))
    if given is None:
        assembly.repair("fields of the map", tops[0].place, "left out, as they are no JSON")
    nodes = _nodes(assembly, tops[0])
    title = nodes[0].claim.text
    if not is_ours:
        nodes = without_headings(without_blanks(assembly, nodes))
    nodes = without_root(nodes) if is_ours else without_title(nodes)
    if not is_ours and nodes[0].claim.text != title and _note(tops[0]):
        assembly.lose("notes of the root", tops[0].place)
    for other in tops[1:]:
        assembly.lose("further roots", other.place)
    theses = add_nodes(assembly, nodes)
    debate = debate_with(assembly, title, theses, given or {})
    return assembly.imported(debate)


def _nodes(assembly: Assembly, whole: XmlElement) -> list[TreeNode]:
    """Returns the root and all nodes beneath it."""
    nodes: list[TreeNode] = []
    waiting: list[tuple[XmlElement, int | None]] = [(whole, None)]
    while waiting:
        element, parent = waiting.pop()
        index = len(nodes)
        node = _node(assembly, element, parent)
        cited = map(Citation, _linked(assembly, element))
        claim = node.claim._replace(sources=(*node.claim.sources, *cited))
        nodes.append(node._replace(claim=claim))
        _report(assembly, element)
        waiting += [(child, index) for child in reversed(list(element.named("node")))]
    return nodes


def _report(assembly: Assembly, element: XmlElement) -> None:
    """Says what of a node its claim does not have."""
    for kind, place in unread_parts(element):
        assembly.lose(kind, place)
    shown = _icon_stance(element)
    for icon in element.named("icon"):
        if shown is None or icon.attributes.get("BUILTIN", "").lower() not in _ICONS:
            assembly.lose("icons", icon.place)


def _linked(assembly: Assembly, element: XmlElement) -> tuple[str, ...]:
    """Returns the sources that the HTML of a node links to."""
    refs: dict[str, None] = {}
    for rich in element.named("richcontent"):
        for words, address in links_in(rich):
            url = clean(address)
            if url.startswith("#"):
                assembly.lose("cross references", element.place)
                continue
            refs[assembly.link_source(words, url)] = None
            assembly.lose("links within texts", element.place, "became sources")
    return tuple(refs)


def _node(assembly: Assembly, element: XmlElement, parent: int | None) -> TreeNode:
    attributes = _attributes(element)
    own = {name.lower(): value for name, value in element.attributes.items()}
    clone = own.get("tree_id") or own.get("content_id") or ""
    node = TreeNode(
        Claim(_text(element), note=_note(element)), parent, key=own.get("id", ""),
        same_as=clone, place=element.place,
    )  # fmt: skip
    if "stance" not in attributes:
        said = marked(node.claim.text)
        node = node._replace(
            claim=node.claim._replace(text=said.text), stance=said.stance, of_step=said.is_undercut
        )
    note = node.claim.note
    exact = attributes.pop("note", note) if parent is not None else note
    if shown_note(exact) == note:
        node = node._replace(claim=node.claim._replace(note=exact))
    keep = {name: value for name, value in own.items() if name not in _STYLE}
    if own.get("link") and "sources" not in attributes:
        keep["link"] = own["link"]
    node, odd = with_attributes(node, {} if parent is None else attributes, keep)
    for name in odd:
        assembly.repair("attributes that cannot be read", f"{element.place}: {name}", "left out")
    shown = _icon_stance(element)
    if shown and node.stance and shown != node.stance:
        assembly.repair("icons against their attribute", element.place, "followed")
    for link in element.named("arrowlink"):
        if not node.same_as:
            assembly.lose("cross references", link.place)
    return node._replace(stance=shown or node.stance)


def _attributes(element: XmlElement) -> dict[str, str]:
    """Returns the attributes that people see: a table of names and values."""
    found = {}
    for each in element.named("attribute"):
        given = {name.lower(): value for name, value in each.attributes.items()}
        found[given.get("name", "")] = given.get("value", "")
    return found


def _icon_stance(element: XmlElement) -> Stance | None:
    names = (each.attributes.get("BUILTIN", "").lower() for each in element.named("icon"))
    found = {_ICONS[name] for name in names if name in _ICONS}
    return found.pop() if len(found) == 1 else None


def _text(element: XmlElement) -> str:
    for rich in _rich(element, "node"):
        return plain_text(rich)
    return element.attributes.get("TEXT", "")


def _note(element: XmlElement) -> str:
    """Returns the details and the note of a node; FreeMind once kept notes in a hook."""
    found = [plain_text(each) for kind in ("details", "note") for each in _rich(element, kind)]
    for hook in element.named("hook"):
        if hook.attributes.get("NAME", "").endswith("NodeNote.properties"):
            found += [text.text().strip() for text in hook.named("text")]
    return "\n\n".join(filter(None, found))


def _rich(element: XmlElement, kind: str) -> Iterator[XmlElement]:
    return (
        each
        for each in element.named("richcontent")
        if each.attributes.get("TYPE", "").lower() == kind
    )
