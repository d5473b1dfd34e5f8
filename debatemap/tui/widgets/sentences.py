"""Say in words what a row shows by signs, colours and columns, for who hears the screen."""

from collections.abc import Iterator, Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.queries import direct_replies
from debatemap.judge.labels import Label
from debatemap.judge.people.group_words import group_means
from debatemap.judge.verdict import percentage
from debatemap.tui.widgets.row_drawing import Look, Sign, elsewhere_of
from debatemap.tui.widgets.strength_bar import Standing
from debatemap.views.outline import Outline, Row
from debatemap.views.outline.row import Part

__all__ = [
    "claim_facts",
    "claim_replies",
    "count",
    "joined",
    "row_sentence",
    "sign_words",
    "stance",
    "standing_words",
    "step_replies",
    "together",
]

_STANCES: Final = {
    ("supports", False): "Pro",
    ("attacks", False): "Con",
    ("supports", True): "Why it follows",
    ("attacks", True): "Undercut",
}
_SIGNS: Final = {
    "new": "New here",
    "changed": "Changed",
    "moved": "Moved",
    "gone": "Gone",
    "unseen": "Not seen yet",
    "within": "Something beneath it differs or is unseen",
}
"""What a sign at the edge of a row says, by the name of its style."""
_FATES: Final = {
    Label.STANDS: "In when only attacks count",
    Label.DEFEATED: "Out when only attacks count",
    Label.IN_A_LOOP: "Undecided when only attacks count",
}
_STEPS: Final = {
    "true": "Its step is assumed to count",
    "false": "Its step is assumed not to count",
}
_SHOWN: Final = 0.005
"""What moves by less is not told: it would be the same number before and after."""
_SINGLE: Final = {"replies": "reply", "sources": "source", "places": "place"}


def stance(debate: Debate, link: str | None, claim: str) -> str:
    """Returns what a claim is where a link puts it, or at the top, as a word."""
    if link is not None:
        step = debate.links[link]
        return _STANCES[step.stance, step.target in debate.links]
    return "Thesis" if debate.is_thesis(claim) else "Unplaced"


def joined(head: str, text: str, facts: Sequence[str]) -> str:
    """Returns a claim as a sentence, and what is told of it as further ones.

    Examples:
        >>> joined("Con, level 2", "It costs much", ["Strength 63 of 100", "3 replies, folded"])
        'Con, level 2: It costs much. Strength 63 of 100. 3 replies, folded.'
    """
    words = text.strip()
    ended = words if words.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{words}."
    return " ".join([f"{head}: {ended}", *(f"{fact}." for fact in facts)])


def row_sentence(outline: Outline, row: Row, look: Look) -> str:
    """Returns a row of the outline as sentences."""
    debate = outline.debate
    head = f"{stance(debate, row.link, row.claim)}, level {row.depth + 1}"
    facts = [*standing_words(look.standing)]
    facts += [_replies(outline, row), *claim_facts(debate, row.claim)]
    if row.part is not Part.ALONE:
        facts.append(together(debate, row.link))
    facts += step_replies(debate, row.link) if outline.speaks_for_step(row) else []
    facts += ["Its branch stands in another map"] if elsewhere_of(debate, row.claim) else []
    facts += ["Marked"] if look.marked else []
    facts += sign_words(look.sign)
    return joined(head, debate.claims[row.claim].text, facts)


def standing_words(standing: Standing | None) -> Iterator[str]:
    """Yields how a claim stands, in words; nothing where that is not known."""
    if standing is None:
        return
    if standing.assumed:
        yield f"Assumed {standing.assumed}"
    if standing.step:
        yield _STEPS[standing.step]
    spread = standing.spread
    if spread is not None:
        yield f"Rated from {spread.lowest:g} to {spread.highest:g}, on average {spread.mean:.0f}"
        if standing.means:
            yield f"By group: {group_means(standing.means)}"
    elif not standing.settled:
        yield "Its strength is open"
    else:
        before = standing.before
        moved = before is not None and abs(before - standing.strength) >= _SHOWN
        was = f", before that {percentage(before)}" if moved and before is not None else ""
        yield f"Strength {percentage(standing.strength)} of 100{was}"
    if standing.fate is not None:
        yield _FATES[standing.fate]
    if standing.reworded:
        yield "Reworded since it was rated"


def claim_facts(debate: Debate, claim: str) -> Iterator[str]:
    """Yields what else a claim has: a note, sources, other places."""
    found = debate.claims[claim]
    if found.note:
        yield "Has a note"
    if found.sources:
        yield count(len(found.sources), "sources")
    places = len(debate.links_from(claim)) + debate.is_thesis(claim)
    if places > 1:
        yield f"In {count(places, 'places')}"


def sign_words(sign: Sign | None) -> list[str]:
    """Returns what a sign of a difference says; nothing for a row without one."""
    return [_SIGNS[sign.style]] if sign is not None and sign.style in _SIGNS else []


def count(number: int, noun: str) -> str:
    """Returns a number of things in words.

    Examples:
        >>> count(1, "replies"), count(1200, "places")
        ('1 reply', '1,200 places')
    """
    return f"{number:,} {_SINGLE[noun] if number == 1 else noun}"


def claim_replies(debate: Debate, claim: str, *, closes_cycle: bool = False) -> str:
    """Returns how many claims reply to a claim: to itself, not to the step that it takes."""
    if closes_cycle:
        return "Its replies stand further up, where it stands above itself"
    number = direct_replies(debate, claim)
    return count(number, "replies") if number else "No reply"


def step_replies(debate: Debate, link: str | None) -> list[str]:
    """Returns how many claims reply to the step of a claim; nothing where none does."""
    number = direct_replies(debate, link) if link is not None else 0
    return [f"Its step has {count(number, 'replies')}"] if number else []


def _replies(outline: Outline, row: Row) -> str:
    folded = not row.open and not row.closes_cycle and outline.has_beneath(row)
    told = claim_replies(outline.debate, row.claim, closes_cycle=row.closes_cycle)
    return f"{told}, folded" if folded else told


def together(debate: Debate, link: str | None) -> str:
    """Returns that a joint premise holds only with the others of its step."""
    others = len(debate.links[link].premises) - 1 if link is not None else 0
    return f"Holds only together with {others} other premise{'' if others == 1 else 's'}"
