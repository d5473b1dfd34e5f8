"""What a verdict turns on, in words for people."""

from collections.abc import Iterator
from typing import Final

from debatemap.cli.json.crux import People
from debatemap.cli.json.judge import doubted
from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt, safe_line
from debatemap.judge.explain.crux import (
    Effect,
    Flip,
    cruxes,
    double_crux,
    needed_opinion,
    robustness,
    smallest_sets,
)
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict
from debatemap.judge.verdict_words import verdict_words

__all__ = ["crux_lines"]

_LISTED: Final = 5
_CELLS: Final = 64
_INDENT: Final = "  "


def crux_lines(judgement: Judgement, thesis: str, people: People | None) -> Iterator[SafeText]:
    """Yields what the verdict on a claim turns on, as lines."""
    firmness = doubted(robustness(judgement, thesis))
    yield safe_line(judgement.debate.claims[thesis].text)
    yield SafeText(f"{_INDENT}{verdict_words(judgement, thesis)}; {firmness}")
    lines = [*_effects(judgement, thesis), *_sets(judgement, thesis)]
    if people is not None:
        lines += _parted(judgement, thesis, people)
    for line in lines:
        yield SafeText(_INDENT + line)


def _effects(judgement: Judgement, thesis: str) -> Iterator[str]:
    found = cruxes(judgement, thesis, most=_LISTED)
    for place, effect in enumerate(found.effects):
        lead = "Decides it too" if effect.decides else "Moves it"
        if place == 0:
            lead = "The crux" if effect.decides else "Moves it most, does not decide it"
        yield f"{lead}: {_named(judgement.debate, effect.claim)}"
        yield _INDENT + _outcomes(found.verdict, effect)
        if place == 0 and effect.decides:
            yield from _opinion(judgement, thesis, effect.claim)
    if not found.exact:
        yield f"Only {found.considered} of the {found.of} claims that bear on it were tried."


def _outcomes(before: Verdict, effect: Effect) -> str:
    return f"doubted {_change(before, effect.doubted)}; granted {_change(before, effect.granted)}"


def _change(before: Verdict, after: Verdict) -> str:
    """Says where a verdict goes: `62 → 41 of 100, against`."""
    if (after.side, after.figure) == (before.side, before.figure):
        return f"it stays at {after.points}"
    goes = f"{before.figure} → {after.points}"
    return goes if after.side is before.side else f"{goes}, {after.side.word}"


def _opinion(judgement: Judgement, thesis: str, claim: str) -> Iterator[str]:
    needed, base = needed_opinion(judgement, thesis, claim), judgement.base(claim)
    if needed is not None:
        way = "rises" if needed > base else "falls"
        now, then = round(100 * base), round(100 * needed)
        yield f"{_INDENT}the verdict turns once opinion on it {way} from {now} to {then} of 100"


def _sets(judgement: Judgement, thesis: str) -> Iterator[str]:
    found = smallest_sets(judgement, thesis, most=_LISTED)
    if found.size == 1:
        yield "One claim is enough to change the verdict."
    elif found.sets:
        yield f"It takes {found.size} claims together to change the verdict:"
        for flips in found.sets:
            yield _INDENT + " and ".join(_flip(judgement.debate, flip) for flip in flips)
    elif found.whole:
        yield "No one, two or three claims were found that change the verdict."
    if not found.complete:
        yield f"There was too much to try: {found.tried:,} of {found.whole:,} sets were."


def _flip(debate: Debate, flip: Flip) -> str:
    return f"{'grant' if flip.to else 'doubt'} {_named(debate, flip.claim)}"


def _parted(judgement: Judgement, thesis: str, people: People) -> Iterator[str]:
    """Says what parts two people, or why nothing that would help does."""
    debate, method = judgement.debate, judgement.method
    first, second = (safe_line(name) for name in people)
    verdicts = [Judgement(debate, method, person).verdict(thesis) for person in people]
    yield f"{first}: {verdicts[0].words}. {second}: {verdicts[1].words}."
    found = double_crux(debate, thesis, *people, method)
    for place, dispute in enumerate(found.found[:_LISTED]):
        lead = "Parts them too" if place else "The double crux"
        yield f"{lead}: {_named(debate, dispute.claim)}"
        one, other = (round(100 * base) for base in (dispute.first, dispute.second))
        yield f"{_INDENT}{first} holds it at {one} of 100, {second} at {other}; it decides for both"
    if not found.exact:
        yield f"Only {found.considered} of the {found.of} claims on which they differ were tried."
    elif not found.found:
        yield f"There is no double crux: {_why_none(found.of)}."


def _why_none(differ: int) -> str:
    if not differ:
        return "they hold alike whatever bears on it"
    if differ == 1:
        return "they differ on one claim that bears on it, and it does not decide for both"
    return f"they differ on {differ} claims that bear on it, none of which decides for both"


def _named(debate: Debate, claim: str) -> str:
    return f"“{excerpt(debate.claims[claim].text, _CELLS)}” [{safe_line(claim)}]"
