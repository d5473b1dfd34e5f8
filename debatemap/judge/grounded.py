"""What becomes of a step when attacks alone count, and what has been said against it."""

from collections.abc import Iterator

from debatemap.core.debate import Debate
from debatemap.judge.judgement import Judgement
from debatemap.judge.labels import Label

__all__ = ["answers", "is_defeated", "stands", "unanswered_objections"]


def stands(judgement: Judgement, link: str) -> bool:
    """Tells whether a step stands when attacks alone count: its link does, and all premises.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {name: Claim(name) for name in "tcd"}
        >>> links = {"l": Link(("c",), "attacks", "t"), "m": Link(("d",), "attacks", "c")}
        >>> judgement = Judgement(Debate(Header("m", theses=("t",)), claims, links))
        >>> stands(judgement, "l"), stands(judgement, "m"), is_defeated(judgement, "l")
        (False, True, True)
    """
    return all(label is Label.STANDS for label in _labels(judgement, link))


def is_defeated(judgement: Judgement, link: str) -> bool:
    """Tells whether a step is defeated when attacks alone count: its link is, or a premise."""
    return any(label is Label.DEFEATED for label in _labels(judgement, link))


def unanswered_objections(judgement: Judgement) -> list[str]:
    """Returns the links of all objections that are unanswered: to claims, and to steps.

    An objection is unanswered where it stands: nothing is said against it or against its step,
    or all that is has been answered itself. One whose claims or target are missing is none.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {name: Claim(name) for name in "tcde"}
        >>> links = {"l": Link(("c",), "attacks", "t"), "m": Link(("d",), "attacks", "c"),
        ...     "n": Link(("e",), "attacks", "m")}
        >>> unanswered_objections(Judgement(Debate(Header("m", theses=("t",)), claims, links)))
        ['l', 'n']
    """
    bears, labels = judgement.framework.contribution, judgement.labelling()
    return [
        key
        for key, link in judgement.debate.links.items()
        if link.stance == "attacks"
        and (index := bears(key)) is not None
        and labels[index] is Label.STANDS
    ]


def answers(debate: Debate, link: str) -> Iterator[str]:
    """Yields the attacks on a link or on one of its premises, whatever becomes of them."""
    for part in (link, *debate.links[link].premises):
        for answer in debate.links_into(part):
            if debate.links[answer].stance == "attacks":
                yield answer


def _labels(judgement: Judgement, link: str) -> Iterator[Label]:
    """Yields the labels of the parts of a step; a premise that does not exist is none."""
    yield judgement.label(link)
    for premise in judgement.debate.links[link].premises:
        if premise in judgement.debate.claims:
            yield judgement.label(premise)
