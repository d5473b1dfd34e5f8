"""OPML to a tree of claims, and back."""

from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Claim
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported, Written
from debatemap.formats.inline_html import plain_words
from debatemap.formats.opml_unread import unread_in_file, unread_in_outline
from debatemap.formats.tree.attributes import (
    RESERVED,
    attributes_of,
    json_object,
    json_text,
    key_in_file,
    with_attributes,
)
from debatemap.formats.tree.from_nodes import add_nodes
from debatemap.formats.tree.map_fields import debate_with, fields_of_map
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.nodes_beside_claims import without_blanks, without_headings
from debatemap.formats.tree.stance_words import marked
from debatemap.formats.tree.to_nodes import depths_of, to_tree
from debatemap.formats.xml_input import XmlElement, attribute, content, element_of, xml_text

__all__ = ["read_opml", "write_opml"]

_MARK: Final = "debatemap"
_PREFIX: Final = "debatemap-"
_WORDS: Final = {"supports": "Pro: ", "attacks": "Con: ", None: ""}
_UNDERCUT: Final = "Undercut: "
_STYLE: Final = frozenset(
    ("text", "_note", "_status", "expansionstate", "created", "type", "title")
)


def write_opml(debate: Debate) -> Written:
    """Returns the outline of a debate."""
    tree = to_tree(debate, xml_text)
    depths = depths_of(tree.nodes)
    fields = json_text(fields_of_map(debate))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', "  <head>",
        f"    <title>{content(debate.header.title)}</title>",
        f"    <{_MARK}>{content(fields)}</{_MARK}>", "  </head>", "  <body>",
    ]  # fmt: skip
    for index, node in enumerate(tree.nodes):
        depth = depths[index]
        following = depths[index + 1] if index + 1 < len(depths) else 0
        opened = f"{'  ' * min(depth + 2, _WIDEST)}<outline{_attributes(node)}"
        lines.append(f"{opened}>" if following > depth else f"{opened}/>")
        lines += [
            f"{'  ' * min(level + 2, _WIDEST)}</outline>"
            for level in range(depth - 1, following - 1, -1)
        ]
    lines += ["  </body>", "</opml>", ""]
    return Written("\n".join(lines).encode(), tree.losses)


_WIDEST: Final = 40
"""Levels that are indented; beyond, a chain of claims would take the square of its length."""


def _attributes(node: TreeNode) -> str:
    claim = node.claim
    stance = node.stance if node.parent is not None else None
    words = _UNDERCUT if node.of_step and stance == "attacks" else _WORDS[stance]
    found = attribute("text", words + claim.text)
    if not node.same_as:
        found += attribute("id", key_in_file(node.key, claim.extra))
        found += attribute("_note", claim.note) if claim.note else ""
    given = attributes_of(node, ("note",))
    return found + "".join(attribute(_name(name), value) for name, value in given.items())


def _name(name: str) -> str:
    """Returns the name of an attribute; those of other programs stay as they were."""
    is_ours = name in RESERVED or name.lower() in _STYLE or name.startswith(_PREFIX)
    return _PREFIX + name if is_ours else name


def read_opml(data: bytes, name: str) -> Imported:
    """Returns the debate of an outline.

    Raises:
        MapError: It is no OPML that can be read.
    """
    root = element_of(data, name)
    body = next(root.named("body"), None)
    if root.tag != "opml" or body is None:
        raise MapError(name, "expected OPML with a body", place=root.place)
    assembly = Assembly()
    head = next(root.named("head"), XmlElement("head", {}, ""))
    title = next((each.text() for each in head.named("title")), "")
    own = next((each.text() for each in head.named(_MARK)), None)
    given = json_object(own) if own is not None else {}
    if given is None:
        assembly.repair("fields of the map", _MARK, "left out, as they are no JSON")
    title = title.strip() if own is None else title
    for kind, place in unread_in_file(root):
        assembly.lose(kind, place)
    nodes = _nodes(assembly, body, is_ours=own is not None)
    if own is None:
        nodes = without_headings(without_blanks(assembly, nodes), tops=True)
    theses = add_nodes(assembly, nodes)
    debate = debate_with(assembly, title, theses, given or {})
    return assembly.imported(debate)


def _nodes(assembly: Assembly, body: XmlElement, *, is_ours: bool) -> list[TreeNode]:
    nodes: list[TreeNode] = []
    waiting: list[tuple[XmlElement, int | None]] = [
        (child, None) for child in reversed(list(body.named("outline")))
    ]
    while waiting:
        element, parent = waiting.pop()
        index = len(nodes)
        cited = () if is_ours else _without_markup(assembly, element)
        node = _node(assembly, element, parent)
        claim = node.claim._replace(sources=(*node.claim.sources, *map(Citation, cited)))
        nodes.append(node._replace(claim=claim))
        for kind, place in unread_in_outline(element):
            assembly.lose(kind, place)
        waiting += [(child, index) for child in reversed(list(element.named("outline")))]
    return nodes


def _without_markup(assembly: Assembly, element: XmlElement) -> tuple[str, ...]:
    """Makes words of the HTML in an outline's text; returns the sources that it links to."""
    given = element.attributes
    refs: dict[str, None] = {}
    for name in ("text", "title", "_note"):
        read = plain_words(given.get(name, ""))
        if not read.had_markup:
            continue
        given[name] = read.text
        if name != "title":
            assembly.lose("texts with markup", element.place, "became plain words")
        for title, url in read.links:
            refs[assembly.link_source(title, url)] = None
    return tuple(refs)


def _node(assembly: Assembly, element: XmlElement, parent: int | None) -> TreeNode:
    given = element.attributes
    own = {
        name.removeprefix(_PREFIX): value
        for name, value in given.items()
        if name.startswith(_PREFIX)
    }
    text = given.get("text") or given.get("title", "")
    is_top = parent is None and own.get("stance") in ("thesis", "unplaced")
    # Only what was written in front of the words of a reply is no part of them.
    said = marked(text)._replace(text=text, stance=None) if is_top else marked(text)
    written = next((w for w in (*_WORDS.values(), _UNDERCUT) if w and text.startswith(w)), "")
    words = text[len(written) :] if "stance" in own else said.text
    claim = Claim(text if is_top else words, note=given.get("_note", ""))
    node = TreeNode(
        claim, parent, said.stance, given.get("id", ""), of_step=said.is_undercut,
        place=element.place,
    )  # fmt: skip
    keep = {
        name: value
        for name, value in given.items()
        if name.lower() not in _STYLE and name != "id" and not name.startswith(_PREFIX)
    }
    node, odd = with_attributes(node, own, keep)
    for attribute_name in odd:
        place = f"{element.place}: {attribute_name}"
        assembly.repair("attributes that cannot be read", place, "left out")
    if said.stance and node.stance and said.stance != node.stance:
        assembly.repair("words against their attribute", element.place, "followed")
    return node._replace(stance=said.stance or node.stance)
