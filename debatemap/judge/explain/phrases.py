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
    "percent",
    "quoted",
    "sentence",
    "span",
]

_CELLS: Final = 48
_LEAST: Final = 0.005
"""Anything less would be said to be 0.00, as though it were nothing."""
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


def counted(number: int, one: str, many: str) -> str:
    """Returns a number with its noun.

    Examples:
        >>> counted(1, "con", "cons"), counted(2, "pro", "pros"), counted(12, "con", "cons")
        ('one con', 'two pros', '12 cons')
    """
    word = _WORDS[number] if number < len(_WORDS) else str(number)
    return f"{word} {one if number == 1 else many}"


def percent(strength: float) -> str:
    """Returns a strength in whole percent, never rounded over the edge of a band.

    Examples:
        >>> percent(0.62)
        '62 %'
    """
    return f"{percentage(strength)} %"


def span(limits: Range) -> str:
    """Returns the range of what does not settle.

    Examples:
        >>> span((0.3, 0.62)), span((0.301, 0.302))
        ('between 30 and 62 %', 'near 30 %')
    """
    low, high = (f"{100 * end:.0f}" for end in limits)
    return f"between {low} and {high} %" if low != high else f"near {low} %"


def amount(contribution: float, limits: Range | None = None) -> str:
    """Returns what an argument brings, as a part of a sum.

    Args:
        contribution: 0 to 1.
        limits: Its range, where it does not settle.

    Examples:
        >>> amount(0.62), amount(0.001), amount(0.5, (0.4, 0.6)), amount(0.5, (0.499, 0.501))
        ('0.62', 'less than 0.01', 'between 0.40 and 0.60', 'about 0.50')
    """
    if limits is not None:
        low, high = (f"{end:.2f}" for end in limits)
        return f"between {low} and {high}" if low != high else f"about {low}"
    return f"{contribution:.2f}" if contribution >= _LEAST else "less than 0.01"


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
        supports 1.40 against attacks 0.90
        supports that leave 8 % over against attacks that leave 10 % over
        the strongest support of 0.80 against the strongest attack of 0.90
        >>> print(weighed(QUADRATIC_ENERGY, 0.8), weighed(DF_QUAD, -0.9), sep="; ")
        supports 0.80, and nothing attacks it; attacks that leave 10 % over, and nothing supports it
        >>> weighed(DF_QUAD)
        'nothing is said for or against it'
    """
    has_pros = any(argument.supports for argument in weighing.arguments)
    has_cons = any(not argument.supports for argument in weighing.arguments)
    if not has_pros and not has_cons:
        return "nothing is said for or against it"
    support, attack = _sides(weighing)
    if not has_cons:
        return f"{support}, and nothing attacks it"
    if not has_pros:
        return f"{attack}, and nothing supports it"
    return f"{support} against {attack}"


def _sides(weighing: Weighing) -> tuple[str, str]:
    """Returns what speaks for it, and what speaks against it.

    Where strengths are multiplied, what counts is how much each side leaves over: the less, the
    stronger it is.
    """
    supports, attacks = weighing.supports, weighing.attacks
    aggregate = weighing.method.aggregate
    if aggregate is product:
        for_it, against = (f"{100 * (1.0 - side):.0f} %" for side in (supports, attacks))
        return f"supports that leave {for_it} over", f"attacks that leave {against} over"
    if aggregate is strongest:
        return f"the strongest support of {supports:.2f}", f"the strongest attack of {attacks:.2f}"
    return f"supports {supports:.2f}", f"attacks {attacks:.2f}"
