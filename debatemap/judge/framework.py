"""A debate as lists of numbers, made for weighing it over and over.

Every claim is an argument with an index. A link with one premise that nothing is linked to and
nobody has rated is just its premise among the pros or the cons of its target. Any other link has
two arguments more: its relevance, which is argued about like a claim, and the step, which
contributes relevance × the weakest premise to the target.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.judge.ordering import Edges, Order, arrange_all
from debatemap.judge.ratings import CLAIM, LINK, Opinions

__all__ = ["Edges", "Framework"]


_NONE: Final[list[int]] = []
"""Stands for all arguments that have none: nothing is ever added to it."""


class Framework:
    """Arguments for claims and links, and what bears on what.

    Attributes:
        debate: What it is made of.
        opinions: Where the base scores come from.
        names: The claim or link of each index; empty for a step, and where one is gone.
        base_scores: β of each argument, 0 to 1.
        pros: The arguments that support each one. Of a step: its relevance, then its premises.
        cons: The arguments that attack each one.
        targets: The arguments that each one bears on.
        steps: The arguments that are steps.
        relevances: The arguments that are the relevance of a link.
    """

    def __init__(self, debate: Debate, opinions: Opinions) -> None:
        self.debate = debate
        self.opinions = opinions
        self.names: list[str] = []
        self.base_scores: list[float] = []
        self.pros: Edges = []
        self.cons: Edges = []
        self.targets: Edges = []
        self.steps: set[int] = set()
        self.relevances: set[int] = set()
        self._claims: dict[str, int] = {}
        self._links: dict[str, int] = {}
        self._connected: dict[str, tuple[int, int, bool]] = {}
        self._exposed: set[str] = set()
        self._order: Order | None = None
        self._build()

    def __len__(self) -> int:
        return len(self.names)

    def index(self, node: str) -> int | None:
        """Returns the index of a claim or of a link's relevance, or None where it has none."""
        claim = self._claims.get(node)
        return self._links.get(node) if claim is None else claim

    def of(self, indices: Iterable[int]) -> Iterator[tuple[str, int]]:
        """Yields (claim or link, index) of those arguments that are one."""
        for index in indices:
            if self.names[index]:
                yield self.names[index], index

    def order(self) -> Order:
        """Returns the order in which all arguments can be weighed, as long as nothing is fixed."""
        if self._order is None:
            self._order = arrange_all(self.pros, self.cons, self.targets)
        return self._order

    def contribution(self, link: str) -> int | None:
        """Returns the index by which a link bears on its target, or None where it does not."""
        connected = self._connected.get(link)
        return connected[0] if connected is not None else None

    def expose(self, link: str) -> set[int]:
        """Gives a link arguments of its own; returns the arguments to be weighed again."""
        if link not in self.debate.links:
            return set()
        self._exposed.add(link)
        return set() if link in self._links else self._reconnect([link], (), ())

    def follow(self, change: Change) -> set[int]:
        """Takes up a change that the debate has taken up; returns what is to be weighed again.

        Places that are empty now are among it.
        """
        debate = self.debate
        came = [key for key, (before, after) in change.claims.items() if before is None and after]
        went = [key for key, (before, after) in change.claims.items() if before and after is None]
        links = set(change.links)
        for link, (before, after) in change.links.items():
            links.update(record.target for record in (before, after) if record is not None)
            if before is None or after is None:
                links.update(debate.links_into(link))
        for claim in (*came, *went):
            links.update(debate.links_into(claim))
            links.update(debate.links_from(claim))
        if went:
            dangling = debate.dangling
            links.update(*(dangling.get(claim, ()) for claim in went))
        rated = self.opinions.follow(change)
        links.update(rated)
        indices = self._reconnect(links, came, went)
        for claim in rated & self._claims.keys():
            self.base_scores[self._claims[claim]] = self.opinions.base(claim, CLAIM)
            indices.add(self._claims[claim])
        return indices

    def _build(self) -> None:
        debate, opinions = self.debate, self.opinions
        count = len(debate.claims)
        self._claims = dict(zip(debate.claims, range(count), strict=True))
        self.names = list(debate.claims)
        self.base_scores = [CLAIM] * count
        for node in opinions.rated():
            if node in self._claims:
                self.base_scores[self._claims[node]] = opinions.base(node, CLAIM)
        self.pros, self.cons = [_NONE] * count, [_NONE] * count
        self.targets = [_NONE] * count
        # Few links are not plain, as `_is_plain` has it: to ask it of each would take long.
        asked = debate.steps.keys() & debate.links.keys() | debate.links.keys() & opinions.rated()
        special = [
            name
            for name, link in debate.links.items()
            if len(link.premises) != 1 or (name in asked and not self._is_plain(name))
        ]
        for link in special:
            self._make_relevance(link)
        self._connect_plain()
        for link in special:
            self._connect(link)

    def _connect_plain(self) -> None:
        """Puts in the links that are nothing but their premise."""
        claims, relevances = self._claims, self._links
        targets, connected = self.targets, self._connected
        for target, siblings in self.debate.steps.items():
            below = claims.get(target)
            if below is None:
                below = relevances.get(target)
            if below is None:
                continue
            pros: list[int] = []
            cons: list[int] = []
            for _, name, premises, stance in siblings:
                above = claims.get(premises[0])
                if above is None or name in relevances:
                    continue
                supports = stance == "supports"
                (pros if supports else cons).append(above)
                if targets[above]:
                    targets[above].append(below)
                else:
                    targets[above] = [below]
                connected[name] = above, below, supports
            if pros:
                self.pros[below] = pros
            if cons:
                self.cons[below] = cons

    def _is_plain(self, name: str) -> bool:
        link = self.debate.links[name]
        return (
            len(link.premises) == 1
            and name not in self.debate.steps
            and name not in self._exposed
            and not self.opinions.is_rated(name)
        )

    def _reconnect(
        self, names: Iterable[str], came: Iterable[str], went: Iterable[str]
    ) -> set[int]:
        """Takes links out and puts them in again, as the debate has them now."""
        self._order = None
        links = self.debate.links
        connected, relevances = self._connected, self._links
        again = [name for name in names if name in links or name in connected or name in relevances]
        indices = self._disconnect(again)
        for claim in went:
            indices.add(self._drop(self._claims.pop(claim)))
        for claim in came:
            self._claims[claim] = self._make(claim, self.opinions.base(claim, CLAIM))
            indices.add(self._claims[claim])
        for name in again:
            if name in links and not self._is_plain(name):
                indices.add(self._make_relevance(name))
            elif name in self._links:
                indices.add(self._drop(self._links.pop(name)))
        for name in again:
            if name in links:
                indices |= self._connect(name)
        return indices

    def _make(self, name: str, base: float) -> int:
        self.names.append(name)
        self.base_scores.append(base)
        for edges in (self.pros, self.cons, self.targets):
            edges.append(_NONE)
        return len(self.names) - 1

    def _drop(self, index: int) -> int:
        """Leaves the place of an argument empty; it bears on nothing, and nothing on it."""
        self.names[index] = ""
        self.base_scores[index] = 0.0
        self.relevances.discard(index)
        self.steps.discard(index)
        return index

    def _make_relevance(self, name: str) -> int:
        """Returns the index of a link's relevance, with its base as it is now."""
        base = self.opinions.base(name, LINK)
        index = self._links.get(name)
        if index is None:
            index = self._links[name] = self._make(name, base)
            self.relevances.add(index)
        self.base_scores[index] = base
        return index

    def _connect(self, name: str) -> set[int]:
        link = self.debate.links[name]
        premises = [self._claims[p] for p in dict.fromkeys(link.premises) if p in self._claims]
        target = self.index(link.target)
        if not premises or target is None:
            return set()
        source, relevance = premises[0], self._links.get(name)
        if relevance is not None:
            source = self._make("", 0.0)
            self.steps.add(source)
            for index in (relevance, *premises):
                _add(self.pros, source, index)
                _add(self.targets, index, source)
        supports = link.stance == "supports"
        _add(self.pros if supports else self.cons, target, source)
        _add(self.targets, source, target)
        self._connected[name] = source, target, supports
        return {source, target} if relevance is not None else {target}

    def _disconnect(self, names: Iterable[str]) -> set[int]:
        """Takes links out; returns what they bore on, and the steps that are gone."""
        pros, cons, targets = _Losses(self.pros), _Losses(self.cons), _Losses(self.targets)
        indices = set[int]()
        for name in names:
            connected = self._connected.pop(name, None)
            if connected is None:
                continue
            source, target, supports = connected
            (pros if supports else cons).note(target, source)
            targets.note(source, target)
            indices.add(target)
            if source in self.steps:
                for index in self.pros[source]:
                    targets.note(index, source)
                self.pros[source] = _NONE
                indices.add(self._drop(source))
        for losses in (pros, cons, targets):
            losses.take()
        return indices


class _Losses:
    """Edges that go, all at once: one by one would take a hub's links a time of their square."""

    def __init__(self, edges: Edges) -> None:
        self._edges = edges
        self._gone: dict[int, list[int]] = {}

    def note(self, index: int, other: int) -> None:
        """Notes that one of the edges between two arguments goes."""
        self._gone.setdefault(index, []).append(other)

    def take(self) -> None:
        """Takes the noted edges away."""
        for index, others in self._gone.items():
            if len(others) == 1:
                self._edges[index].remove(others[0])
                continue
            left = Counter(others)
            kept = []
            for other in self._edges[index]:
                if left[other]:
                    left[other] -= 1
                else:
                    kept.append(other)
            self._edges[index] = kept


def _add(edges: Edges, index: int, other: int) -> None:
    if edges[index]:
        edges[index].append(other)
    else:
        edges[index] = [other]
