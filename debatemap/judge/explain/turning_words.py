"""What would turn a verdict in words: one line for the screen, the commands and the web page."""

from collections.abc import Callable, Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText
from debatemap.core.word_lists import listed
from debatemap.judge.explain.leaves import Leaf, Leaves
from debatemap.judge.explain.phrases import ended, quoted
from debatemap.judge.explain.turning import Turn, Turner, Turning
from debatemap.judge.people_words import people_words
from debatemap.judge.verdict import percentage

__all__ = ["leaf_words", "next_words", "plausible", "turn_words", "turning_words"]

_PLAUSIBLE: Final = ((0.55, "plausible"), (0.45, "an open question"), (0.2, "implausible"))
_LEAST_PLAUSIBLE: Final = "very implausible"
_SETS: Final = {2: ("two", "pairs"), 3: ("three", "sets")}
_NAMED: Final = 3
"""People who are named one by one."""

Naming = Callable[[Debate, str], str]
"""How a claim is called in a sentence."""


def plausible(plausibility: float) -> str:
    """Returns how plausible a flip is, by where the claim stands.

    Examples:
        >>> [plausible(strength) for strength in (0.7, 0.5, 0.3, 0.1)]
        ['plausible', 'an open question', 'implausible', 'very implausible']
    """
    words = (word for least, word in _PLAUSIBLE if plausibility >= least)
    return next(words, _LEAST_PLAUSIBLE)


def turning_words(debate: Debate, found: Turning, name: Naming = quoted) -> SafeText:
    """Returns what would turn a verdict, in a sentence.

    Args:
        debate: The debate.
        found: What would turn the verdict.
        name: How a claim is called.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> from debatemap.judge.explain.turning import turning
        >>> from debatemap.judge.judgement import Judgement
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> turning_words(debate, turning(Judgement(debate), "t"))
        'One claim turns it: doubt “C.”, which is an open question, as it stands at 50.'
    """
    if not found.claims:
        return SafeText("No other claim bears on it.")
    if not found.size:
        return SafeText(_nothing(debate, found, name))
    turn, count = found.turns[0], len(found.turns)
    words = turn_words(debate, turn, name)
    if found.size == 1:
        return SafeText(f"{_alone(found)}{words}.")
    number, sets = _SETS[found.size]
    none = "No single claim turns it" if found.size == 2 else "No one or two claims turn it"  # noqa: PLR2004  (a pair)
    most = "" if count == 1 else f"; the likeliest of {count:,} {sets}"
    line = f"{none}, {number} together do{most}: {words}."
    if not found.complete:
        line += f" {found.tried:,} of {found.whole:,} sets were tried: there may be others."
    return SafeText(line)


def turn_words(debate: Debate, turn: Turn, name: Naming = quoted) -> str:
    """Returns what is to be granted and doubted, and how plausible that is."""
    if len(turn.flips) == 1:
        (one,) = turn.flips
        stands = f"as it stands at {percentage(one.strength)}"
        return f"{_flip(debate, one, name)}, which is {plausible(one.plausibility)}, {stands}"
    flips = [f"{_flip(debate, one, name)} (at {percentage(one.strength)})" for one in turn.flips]
    return f"{listed(flips)}, which is {plausible(turn.plausibility)}"


def leaf_words(debate: Debate, found: Leaves, leaf: Leaf, name: Naming = quoted) -> SafeText:
    """Returns what an unargued claim does to a verdict, and who has rated it.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> from debatemap.judge.explain.leaves import leaves
        >>> from debatemap.judge.judgement import Judgement
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> found = leaves(Judgement(debate), "t")
        >>> for part in leaf_words(debate, found, found.found[0]).split("; "):
        ...     print(part)
        “C”, held at 25 to 75, takes the verdict from 47, open, to 32, against
        nobody has rated it
    """
    low, high = percentage(leaf.low), percentage(leaf.high)
    ends = [each.figure for each in (leaf.at_low, leaf.at_high)]
    if leaf.at_low.side is not leaf.at_high.side:
        ends = [f"{each.figure}, {each.side.word}," for each in (leaf.at_low, leaf.at_high)]
    goes = f"takes the verdict from {ends[0]} to {ends[1]}".rstrip(",")
    if ends[0] == ends[1]:
        goes = "moves the verdict by less than 1"
    held = f"held at {low} to {high}, {goes}"
    return SafeText(f"{name(debate, leaf.claim)}, {held}; {_rated(found, leaf)}")


