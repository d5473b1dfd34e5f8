"""One argument of a reason in sentences."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.model import STANCES
from debatemap.core.text import SafeText
from debatemap.judge.explain.phrases import (
    Sentence,
    amount,
    counted,
    ended,
    named,
    points,
    sentence,
    some,
    span,
)
from debatemap.judge.explain.shares import Shares
from debatemap.judge.explain.weighing import Argument, Weighing, weigh
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import percentage

__all__ = ["are_many", "argued", "crowd", "together"]

_PAIR: Final = 2
_SIDES: Final = {True: "for", False: "against"}
_NOUNS: Final = {True: "pros", False: "cons"}
_ADDS: Final = {True: ("adds", "add"), False: ("takes", "take")}
"""By side, what one premise does and what several do."""


def argued(
    judgement: Judgement, weighing: Weighing, place: int, found: Shares | None
) -> Iterator[Sentence]:
    """Yields what an argument adds or takes, and what is left of its step.

    Args:
        judgement: Has the strengths.
        weighing: What is being explained.
        place: Which of its arguments.
        found: What each of them adds or takes; None where that does not settle.
    """
    argument = weighing.arguments[place]
    lead = SafeText(_lead(weighing, place))
    text = f"{lead}: {together(judgement, argument)}{_stands(judgement, argument)}"
    if found is None:
        text += f" {_brings(argument)}"
    else:
        several = len(argument.premises) > 1
        verb = _ADDS[argument.supports][several]
        text += f" {verb} {some(found.by_argument[place], argument.contribution)}"
    stance = STANCES[0 if argument.supports else 1]
    yield Sentence(SafeText(f"{text}."), argument.weakest, stance, argument.contribution, lead)
    if judgement.strength(argument.link) < 1.0:
        yield _step(judgement, argument.link)


def are_many(weighing: Weighing, found: Shares, most: int, *, supports: bool) -> bool:
    """Tells whether the arguments of a side are more than can be told, and bring next to nothing.

    Args:
        weighing: What is being explained.
        found: What each argument adds or takes.
        most: Arguments that get a sentence of their own.
        supports: The side.
    """
    own = [one.contribution for one in weighing.arguments if one.supports is supports]
    whole = found.added if supports else found.taken
    first = next(n for n, one in enumerate(weighing.arguments) if one.supports is supports)
    is_small = found.by_argument[first] <= 1 and whole * own[0] < sum(own)
    return len(own) > most and is_small


def crowd(judgement: Judgement, weighing: Weighing, found: Shares, *, supports: bool) -> Sentence:
    """Returns what many small arguments of a side add or take together, and the strongest."""
    own = [one for one in weighing.arguments if one.supports is supports]
    points, brought = (
        (found.added, weighing.supports) if supports else (found.taken, weighing.attacks)
    )
    lead = SafeText(f"{_SIDES[supports].capitalize()}, many small ones")
    does = f"{len(own):,} {_NOUNS[supports]} {_ADDS[supports][1]} {some(points, brought)} together"
    are_alike = own[0].contribution == own[-1].contribution
    how = "all alike, such as" if are_alike else "the strongest of them"
    first = f"{together(judgement, own[0])}{_stands(judgement, own[0])}".rstrip(",")
    text = SafeText(ended(f"{lead}: {does}, less than 1 each, {how} {first}"))
    return Sentence(text, own[0].weakest, STANCES[0 if supports else 1], None, lead)


def together(judgement: Judgement, argument: Argument) -> str:
    """Returns the premises of an argument by name; of many, the first."""
    premises = argument.premises
    if len(premises) == 1:
        return named(judgement, argument.weakest)
    if len(premises) == _PAIR:
        return f"{named(judgement, premises[0])} and {named(judgement, premises[1])} together"
    others = counted(len(premises) - 1, "more", "more")
    return f"{named(judgement, premises[0])} and {others} together"


def _lead(weighing: Weighing, place: int) -> str:
    """Says on which side an argument is, and whether it is the strongest there."""
    argument = weighing.arguments[place]
    side = _SIDES[argument.supports]
    before = [one for one in weighing.arguments[:place] if one.supports is argument.supports]
    if before:
        return f"Also {side}"
    after = [one for one in weighing.arguments[place + 1 :] if one.supports is argument.supports]
    is_strongest = after and after[0].contribution < argument.contribution
    return f"Strongest {side}" if is_strongest else side.capitalize()


def _brings(argument: Argument) -> str:
    """Says what an argument brings to what does not settle."""
    verb = "bring" if len(argument.premises) > 1 else "brings"
    if argument.range is None and not argument.contribution:
        return f"{verb} nothing"
    return f"{verb} {amount(argument.contribution, argument.range)} of 100"


def _stands(judgement: Judgement, argument: Argument) -> str:
    """Says where the premises stand."""
    if judgement.range(argument.weakest) is not None:
        return ""
    strength = percentage(judgement.strength(argument.weakest))
    if len(argument.premises) == 1:
        return f", which stands at {strength},"
    if len({judgement.strength(premise) for premise in argument.premises}) == 1:
        return f", at {strength} each,"
    if len(argument.premises) == _PAIR:
        place = "first" if argument.weakest == argument.premises[0] else "second"
        return f", only as strong as the weaker, the {place}, at {strength},"
    weakest = named(judgement, argument.weakest)
    return f", only as strong as the weakest, {weakest} at {strength},"


def _step(judgement: Judgement, link: str) -> Sentence:
    """Says why a step counts for less than all."""
    if link in judgement.assumed:
        return sentence(f"That step is assumed to be {judgement.assumed[link]}.", link)
    weighing = weigh(judgement, link)
    if weighing.range is not None:
        return sentence(f"How much that step counts does not settle: {span(weighing.range)}.", link)
    counts = f"That step counts {points(weighing.strength)}"
    for argument in weighing.arguments:
        if not argument.supports and argument.contribution:
            return sentence(f"{counts}: {named(judgement, argument.weakest)} undercuts it.", link)
    return sentence(f"{counts}, as it is rated.", link)
