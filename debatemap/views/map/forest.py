"""The forest within the graph: each claim in one place, and the edges that are left over."""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.queries import replies

__all__ = ["Extra", "Forest", "Scope", "grow"]

_COUNTED = 999


class Scope(NamedTuple):
    """What of a debate is drawn.

    Attributes:
        tops: The claims in the first column.
        apart: Claims that stand below all others in the first column, as the unplaced do.
        shown: The claims that are drawn; None for all that the tops lead to.
        folded: The claims whose replies are not drawn.
    """

    tops: Sequence[str]
    apart: Sequence[str] = ()
    shown: Collection[str] | None = None
    folded: Collection[str] = frozenset()


class Extra(NamedTuple):
    """An edge that is none of the forest's: of a further place, of a cycle, or of a joint step.

    Attributes:
        link: The link that it is of.
        claim: The premise that it begins at.
        target: The claim that it ends at, or the link whose edge it ends at.
        ends_at_edge: Whether it ends at an edge.
    """

    link: str
    claim: str
    target: str
    ends_at_edge: bool


class Forest:
    """Which claim stands under which.

    A reply to a step stands in the column of the step's premise, right below it.

    Attributes:
        tops: The claims of the first column that stand together, from top to bottom.
        apart: Those that stand apart below them.
        below: By claim, the column of what stands right of it, from top to bottom.
        parent: The claim that a claim's column hangs on; None in the first column.
        column: The number of its column, from 0.
        via: The link that puts a claim in its place; None at the top.
        premises: By link, the claims that it puts in their place.
        target: What a drawn link speaks to: a claim or a link.
        host: By link, the premise at whose edge replies to the link end.
        first: By link, its first premise, beneath which the outline shows replies to it.
        extras: The edges that are left over, in reading order.
        hidden: How many claims a folded or cut off claim hides.
    """

    def __init__(self) -> None:
        self.tops: list[str] = []
        self.apart: list[str] = []
        self.below: dict[str, list[str]] = {}
        self.parent: dict[str, str | None] = {}
        self.column: dict[str, int] = {}
        self.via: dict[str, str | None] = {}
        self.premises: dict[str, list[str]] = {}
        self.target: dict[str, str] = {}
        self.host: dict[str, str] = {}
        self.first: dict[str, str] = {}
        self.extras: list[Extra] = []
        self.hidden: dict[str, int] = {}

    def path(self, claim: str) -> list[tuple[str | None, str]]:
        """Returns the steps from the first column to a claim."""
        steps: list[tuple[str | None, str]] = []
        here: str | None = claim
        while here is not None:
            link = self.via[here]
            steps.append((link, here))
            while link is not None and self.target[link] not in self.column:
                link = self.target[link]
                steps.append((link, self.first[link]))
            here = self.target[link] if link is not None else None
        return steps[::-1]

    def is_ended_at_premise(self, link: str, claim: str) -> bool:
        """Tells whether edges end at an extra edge, right where it begins at its premise."""
        is_its_own = not self.premises[link] and self.host[link] == claim
        return is_its_own and link in self._ended

    @cached_property
    def _ended(self) -> set[str]:
        """The links at whose edges extra edges end."""
        return {extra.target for extra in self.extras if extra.ends_at_edge}

    def ports(self) -> dict[tuple[str, str], int]:
        """Returns by link and premise of an extra edge how far below the tree's edge it begins.

        The row above one at which others end is free for these.
        """
        found: dict[tuple[str, str], int] = {}
        last: dict[str, int] = {}
        for link, claim, *_ in self.extras:
            last[claim] = last.get(claim, 0) + 1 + self.is_ended_at_premise(link, claim)
            found[link, claim] = last[claim]
        return found

    def port_rows(self) -> dict[str, int]:
        """Returns by claim how many rows below the tree's edge its extra edges need."""
        found: dict[str, int] = {}
        for (_, claim), below in self.ports().items():
            found[claim] = max(below, found.get(claim, 0))
        return found

    def walk(self) -> Iterator[str]:
        """Yields every claim, each before what stands right of it, from top to bottom."""
        waiting = [*reversed([*self.tops, *self.apart])]
        while waiting:
            claim = waiting.pop()
            yield claim
            waiting += reversed(self.below.get(claim, ()))


def grow(debate: Debate, scope: Scope) -> Forest:
    """Returns the forest of what is drawn: each claim where it is reached by the fewest steps."""
    return _Grower(debate, scope).forest


