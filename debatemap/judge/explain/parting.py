"""Where two ways of weighing part, and why."""

from typing import Final, NamedTuple

from debatemap.core.node_names import quoted
from debatemap.core.text import SafeText
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DF_QUAD, EULER_TOP, QUADRATIC_ENERGY, Method
from debatemap.judge.verdict import Verdict, percentage, side_of
from debatemap.judge.weigher import weighed

__all__ = ["Parting", "parting", "parting_words"]

_CELLS: Final = 48
_COUNTS: Final = {
    QUADRATIC_ENERGY: "adds all arguments up",
    DF_QUAD: (
        "multiplies what each argument leaves open, so that one strong argument can outweigh many"
    ),
    EULER_TOP: "counts the strongest argument on either side alone",
}
"""What the methods do that differ in kind, in words that follow “it”."""
_SINGLE: Final = {
    QUADRATIC_ENERGY: "counts a small lead of one side for little, as it squares it",
    DF_QUAD: "counts a small lead of one side in full, and does not square it",
}
"""The same where either side has one argument at most, so that there is nothing to add up."""


class Parting(NamedTuple):
    """Where another method comes to another verdict.

    Attributes:
        method: The other method.
        verdict: Its verdict.
        node: The claim or link that is held otherwise beneath, or empty where the methods part
            on the same arguments.
        here: The strength of that by the chosen method, 0 to 1.
        there: The strength of that by the other method, 0 to 1.
        single: Whether there is no more than one argument on either side of the claim.
        step: In what points of 100 the verdict of the chosen method is told, as far as is known;
            that of the other method can bear no more.
    """

    method: Method
    verdict: Verdict
    node: str = ""
    here: float = 0.0
    there: float = 0.0
    single: bool = False
    step: int = 1


def parting(judgement: Judgement, claim: str, method: Method) -> Parting:
    """Returns where another method parts with the chosen one on a claim.

    The other method is given the arguments as the chosen one holds them. If its verdict is
    another one even then, they part at the claim; else further down, and the argument is named
    whose contributions are furthest apart.
    """
    found = _parting(judgement, claim, method)
    return found._replace(step=judgement.known_verdict(claim).step)


def _parting(judgement: Judgement, claim: str, method: Method) -> Parting:
    framework = judgement.framework
    index = framework.index(claim)
    verdict = judgement.verdict(claim, method)
    here, there = judgement.evaluation(), judgement.evaluation(method)
    if index is None or index in there.fixed or verdict.range is not None:
        return Parting(method, verdict)
    pros, cons = framework.pros[index], framework.cons[index]
    strength = weighed(
        there,
        index,
        framework.base_scores[index],
        [here.strengths[other] for other in pros],
        [here.strengths[other] for other in cons],
    )
    if side_of(strength) is verdict.side or not (pros or cons):
        return Parting(method, verdict, single=max(len(pros), len(cons)) == 1)

    def distance(other: int) -> float:
        return abs(here.strengths[other] - there.strengths[other])

    found = max((*pros, *cons), key=distance)
    while found in framework.steps:
        found = max(framework.pros[found], key=distance)
    name = framework.names[found]
    return Parting(method, verdict, name, here.strengths[found], there.strengths[found])


def parting_words(judgement: Judgement, found: Parting) -> SafeText:
    """Returns in two sentences what another method says, and why.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> claims = {name: Claim(f"{name}.") for name in "tabcde"}
        >>> links = {name: Link((name,), "supports", "t") for name in "abcd"}
        >>> links["e"] = Link(("e",), "attacks", "t")
        >>> stances = {"ann": {"e": 100} | dict.fromkeys("abcd", 30)}
        >>> debate = Debate(Header("m", theses=("t",)), claims, links, stances=stances)
        >>> judgement = Judgement(debate, person="ann")
        >>> print(parting_words(judgement, parting(judgement, "t", EULER_TOP)))
        By the strongest arguments alone it is against, 38 of 100. That counts the strongest \
argument on either side alone.
    """
    name = "the strongest arguments alone" if found.method is EULER_TOP else found.method.name
    first = f"By {name} it is {found.verdict.told_in(found.step)}."
    how = _COUNTS.get(found.method, "weighs in a way of its own")
    if found.single:
        how = _SINGLE.get(found.method, how)
    if not found.node:
        return SafeText(f"{first} That {how}.")
    debate = judgement.debate
    claims = debate.claims
    named = quoted(claims[found.node].text, _CELLS) if found.node in claims else "a step"
    here, there = percentage(found.here), percentage(found.there)
    return SafeText(f"{first} That {how}, and so holds {named} at {there}, not at {here}.")
