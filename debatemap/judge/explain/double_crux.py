"""Where two people should look: the claims that part them and that decide for both."""

from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.effects import Effect, effect_of, within_effort
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT, Method

__all__ = ["Dispute", "Disputes", "differences", "double_crux"]


class Dispute(NamedTuple):
    """A claim that two people hold differently and that decides for both.

    Attributes:
        claim: Its id.
        first: What the first of them holds of it by itself, 0 to 1.
        second: What the second does.
        effect: What it does to the thesis in the view in which that is less.
        weight: How far the two are apart × the impact of that effect.
    """

    claim: str
    first: float
    second: float
    effect: Effect
    weight: float


class Disputes(NamedTuple):
    """What two people could settle.

    Attributes:
        found: What weighs most first.
        considered: How many of the claims that they hold differently were tried.
        of: How many such claims there are.
    """

    found: tuple[Dispute, ...]
    considered: int
    of: int

    @property
    def exact(self) -> bool:
        """Whether every one of them was tried."""
        return self.considered == self.of


def differences(debate: Debate, thesis: str, first: str, second: str) -> tuple[str, ...]:
    """Returns the claims that bear on a thesis and that two people hold differently.

    Whoever has not rated a claim holds it at ½.

    Raises:
        KeyError: There is no such thesis.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {"t": Claim("T."), "a": Claim("A."), "b": Claim("B.")}
        >>> links = {"l": Link(("a",), "attacks", "t"), "m": Link(("b",), "supports", "t")}
        >>> stances = {"Ada": {"a": 90, "b": 50}, "Bo": {"a": 20}}
        >>> debate = Debate(Header("m", theses=("t",)), claims, links, stances=stances)
        >>> differences(debate, "t", "Ada", "Bo")
        ('a',)
    """
    mine, theirs = (Judgement(debate, person=person) for person in (first, second))
    candidates = bearing_on(mine, thesis).candidates
    return tuple(claim for claim in candidates if mine.base(claim) != theirs.base(claim))


def double_crux(
    debate: Debate, thesis: str, first: str, second: str, method: Method = DEFAULT
) -> Disputes:
    """Returns the claims that part two people and that decide for both, what weighs most first.

    A claim v weighs |β_A(v) − β_B(v)| · I(v), where I(v) is its impact in the view in which that
    is less. None is found where none of their differences decides for both: then it takes
    more than one question to bring them together.

    Args:
        debate: What they argue about.
        thesis: The claim on which their verdicts are compared.
        first: The name of one of them.
        second: The name of the other.
        method: How strengths are computed.

    Raises:
        KeyError: There is no such thesis.
    """
    views = [Judgement(debate, method, person) for person in (first, second)]
    mine, theirs = (bearing_on(view, thesis) for view in views)
    apart = differences(debate, thesis, first, second)
    disputes, tried = [], 0
    for claim in within_effort(theirs, within_effort(mine, apart)):
        tried += 1
        effects = [effect_of(bearing, claim) for bearing in (mine, theirs)]
        if all(effect.decides for effect in effects):
            least = min(effects, key=lambda effect: effect.impact)
            one, other = (view.base(claim) for view in views)
            disputes.append(Dispute(claim, one, other, least, abs(one - other) * least.impact))
    disputes.sort(key=lambda dispute: (-dispute.weight, dispute.claim))
    return Disputes(tuple(disputes), tried, len(apart))
