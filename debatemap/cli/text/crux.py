"""What a verdict turns on, in words for people."""

from collections.abc import Iterator
from typing import Final

from debatemap.cli.json.crux import People
from debatemap.core.debate import Debate
from debatemap.core.node_names import quoted
from debatemap.core.text import SafeText, safe_line
from debatemap.judge.explain.crux import Effect, cruxes, needed_opinion
from debatemap.judge.explain.division import division
from debatemap.judge.explain.division_words import (
    checking_words,
    division_words,
    held_words,
    rest_words,
)
from debatemap.judge.explain.leaves import leaves
from debatemap.judge.explain.turning import Turning, turning
from debatemap.judge.explain.turning_words import (
    leaf_words,
    next_words,
    turn_words,
    turning_words,
)
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict, percentage
from debatemap.judge.verdict_words import basis_words, verdict_words

__all__ = ["crux_lines"]

_LISTED: Final = 5
_CELLS: Final = 64
_INDENT: Final = "  "


def crux_lines(judgement: Judgement, thesis: str, people: People | None) -> Iterator[SafeText]:
    """Yields what the verdict on a claim turns on, as lines."""
    debate, found = judgement.debate, turning(judgement, thesis)
    yield safe_line(debate.claims[thesis].text)
    lines = [
        str(verdict_words(judgement, thesis)),
        str(turning_words(debate, found, _named)),
        *_sets(debate, found),
        *_effects(judgement, thesis),
        *_leaves(judgement, thesis),
    ]
    if people is not None:
        lines += _divided(judgement, thesis, people)
    for line in lines:
        yield SafeText(_INDENT + line)


def _sets(debate: Debate, found: Turning) -> Iterator[str]:
    """Yields the other sets of claims that turn the verdict together; single ones come below."""
    if found.size > 1:
        for turn in found.turns[1:_LISTED]:
            yield f"{_INDENT}or {turn_words(debate, turn, _named)}"
        if len(found.turns) > _LISTED:
            yield f"{_INDENT}and {len(found.turns) - _LISTED:,} more sets"


def _effects(judgement: Judgement, thesis: str) -> Iterator[str]:
    found = cruxes(judgement, thesis, most=_LISTED)
    listed = found.effects[:_LISTED]
    shown = [one for one in listed if one.decides or _is_told(found.verdict, one)]
    if found.effects and not shown:
        yield "No single claim moves it by a point."
    for place, effect in enumerate(shown):
        lead = "Turns it too" if effect.decides else "Moves it"
        if place == 0:
            lead = "The crux" if effect.decides else "Moves it most, does not turn it"
        stands = percentage(judgement.strength(effect.claim))
        yield f"{lead}: {_named(judgement.debate, effect.claim)}, which stands at {stands}"
        yield _INDENT + _outcomes(found.verdict, effect)
        if place == 0 and effect.decides:
            yield from _opinion(judgement, thesis, effect.claim)
    for effect in found.effects[_LISTED:]:
        name, does = _named(judgement.debate, effect.claim), _outcomes(found.verdict, effect)
        yield f"Turns it too: {name}: {does}"
    more = found.decide - len(found.effects)
    if more > 0:
        yield f"{more:,} more turn it, each alone; --json lists them."
    if not found.exact:
        yield f"Only {found.considered:,} of the {found.of:,} claims that bear on it were tried."


def _leaves(judgement: Judgement, thesis: str) -> Iterator[str]:
    """Yields which unargued claims are most worth checking, and for whom."""
    debate, found = judgement.debate, leaves(judgement, thesis)
    first, *others = [*map(str, next_words(debate, found, _named)), ""]
    if first:
        yield first
    for leaf in found.telling[1:_LISTED]:
        yield f"{_INDENT}then {leaf_words(debate, found, leaf, _named)}"
    yield from filter(None, others)
    if not found.exact:
        yield f"Only {found.considered:,} of {found.of:,} claims without replies were tried."


def _is_told(before: Verdict, effect: Effect) -> bool:
    """Tells whether a claim moves the verdict as far as figures can show."""
    return any(after.figure != before.figure for after in (effect.doubted, effect.granted))


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
    if needed.base is not None:
        way = "rises" if needed.base > base else "falls"
        now, then = round(100 * base), round(100 * needed.base)
        by = "" if needed.complete else ", if not before"
        yield f"{_INDENT}the verdict turns once opinion on it {way} from {now} to {then} of 100{by}"
    elif not needed.complete:
        yield f"{_INDENT}how far opinion on it would have to move takes too long to find out"


def _divided(judgement: Judgement, thesis: str, people: People) -> Iterator[str]:
    """Says what divides two people, and how near agreement would bring them."""
    debate = judgement.debate
    found = division(debate, thesis, *people, judgement.method)
    first, second = (safe_line(name) for name in people)
    for name, verdict in zip((first, second), found.verdicts, strict=True):
        yield f"{name}: {verdict.words} · {basis_words(verdict.basis)}"
    yield str(division_words(found))
    for place, step in enumerate(found.steps if round(100 * found.distance) else (), 1):
        yield f"{_INDENT}{place} {_named(debate, step.claim)}"
        yield f"{_INDENT * 2}{held_words(found, step)}"
    yield from map(str, checking_words(debate, found, _named))
    yield from map(str, rest_words(found))


def _named(debate: Debate, claim: str) -> str:
    return f"{quoted(debate.claims[claim].text, _CELLS)} [{safe_line(claim)}]"
