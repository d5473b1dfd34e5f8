"""Numbers, claims and weights as they are said in a sentence."""

from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.model import Stance
from debatemap.core.text import SafeText, excerpt
from debatemap.judge.aggregates import product, strongest
from debatemap.judge.explain.weighing import Weighing
from debatemap.judge.judgement import Judgement
from debatemap.judge.settling import Range
from debatemap.judge.verdict import percentage

__all__ = [
    "Sentence",
    "amount",
    "balance",
    "counted",
    "named",
    "points",
    "quoted",
    "sentence",
    "span",
]

_CELLS: Final = 48
_LEAST: Final = 0.005
"""Anything less would be said to be 0, as though it were nothing."""
_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Sentence(NamedTuple):
    """One step of a reason.

    Attributes:
        text: What it says.
        leads_to: The claim or link that it is about, to be asked why in turn; None where there
            is nothing to follow.
        stance: Whether that is an argument for or against; None where it is no argument.
        amount: What the argument contributes, 0 to 1.
        lead: The words at the beginning of the text that say on which side the argument is.
    """

    text: SafeText
    leads_to: str | None
    stance: Stance | None = None
    amount: float | None = None
    lead: SafeText = SafeText("")


def sentence(words: str, leads_to: str | None = None) -> Sentence:
    """Makes a sentence of words that are safe to show."""
    return Sentence(SafeText(words), leads_to)


def named(judgement: Judgement, claim: str) -> str:
    """Returns the beginning of a claim, and what is assumed of it."""
    assumed = judgement.assumed.get(claim)
    name = quoted(judgement.debate, claim)
    return f"{name} (assumed to be {assumed})" if assumed is not None else name


def quoted(debate: Debate, claim: str) -> SafeText:
    """Returns the beginning of a claim in quotation marks.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains."), "b": Claim(" ")})
        >>> quoted(debate, "a"), quoted(debate, "b")
        ('“It rains.”', 'a claim without words')
    """
    words = excerpt(debate.claims[claim].text, _CELLS)
    return SafeText(f"“{words}”" if words else "a claim without words")


def counted(number: int, one: str, many: str, *, in_words: bool = True) -> str:
    """Returns a number with its noun.

    Args:
        number: The number.
        one: The noun for one.
        many: The noun for any other number.
        in_words: Whether a number below ten is spelt out.

    Examples:
        >>> counted(1, "con", "cons"), counted(2, "pro", "pros"), counted(12, "con", "cons")
        ('one con', 'two pros', '12 cons')
        >>> counted(7, "point", "points", in_words=False)
        '7 points'
    """
    word = _WORDS[number] if in_words and number < len(_WORDS) else str(number)
    return f"{word} {one if number == 1 else many}"


def points(strength: float) -> str:
    """Returns a strength in whole points of 100, never rounded over the edge of a band.

    Examples:
        >>> points(0.62)
        '62 of 100'
    """
    return f"{percentage(strength)} of 100"


def span(limits: Range) -> str:
    """Returns the range of what does not settle.

    Examples:
        >>> span((0.3, 0.62)), span((0.301, 0.302))
        ('between 30 and 62 of 100', 'near 30 of 100')
    """
    low, high = (f"{100 * end:.0f}" for end in limits)
    return f"between {low} and {high} of 100" if low != high else f"near {low} of 100"


def amount(contribution: float, limits: Range | None = None) -> str:
    """Returns what an argument weighs, in points as rows show strengths.

    Args:
        contribution: 0 to 1; of several arguments taken together it may be more.
        limits: Its range, where it does not settle.

    Examples:
        >>> amount(0.62), amount(0.001), amount(0.5, (0.4, 0.6)), amount(0.5, (0.499, 0.501))
        ('62', 'less than 1', 'between 40 and 60', 'about 50')
        >>> amount(1.4)
        '140'
    """
    if limits is not None:
        low, high = (f"{100 * end:.0f}" for end in limits)
        return f"between {low} and {high}" if low != high else f"about {low}"
    return f"{100 * contribution:.0f}" if contribution >= _LEAST else "less than 1"


def balance(weighing: Weighing) -> str:
    """Returns what stands against what, as the method takes it together.

    Examples:
        >>> from debatemap.judge.methods import DF_QUAD, EULER_TOP, QUADRATIC_ENERGY
        >>> from debatemap.judge.explain.weighing import Argument
        >>> def weighed(method, *brought):
        ...     arguments = [Argument("l", one > 0, abs(one), None, ("c",), "c") for one in brought]
        ...     return balance(Weighing("t", 0.5, 0.5, None, tuple(arguments), method))
        >>> for method in (QUADRATIC_ENERGY, DF_QUAD, EULER_TOP):
        ...     print(weighed(method, 0.8, 0.6, -0.9))
        what supports it weighs 140, what attacks it 90
        what supports it leaves 8 points of 100 open, what attacks it 10
        the strongest support weighs 80, the strongest attack 90
        >>> weighed(QUADRATIC_ENERGY, 0.8)
        'what supports it weighs 80, and nothing attacks it'
        >>> weighed(DF_QUAD, -0.9)
        'what attacks it leaves 10 points of 100 open, and nothing supports it'
        >>> weighed(DF_QUAD)
        'nothing is said for or against it'
    """
    has_pros = any(argument.supports for argument in weighing.arguments)
    has_cons = any(not argument.supports for argument in weighing.arguments)
    if not has_pros and not has_cons:
        return "nothing is said for or against it"
    (support, attack), verb, unit = _sides(weighing)
    supports, attacks = (
        ("the strongest support", "the strongest attack")
        if weighing.method.aggregate is strongest
        else ("what supports it", "what attacks it")
    )
    if not has_cons:
        return f"{supports} {verb} {support}{unit}, and nothing attacks it"
    if not has_pros:
        return f"{attacks} {verb} {attack}{unit}, and nothing supports it"
    return f"{supports} {verb} {support}{unit}, {attacks} {attack}"


def _sides(weighing: Weighing) -> tuple[tuple[str, str], str, str]:
    """Returns what speaks for and against it as numbers, with the verb and the unit of them.

    Where strengths are multiplied, what counts is how much each side leaves open: the less, the
    stronger it is.
    """
    sides = weighing.supports, weighing.attacks
    if weighing.method.aggregate is product:
        for_it, against = (f"{100 * (1.0 - side):.0f}" for side in sides)
        return (for_it, against), "leaves", " points of 100 open"
    for_it, against = map(amount, sides)
    return (for_it, against), "weighs", ""
