"""Why a claim is as strong as it is, in sentences that can be followed one by one."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from debatemap.core.text import excerpt
from debatemap.judge.explain.arguments import are_many, argued, crowd, together
from debatemap.judge.explain.phrases import (
    Sentence,
    balance,
    counted,
    ended,
    named,
    points,
    sentence,
    some,
    span,
)
from debatemap.judge.explain.shares import Shares, shares
from debatemap.judge.explain.weighing import Weighing, weigh
from debatemap.judge.grounded import stands
from debatemap.judge.judgement import Judgement
from debatemap.judge.ordering import downstream
from debatemap.judge.ratings import CLAIM, LINK
from debatemap.judge.verdict import percentage
from debatemap.judge.verdict_words import objections

__all__ = ["Reason", "Sentence", "why"]

_NAME: Final = 24
_TRIED: Final = 8
"""Arguments of a side that are left out by turns; each looks at all the others."""


class Reason(NamedTuple):
    """Why a claim is as strong as it is, or why a step counts as much as it does."""

    node: str
    sentences: tuple[Sentence, ...]


def why(judgement: Judgement, node: str, *, most: int = 5) -> Reason:
    """Returns why a claim or a link has the strength that it has.

    First the outcome and where it began; then the arguments, what contributes most first, each
    with what it adds or takes: points of 100, which make up the whole that the first sentence
    tells. Then which argument it would change most without; whether it goes in a circle; and what
    is said against it that is unanswered.

    Args:
        judgement: Has the strengths.
        node: The claim or the link; of a link, the reason is why the step counts so much.
        most: Arguments that get a sentence of their own.

    Raises:
        KeyError: There is no such claim or link.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {"t": Claim("It is late."), "c": Claim("The sun is up.")}
        >>> debate = Debate(Header("m", theses=("t",)), claims,
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> reason = why(Judgement(debate), "t")
        >>> for sentence in reason.sentences:
        ...     print(sentence.text)
        From 50 to 40 of 100: what attacks it takes 10, and nothing supports it.
        Nobody has rated it, so it starts at 50 of 100.
        Against: “The sun is up.”, which stands at 50, takes 10.
        Without “The sun is up.” it would rise to 50.
        1 objection is unanswered: “The sun is up.”
        >>> reason.sentences[2].leads_to
        'c'
    """
    if node not in judgement.debate.claims and node not in judgement.debate.links:
        raise KeyError(node)
    return Reason(node, tuple(_sentences(judgement, node, most)))


def _sentences(judgement: Judgement, node: str, most: int) -> Iterator[Sentence]:
    assumed = judgement.assumed.get(node)
    if assumed is not None:
        yield sentence(f"It is assumed to be {assumed}, whatever is said for or against it.")
        return
    weighing = weigh(judgement, node)
    found = shares(weighing) if weighing.range is None else None
    yield _outcome(judgement, weighing)
    yield _start(judgement, weighing)
    many = [] if found is None else _crowded(weighing, found, most)
    told = [place for place, one in enumerate(weighing.arguments) if one.supports not in many]
    for place in told[:most]:
        yield from argued(judgement, weighing, place, found)
    yield from _rest(weighing, told[most:], found)
    if found is not None:
        for supports in many:
            yield crowd(judgement, weighing, found, supports=supports)
    if found is not None:
        yield from _without(judgement, weighing)
    yield from _immovable(weighing)
    yield from _circle(judgement, weighing)
    yield from _objected(judgement, weighing)


def _outcome(judgement: Judgement, weighing: Weighing) -> Sentence:
    """Says what came out, and what stood against what."""
    is_link = weighing.node in judgement.debate.links
    if weighing.range is not None:
        what = "How much the step counts does" if is_link else "It does"
        return sentence(f"{what} not settle: {span(weighing.range)}.")
    before, after = points(weighing.base), points(weighing.strength)
    if is_link:
        moved = f"The step counts {after}"
        moved += f", not {percentage(weighing.base)}" if before != after else ""
    elif weighing.base == weighing.strength:
        moved = f"It stays at {after}"
    elif before == after:
        moved = f"It hardly moves from {before}"
    else:
        moved = f"From {percentage(weighing.base)} to {after}"
    return sentence(f"{moved}: {balance(weighing)}.")


def _start(judgement: Judgement, weighing: Weighing) -> Sentence:
    """Says who rated it, and where it starts for that."""
    opinions = judgement.framework.opinions
    start, ratings = points(weighing.base), opinions.ratings(weighing.node)
    if opinions.person:
        name = excerpt(opinions.person, _NAME)
        if opinions.person in ratings:
            return sentence(f"{name} rates it {start}, and there it starts.")
        return sentence(f"{name} has not rated it, so it starts at {start}.")
    if not ratings:
        return sentence(f"Nobody has rated it, so it starts at {start}.")
    rated = points(sum(ratings.values()) / len(ratings) / 100)
    people = counted(len(ratings), "person rates", "people rate").capitalize()
    mean = "" if len(ratings) == 1 else " on average"
    usual = percentage(LINK if weighing.node in judgement.debate.links else CLAIM)
    why_so = f"counted with two more ratings of {usual}, so that few ratings settle little"
    return sentence(
        f"{people} it {rated}{mean}; {why_so}, it starts at {percentage(weighing.base)}."
    )


def _crowded(weighing: Weighing, found: Shares, most: int) -> list[bool]:
    """Returns the sides, True for pros, on which there are many arguments that bring little."""
    sides = dict.fromkeys(one.supports for one in weighing.arguments)
    return [side for side in sides if are_many(weighing, found, most, supports=side)]


def _rest(weighing: Weighing, places: Sequence[int], found: Shares | None) -> Iterator[Sentence]:
    """Says how many arguments have got no sentence, and what these add and take together."""
    sides = []
    for supports, noun, verbs in (
        (True, "pro", ("adds", "add")),
        (False, "con", ("takes", "take")),
    ):
        own = [place for place in places if weighing.arguments[place].supports is supports]
        if own:
            number = counted(len(own), f"more {noun}", f"more {noun}s")
            brought = sum(weighing.arguments[place].contribution for place in own)
            points = sum(found.by_argument[place] for place in own) if found is not None else 0
            does = f" {verbs[len(own) > 1]} {some(points, brought)}"
            sides.append(number + (does if found is not None else ""))
    if sides:
        text = " and ".join(sides)
        so = "" if found is not None else " weigh no more than these"
        yield sentence(f"{text[0].upper()}{text[1:]}{so}.")


def _without(judgement: Judgement, weighing: Weighing) -> Iterator[Sentence]:
    """Says without which argument it would fall most, and without which it would rise most."""
    for supports, verb in ((True, "fall"), (False, "rise")):
        own = [one for one in weighing.arguments if one.supports is supports]
        if not own:
            continue
        # By every method it changes most without one of those that contribute most.
        without = [weighing.without(one) for one in own[:_TRIED]]
        place = without.index(min(without) if supports else max(without))
        then = percentage(without[place])
        if then != percentage(weighing.strength):
            name = together(judgement, own[place])
            far = "" if len(own) == 1 else " farthest,"
            words = f"Without {name} it would {verb}{far} to {then}."
            yield sentence(words, own[place].weakest)


def _immovable(weighing: Weighing) -> Iterator[Sentence]:
    """Says where a method lets no argument move a base of 0 or 1."""
    base, influence = weighing.base, weighing.method.influence
    if weighing.arguments and influence(base, 1.0) == base == influence(base, -1.0):
        method = weighing.method.name
        yield sentence(f"By this method, {method}, no argument moves it from {points(base)}.")


def _circle(judgement: Judgement, weighing: Weighing) -> Iterator[Sentence]:
    """Says through which argument it bears on itself, where it does."""
    framework, fixed = judgement.framework, judgement.evaluation().fixed.keys()
    index = framework.index(weighing.node)
    if index is None:
        return
    free = [other for other in framework.targets[index] if other not in fixed]
    reached = downstream(free, framework.targets, fixed)
    for argument in weighing.arguments:
        source = framework.contribution(argument.link)
        if source not in reached:
            continue
        if weighing.node in argument.premises:
            yield sentence("It is linked to itself.", argument.link)
            return
        through = [name for name in argument.premises if framework.index(name) in reached]
        if through:
            words = f"It bears on itself, through {named(judgement, through[0])}"
            yield sentence(ended(words), through[0])
        else:
            words = f"the step from {named(judgement, argument.weakest)}"
            yield sentence(ended(f"It bears on itself, through {words}"), argument.link)
        return


def _objected(judgement: Judgement, weighing: Weighing) -> Iterator[Sentence]:
    """Says whether the objections are answered, and which is the strongest that is not."""
    found = objections(judgement, weighing.node)
    if not found.of:
        return
    words = f"{found.words[0].upper()}{found.words[1:]}"
    cons = (argument for argument in weighing.arguments if not argument.supports)
    strongest = next((con for con in cons if stands(judgement, con.link)), None)
    if strongest is None:
        yield sentence(f"{words}.")
        return
    words += ", the strongest of them" if found.unanswered > 1 else ":"
    words += f" {together(judgement, strongest)}"
    yield sentence(ended(words), strongest.weakest)
