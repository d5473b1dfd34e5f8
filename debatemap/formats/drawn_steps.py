"""What a drawing of the graph shows of a debate: claims, steps, and which steps need a point.

A step of one premise is an edge. It is a point with edges from its premises and to its target
where several premises share it, or where something is said of it.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.model import Stance
from debatemap.core.reading_order import read

__all__ = ["DrawnStep", "Word", "claims_to_draw", "steps_to_draw"]

Word = Literal["pro", "con", "backing", "undercut"]
"""What a step is to its target, in a word."""


class DrawnStep(NamedTuple):
    """A step that is drawn.

    Attributes:
        link: Its id.
        premises: Its premises that exist, each once.
        target: The claim or the step that it is for or against.
        stance: For or against.
        word: What it is to its target.
        is_point: Whether it is a point of its own.
    """

    link: str
    premises: tuple[str, ...]
    target: str
    stance: Stance
    word: Word
    is_point: bool


def claims_to_draw(debate: Debate) -> list[str]:
    """Returns all claims in reading order."""
    return list(read(debate).order)


def steps_to_draw(debate: Debate) -> list[DrawnStep]:
    """Returns the steps that have a premise and a target, in the order of the map.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> links = {"l": Link(("b",), "attacks", "a"), "m": Link(("c",), "attacks", "l")}
        >>> debate = Debate(Header("m"), {name: Claim(name) for name in "abc"}, links)
        >>> [(step.link, step.word, step.is_point) for step in steps_to_draw(debate)]
        [('l', 'con', True), ('m', 'undercut', False)]
    """
    drawn = _with_both_ends(debate)
    aimed_at = {debate.links[key].target for key in drawn}
    return list(_steps(debate, drawn, aimed_at))


def _steps(debate: Debate, drawn: set[str], aimed_at: set[str]) -> Iterator[DrawnStep]:
    for key, link in debate.links.items():
        if key not in drawn:
            continue
        premises = tuple(dict.fromkeys(each for each in link.premises if each in debate.claims))
        is_point = len(premises) > 1 or key in aimed_at
        word: Word = "pro" if link.stance == "supports" else "con"
        if link.target in debate.links:
            word = "backing" if link.stance == "supports" else "undercut"
        yield DrawnStep(key, premises, link.target, link.stance, word, is_point)


def _with_both_ends(debate: Debate) -> set[str]:
    """Returns the links that have a premise and lead to a claim or to another such link."""
    drawn = {
        key
        for key, link in debate.links.items()
        if any(each in debate.claims for each in link.premises)
        and (link.target in debate.claims or link.target in debate.links)
    }
    waiting = [key for key in debate.links if key not in drawn]
    while waiting:
        for key in debate.links_into(waiting.pop()):
            if key in drawn:
                drawn.discard(key)
                waiting.append(key)
    return drawn
