"""Lints of the argument: what a judge of the debate would remark on. They are advice."""

from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import chain
from operator import or_
from typing import Final

from debatemap.check.lint import Finding, link_place, lint
from debatemap.check.ways import first_of, signs, support_ways, supporting, theses_of
from debatemap.core import cycles, queries
from debatemap.core.debate import Debate
from debatemap.core.node_names import name_of
from debatemap.core.remembered import remembered
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.framework import Framework
from debatemap.judge.grounded import answers
from debatemap.judge.methods import DEFAULT
from debatemap.judge.ratings import Opinions
from debatemap.judge.settling import Effort
from debatemap.judge.verdict import Side, verdict_of

__all__ = ["cons_without_reply", "contradictions", "counted_twice", "for_and_against"]

_EFFORT: Final = Effort(most=400_000)
"""Enough for the cycles of people; a check of a hostile one must end soon."""


@lint("DM501", "counted-twice", "A claim supports one thesis along two ways and counts twice.")
def counted_twice(debate: Debate) -> Iterator[Finding]:
    """Finds claims from which two ways of support part that lead to the same thesis.

    What stands beneath such a claim counts twice as well, but only the claim where the ways part
    is named. Cycles are left to DM403.
    """
    several = _with_several_links(debate)
    if not several:
        return
    ways, some = support_ways(debate), supporting(debate)
    for claim in (each for each in several if each in some):
        once = 0
        for link in debate.links_from(claim):
            found = ways(link)
            twice = once & found
            once |= found
            if twice:
                thesis = name_of(debate, first_of(debate, twice))
                message = f"{name_of(debate, claim)} supports {thesis} along more than one way"
                yield Finding(link_place(debate, link), message)
                break


@lint("DM502", "for-and-against", "A claim is used both for and against the same thesis.")
def for_and_against(debate: Debate) -> Iterator[Finding]:
    """Finds claims with a link that only speaks for a thesis, and one only against it.

    What stands beneath such a claim speaks for both sides as well, but only the claim where they
    part is named.
    """
    several = _with_several_links(debate)
    if not several:
        return
    speaks = signs(debate).of
    for claim in several:
        links = debate.links_from(claim)
        both = [speaks(link) for link in links]
        only_against = [con & ~pro for pro, con in both]
        for_it, against = reduce(or_, (pro & ~con for pro, con in both)), reduce(or_, only_against)
        if for_it & against:
            thesis = first_of(debate, for_it & against)
            link = next(
                link for link, each in zip(links, only_against, strict=True) if each & for_it
            )
            names = name_of(debate, claim), name_of(debate, thesis)
            message = f"{names[0]} speaks against {names[1]} here, and for it elsewhere"
            yield Finding(link_place(debate, link), message)


@lint("DM503", "contradiction-stands", "Two claims attack each other, and both lean for.")
def contradictions(debate: Debate) -> Iterator[Finding]:
    """Finds pairs of claims, each a con of the other by itself, that both come out as true."""
    if cycles.downward(debate) is not None:
        return  # Two such claims are a cycle.
    attacks = {
        (link.premises[0], link.target): name
        for name, link in debate.links.items()
        if link.stance == "attacks" and len(link.premises) == 1
    }
    mutual = [(one, other) for one, other in attacks if one < other and (other, one) in attacks]
    if not mutual:
        return
    evaluation = _weighed(debate)
    for one, other in mutual:
        if _leans_for(evaluation, one) and _leans_for(evaluation, other):
            names = name_of(debate, one), name_of(debate, other)
            message = f"{names[0]} and {names[1]} attack each other, and both lean for"
            yield Finding(link_place(debate, attacks[one, other]), message)


@lint("DM504", "con-without-reply", "Nobody has answered the strongest con of a thesis.")
def cons_without_reply(debate: Debate) -> Iterator[Finding]:
    """Finds theses whose strongest con nobody has answered, neither the claim nor the step."""
    cons = {
        thesis: links
        for thesis in theses_of(debate)
        if _is_open(debate, links := queries.cons(debate, thesis))
    }
    if not cons:
        return
    evaluation = _weighed(_beneath(debate, cons))
    for thesis, links in cons.items():
        contributions = _contributions(evaluation, links)
        link = max(contributions, key=contributions.__getitem__, default=None)
        if link is not None and not any(answers(debate, link)):
            con, thesis_name = debate.links[link].premises[0], name_of(debate, thesis)
            message = (
                f"nobody has answered {name_of(debate, con)}, the strongest con of {thesis_name}"
            )
            yield Finding(link_place(debate, link), message)


@remembered
def _with_several_links(debate: Debate) -> list[str]:
    several = {claim for claim, links in debate.links_by_premise.items() if len(links) > 1}
    return [claim for claim in debate.claims if claim in several]


def _is_open(debate: Debate, cons: list[str]) -> bool:
    """Tells whether one of some cons is one that nobody has answered."""
    return any(not any(answers(debate, link)) for link in cons)


def _beneath(debate: Debate, cons: Mapping[str, list[str]]) -> Debate:
    """Returns the debate of some theses and of what bears on their cons, in the file's order."""
    claims, links = queries.branch(debate, chain.from_iterable(cons.values()))
    return Debate(
        debate.header,
        {key: claim for key, claim in debate.claims.items() if key in claims or key in cons},
        {key: link for key, link in debate.links.items() if key in links},
        stances=debate.stances,
    )


def _weighed(debate: Debate) -> Evaluation:
    """Returns all strengths, where a cycle that does not settle soon is given up."""
    return Evaluation(Framework(debate, Opinions(debate.stances)), DEFAULT, effort=_EFFORT)


def _leans_for(evaluation: Evaluation, claim: str) -> bool:
    index = evaluation.framework.index(claim)
    if index is None:
        return False
    return verdict_of(evaluation.strengths[index], evaluation.ranges.get(index)).side is Side.FOR


def _contributions(evaluation: Evaluation, links: list[str]) -> dict[str, float]:
    """Returns what each link brings to its target, but for those that bring nothing."""
    indices = {link: evaluation.framework.contribution(link) for link in links}
    return {
        link: evaluation.strengths[index] for link, index in indices.items() if index is not None
    }
