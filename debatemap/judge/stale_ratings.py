"""Whose ratings of a claim are of other words than it has now."""

from debatemap.core.debate import Debate
from debatemap.core.rating_fingerprints import fingerprint, rated_words

__all__ = ["reworded"]


def reworded(debate: Debate, claim: str) -> tuple[str, ...]:
    """Returns the people who rated a claim before it got the words that it has, in their order.

    Of a rating that came with no fingerprint, as another program writes it, nobody can say.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(
        ...     Header("m", beside={"rated_as": {"ann": {"a": "9f86d081"}}}),
        ...     {"a": Claim("It rains.")}, stances={"ann": {"a": 80}, "bo": {"a": 20}})
        >>> reworded(debate, "a")
        ('ann',)
    """
    header = debate.header
    rated = {
        person: words
        for person, ratings in debate.stances.items()
        if claim in ratings and (words := rated_words(header, person, claim))
    }
    if not rated or claim not in debate.claims:
        return ()
    now = fingerprint(debate.claims[claim].text)
    return tuple(person for person, words in rated.items() if words != now)
