"""A debate as a tree: every claim in full where it is first met, and as a reference after that."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import clean
from debatemap.formats.control_characters import control_losses
from debatemap.formats.limits import Limits, limits
from debatemap.formats.loss import Loss, losses_of
from debatemap.formats.tree.node import TreeNode

__all__ = ["Tree", "depths_of", "depths_within_limits", "to_tree"]


class Tree(NamedTuple):
    """The places of a debate.

    Attributes:
        nodes: The places, from the top down; a joint premise follows the one before it.
        losses: What stands nowhere in a tree: links that lack an end, controls in texts.
        adrift: Claims at the top that stand in a cycle which no thesis leads to.
    """

    nodes: list[TreeNode]
    losses: tuple[Loss, ...]
    adrift: tuple[str, ...]

    def losses_as_theses(self) -> tuple[Loss, ...]:
        """Returns what is lost where a format has no mark for a top that is no thesis."""
        return losses_of("loops that no thesis leads to", self.adrift, "begin with a thesis")


def to_tree(debate: Debate, cleaned: Callable[[str], str] = clean) -> Tree:
    """Returns the places of a debate: under its theses, then what no thesis leads to.

    Args:
        debate: The debate.
        cleaned: What becomes of a text when it is written and read.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> links = {"l": Link(("b",), "attacks", "a")}
        >>> debate = Debate(Header("m", theses=("a",)), {"a": Claim("A."), "b": Claim("B.")}, links)
        >>> [(node.key, node.parent, node.stance) for node in to_tree(debate).nodes]
        [('a', None, None), ('b', 0, 'attacks')]
    """
    walk = _Walk(debate)
    theses = dict.fromkeys(key for key in debate.header.theses if key in debate.claims)
    for key in theses:
        walk.go_down(key, is_loose=False)
    walk.go_down_all(key for key in debate.claims if key not in walk.leading)
    unmet = [key for key in debate.claims if key not in walk.met]
    adrift = tuple(walk.go_down_all(unmet))
    unreached = (key for key in debate.links if key not in walk.passed)
    losses = (
        *losses_of("links without an end or a way from a claim", unreached),
        *losses_of("missing or repeated premises", walk.dropped),
        *losses_of("theses that are missing", set(debate.header.theses) - debate.claims.keys()),
        *control_losses(debate, cleaned),
    )
    return Tree(walk.nodes, losses, adrift)


def depths_within_limits(nodes: Sequence[TreeNode], per_level: int) -> list[int]:
    """Returns the depths of nodes for a format that writes them out in front of each line.

    Args:
        nodes: The nodes.
        per_level: Characters in front of a line a level.

    Raises:
        MapError: A long chain would make a file that is too large to be read, or to be written.
    """
    depths = depths_of(nodes)
    size = per_level * sum(depths)
    if size > max(limits().size, Limits().size):
        problem = (
            f"its replies go {max(depths):,} levels deep, so that the depth alone would take up "
            f"{size // 10**6:,} MB"
        )
        raise MapError("the map", problem, advice="Export a part of it, or as JSON.")
    return depths


def depths_of(nodes: Sequence[TreeNode]) -> list[int]:
    """Returns how far beneath the top each node stands, the top being 0."""
    depths: list[int] = []
    for node in nodes:
        depths.append(0 if node.parent is None else depths[node.parent] + 1)
    return depths


class _Walk:
    """The places so far, and which claims and links have been met."""

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self.nodes: list[TreeNode] = []
        self.met: set[str] = set()
        self.passed: set[str] = set()
        self.dropped: list[str] = []
        self._premises = self._usable()
        self.leading = {each for ends in self._premises.values() for each in ends}

    def _usable(self) -> Mapping[str, tuple[str, ...]]:
        """Returns the links that have both ends, with the premises that exist."""
        debate = self._debate
        found: dict[str, tuple[str, ...]] = {}
        for key, link in debate.links.items():
            ends = tuple(
                dict.fromkeys(p for p in link.premises if p in debate.claims and p != link.target)
            )
            if ends and (link.target in debate.claims or link.target in debate.links):
                found[key] = ends
        loose = [key for key in debate.links if key not in found]
        while loose:
            above = debate.links_into(loose.pop())
            loose += [key for key in above if found.pop(key, None)]
        self.dropped += [key for key, ends in found.items() if ends != debate.links[key].premises]
        return found

    def go_down_all(self, tops: Iterable[str]) -> Iterator[str]:
        """Goes down from the claims that were not met, and returns those."""
        taken = []
        for key in tops:
            if key not in self.met:
                taken.append(key)
                self.go_down(key, is_loose=True)
        return iter(taken)

    def go_down(self, top: str, *, is_loose: bool) -> None:
        """Adds a claim at the top, and all that stands beneath it."""
        waiting = [TreeNode(self._debate.claims[top], key=top, is_loose=is_loose)]
        while waiting:
            node = waiting.pop()
            index, is_again = len(self.nodes), node.key in self.met
            self.nodes.append(node._replace(same_as=node.key) if is_again else node)
            self.met.add(node.key)
            below: list[TreeNode] = []
            if node.link and not node.is_joined:
                below += self._replies(node.link, index, of_step=True)
            if not is_again:
                below += self._replies(node.key, index, of_step=False)
            waiting += reversed(below)

    def _replies(self, target: str, parent: int, *, of_step: bool) -> Iterator[TreeNode]:
        debate = self._debate
        for key in debate.links_into(target):
            if key in self._premises and key not in self.passed:
                self.passed.add(key)
                link = debate.links[key]
                for number, premise in enumerate(self._premises[key]):
                    yield TreeNode(
                        debate.claims[premise], parent, link.stance, premise, key,
                        link.extra if number == 0 else {}, of_step, is_joined=number > 0,
                    )  # fmt: skip
