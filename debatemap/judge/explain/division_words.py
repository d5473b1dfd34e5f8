"""What divides two people in words."""

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt
from debatemap.judge.explain.division import Division, Shared
from debatemap.judge.explain.phrases import counted, ended, quoted
from debatemap.judge.explain.turning_words import Naming
from debatemap.judge.verdict import percentage

__all__ = ["checking_words", "division_words", "held_words", "rest_words"]

_NAME = 24
_SHARE = 3
"""One claim divides two people who would be apart by less than this part of it without it."""


def division_words(found: Division) -> SafeText:
    """Returns what divides two people, in a sentence.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> from debatemap.judge.explain.division import division
        >>> claims = {"t": Claim("T."), "a": Claim("A."), "b": Claim("B.")}
        >>> links = {"l": Link(("a",), "attacks", "t"), "m": Link(("b",), "supports", "t")}
        >>> stances = {"Ada": {"a": 90, "b": 50}, "Bo": {"a": 20}}
        >>> debate = Debate(Header("m", theses=("t",)), claims, links, stances=stances)
        >>> division_words(division(debate, "t", "Ada", "Bo"))
        'One claim divides them: agreed on it they would be 0 apart, not 11.'
    """
    apart, agreed = round(100 * found.distance), round(100 * found.agreed)
    if not found.differ:
        return SafeText("They hold the same of every claim that bears on it.")
    claims = counted(found.differ, "claim", "claims")
    if not apart:
        return SafeText(f"They are less than 1 apart, though they hold {claims} differently.")
    if not found.steps:
        return SafeText(f"Agreed on up to five of {claims} they would come no nearer.")
    so = f"they would be {agreed} apart, not {apart}"
    if len(found.steps) > 1:
        none = "No one claim divides them. " if not _divides(found) else ""
        return SafeText(f"{none}Agreed on these {len(found.steps)} {so}.")
    lead = "One claim divides them" if _divides(found) else "One claim brings them nearer"
    return SafeText(f"{lead}: agreed on it {so}.")


def held_words(found: Division, step: Shared) -> SafeText:
    """Returns what the two hold of a claim, and how far apart they would be agreed on it."""
    names = (excerpt(name, _NAME) for name in found.people)
    held = [
        f"{name} has not rated it" if base is None else f"{name} holds it at {percentage(base)}"
        for name, base in zip(names, (step.first, step.second), strict=True)
    ]
    return SafeText(f"{', '.join(held)}; agreed on it {round(100 * step.alone)} apart")


def rest_words(found: Division) -> list[SafeText]:
    """Returns how many other claims bring the two nearer, and who has not rated what."""
    words = []
    if found.nearer:
        least = round(100 * found.least)
        each = f", by {least} at most each" if least else ", by less than 1 each"
        by = each if found.nearer > 1 else f", by {least or 1} at most"
        words.append(SafeText(f"{found.nearer:,} more would bring them nearer{by}."))
    if not found.exact:
        tried = f"{found.considered:,} of the {found.differ:,} claims that they hold differently"
        words.append(SafeText(f"Only {tried} were tried."))
    first, second = (excerpt(name, _NAME) for name in found.people)
    for name, other, claims in zip((first, second), (second, first), found.unrated, strict=True):
        if claims:
            number = counted(len(claims), "claim", "claims", in_words=False)
            words.append(SafeText(f"{name} has not rated {number} that {other} has."))
    return words


def checking_words(debate: Debate, found: Division, name: Naming = quoted) -> list[SafeText]:
    """Returns what the two could do about the claims on which they differ."""
    if not round(100 * found.distance):
        return []
    unargued = [name(debate, step.claim) for step in found.steps if step.is_unargued]
    argued = [name(debate, step.claim) for step in found.steps if not step.is_unargued]
    words = []
    if unargued:
        words.append(f"To check by a source, as nothing is said of it: {unargued[0]}")
    if argued:
        words.append(f"To argue out, reply by reply: {argued[0]}")
    return [SafeText(ended(each)) for each in words]


def _divides(found: Division) -> bool:
    return found.steps[0].alone * _SHARE < found.distance
