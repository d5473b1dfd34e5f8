"""A debate as lists of numbers, made for weighing it over and over.

Every claim has a slot. A link with one premise that nothing is linked onto and nobody has
rated is just its premise among the pros or the cons of its target. Any other link has two
slots more: its relevance, which is argued about like a claim, and the step, which contributes
relevance × the weakest premise to the target.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.judge.ratings import CLAIM, LINK, Opinions

__all__ = ["Framework", "Wires"]

Wires = list[list[int]]
"""For every slot, other slots; one that stands there twice counts twice."""

_NONE: Final[list[int]] = []
"""Stands for all slots that have none: nothing is ever added to it."""


class Framework:
    """Slots for claims and links, and what bears on what.

    Attributes:
        debate: What it is made of.
        opinions: Where the bases come from.
        names: The claim or link of each slot; empty for a step, and where one is gone.
        base: β of each slot, 0 to 1.
        pros: The slots that support each one. Of a step: its relevance, then its premises.
        cons: The slots that attack each one.
        onto: The slots that each one bears on.
        steps: The slots that are steps.
        relevances: The slots that are the relevance of a link.
    """

    def __init__(self, debate: Debate, opinions: Opinions) -> None:
        self.debate = debate
        self.opinions = opinions
        self.names: list[str] = []
        self.base: list[float] = []
        self.pros: Wires = []
        self.cons: Wires = []
        self.onto: Wires = []
        self.steps: set[int] = set()
        self.relevances: set[int] = set()
        self._claims: dict[str, int] = {}
        self._links: dict[str, int] = {}
        self._wired: dict[str, tuple[int, int, bool]] = {}
        self._exposed: set[str] = set()
        self._build()

    def __len__(self) -> int:
        return len(self.names)

    def slot(self, node: str) -> int | None:
        """Returns the slot of a claim or of a link's relevance, or None where it has none."""
        claim = self._claims.get(node)
        return self._links.get(node) if claim is None else claim

    def of(self, slots: Iterable[int]) -> Iterator[tuple[str, int]]:
        """Yields (claim or link, slot) of those slots that are one."""
        for slot in slots:
            if self.names[slot]:
                yield self.names[slot], slot

    def contribution(self, link: str) -> int | None:
        """Returns the slot by which a link bears on its target, or None where it does not."""
        wired = self._wired.get(link)
        return wired[0] if wired is not None else None

    def expose(self, link: str) -> set[int]:
        """Gives a link slots of its own; returns the slots to be weighed again."""
        if link not in self.debate.links:
            return set()
        self._exposed.add(link)
        return set() if link in self._links else self._rewire([link], (), ())

    def follow(self, change: Change) -> set[int]:
        """Takes up a change that the debate has taken up; returns the slots to be weighed again.

        Those that are empty now are among them.
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
        slots = self._rewire(links, came, went)
        for claim in rated & self._claims.keys():
            self.base[self._claims[claim]] = self.opinions.base(claim, CLAIM)
            slots.add(self._claims[claim])
        return slots

    def _build(self) -> None:
        debate, opinions = self.debate, self.opinions
        count = len(debate.claims)
        self._claims = dict(zip(debate.claims, range(count), strict=True))
        self.names = list(debate.claims)
        self.base = [opinions.base(claim, CLAIM) for claim in debate.claims]
        self.pros, self.cons = [_NONE] * count, [_NONE] * count
        self.onto = [_NONE] * count
        special = [link for link in debate.links if not self._is_plain(link)]
        for link in special:
            self._make_relevance(link)
        claims, steps = self._claims, debate.steps
        pros, cons, onto, wired = self.pros, self.cons, self.onto, self._wired
        for target, siblings in steps.items():
            below = self.slot(target)
            if below is None:
                continue
            for _, name, premises in siblings:
                above = claims.get(premises[0])
                if above is None or name in self._links:
                    continue
                supports = debate.links[name].stance == "supports"
                _add(pros if supports else cons, below, above)
                _add(onto, above, below)
                wired[name] = above, below, supports
        for link in special:
            self._wire(link)

    def _is_plain(self, name: str) -> bool:
        link = self.debate.links[name]
        return (
            len(link.premises) == 1
            and name not in self.debate.steps
            and name not in self._exposed
            and not self.opinions.is_rated(name)
        )

    def _rewire(self, names: Iterable[str], came: Iterable[str], went: Iterable[str]) -> set[int]:
        """Takes links out and puts them in again, as the debate has them now."""
        links = self.debate.links
        wired, relevances = self._wired, self._links
        again = [name for name in names if name in links or name in wired or name in relevances]
        slots = self._unwire(again)
        for claim in went:
            slots.add(self._drop(self._claims.pop(claim)))
        for claim in came:
            self._claims[claim] = self._make(claim, self.opinions.base(claim, CLAIM))
            slots.add(self._claims[claim])
        for name in again:
            if name in links and not self._is_plain(name):
                slots.add(self._make_relevance(name))
            elif name in self._links:
                slots.add(self._drop(self._links.pop(name)))
        for name in again:
            if name in links:
                slots |= self._wire(name)
        return slots

    def _make(self, name: str, base: float) -> int:
        self.names.append(name)
        self.base.append(base)
        for wires in (self.pros, self.cons, self.onto):
            wires.append(_NONE)
        return len(self.names) - 1

    def _drop(self, slot: int) -> int:
        """Leaves a slot empty; nothing bears on it or is borne upon by it any more."""
        self.names[slot] = ""
        self.base[slot] = 0.0
        self.relevances.discard(slot)
        self.steps.discard(slot)
        return slot

    def _make_relevance(self, name: str) -> int:
        """Returns the slot of a link's relevance, with its base as it is now."""
        base = self.opinions.base(name, LINK)
        slot = self._links.get(name)
        if slot is None:
            slot = self._links[name] = self._make(name, base)
            self.relevances.add(slot)
        self.base[slot] = base
        return slot

    def _wire(self, name: str) -> set[int]:
        link = self.debate.links[name]
        premises = [self._claims[p] for p in dict.fromkeys(link.premises) if p in self._claims]
        target = self.slot(link.target)
        if not premises or target is None:
            return set()
        source, relevance = premises[0], self._links.get(name)
        if relevance is not None:
            source = self._make("", 0.0)
            self.steps.add(source)
            for slot in (relevance, *premises):
                _add(self.pros, source, slot)
                _add(self.onto, slot, source)
        supports = link.stance == "supports"
        _add(self.pros if supports else self.cons, target, source)
        _add(self.onto, source, target)
        self._wired[name] = source, target, supports
        return {source, target} if relevance is not None else {target}

    def _unwire(self, names: Iterable[str]) -> set[int]:
        """Takes links out; returns what they bore on, and the steps that are gone."""
        pros, cons, onto = _Losses(self.pros), _Losses(self.cons), _Losses(self.onto)
        slots = set[int]()
        for name in names:
            wired = self._wired.pop(name, None)
            if wired is None:
                continue
            source, target, supports = wired
            (pros if supports else cons).note(target, source)
            onto.note(source, target)
            slots.add(target)
            if source in self.steps:
                for slot in self.pros[source]:
                    onto.note(slot, source)
                self.pros[source] = _NONE
                slots.add(self._drop(source))
        for losses in (pros, cons, onto):
            losses.take()
        return slots


class _Losses:
    """Wires that go, all at once: one by one would take a hub's links a time of their square."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        self._gone: dict[int, list[int]] = {}

    def note(self, slot: int, other: int) -> None:
        """Notes that one of the wires between two slots goes."""
        self._gone.setdefault(slot, []).append(other)

    def take(self) -> None:
        """Takes the noted wires away."""
        for slot, others in self._gone.items():
            if len(others) == 1:
                self._wires[slot].remove(others[0])
                continue
            left = Counter(others)
            kept = []
            for other in self._wires[slot]:
                if left[other]:
                    left[other] -= 1
                else:
                    kept.append(other)
            self._wires[slot] = kept


def _add(wires: Wires, slot: int, other: int) -> None:
    if wires[slot]:
        wires[slot].append(other)
    else:
        wires[slot] = [other]
