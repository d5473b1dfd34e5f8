"""A debate as it is judged now: strengths, labels and verdicts, which follow its changes."""

from collections.abc import Callable, Hashable, Iterable
from collections.abc import Set as AbstractSet
from copy import copy
from typing import Final, NamedTuple

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.scenarios import ABSENT, FALSE, TRUE, Assumption, Assumptions
from debatemap.judge.baseline import Baseline
from debatemap.judge.certainty import Certainty
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.framework import Framework
from debatemap.judge.interval import LOOKS
from debatemap.judge.labels import Label, Labelling
from debatemap.judge.methods import DEFAULT, DIFFERING, Method
from debatemap.judge.ordering import arrange, downstream
from debatemap.judge.ratings import CLAIM, LINK, Opinions
from debatemap.judge.settling import Range
from debatemap.judge.verdict import Verdict, verdict_of

__all__ = ["ABSENT", "FALSE", "TRUE", "Agreement", "Assumption", "Assumptions", "Judgement"]

_WEIGHED: Final = ("_stale", "_stale_labels", "_evaluations", "_labels", "_baseline", "_certainty")
"""What a fork has of its own."""
_SMALL_CYCLE: Final = 12
"""Arguments in cycles that are weighed in no time, however they go to and fro."""


class Agreement(NamedTuple):
    """Under how many methods that differ in what they count a verdict holds.

    Attributes:
        holds: The methods that lean the same way.
        differ: Those that do not.
    """

    holds: tuple[Method, ...]
    differ: tuple[Method, ...]


