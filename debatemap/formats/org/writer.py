"""A debate as an Org file."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.text import clean
from debatemap.formats.format import Written
from debatemap.formats.org.body import body_of
from debatemap.formats.org.org_heading import Heading, heading_of, shown_text, tags_fit
from debatemap.formats.tree.attributes import attributes_of, json_text, key_in_file
from debatemap.formats.tree.map_fields import fields_of_map
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.to_nodes import depths_within_limits, to_tree

__all__ = ["write_org"]

_KEYWORDS: Final = {"supports": "PRO", "attacks": "CON"}


def write_org(debate: Debate, *, crlf: bool) -> Written:
    """Returns the file."""
    tree = to_tree(debate)
    title = clean(debate.header.title)
    fields = fields_of_map(debate)
    shown = " ".join(title.split())
    if shown != title:
        fields["title"] = title
    lines = [f"#+TITLE: {shown}".rstrip(), "#+TODO: PRO CON UNDERCUT |"]
    lines.append(f"#+DEBATEMAP: {json_text(fields)}")
    for node, depth in zip(tree.nodes, depths_within_limits(tree.nodes, 1), strict=True):
        lines += ["", *_section(node, depth)] if depth == 0 else _section(node, depth)
    text = "\n".join([*lines, ""])
    return Written(text.replace("\n", "\r\n" if crlf else "\n").encode(), tree.losses)


def _section(node: TreeNode, depth: int) -> Iterator[str]:
    claim, text, note = node.claim, clean(node.claim.text), clean(node.claim.note)
    keyword = _KEYWORDS.get(node.stance or "", "") if node.parent is not None else ""
    if node.of_step and node.stance == "attacks":
        keyword = "UNDERCUT"
    stars = " ".join(filter(None, ("*" * (depth + 1), keyword)))
    given = attributes_of(node, ("note", *(("tags",) if tags_fit(claim.tags) else ())))
    if given["stance"] in ("pro", "con", "thesis"):
        del given["stance"]
    words, tags = shown_text(text), claim.tags if tags_fit(claim.tags) else ()
    body = body_of(note)
    if node.same_as:
        yield f"{stars} [[id:{given.pop('again')}][{_description(words)}]]"
    else:
        given = {"ID": key_in_file(node.key, claim.extra), **given}
        line = " ".join(filter(None, (stars, words, f":{':'.join(tags)}:" if tags else "")))
        is_reply = node.parent is not None
        undercuts = is_reply and node.of_step and node.stance == "attacks"
        stance = node.stance if is_reply else None
        if heading_of(line) != Heading(depth + 1, text, stance, undercuts, tags=tags):
            given["TEXT"] = text
        if body != note:
            given["NOTE"] = note
        yield line
    if given:
        yield from (":PROPERTIES:", *(f":{key}: {_value(v)}" for key, v in given.items()), ":END:")
    if body and not node.same_as:
        yield from body.split("\n")


def _description(words: str) -> str:
    """Returns words as they can stand in a link."""
    return words.replace("[", "(").replace("]", ")")


def _value(value: str) -> str:
    """Returns a value as it can stand behind its name, on one line."""
    value = clean(value)
    is_plain = value and value == " ".join(value.split()) and not value.startswith('"')
    return value if is_plain else json_text(value)
