"""Why a verdict is another one now: the fewest edits that make it so, and that it rests on.

Between two versions of a debate lie edited branches. A branch strengthens a thesis if the thesis
is stronger with it than without, and weakens it if it is weaker. A constructive explanation is a
smallest set of branches that, edited alone in the earlier version, take the verdict where it is
now; a destructive one is a smallest set without which the later version would not be there. Where
the verdict stays on its side, to be there is to be as strong at least, or as weak, as it is now.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT, Method
from debatemap.judge.replay.edited_branches import EditedBranch, edited_branches
from debatemap.judge.verdict import Verdict

__all__ = ["BranchEffect", "ExplainedChange", "explained_change"]

_BUDGET: Final = 20_000
_KEPT: Final = 20
_EVERY: Final = 14
"""Branches up to which every set of them is tried, whatever each does alone."""
_NOTHING: Final = 1e-9
_ANEW: Final = 2_000
"""Edits after which a judgement is made anew, as what was taken out leaves gaps in it."""


class BranchEffect(NamedTuple):
    """What an edited branch does to a thesis.

    Attributes:
        branch: What was edited.
        alone: How far the earlier version's strength goes by this edit alone, −1 to 1.
        last: How far the later version's strength came by this edit after all others.
    """

    branch: EditedBranch
    alone: float
    last: float

    @property
    def moves(self) -> float:
        """How far it moves the thesis: after all others, or alone where it does nothing then."""
        return self.last if abs(self.last) > _NOTHING else self.alone


class ExplainedChange(NamedTuple):
    """Why a verdict is another one now.

    Attributes:
        thesis: The claim whose verdict it is.
        before: The verdict in the earlier version; None where there was no such claim.
        after: The verdict in the later one.
        effects: The branches that move it, the farthest first.
        edits: How many branches were edited, with those that move nothing.
        constructive: The smallest sets of branches that alone take it where it is now.
        destructive: The smallest sets without which it would not be there.
        complete: Whether all sets were tried that could be smaller.
    """

    thesis: str
    before: Verdict | None
    after: Verdict
    effects: tuple[BranchEffect, ...]
    edits: int
    constructive: tuple[tuple[EditedBranch, ...], ...]
    destructive: tuple[tuple[EditedBranch, ...], ...]
    complete: bool

    @property
    def moved(self) -> float:
        """How far the strength went, −1 to 1; 0 where there was no such claim."""
        return self.after.strength - self.before.strength if self.before is not None else 0.0

    @property
    def turned(self) -> bool:
        """Whether the verdict is on another side now."""
        return self.before is not None and self.before.side is not self.after.side

    @property
    def strengthening(self) -> tuple[BranchEffect, ...]:
        """The branches that raise the thesis."""
        return tuple(effect for effect in self.effects if effect.moves > 0)

    @property
    def weakening(self) -> tuple[BranchEffect, ...]:
        """The branches that lower it."""
        return tuple(effect for effect in self.effects if effect.moves < 0)


def explained_change(
    before: Debate,
    after: Debate,
    thesis: str,
    method: Method = DEFAULT,
    person: str = "",
    *,
    budget: int = _BUDGET,
) -> ExplainedChange:
    """Returns why the verdict on a thesis is what it is in a later version of a debate.

    Args:
        before: The earlier version.
        after: The later one.
        thesis: A claim of the later one.
        method: How strengths are computed.
        person: Whose ratings count; empty for everybody's mean.
        budget: How many sets of branches are tried.

    Raises:
        KeyError: The later version has no such claim.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {name: Claim(name) for name in "tab"}
        >>> links = {"k": Link(("a",), "attacks", "t"), "l": Link(("b",), "supports", "a")}
        >>> one = Debate(Header("m"), {"t": Claim("t")})
        >>> found = explained_change(one, Debate(Header("m"), claims, links), "t")
        >>> found.before.words, found.after.words, [len(each) for each in found.constructive]
        ('open, 50 of 100', 'against, 37 of 100', [1])
    """
    if thesis not in after.claims:
        raise KeyError(thesis)
    then = Judgement(after, method, person).verdict(thesis)
    branches = edited_branches(before, after)
    if thesis not in before.claims:
        return ExplainedChange(thesis, None, then, (), len(branches), (), (), complete=True)
    tried = _Versions(before, branches, thesis, method, person)
    every = frozenset(range(len(branches)))
    effects = tuple(
        BranchEffect(branch, tried.strength({place}) - tried.strength(()), 0.0)
        for place, branch in enumerate(branches)
    )
    # The later version's words and header may differ; strengths are those of all the edits.
    last = [tried.strength(every) - tried.strength(every - {place}) for place in sorted(every)]
    effects = tuple(e._replace(last=by) for e, by in zip(effects, last, strict=True))
    search = _Search(tried, effects, every, budget)
    constructive, destructive = search.constructive(), search.destructive()
    moving = [e for e in effects if max(abs(e.alone), abs(e.last)) > _NOTHING]
    moving.sort(key=lambda effect: -max(abs(effect.last), abs(effect.alone)))
    return ExplainedChange(
        thesis,
        tried.verdict(()),
        tried.verdict(every),
        tuple(moving),
        len(branches),
        tuple(tuple(branches[place] for place in each) for each in constructive),
        tuple(tuple(branches[place] for place in each) for each in destructive),
        not search.is_cut,
    )


class _Versions:
    """A debate with some of its edits made, and the verdict on a thesis in each such version."""

    def __init__(
        self,
        before: Debate,
        branches: Sequence[EditedBranch],
        thesis: str,
        method: Method,
        person: str,
    ) -> None:
        self._debate = before.copy()
        self._branches = branches
        self._thesis = thesis
        self._method, self._person = method, person
        self._judgement = Judgement(self._debate, method, person)
        self._made: frozenset[int] = frozenset()
        self._known: dict[frozenset[int], Verdict] = {}
        self._edits = 0

    def strength(self, made: Iterable[int]) -> float:
        """Returns the strength with the edits at some places made, and no others."""
        return self.verdict(made).strength

    def verdict(self, made: Iterable[int]) -> Verdict:
        """Returns the verdict with the edits at some places made, and no others."""
        wanted = frozenset(made)
        if wanted not in self._known:
            for place in self._made ^ wanted:
                change = self._branches[place].change
                change = change if place in wanted else change.inverse()
                self._debate.apply(change)
                self._judgement.take_up(change)
                self._edits += 1
            self._made = wanted
            if self._edits > _ANEW:
                self._judgement = Judgement(self._debate, self._method, self._person)
                self._edits = 0
            self._judgement.weigh()
            self._known[wanted] = self._judgement.verdict(self._thesis)
        return self._known[wanted]


class _Search:
    """Looks for the smallest sets of edits, by their size.

    Attributes:
        is_cut: Whether a set was not tried that could be smaller.
    """

    def __init__(
        self,
        versions: _Versions,
        effects: Sequence[BranchEffect],
        every: frozenset[int],
        budget: int,
    ) -> None:
        self.is_cut = False
        self._versions, self._every = versions, every
        self._before, self._after = versions.verdict(()), versions.verdict(every)
        self._left = budget
        way = self._after.strength - self._before.strength
        places = sorted(every, key=lambda place: -abs(effects[place].moves))
        if len(places) > _EVERY:
            helpful = [p for p in places if max(effects[p].alone * way, effects[p].last * way) > 0]
            # In a tree, what pulls the other way alone does so beside others as well.
            places = helpful
        self._places = places

    def constructive(self) -> list[tuple[int, ...]]:
        """Returns the smallest sets of edits that alone take the verdict where it is."""
        return self._smallest(lambda made: self._is_there(self._versions.verdict(made)))

    def destructive(self) -> list[tuple[int, ...]]:
        """Returns the smallest sets of edits without which it would not be there."""
        return self._smallest(lambda out: self._is_back(self._versions.verdict(self._every - out)))

    def _is_there(self, verdict: Verdict) -> bool:
        if self._before.side is not self._after.side:
            return verdict.side is self._after.side
        way = 1 if self._after.strength > self._before.strength else -1
        return (verdict.strength - self._after.strength) * way > -_NOTHING

    def _is_back(self, verdict: Verdict) -> bool:
        if self._before.side is not self._after.side:
            return verdict.side is not self._after.side
        way = 1 if self._after.strength > self._before.strength else -1
        return (self._before.strength - verdict.strength) * way > -_NOTHING

    def _smallest(self, does: Callable[[frozenset[int]], bool]) -> list[tuple[int, ...]]:
        moved = abs(self._after.strength - self._before.strength)
        if moved <= _NOTHING and self._after.side is self._before.side:
            return []
        for size in range(1, len(self._places) + 1):
            found: list[tuple[int, ...]] = []
            for chosen in combinations(self._places, size):
                if not self._left:
                    self.is_cut = True
                    return found
                self._left -= 1
                if does(frozenset(chosen)):
                    found.append(tuple(sorted(chosen)))
                    if len(found) == _KEPT:
                        return found
            if found:
                return found
        return []
