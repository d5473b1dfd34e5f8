"""The history of a verdict, a step a version."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.map_version import MapVersion
from debatemap.judge.interval import LOOKS_OF_MANY
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT, Method
from debatemap.judge.replay.explained_change import ExplainedChange, explained_change
from debatemap.judge.verdict import Verdict

__all__ = ["Step", "steps"]

_LEAST = 0.005
"""Half a point of a hundred: what moves a verdict by less is not explained."""
_BUDGET = 4_000


class Step(NamedTuple):
    """What a version did to a verdict.

    Attributes:
        name: What to call the version.
        when: When it was made.
        who: Who made it.
        words: What they said of it.
        claims: How many claims it has.
        verdict: The verdict on the thesis in it, with how sure it is; None where there is no such
            claim.
        change: Why that is another than before; None where it is not, or is the first.
        is_cut: Whether there were versions before it, which a shallow clone does not have.
    """

    name: str
    when: str
    who: str
    words: str
    claims: int
    verdict: Verdict | None
    change: ExplainedChange | None
    is_cut: bool

    @property
    def turned(self) -> bool:
        """Whether the verdict is on another side than in the version before."""
        return self.change is not None and self.change.turned


def steps(
    versions: Iterable[MapVersion], thesis: str, method: Method = DEFAULT, person: str = ""
) -> Iterator[Step]:
    """Yields what each version did to the verdict on a thesis, in the order of the versions.

    Args:
        versions: Each with what it was made of.
        thesis: The claim whose verdict it is.
        method: How strengths are computed.
        person: Whose ratings count; empty for everybody's mean. Where they have rated nothing yet,
            claims are held at 50.
    """
    for version in versions:
        verdict = change = None
        if thesis in version.after.claims:
            judgement = Judgement(version.after, method, person)
            verdict = judgement.sure_verdict(thesis, LOOKS_OF_MANY)
        if verdict is not None and version.before is not None and thesis in version.before.claims:
            change = _change(version.before, version.after, verdict, thesis, method, person)
        about = version.name, version.when, version.who, version.words
        yield Step(*about, len(version.after.claims), verdict, change, version.is_cut)


def _change(
    before: Debate, after: Debate, now: Verdict, thesis: str, method: Method, person: str
) -> ExplainedChange | None:
    then = Judgement(before, method, person).verdict(thesis)
    if then.side is now.side and abs(then.strength - now.strength) < _LEAST:
        return None
    return explained_change(before, after, thesis, method, person, budget=_BUDGET)
