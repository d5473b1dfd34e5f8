"""A debate from a tree of claims that was read; what is wrong with the tree is counted."""

from collections.abc import Sequence
from typing import Final

from debatemap.core.fields import with_texts
from debatemap.core.model import Claim, Stance
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.loss import UNDER_NOTHING
from debatemap.formats.tree.node import TreeNode

__all__ = ["add_nodes", "cleaned_claim"]

_UNMARKED: Final = "claims that do not say for or against"
_THESES: Final = "became theses"


def add_nodes(
    assembly: Assembly, nodes: Sequence[TreeNode], unmarked: Stance = "supports"
) -> list[str]:
    """Takes the claims and steps of a tree into an assembly, and returns the theses.

    Args:
        assembly: What the claims and steps are added to.
        nodes: The places; each parent stands in front of its children.
        unmarked: The stance of a claim that does not say any, which is reported.
    """
    return _Growth(assembly, nodes, unmarked).grow()


class _Growth:
    """The claims of a tree by their place, and the steps between them."""

    def __init__(self, assembly: Assembly, nodes: Sequence[TreeNode], unmarked: Stance) -> None:
        self._assembly, self._nodes, self._unmarked = assembly, nodes, unmarked
        self._by_id: dict[str, str] = {}
        self._keys = [""] * len(nodes)
        self._links = [""] * len(nodes)

    def grow(self) -> list[str]:
        """Adds all, and returns the theses."""
        for index, node in enumerate(self._nodes):
            if not node.same_as:
                self._add_claim(index, node)
        for index, node in enumerate(self._nodes):
            if node.same_as:
                self._refer(index, node)
        for first, members in self._groups().items():
            self._add_link(first, members)
        self._keep_top_stances()
        tops = (
            self._keys[index]
            for index, node in enumerate(self._nodes)
            if node.parent is None and not node.is_loose
        )
        return list(dict.fromkeys(tops))

    def _keep_top_stances(self) -> None:
        """Keeps what the file says of claims at the top, for a claim that they are put under.

        A list whose bullets there are all `+` says nothing by them.
        """
        said = [
            (self._keys[index], node)
            for index, node in enumerate(self._nodes)
            if node.parent is None and node.stance is not None and not node.is_loose
        ]
        has_cons = any(node.is_by_sign and node.stance == "attacks" for _, node in said)
        known = self._assembly.places_repaired(_THESES)
        for key, node in said:
            if node.stance is not None and (has_cons or not node.is_by_sign):
                self._assembly.top_stances.setdefault(key, node.stance)
                if node.place not in known:
                    self._assembly.repair(UNDER_NOTHING, node.place or key, _THESES)

    def _add_claim(self, index: int, node: TreeNode) -> None:
        if node.key and node.key in self._by_id:
            self._assembly.repair("ids used twice", node.place or node.key, "given new ids")
        key = self._assembly.add_claim(node.key, cleaned_claim(node.claim))
        self._by_id.setdefault(node.name or node.key or key, key)
        self._keys[index] = key

    def _refer(self, index: int, node: TreeNode) -> None:
        """Finds the claim that stands at a place once more, or keeps the words that are there."""
        found = self._by_id.get(node.same_as)
        if found is None:
            place = node.place or node.same_as
            self._assembly.repair("references to nothing", place, "kept as claims")
            claim = cleaned_claim(node.claim)
            claim = claim if claim.text else claim._replace(text=clean(node.same_as))
            found = self._assembly.add_claim("", claim)
        self._keys[index] = found

    def _groups(self) -> dict[int, list[int]]:
        """Returns the nodes of each step by the first of them."""
        groups: dict[int, list[int]] = {}
        last: dict[int | None, int] = {}
        for index, node in enumerate(self._nodes):
            first = last.get(node.parent) if node.is_joined and node.parent is not None else None
            if first is None:
                if node.is_joined:
                    self._assembly.repair(
                        "joint premises without another", node.place or self._keys[index],
                        "stand alone",
                    )  # fmt: skip
                first = last[node.parent] = index
            groups.setdefault(first, []).append(index)
        return groups

    def _add_link(self, first: int, members: list[int]) -> None:
        node = self._nodes[first]
        if node.parent is None:
            return
        target = self._keys[node.parent]
        if node.of_step:
            target = self._links[node.parent] or target
            if not self._links[node.parent]:
                self._assembly.repair(
                    "undercuts of claims without a step", node.place or self._keys[first],
                    "became replies to the claim",
                )  # fmt: skip
        if node.stance is None:
            self._assembly.repair(
                _UNMARKED, node.place or self._keys[first],
                "read as pros" if self._unmarked == "supports" else "read as cons",
            )  # fmt: skip
        ends = [self._keys[member] for member in members]
        key = self._assembly.add_link(
            node.link, ends, node.stance or self._unmarked, target, node.link_extra
        )
        for member in members:
            self._links[member] = key


def cleaned_claim(claim: Claim) -> Claim:
    """Returns a claim whose texts may enter a map."""
    return claim._replace(
        text=clean(claim.text),
        note=clean(claim.note),
        tags=tuple(map(clean, claim.tags)),
        by=clean(claim.by),
        created=clean(claim.created),
        sources=tuple(with_texts(each, clean) for each in claim.sources),
    )
