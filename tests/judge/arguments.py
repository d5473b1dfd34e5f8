"""Debates without cycles for hypothesis, and what a judgement finds in them by brute force."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Claim, Header, Link, Ratings
from debatemap.judge.explain.flips import Flip
from debatemap.judge.judgement import FALSE, TRUE, Judgement
from debatemap.judge.verdict import Verdict

__all__ = ["PERSON", "THESIS", "bearing_claims", "flipped", "layered", "sets_by_force"]

THESIS = "c0"
PERSON = "ann"


@st.composite
def layered(draw: st.DrawFn, *, least: int = 2, most: int = 9, ways: int = 2) -> Debate:
    """Draws a debate in which each claim speaks to claims before it, or to their links.

    Args:
        draw: Draws.
        least: The fewest claims.
        most: The most claims.
        ways: How many links a claim has at most; with 1 it is a tree.
    """
    count = draw(st.integers(least, most))
    claims = {f"c{n}": Claim(f"Claim {n}.") for n in range(count)}
    links: dict[str, Link] = {}
    for n in range(1, count):
        for way in range(draw(st.integers(1, ways))):
            above = draw(st.integers(0, n - 1))
            own = [link for link in links if links[link].premises[0] == f"c{above}"]
            target = draw(st.sampled_from([f"c{above}", f"c{above}", *own[:1]]))
            # A partner comes later than the target, so that there is no cycle.
            partner = draw(st.sampled_from([None, None, *range(above + 1, n)]))
            premises = (f"c{n}",) if partner is None or ways == 1 else (f"c{n}", f"c{partner}")
            links[f"l{n}-{way}"] = Link(premises, draw(st.sampled_from(STANCES)), target)
    held = draw(_ratings(claims))
    return Debate(Header("map", theses=(THESIS,)), claims, links, stances={PERSON: held})


def _ratings(claims: Iterable[str]) -> st.SearchStrategy[Ratings]:
    values = st.one_of(st.sampled_from([0.0, 50.0, 100.0]), st.floats(0, 100, width=16))
    return st.dictionaries(st.sampled_from(sorted(claims)), values)


def bearing_claims(debate: Debate, thesis: str) -> set[str]:
    """Returns the claims that bear on a thesis, found by going up from each of them."""
    found = set()
    for claim in debate.claims.keys() - {thesis}:
        met, waiting = {claim}, [claim]
        for here in waiting:
            targets = [name for name, link in debate.links.items() if here in link.premises]
            targets += [debate.links[here].target] if here in debate.links else []
            waiting += [node for node in targets if node not in met]
            met.update(targets)
        if thesis in met:
            found.add(claim)
    return found


def flipped(judgement: Judgement, thesis: str, flips: Iterable[Flip]) -> Verdict:
    """Returns the verdict under flips, as a judgement made for it alone has it."""
    assumed = {claim: TRUE if to else FALSE for claim, to in flips}
    return Judgement(judgement.debate, judgement.method, judgement.person, assumed).verdict(thesis)


def sets_by_force(judgement: Judgement, thesis: str) -> set[tuple[Flip, ...]]:
    """Returns all the smallest sets of up to three flips that change the verdict."""
    side = judgement.verdict(thesis).side
    claims = sorted(bearing_claims(judgement.debate, thesis))
    for size in (1, 2, 3):
        working = set()
        for flips in _sets(claims, size):
            judgement.assume({claim: TRUE if to else FALSE for claim, to in flips})
            if judgement.verdict(thesis).side is not side:
                working.add(flips)
        judgement.assume({})
        if working:
            return working
    return set()


def _sets(claims: list[str], size: int) -> Iterator[tuple[Flip, ...]]:
    for chosen in combinations(claims, size):
        for ways in product((False, True), repeat=size):
            yield tuple(map(Flip, chosen, ways))
