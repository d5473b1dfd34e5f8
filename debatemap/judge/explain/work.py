"""What is left to do in a debate, what matters most to its theses first."""

from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.queries import pros, theses
from debatemap.core.reading_order import read
from debatemap.core.text import SafeText
from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.effects import effect_of, untold_by_slopes, within_effort
from debatemap.judge.explain.phrases import quoted
from debatemap.judge.explain.sensitivity import sensitivities
from debatemap.judge.explain.weighing import weakest_premise
from debatemap.judge.grounded import answers, is_defeated, stands
from debatemap.judge.judgement import Judgement

__all__ = ["Kind", "Task", "Work", "work", "work_list"]


class Kind(Enum):
    """What is wanting."""

    UNANSWERED = "unanswered objection"
    UNSUPPORTED = "its pros all have unanswered objections"
    UNSOURCED = "no source"
    MISQUOTED = "its source does not say so"


class Task(NamedTuple):
    """One thing to do.

    Attributes:
        kind: What is wanting.
        claim: The claim to go to: of an objection, its weakest premise.
        link: The objection, or the first of the supports that are objected to; None where the
            claim has no link to look at.
        effect: How far the thesis goes, about, if the claim turns out otherwise: 0 to 1.
        words: What to do, in a sentence.
    """

    kind: Kind
    claim: str
    link: str | None
    effect: float
    words: SafeText

    @property
    def deed(self) -> SafeText:
        """What to do, without what its kind says as well."""
        return SafeText(self.words.removesuffix(f": {self.kind.value}"))


class Work(NamedTuple):
    """What is left to do, and how much of the debate that is known of.

    Attributes:
        tasks: The things to do, in the order of `work`.
        considered: How many claims were tried, where each has to be to know its effect.
        of: How many there were to try. Of those that were not, the effect counts as none.
        whole: How many things there are to do, those that `most` left out as well.
    """

    tasks: list[Task]
    considered: int = 0
    of: int = 0
    whole: int = 0

    @property
    def is_partial(self) -> bool:
        """Whether there was too much to try."""
        return self.considered < self.of


def work_list(
    judgement: Judgement, *, most: int = 200, misquoted: Collection[str] = ()
) -> list[Task]:
    """Returns the tasks of `work`."""
    return work(judgement, most=most, misquoted=misquoted).tasks


def work(judgement: Judgement, *, most: int = 200, misquoted: Collection[str] = ()) -> Work:
    """Returns what is left to do, by its effect on a thesis, the largest first.

    These are: unanswered objections and claims whose pros all have one, both only where they bear
    on a thesis; and every claim that names no source, or rests on a quote that its source has
    not. Of these, claims that
    nothing is said for or against stand among the others by their effect; those with replies,
    theses as well, come after all else, since they rest on their replies first.

    The effect is |∂σ(thesis)/∂σ(claim)| times the way that the claim's strength has to 0 or 1,
    whichever is longer; or what that really does where the slope is 0, and where it bears on the
    thesis by premises that hold only together, of which only the weakest has a slope. Of several
    theses, it is that on the one that it moves most. What bears on no thesis has none. What has
    the same effect stands in reading order.

    Args:
        judgement: By whose strengths and labels.
        most: How many are returned.
        misquoted: The claims with a quote that is absent from the text of its source.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {"t": Claim("It is late."), "c": Claim("The sun is up.")}
        >>> debate = Debate(Header("m", theses=("t",)), claims,
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> for task in work(Judgement(debate)).tasks:
        ...     print(task.kind.value, task.link, round(task.effect, 2), task.words)
        unanswered objection l 0.16 Answer “The sun is up.”, which attacks “It is late.”
        no source None 0.16 Name a source for “The sun is up.”
        no source None 0.6 Name a source for “It is late.”
    """
    debate = judgement.debate
    effects, considered, of = _effects(judgement)
    order = read(debate).order
    ahead = [claim for claim in order if claim in effects]
    found = [
        *_unanswered(judgement, effects),
        *_unsupported(judgement, ahead),
        *_unsourced(debate, order),
        *((Kind.MISQUOTED, claim, None) for claim in order if claim in misquoted),
    ]

    def rank(each: _Found) -> tuple[bool, float, int]:
        kind, claim, _ = each
        rests = kind is Kind.UNSOURCED and bool(debate.links_into(claim))
        return rests, -effects.get(claim, 0.0), order[claim]

    found.sort(key=rank)
    tasks = [
        Task(kind, claim, link, effects.get(claim, 0.0), _words(debate, kind, claim, link))
        for kind, claim, link in found[:most]
    ]
    return Work(tasks, considered, of, len(found))


