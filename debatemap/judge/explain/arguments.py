"""One argument of a reason in sentences."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.model import STANCES
from debatemap.core.text import SafeText
from debatemap.judge.explain.phrases import (
    Sentence,
    amount,
    counted,
    named,
    points,
    sentence,
    span,
)
from debatemap.judge.explain.weighing import Argument, Weighing, weigh
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import percentage

__all__ = ["argued", "together"]

_PAIR: Final = 2
_SIDES: Final = {True: "for", False: "against"}


def argued(judgement: Judgement, weighing: Weighing, place: int) -> Iterator[Sentence]:
    """Yields what an argument brings, and what is left of its step.

    Args:
        judgement: Has the strengths.
        weighing: What is being explained.
        place: Which of its arguments.
    """
    argument = weighing.arguments[place]
    several = len(argument.premises) > 1
    weighs = _weighs(argument, several=several)
    what = together(judgement, argument)
    lead = SafeText(_lead(weighing, place))
    text = f"{lead}: {what} {weighs}"
    if several:
        text += f", {_weakest(judgement, argument)}"
    if weighing.range is None and argument.contribution:
        text += _moves(weighing, argument, several=several)
    stance = STANCES[0 if argument.supports else 1]
    yield Sentence(SafeText(f"{text}."), argument.weakest, stance, argument.contribution, lead)
    if judgement.strength(argument.link) < 1.0:
        yield _step(judgement, argument.link)


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


def _weighs(argument: Argument, *, several: bool) -> str:
    if argument.range is None and not argument.contribution:
        return "come to nothing" if several else "comes to nothing"
    return f"weigh{'' if several else 's'} {amount(argument.contribution, argument.range)}"


def _moves(weighing: Weighing, argument: Argument, *, several: bool) -> str:
    """Says how many points it moves the strength, as the numbers that are shown have it."""
    without, now = percentage(weighing.without(argument)), percentage(weighing.strength)
    if without == now:
        return f"; without {'them' if several else 'it'} still {now}"
    verb = "add" if now > without else "take"
    number = counted(abs(now - without), "point", "points", in_words=False)
    it = "them" if several else "it"
    moves = f", and {verb}" if several else f" and {verb}s"
    return f"{moves} {number}; without {it} {without}"


def _weakest(judgement: Judgement, argument: Argument) -> str:
    strength = percentage(judgement.strength(argument.weakest))
    if len({judgement.strength(premise) for premise in argument.premises}) == 1:
        return f"at {strength} each"
    if len(argument.premises) == _PAIR:
        place = "first" if argument.weakest == argument.premises[0] else "second"
        return f"only as strong as the weaker, the {place}, at {strength}"
    return f"only as strong as the weakest, {named(judgement, argument.weakest)} at {strength}"


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
