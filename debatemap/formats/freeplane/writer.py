"""A debate as a mind map of Freeplane."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import STANCES
from debatemap.formats.format import Written
from debatemap.formats.freeplane.rich_text import shown_note
from debatemap.formats.tree.attributes import attributes_of, json_text, key_in_file
from debatemap.formats.tree.map_fields import fields_of_map
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.to_nodes import depths_of, to_tree
from debatemap.formats.xml_input import attribute, content, xml_text

__all__ = ["write_mind_map"]

_ICONS: Final = dict(zip(STANCES, ("button_ok", "button_cancel"), strict=True))
"""Icons that FreeMind has, too."""


def write_mind_map(debate: Debate) -> Written:
    """Returns the map, its root being the title."""
    tree = to_tree(debate, xml_text)
    lines = ['<map version="freeplane 1.9.13">']
    lines.append(f"<node{attribute('TEXT', debate.header.title)}{attribute('ID', _ROOT_ID)}>")
    lines.append(_attribute("debatemap", json_text(fields_of_map(debate))))
    depths, places = depths_of(tree.nodes), len(tree.nodes)
    for index, node in enumerate(tree.nodes):
        lines += _node(debate, node, index)
        following = depths[index + 1] if index + 1 < places else 0
        lines += ["</node>"] * (depths[index] + 1 - following)
    lines += ["</node>", "</map>", ""]
    return Written("\n".join(lines).encode(), tree.losses)


_ROOT_ID: Final = "debatemap_root"


def _node(debate: Debate, node: TreeNode, index: int) -> Iterator[str]:
    """Yields a node without its end."""
    claim = node.claim
    own = key_in_file(node.key, claim.extra)
    key = f"debatemap_{index}" if node.same_as else own
    opened = f"<node{attribute('TEXT', claim.text)}{attribute('ID', key)}"
    urls = (debate.sources[each.ref].url for each in claim.sources if each.ref in debate.sources)
    url = next((url for url in urls if url.startswith(("http://", "https://"))), "")
    yield f"{opened}{attribute('LINK', url) if url and not node.same_as else ''}>"
    if node.parent is not None and node.stance is not None:
        yield f'<icon BUILTIN="{_ICONS[node.stance]}"/>'
    note = xml_text(claim.note)
    for name, value in attributes_of(node, ("note",)).items():
        yield _attribute(name, value)
    if note != shown_note(note) and not node.same_as:
        yield _attribute("note", note)
    if node.same_as:
        yield f"<arrowlink{attribute('DESTINATION', own)}/>"
    elif note:
        lines = "".join(f"<p>{content(line)}</p>" for line in note.split("\n"))
        yield f'<richcontent TYPE="NOTE"><html><head/><body>{lines}</body></html></richcontent>'


def _attribute(name: str, value: str) -> str:
    return f"<attribute{attribute('NAME', name)}{attribute('VALUE', value)}/>"