_Found = tuple[Kind, str, str | None]


def _unanswered(judgement: Judgement, ahead: Collection[str]) -> Iterator[_Found]:
    """Yields the unanswered objections to claims that bear on a thesis."""
    debate = judgement.debate
    for link, record in debate.links.items():
        if record.stance != "attacks" or record.target not in ahead:
            continue
        if not stands(judgement, link):
            continue
        claim = weakest_premise(judgement, link)
        if claim is not None and claim in ahead:
            yield Kind.UNANSWERED, claim, link


def _unsupported(judgement: Judgement, claims: list[str]) -> Iterator[_Found]:
    """Yields the claims that have been supported, by what now all has an unanswered objection."""
    for claim in claims:
        supports = pros(judgement.debate, claim)
        if supports and all(is_defeated(judgement, link) for link in supports):
            yield Kind.UNSUPPORTED, claim, supports[0]


def _unsourced(debate: Debate, claims: Iterable[str]) -> Iterator[_Found]:
    """Yields the claims that name no source."""
    for claim in claims:
        if not debate.claims[claim].sources:
            yield Kind.UNSOURCED, claim, None


class _Effects(NamedTuple):
    """How far claims can move a thesis, and how many of those that must be tried were."""

    by_claim: dict[str, float]
    considered: int = 0
    of: int = 0


def _effects(judgement: Judgement) -> _Effects:
    """Returns by claim how far it can move the thesis that it moves most, 0 to 1."""
    effects: dict[str, float] = {}
    considered = of = 0
    for thesis in dict.fromkeys(theses(judgement.debate)):
        found = _effects_on(judgement, thesis)
        considered, of = considered + found.considered, of + found.of
        for node, effect in found.by_claim.items():
            effects[node] = max(effect, effects.get(node, 0.0))
    return _Effects(effects, considered, of)


def _effects_on(judgement: Judgement, thesis: str) -> _Effects:
    bearing, slopes = bearing_on(judgement, thesis), sensitivities(judgement, thesis)
    ways = {node: judgement.strength(node) for node in (thesis, *slopes)}
    steep = {thesis: 1.0, **slopes}
    effects = {n: min(1.0, abs(steep[n]) * max(way, 1.0 - way)) for n, way in ways.items()}
    untold = untold_by_slopes(bearing)
    tried = {claim: effect_of(bearing, claim).impact for claim in within_effort(bearing, untold)}
    # Those that were not keep what their slopes say; a slope of 0 says nothing.
    silent = [claim for claim in untold if not slopes[claim]]
    return _Effects(effects | tried, sum(claim in tried for claim in silent), len(silent))


def _words(debate: Debate, kind: Kind, claim: str, link: str | None) -> SafeText:
    name = quoted(debate, claim)
    if kind is Kind.UNSOURCED:
        return SafeText(f"Name a source for {name}")
    if kind is Kind.MISQUOTED:
        return SafeText(f"Mend the quote for {name}: the text of its source has no such words")
    if kind is Kind.UNSUPPORTED:
        return SafeText(f"Support {name}: its pros all have unanswered objections")
    failed = link is not None and any(answers(debate, link))
    why = ": no answer to it holds" if failed else ""
    return SafeText(f"Answer {name}, which {_does(debate, link)}{why}")


def _does(debate: Debate, link: str | None) -> str:
    """Says what an objection attacks."""
    target = debate.links[link].target if link is not None else ""
    if target in debate.claims:
        return f"attacks {quoted(debate, target)}"
    premises = debate.links[target].premises if target in debate.links else ()
    first = next((premise for premise in premises if premise in debate.claims), None)
    return f"undercuts the step from {quoted(debate, first) if first else 'a claim that is gone'}"
