"""Nodes of a mind map that are no claims: its title, and headings such as "Pros" and "Cons"."""

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.stance_words import stance_of_heading

if TYPE_CHECKING:
    from debatemap.core.model import Stance
    from debatemap.formats.assembly import Assembly

__all__ = ["without_blanks", "without_headings", "without_root", "without_title"]


def without_headings(nodes: Sequence[TreeNode], *, tops: bool = False) -> list[TreeNode]:
    """Returns a tree in which what stood under "Pros" or "Cons" stands under the claim above.

    With `tops`, also such a node at the top is a heading.

    Examples:
        >>> from debatemap.core.model import Claim
        >>> words = [("Trains", None), ("Cons", 0), ("They cost much.", 1)]
        >>> tree = [TreeNode(Claim(text), parent) for text, parent in words]
        >>> [(node.claim.text, node.parent, node.stance) for node in without_headings(tree)]
        [('Trains', None, None), ('They cost much.', 0, 'attacks')]
    """
    parents = {node.parent for node in nodes}
    headings: dict[int, Stance] = {}
    for index, node in enumerate(nodes):
        is_said = node.stance is not None and not node.is_by_sign
        is_root = node.parent is None and not tops
        is_claim = is_said or node.is_labelled or bool(node.claim.note)
        if is_root or is_claim or index not in parents:
            continue
        stance = stance_of_heading(node.claim.text)
        if stance is not None:
            headings[index] = stance
    made = []
    for node in nodes:
        stance, parent = node.stance, node.parent
        is_by_sign = node.is_by_sign and parent not in headings
        stance = None if is_by_sign != node.is_by_sign else stance
        while parent in headings:
            stance = stance or headings[parent]
            parent = nodes[parent].parent
        made.append(node._replace(stance=stance, parent=parent, is_by_sign=is_by_sign))
    return _without(made, headings)


def without_blanks(assembly: "Assembly", nodes: Sequence[TreeNode]) -> list[TreeNode]:
    """Returns a tree without nodes that say nothing and that nothing stands under."""
    blank: set[int] = set()
    kept_parents: set[int | None] = {0}
    for index in range(len(nodes) - 1, -1, -1):
        node, claim = nodes[index], nodes[index].claim
        says = claim.text.strip() or claim.note or claim.extra or claim.sources or node.same_as
        if says or index in kept_parents or node.is_joined:
            kept_parents.add(node.parent)
        else:
            blank.add(index)
            assembly.repair("nodes without words", node.place, "left out")
    return _without(nodes, blank) if blank else list(nodes)


def without_title(nodes: Sequence[TreeNode]) -> list[TreeNode]:
    """Returns a tree without its root, unless that is the claim that its children speak to.

    It is where one of them says for or against, and where it stands alone.
    """
    speaks = any(node.parent == 0 and node.stance for node in nodes)
    return list(nodes) if speaks or len(nodes) == 1 else without_root(nodes)


def without_root(nodes: Sequence[TreeNode]) -> list[TreeNode]:
    """Returns a tree without its root, whose children stand at the top then."""
    return _without(
        [node._replace(parent=None) if node.parent == 0 else node for node in nodes], {0}
    )


def _without(nodes: Sequence[TreeNode], gone: Container[int]) -> list[TreeNode]:
    """Returns the nodes without some, whose children stand elsewhere already."""
    places: dict[int | None, int | None] = {None: None}
    kept: list[TreeNode] = []
    for index, node in enumerate(nodes):
        if index not in gone:
            places[index] = len(kept)
            kept.append(node)
    return [node._replace(parent=places[node.parent]) for node in kept]