def next_words(debate: Debate, found: Leaves, name: Naming = quoted) -> Iterator[SafeText]:
    """Yields what is most worth checking next, and for whom something else is."""
    if not found.telling:
        if found.of:
            yield SafeText("No rating of a single claim without replies moves it by a point.")
        return
    first = found.telling[0]
    yield SafeText(f"Most worth checking: {leaf_words(debate, found, first, name)}.")
    others: dict[str, list[str]] = {}
    for person in found.people:
        leaf = found.next_for(person)
        if leaf is not None and leaf in found.telling[1:]:
            others.setdefault(leaf.claim, []).append(person)
    for claim, people in others.items():
        who, has = people_words(people, _NAMED), "has" if len(people) == 1 else "have"
        them = who if len(people) == 1 else "them"
        words = f"{who} {has} rated that one; for {them} it is {name(debate, claim)}"
        yield SafeText(ended(words))


def _alone(found: Turning) -> str:
    """Says how many claims turn the verdict, each alone, and in how many ways."""
    ways, claims = len(found.turns), len({turn.flips[0].claim for turn in found.turns})
    way = "way" if ways == claims else f"of {ways:,} ways"
    if not found.complete:
        return f"Each of at least {claims:,} claims turns it; the likeliest {way} found: "
    if claims > 1:
        return f"Each of {claims:,} claims turns it; the likeliest {way}: "
    # It may stand so that to doubt it and to grant it both do.
    return "One claim turns it: " if ways == 1 else "One claim turns it, doubted or granted: "


def _nothing(debate: Debate, found: Turning, name: Naming) -> str:
    count, flips = _together(debate, found, name)
    together = f"the {count:,} that move it farthest do together: {flips}" if count else ""
    if not found.complete:
        tried = f"{found.tried:,} of {found.whole:,} sets of up to three were tried"
        if count > max(_SETS):
            return f"No one, two or three claims were found that turn it, but {together}. {tried}."
        if count:
            return f"This turns it: {flips}. Fewer claims may do, as {tried}."
        return f"No claims were found that turn it: {tried}."
    if found.claims == 1:
        return "The one claim that bears on it does not turn it."
    how = "one or two" if found.claims == 2 else "one, two or three"  # noqa: PLR2004  (a pair)
    return f"No {how} claims turn it{f', but {together}' if together else ''}."


def _together(debate: Debate, found: Turning, name: Naming) -> tuple[int, str]:
    """Returns how many claims turn it together, and which of them moves it farthest."""
    if found.together is None:
        return 0, ""
    flips = found.together.flips
    parts = []
    for to in (False, True):
        own = [one for one in flips if one.to is to]
        if own:
            more = f" and {len(own) - 1:,} more" if len(own) > 1 else ""
            low, high = (percentage(end([one.strength for one in own])) for end in (min, max))
            stand = f"at {low} each" if low == high else f"at {low} to {high}"
            parts.append(f"{_flip(debate, own[0], name)}{more} ({stand if more else f'at {low}'})")
    return len(flips), " and ".join(parts)


def _flip(debate: Debate, one: Turner, name: Naming) -> str:
    return f"{'grant' if one.to else 'doubt'} {name(debate, one.claim)}"


def _rated(found: Leaves, leaf: Leaf) -> str:
    if not leaf.raters:
        return "nobody has rated it"
    missing = [person for person in found.people if person not in leaf.raters]
    if missing:
        return f"not rated by {people_words(missing, _NAMED)}"
    return "one person has rated it" if len(leaf.raters) == 1 else "everybody has rated it"