class _Grower:
    """Grows a forest, breadth first."""

    def __init__(self, debate: Debate, scope: Scope) -> None:
        self._debate, self._scope = debate, scope
        self.forest = Forest()
        self._hung: dict[str, list[str]] = {}
        """Replies to a step, by the claim that they stand right below."""
        self._anchor: dict[str, str] = {}
        self._waiting: deque[str] = deque()
        for tops, kept in ((scope.tops, self.forest.tops), (scope.apart, self.forest.apart)):
            for top in tops:
                if top not in self.forest.via and self._is_shown(top):
                    self._place(top, None, None, 0)
                    kept.append(top)
            while self._waiting:
                self._expand(self._waiting.popleft())
        self._straighten()

    def _is_shown(self, claim: str) -> bool:
        shown = self._scope.shown
        return claim in self._debate.claims and (shown is None or claim in shown)

    def _place(self, claim: str, link: str | None, parent: str | None, column: int) -> None:
        forest = self.forest
        forest.via[claim], forest.parent[claim], forest.column[claim] = link, parent, column
        self._waiting.append(claim)

    def _expand(self, claim: str) -> None:
        """Draws what is said of a claim, and what is said of that step, and so on."""
        debate, forest = self._debate, self.forest
        links = debate.links_into(claim)
        if claim in self._scope.folded and links:
            forest.hidden[claim] = replies(debate, claim, None, _COUNTED)
            return
        waiting = [*reversed(links)]
        while waiting:
            link = waiting.pop()
            if link not in forest.target and self._draw(link):
                waiting += reversed(debate.links_into(link))
        self._count_cut_off(claim, links)

    def _count_cut_off(self, claim: str, links: Sequence[str]) -> None:
        """Notes how many replies are not drawn, where only a part of the map is."""
        if self._scope.shown is None:
            return
        premises = {p for link in links for p in self._debate.links[link].premises}
        hidden = sum(p in self._debate.claims and not self._is_shown(p) for p in premises)
        if hidden:
            self.forest.hidden[claim] = hidden

    def _draw(self, link: str) -> bool:
        """Draws a link; tells whether any premise of it is shown."""
        forest, record = self.forest, self._debate.links[link]
        live = [claim for claim in dict.fromkeys(record.premises) if self._is_shown(claim)]
        if not live:
            return False
        new = [claim for claim in live if claim not in forest.via]
        forest.target[link] = target = record.target
        ends_at_edge = target not in self._debate.claims
        if new:
            self._put(new, link, target, ends_at_edge=ends_at_edge)
        forest.premises[link], forest.first[link] = new, record.premises[0]
        forest.host[link] = host = (new or live)[0]
        self._anchor[link] = new[-1] if new else self._end_of_step(host)
        rest = [claim for claim in live if claim not in new]
        if rest and not new:
            forest.extras.append(Extra(link, rest.pop(0), target, ends_at_edge))
        forest.extras += [Extra(link, claim, link, ends_at_edge=True) for claim in rest]
        return True

    def _put(self, new: list[str], link: str, target: str, *, ends_at_edge: bool) -> None:
        forest = self.forest
        if not ends_at_edge:
            forest.below.setdefault(target, []).extend(new)
            parent, column = target, forest.column[target] + 1
        else:
            anchor = self._anchor[target]
            self._hung.setdefault(anchor, []).extend(new)
            parent, column = forest.parent[anchor] or "", forest.column[anchor]
        for claim in new:
            self._place(claim, link, parent or None, column)

    def _end_of_step(self, claim: str) -> str:
        """Returns the last of the premises that a claim stands with, so that none come between."""
        via = self.forest.via[claim]
        return self.forest.premises.get(via or "", [claim])[-1]

    def _straighten(self) -> None:
        """Puts replies to steps into the columns where they stand."""
        forest = self.forest
        if self._hung:
            forest.tops = self._with_hung(forest.tops)
            forest.apart = self._with_hung(forest.apart)
            forest.below = {key: self._with_hung(claims) for key, claims in forest.below.items()}

    def _with_hung(self, claims: Sequence[str]) -> list[str]:
        found: list[str] = []
        waiting = [*reversed(claims)]
        while waiting:
            claim = waiting.pop()
            found.append(claim)
            waiting += reversed(self._hung.get(claim, ()))
        return found
