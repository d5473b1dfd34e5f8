"""A verdict in words that a reader can repeat: the side, the number, and what is unanswered."""

from typing import NamedTuple

from debatemap.core.text import SafeText
from debatemap.judge.grounded import is_defeated, stands
from debatemap.judge.judgement import Judgement

__all__ = ["Objections", "objections", "verdict_words"]

_PAIR = 2


class Objections(NamedTuple):
    """What becomes of the objections to a claim or a link when only attacks count.

    An objection is a step that attacks it; joint premises make one of them.

    Attributes:
        of: How many there are.
        unanswered: Those that stand: nobody has answered them, or all answers fail.
        circling: Those that neither stand nor fall, since they answer each other in a circle.
    """

    of: int = 0
    unanswered: int = 0
    circling: int = 0

    @property
    def words(self) -> str:
        """What becomes of them in words; nothing where there are none.

        Examples:
            >>> Objections(3, 1).words, Objections(3, 2).words
            ('1 objection is unanswered', '2 objections are unanswered')
            >>> Objections(1).words, Objections(2).words
            ('its objection is answered', 'both objections are answered')
            >>> Objections(4).words, Objections(2, 0, 1).words, Objections().words
            ('all 4 objections are answered', '1 objection goes in a circle', '')
        """
        if self.unanswered:
            return f"{_counted(self.unanswered)} {_are(self.unanswered)} unanswered"
        if self.circling:
            return f"{_counted(self.circling)} go{'es' if self.circling == 1 else ''} in a circle"
        if self.of > _PAIR:
            return f"all {self.of:,} objections are answered"
        return ("", "its objection is answered", "both objections are answered")[self.of]

    @property
    def in_short(self) -> str:
        """The same for little room: `2 unanswered`."""
        if self.unanswered:
            return f"{self.unanswered:,} unanswered"
        if self.circling:
            return f"{self.circling:,} in a circle"
        return "all answered" if self.of else ""


def objections(judgement: Judgement, node: str) -> Objections:
    """Counts the objections to a claim or a link.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {name: Claim(name) for name in "tcda"}
        >>> links = {"l": Link(("c",), "attacks", "t"), "m": Link(("d",), "attacks", "t"),
        ...     "n": Link(("a",), "attacks", "d")}
        >>> judgement = Judgement(Debate(Header("m", theses=("t",)), claims, links))
        >>> objections(judgement, "t")
        Objections(of=2, unanswered=1, circling=0)
    """
    if node in judgement.assumed:
        return Objections()
    debate = judgement.debate
    attacks = [
        link
        for link in debate.links_into(node)
        if debate.links[link].stance == "attacks"
        and judgement.framework.contribution(link) is not None
    ]
    unanswered = sum(stands(judgement, link) for link in attacks)
    answered = sum(is_defeated(judgement, link) for link in attacks)
    return Objections(len(attacks), unanswered, len(attacks) - unanswered - answered)


def verdict_words(judgement: Judgement, claim: str) -> SafeText:
    """Returns how a claim stands, as a person would repeat it.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> verdict_words(Judgement(debate), "t"), verdict_words(Judgement(debate), "c")
        ('against, 40 of 100 · 1 objection is unanswered', 'open, 50 of 100')
    """
    parts = judgement.verdict(claim).words, objections(judgement, claim).words
    return SafeText(" · ".join(filter(None, parts)))


def _counted(number: int) -> str:
    return f"{number:,} objection{'' if number == 1 else 's'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
