"""A verdict in words that a reader can repeat: the side, the number, and what is unanswered."""

from typing import Final, NamedTuple

from debatemap.core.text import SafeText, excerpt, safe_line
from debatemap.judge.grounded import answers, is_defeated, stands
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Basis, Side, Verdict

__all__ = [
    "Objections",
    "argument_words",
    "basis_in_short",
    "basis_words",
    "objections",
    "odds_words",
    "unanswered",
    "verdict_words",
]

_NAME: Final = 30
"""Cells of a person's name."""
_CROWDS: Final = "In public debates 69 of 100 crowds were for what replies favour."


class Objections(NamedTuple):
    """What becomes of the objections to a claim or a link when only attacks count.

    An objection is a step that attacks it; joint premises make one of them.

    Attributes:
        of: How many there are.
        unanswered: Those that stand: nobody has answered them, or each answer is answered itself.
        circling: Those that neither stand nor fall, since they answer each other in a circle.
        again: Of the unanswered, those that somebody has answered.
    """

    of: int = 0
    unanswered: int = 0
    circling: int = 0
    again: int = 0

    @property
    def words(self) -> str:
        """What becomes of them in words; nothing where there are none.

        Examples:
            >>> Objections(3, 1).words, Objections(3, 2).words
            ('1 objection is unanswered', '2 objections are unanswered')
            >>> Objections(3, 2, 0, 1).words
            '2 objections are unanswered, 1 of them as no answer to it holds'
            >>> Objections(1, 1, 0, 1).words
            '1 objection is unanswered, as no answer to it holds'
            >>> Objections(1).words, Objections(4).words
            ('its objection is answered', 'all objections are answered')
            >>> Objections(2, 0, 1).words, Objections().words
            ('1 objection goes in a circle', '')
        """
        some = f"{self.again:,} of them " if self.again < self.unanswered else ""
        them = "it" if self.again == 1 else "them"
        return self.on_a_line + (f", {some}as no answer to {them} holds" if self.again else "")

    @property
    def on_a_line(self) -> str:
        """The same without why they are unanswered."""
        if self.unanswered:
            return f"{_counted(self.unanswered)} {_are(self.unanswered)} unanswered"
        if self.circling:
            return f"{_counted(self.circling)} go{'es' if self.circling == 1 else ''} in a circle"
        # No number: joint cons are one objection, and are counted one by one beside this.
        if self.of > 1:
            return "all objections are answered"
        return "its objection is answered" if self.of else ""

    @property
    def in_short(self) -> str:
        """The same for little room: `2 objections unanswered`."""
        if self.unanswered:
            return f"{_counted(self.unanswered)} unanswered"
        if self.circling:
            return f"{_counted(self.circling)} in a circle"
        return "objections answered" if self.of else ""


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
        Objections(of=2, unanswered=1, circling=0, again=0)
    """
    known = judgement.known.get(("objections", node))
    if isinstance(known, Objections):
        return known
    attacks = _attacks(judgement, node)
    standing = [link for link in attacks if stands(judgement, link)]
    answered = sum(is_defeated(judgement, link) for link in attacks)
    again = sum(any(answers(judgement.debate, link)) for link in standing)
    circling = len(attacks) - len(standing) - answered
    found = Objections(len(attacks), len(standing), circling, again)
    judgement.known["objections", node] = found
    return found


def unanswered(judgement: Judgement, node: str) -> tuple[str, ...]:
    """Returns the links of the objections to a claim or a link that are unanswered."""
    return tuple(link for link in _attacks(judgement, node) if stands(judgement, link))


def _attacks(judgement: Judgement, node: str) -> list[str]:
    """Returns the objections to a claim or a link, none where it is assumed."""
    debate = judgement.debate
    return [
        link
        for link in (debate.links_into(node) if node not in judgement.assumed else ())
        if debate.links[link].stance == "attacks"
        and judgement.framework.contribution(link) is not None
    ]


def verdict_words(judgement: Judgement, claim: str) -> SafeText:
    """Returns how a claim stands, as a person would repeat it, and what that rests on.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> for part in verdict_words(Judgement(debate), "t").split(" · "):
        ...     print(part)
        against, about 40 of 100 (25 to 70)
        nobody has rated any of it: this weighs replies only
        1 objection is unanswered
    """
    verdict = judgement.sure_verdict(claim)
    parts = verdict.words, basis_words(verdict.basis), objections(judgement, claim).words
    return SafeText(" · ".join(filter(None, parts)))


def argument_words(judgement: Judgement, claim: str) -> SafeText:
    """Returns how a claim stands among others: without how sure that is and what it rests on.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header
        >>> argument_words(Judgement(Debate(Header("m"), {"c": Claim("C.")})), "c")
        'open, 50 of 100'
    """
    parts = judgement.verdict(claim).words, objections(judgement, claim).words
    return SafeText(" · ".join(filter(None, parts)))


def basis_words(basis: Basis | None) -> SafeText:
    """Returns what a verdict rests on, as a person would repeat it.

    Examples:
        >>> for found in (Basis(30, 0, 0, 0), Basis(1, 0, 0, 0), Basis(30, 5, 9, 2, 12.4),
        ...     Basis(30, 0, 0, 0, None, "Ada"), Basis(30, 5, 5, 1, None, "Ada")):
        ...     print(basis_words(found))
        nobody has rated any of it: this weighs replies only
        nobody has rated it, and no other claim bears on it
        2 people have rated 5 of 30 claims, 12 points apart on average
        Ada has rated none of it: this weighs replies only
        Ada has rated 5 of 30 claims
    """
    if basis is None:
        return SafeText("")
    who = excerpt(basis.person, _NAME)
    if not basis.ratings and basis.claims == 1 and not who:
        return SafeText("nobody has rated it, and no other claim bears on it")
    if not basis.ratings:
        whom = f"{who} has rated none" if who else "nobody has rated any"
        return SafeText(f"{whom} of it: this weighs replies only")
    if not who:
        who = safe_line("1 person has" if basis.raters == 1 else f"{basis.raters:,} people have")
    else:
        who = safe_line(f"{who} has")
    apart = "" if basis.apart is None else f", {basis.apart:.0f} points apart on average"
    return SafeText(f"{who} rated {basis.rated:,} of {_claims(basis.claims)}{apart}")


def basis_in_short(basis: Basis | None) -> str:
    """Returns the same for little room: `not rated`, `2 people rated 5 of 30`."""
    if basis is None:
        return ""
    if not basis.ratings:
        return "not rated"
    who = "1 person" if basis.raters == 1 else f"{basis.raters:,} people"
    return f"{who} rated {basis.rated:,} of {basis.claims:,}"


def odds_words(verdict: Verdict) -> str:
    """Returns which way the verdict falls by what people might hold, in a sentence.

    Where nobody has rated anything and it is for the claim, another one tells how often crowds
    were: in 2,959 public debates (claims with at least 20 votes and a reply; 48 of 100 were for
    a claim at all).

    Examples:
        >>> from debatemap.judge.verdict import Interval
        >>> odds = Interval(0.45, 0.75, 0.1, 0.9, 0.664, 0.265, 0.071, 200)
        >>> print(odds_words(Verdict(Side.FOR, 0.6, None, odds)))
        Of 100 ways to rate it all, 66 come out for it, 27 open and 7 against it.
        >>> print(odds_words(Verdict(Side.FOR, 0.6, None, odds, Basis(9, 0, 0, 0)))[-64:])
        In public debates 69 of 100 crowds were for what replies favour.
    """
    interval, basis = verdict.interval, verdict.basis
    if interval is None:
        return ""
    is_unrated = basis is not None and not basis.ratings and not basis.person and basis.claims > 1
    crowds = f" {_CROWDS}" if is_unrated and verdict.side is Side.FOR else ""
    for_, against = round(100 * interval.leans_for), round(100 * interval.leans_against)
    middle = 100 - for_ - against
    how = f"{for_} come out for it, {middle} open and {against} against it"
    partly = "" if interval.exact else f" ({interval.draws} draws; a cycle did not settle in some)"
    return f"Of 100 ways to rate it all, {how}{partly}.{crowds}"


def _claims(number: int) -> str:
    return f"{number:,} claim{'' if number == 1 else 's'}"


def _counted(number: int) -> str:
    return f"{number:,} objection{'' if number == 1 else 's'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
