"""The theses of a map side by side: how each stands, and what helps one and hurts another."""

from typing import Final, NamedTuple

from debatemap.core.queries import theses
from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.effects import effect_of, most_telling, within_effort
from debatemap.judge.explain.weighing import Argument, weigh
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict

__all__ = ["Option", "Options", "Tradeoff", "options_of"]

_LEAST: Final = 0.005
"""Half a point of a hundred: what moves a thesis by less is not told."""


class Option(NamedTuple):
    """A thesis as an option: its verdict, and its strongest pro and con, where it has one."""

    thesis: str
    verdict: Verdict
    pro: Argument | None
    con: Argument | None


class Tradeoff(NamedTuple):
    """A claim that helps one thesis and hurts another.

    Attributes:
        claim: Its id.
        moves: By thesis, how far its strength goes from the claim being false to being true.
    """

    claim: str
    moves: dict[str, float]


class Options(NamedTuple):
    """The theses of a map, and the claims between which of them they decide, most first."""

    options: list[Option]
    tradeoffs: list[Tradeoff]


def options_of(judgement: Judgement) -> Options:
    """Returns how the theses of a map stand beside each other."""
    found = list(dict.fromkeys(theses(judgement.debate)))
    moves: dict[str, dict[str, float]] = {}
    for thesis in found:
        bearing = bearing_on(judgement, thesis)
        for claim in within_effort(bearing, most_telling(bearing)):
            effect = effect_of(bearing, claim)
            move = effect.granted.strength - effect.doubted.strength
            if abs(move) >= _LEAST:
                moves.setdefault(claim, {})[thesis] = move
    divided = [Tradeoff(c, m) for c, m in moves.items() if min(m.values()) < 0 < max(m.values())]
    divided.sort(key=lambda each: min(each.moves.values()) - max(each.moves.values()))
    return Options([_option(judgement, thesis) for thesis in found], divided)


def _option(judgement: Judgement, thesis: str) -> Option:
    arguments = [each for each in weigh(judgement, thesis).arguments if each.contribution]
    pro = next((each for each in arguments if each.supports), None)
    con = next((each for each in arguments if not each.supports), None)
    return Option(thesis, judgement.verdict(thesis), pro, con)
