"""Numbers, claims and weights as they are said in a sentence."""

from typing import Final, NamedTuple

from debatemap.core import node_names
from debatemap.core.debate import Debate
from debatemap.core.model import Stance
from debatemap.core.text import SafeText
from debatemap.judge.explain.shares import shares
from debatemap.judge.explain.weighing import Weighing
from debatemap.judge.judgement import Judgement
from debatemap.judge.settling import Range
from debatemap.judge.verdict import percentage

__all__ = [
    "Sentence",
    "amount",
    "balance",
    "counted",
    "ended",
    "named",
    "points",
    "quoted",
    "sentence",
    "some",
    "span",
]

_CELLS: Final = 48
_LEAST: Final = 0.005
"""Anything less would be said to be 0, as though it were nothing."""
_ENDS: Final = (".”", "?”", "!”", "…”")
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


def ended(words: str) -> str:
    """Returns a sentence with its full stop, unless that of a claim at its end ends it as well.

    Examples:
        >>> ended("It stays"), ended("Without “It rains.”"), ended("Without “rain”")
        ('It stays.', 'Without “It rains.”', 'Without “rain”.')
    """
    return words if words.endswith(_ENDS) else f"{words}."


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
    return node_names.quoted(debate.claims[claim].text, _CELLS)


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
    """Returns what all that supports a strength adds to its base, and what the attacks take.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> from debatemap.judge.explain.weighing import weigh
        >>> from debatemap.judge.judgement import Judgement
        >>> def weighed(**stances):
        ...     claims = {name: Claim(name) for name in ("t", *stances)}
        ...     links = {f"l{n}": Link((n,), stance, "t") for n, stance in stances.items()}
        ...     judgement = Judgement(Debate(Header("m", theses=("t",)), claims, links))
        ...     return balance(weigh(judgement, "t"))
        >>> weighed(a="supports", b="supports", c="attacks")
        'what supports it adds 22, what attacks it takes 12'
        >>> weighed(a="supports")
        'what supports it adds 10, and nothing attacks it'
        >>> weighed()
        'nothing is said for or against it'
    """
    has_pros = any(argument.supports for argument in weighing.arguments)
    has_cons = any(not argument.supports for argument in weighing.arguments)
    if not has_pros and not has_cons:
        return "nothing is said for or against it"
    found = shares(weighing)
    added = f"what supports it adds {some(found.added, weighing.supports)}"
    taken = f"what attacks it takes {some(found.taken, weighing.attacks)}"
    if not has_cons:
        return f"{added}, and nothing attacks it"
    if not has_pros:
        return f"{taken}, and nothing supports it"
    return f"{added}, {taken}"


def some(points: int, brought: float) -> str:
    """Returns a number of points; what is rounded to none is told from what is nothing.

    Examples:
        >>> some(12, 0.5), some(0, 0.5), some(0, 0.0)
        ('12', 'less than 1', 'nothing')
    """
    if points:
        return f"{points:,}"
    return "less than 1" if brought else "nothing"
