"""The theses of a map side by side: how each stands, and what helps one and hurts another."""

from typing import Final, NamedTuple

from debatemap.core.queries import theses
from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.effects import EFFORT, effect_of, most_telling, within_effort
from debatemap.judge.explain.weighing import Argument, weigh
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict

__all__ = ["Option", "Options", "Tradeoff", "options_of"]

_EFFORT: Final = 2 * EFFORT
"""What all theses of a map share, so that many of them take no longer than two."""
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
    """The theses of a map side by side.

    Attributes:
        options: The theses.
        tradeoffs: The claims that help one and hurt another, those that part them most first.
        considered: How many claims were tried, each once for every thesis that it bears on.
        of: How many there were to try.
    """

    options: list[Option]
    tradeoffs: list[Tradeoff]
    considered: int = 0
    of: int = 0

    @property
    def untried(self) -> str:
        """How partial the comparison is, in a sentence; empty where everything was tried."""
        if self.considered >= self.of:
            return ""
        tried = f"{self.considered:,} of {self.of:,} effects of claims were"
        return f"There was too much to try: only {tried}, and others may help one and hurt another."


def options_of(judgement: Judgement) -> Options:
    """Returns how the theses of a map stand beside each other."""
    found = list(dict.fromkeys(theses(judgement.debate)))
    moves: dict[str, dict[str, float]] = {}
    considered = of = 0
    for thesis in found:
        bearing = bearing_on(judgement, thesis)
        of += len(bearing.candidates)
        for claim in within_effort(bearing, most_telling(bearing), _EFFORT // len(found)):
            considered += 1
            effect = effect_of(bearing, claim)
            move = effect.granted.strength - effect.doubted.strength
            if abs(move) >= _LEAST:
                moves.setdefault(claim, {})[thesis] = move
    divided = [Tradeoff(c, m) for c, m in moves.items() if min(m.values()) < 0 < max(m.values())]
    divided.sort(key=lambda each: min(each.moves.values()) - max(each.moves.values()))
    return Options([_option(judgement, thesis) for thesis in found], divided, considered, of)


def _option(judgement: Judgement, thesis: str) -> Option:
    arguments = [each for each in weigh(judgement, thesis).arguments if each.contribution]
    pro = next((each for each in arguments if each.supports), None)
    con = next((each for each in arguments if not each.supports), None)
    return Option(thesis, judgement.sure_verdict(thesis), pro, con)
