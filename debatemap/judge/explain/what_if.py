"""What comes of assuming something: which theses lean another way, and which claims move."""

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from debatemap.core import queries
from debatemap.core.scenarios import Assumptions
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict

__all__ = ["Moved", "Outcome", "suppose"]

_LEAST: Final = 1e-9
"""Less than this is the noise of another order of adding up."""


class Moved(NamedTuple):
    """A claim as it stood, and as it stands under what is assumed.

    Attributes:
        claim: The claim.
        before: The verdict on it without what is assumed.
        after: The verdict with it.
    """

    claim: str
    before: Verdict
    after: Verdict

    @property
    def by(self) -> float:
        """How far its strength moves, either way: 0 to 1."""
        return abs(self.after.strength - self.before.strength)


class Outcome(NamedTuple):
    """What comes of assuming something.

    Attributes:
        theses: Every thesis in order, whether it moves or not, with how sure its verdicts are.
        moved: The other claims whose strength changes, those first that move most; without
            those of which something is assumed.
    """

    theses: tuple[Moved, ...]
    moved: tuple[Moved, ...]


def suppose(judgement: Judgement, assumed: Assumptions) -> Outcome:
    """Assumes these things, beside what is assumed already, and returns what comes of it.

    The judgement is left as it was. Only what lies downstream of the assumptions is weighed.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> outcome = suppose(Judgement(debate), {"c": "true"})
        >>> [(moved.before.words, moved.after.words) for moved in outcome.theses]
        [('against, about 40 of 100 (25 to 70)', 'against, about 20 of 100 (20 to 60)')]
    """
    debate = judgement.debate
    theses = dict.fromkeys(queries.theses(debate))
    own = dict(judgement.assumed)
    changed = judgement.assume({**own, **assumed})
    claims = theses | dict.fromkeys(node for node in changed if node in debate.claims)
    after = _verdicts(judgement, claims, theses)
    judgement.assume(own)
    before = _verdicts(judgement, claims, theses)
    found = {claim: Moved(claim, before[claim], after[claim]) for claim in claims}
    rest = [found[claim] for claim in claims if claim not in theses and claim not in assumed]
    moved = (each for each in rest if each.by > _LEAST)
    order = sorted(moved, key=lambda each: (-each.by, each.claim))
    return Outcome(tuple(found[claim] for claim in theses), tuple(order))


def _verdicts(
    judgement: Judgement, claims: Iterable[str], theses: Collection[str]
) -> dict[str, Verdict]:
    judgement.find_out(theses)
    of_thesis, of_other = judgement.known_verdict, judgement.verdict
    return {claim: (of_thesis if claim in theses else of_other)(claim) for claim in claims}