class Judgement:
    """The strength, the label and the verdict of everything in a debate.

    The strengths of the chosen method are kept up to date with each change; those of the
    other methods, and the labels, once somebody asks for them.

    Attributes:
        debate: What is judged.
        method: The chosen method.
        person: Whose ratings count; empty for everybody's mean.
        framework: The debate as numbers.
        assumed: What is assumed, though the map says otherwise.
        known: What somebody has found out of what is judged; forgotten once that changes.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> judgement = Judgement(debate)
        >>> judgement.verdict("t").words, judgement.label("t").value
        ('against, 40 of 100', 'out')
        >>> judgement.assume({"c": FALSE})
        {'t': 0.4, 'c': 0.5}
        >>> judgement.strength("t")
        0.5
    """

    def __init__(
        self,
        debate: Debate,
        method: Method = DEFAULT,
        person: str = "",
        assumed: Assumptions | None = None,
    ) -> None:
        self.debate = debate
        self.method = method
        self.person = person
        self.framework = Framework(debate, Opinions(debate.stances, person))
        self.assumed: dict[str, Assumption] = {}
        self._stale: dict[str, set[int]] = {}
        self._evaluations: dict[str, Evaluation] = {}
        self._labels: Labelling | None = None
        self._stale_labels: set[int] = set()
        self._certainty = Certainty()
        self.known: dict[Hashable, object] = {}
        self._note_assumed(assumed or {})
        evaluation = Evaluation(self.framework, method, self._fixed_strengths())
        self._evaluations[method.id] = evaluation
        self._baseline = Baseline(evaluation) if self.assumed else None

    def strength(self, node: str, method: Method | None = None) -> float:
        """Returns the strength of a claim, or how much a link counts: 0 to 1."""
        index = self.framework.index(node)
        if index is None:
            return LINK if node in self.debate.links else CLAIM
        return self.evaluation(method).strengths[index]

    def range(self, node: str, method: Method | None = None) -> Range | None:
        """Returns the range of a claim or link that does not settle, or None of one that does."""
        index = self.framework.index(node)
        return self.evaluation(method).ranges.get(index) if index is not None else None

    def contribution(self, link: str) -> float:
        """Returns what a link brings to its target: its relevance × its weakest premise."""
        index = self.framework.contribution(link)
        return self.evaluation().strengths[index] if index is not None else 0.0

    def base(self, node: str) -> float:
        """Returns what is held of a claim or a link by itself: 0 to 1."""
        usual = LINK if node in self.debate.links else CLAIM
        return self.framework.opinions.base(node, usual)

    def verdict(self, claim: str, method: Method | None = None) -> Verdict:
        """Returns which way the debate leans on a claim."""
        return verdict_of(self.strength(claim, method), self.range(claim, method))

    def sure_verdict(self, claim: str, looks: int = LOOKS) -> Verdict:
        """Returns the verdict on a claim with how sure it is, which is found out where need be.

        That takes about a hundred times as long as to weigh all that bears on the claim.

        Args:
            claim: The claim.
            looks: How many contributions are looked at for that, about.
        """
        self.find_out([claim], looks=looks)
        return self.known_verdict(claim)

    def known_verdict(self, claim: str) -> Verdict:
        """Returns the verdict on a claim, with what was found out already of how sure it is."""
        index = self.framework.index(claim)
        verdict = self.verdict(claim)
        return verdict if index is None else self._certainty.added(verdict, index)

    def find_out(
        self,
        claims: Iterable[str],
        pause: Callable[[], None] = lambda: None,
        looks: int = LOOKS,
        wanted: Iterable[str] | None = None,
    ) -> None:
        """Finds out how sure the verdicts on some claims are.

        Args:
            claims: The claims.
            pause: Is called often; what it raises ends the work.
            looks: How many contributions are looked at for one interval, about.
            wanted: The only other claims of which it may be asked for; all that bears on these
                comes along where it is not given.
        """
        indices = self._indices(claims)
        kept = None if wanted is None else {*indices, *self._indices(wanted)}
        self._certainty.find_out(self.evaluation(), indices, pause, looks, kept)

    def _indices(self, nodes: Iterable[str]) -> list[int]:
        found = map(self.framework.index, nodes)
        return [index for index in found if index is not None]

    def is_found_out(self, claim: str) -> bool:
        """Tells whether it was found out how sure the verdict on a claim is."""
        index = self.framework.index(claim)
        return index is None or self._certainty.is_known(index)

    def as_it_is(self, node: str) -> Verdict:
        """Returns which way the map itself leans on a claim or a link: with nothing assumed."""
        index = self.framework.index(node)
        if self._baseline is None or index is None:
            return self.verdict(node)
        self._baseline.weigh()
        return self._baseline.verdict(index)

    def agreement(self, claim: str) -> Agreement:
        """Returns under which methods that differ in kind the verdict on a claim is the same."""
        side = self.verdict(claim).side
        holds = tuple(m for m in DIFFERING if self.verdict(claim, m).side is side)
        return Agreement(holds, tuple(m for m in DIFFERING if m not in holds))

    def label(self, node: str) -> Label:
        """Returns what becomes of a claim or a link when only attacks count."""
        index = self.framework.index(node)
        return self.labelling()[index] if index is not None else Label.STANDS

    def labelling(self) -> Labelling:
        """Returns the labels, up to date."""
        if self._labels is None:
            self._labels = Labelling(self.framework, self._fixed_labels())
        elif self._stale_labels:
            self._labels.update(self._stale_labels)
        self._stale_labels = set()
        return self._labels

    def evaluation(self, method: Method | None = None) -> Evaluation:
        """Returns the strengths by the chosen method or another one, up to date."""
        method = method or self.method
        known = self._evaluations.get(method.id)
        if known is None:
            known = Evaluation(self.framework, method, self._fixed_strengths())
            self._evaluations[method.id] = known
        stale = self._stale.pop(method.id, None)
        if stale:
            known.update(stale)
        return known

    def follow(self, change: Change) -> dict[str, float]:
        """Takes up a change that the debate has taken up.

        Returns:
            The strength before, of each claim and link whose strength has changed.
        """
        self.take_up(change)
        return self.weigh()

    def take_up(self, change: Change) -> None:
        """Takes up a change and weighs nothing yet; `weigh` does, also in another thread."""
        indices = self.framework.follow(change)
        for node, (_, after) in (*change.claims.items(), *change.links.items()):
            if after is None:
                self.assumed.pop(node, None)
        self._mark(indices)
        if self._baseline is not None:
            self._baseline.mark(indices)

    def assume(self, assumed: Assumptions) -> dict[str, float]:
        """Assumes these things and nothing else; returns the strengths before, as `follow` does.

        What is true or false is taken for that whatever speaks for or against it. What is
        absent contributes nothing, which is the same to all that it bears on as to be false.
        """
        self.suppose(assumed)
        return self.weigh()

    def suppose(self, assumed: Assumptions) -> None:
        """Assumes as `assume` does and weighs nothing yet."""
        if self._baseline is None and assumed:
            self._baseline = Baseline(self.evaluation())
        indices = self._note_assumed(assumed)
        if self._baseline is not None:
            self._baseline.mark(indices)
        if not self.assumed:
            self._baseline = None
        fixed = self._fixed_strengths()
        for evaluation in self._evaluations.values():
            indices |= evaluation.fixed.keys() ^ fixed.keys()
            indices |= {index for index in fixed if evaluation.fixed.get(index) != fixed[index]}
            evaluation.fixed = fixed
        if self._labels is not None:
            self._labels.fixed = self._fixed_labels()
        self._mark(indices)

    def fork(self, debate: Debate) -> "Judgement":
        """Returns another judgement that says the same, for a thread to work at.

        The framework is shared: until the thread is done, this one may be asked, but must take
        up and suppose nothing. What the fork weighed comes back by `adopt`.

        Args:
            debate: A snapshot of the debate.
        """
        other = copy(self)
        other.debate, other.assumed = debate, dict(self.assumed)
        vars(other).update(
            _stale={method: set(indices) for method, indices in self._stale.items()},
            _stale_labels=set(self._stale_labels),
            _certainty=self._certainty.fork(),
            known={},
            _evaluations={name: each.fork() for name, each in self._evaluations.items()},
            _labels=self._labels.fork() if self._labels is not None else None,
            _baseline=self._baseline.fork() if self._baseline is not None else None,
        )
        return other

    def adopt(self, fork: "Judgement") -> None:
        """Takes over what a fork has weighed, with nothing taken up or supposed since."""
        vars(self).update((name, vars(fork)[name]) for name in _WEIGHED)

    def follow_debate(self, debate: Debate) -> None:
        """Judges a debate from now on that says what the one says that it was made of."""
        self.debate = self.framework.debate = debate

    def weigh(self) -> dict[str, float]:
        """Brings the strengths of the chosen method up to date; returns those before."""
        evaluation = self._evaluations[self.method.id]
        stale = self._stale.pop(self.method.id, set())
        before = evaluation.update(stale) if stale else {}
        if self._baseline is not None:
            self._baseline.weigh()
        return {name: before[index] for name, index in self.framework.of(before)}

    def is_light(self, most: int) -> bool:
        """Tells whether `weigh` would look at few arguments, and no large cycle."""
        fixed = self._evaluations[self.method.id].fixed.keys()
        stale = self._stale.get(self.method.id, set())
        is_light = self._is_light_from(stale, fixed, most)
        return is_light and (
            self._baseline is None or self._is_light_from(self._baseline.stale, frozenset(), most)
        )

    def _is_light_from(self, stale: Iterable[int], fixed: AbstractSet[int], most: int) -> bool:
        affected = downstream(stale, self.framework.targets, fixed, most)
        if len(affected) > most:
            return False
        then = arrange(affected, self.framework.targets, fixed).then
        return sum(len(component) for component in then if len(component) > 1) <= _SMALL_CYCLE

    def _mark(self, indices: Iterable[int]) -> None:
        indices = set(indices)
        self._stale_labels |= indices
        self._certainty.forget()
        self.known = {}
        for method in self._evaluations:
            self._stale.setdefault(method, set()).update(indices)

    def _note_assumed(self, assumed: Assumptions) -> set[int]:
        """Notes what is assumed; returns the arguments that came to be by it."""
        claims, links = self.debate.claims, self.debate.links
        self.assumed = {
            node: value for node, value in assumed.items() if node in claims or node in links
        }
        indices = set[int]()
        for node in self.assumed:
            indices |= self.framework.expose(node)
        return indices

    def _fixed_strengths(self) -> dict[int, float]:
        return {index: float(stands) for index, stands in self._fixed_labels().items()}

    def _fixed_labels(self) -> dict[int, bool]:
        indices = {node: self.framework.index(node) for node in self.assumed}
        return {
            index: self.assumed[node] == TRUE
            for node, index in indices.items()
            if index is not None
        }
