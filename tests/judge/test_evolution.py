"""Which branches carry a claim from its base, against trying all sets and against three orders."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Claim, Header, Link
from debatemap.judge.explain.evolution import evolution
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT, METHODS, Method
from tests.judge.arguments import THESIS

CLOSE = 1e-12
PUBLISHED = (
    "2>1+ 3>1+ 5>1- 11>1- 20>1+ 27>1- 33>1- 28>2+ 29>2- 6>3- 7>3+ 8>5+ 9>5- 14>5- 30>5- 12>11- "
    "13>11- 31>11+ 32>11+ 4>11+ 24>20- 17>6- 18>7- 15>8- 19>13+ 10>4- 16>4- 21>4- 26>24+ 22>21- "
    "23>22+"
)
"""The shape of a debate without votes, as a study published it with what it found there."""


@st.composite
def trees(draw: st.DrawFn) -> Debate:
    """Draws a thesis with up to ten claims beneath it, most of them right beneath it or a reply."""
    count = draw(st.integers(2, 11))
    claims = {f"c{n}": Claim(f"Claim {n}.") for n in range(count)}
    links = {
        f"l{n}": Link((f"c{n}",), draw(st.sampled_from(STANCES)), f"c{draw(st.integers(0, n - 1))}")
        for n in range(1, count)
    }
    held = {c: draw(st.sampled_from([0.0, 20.0, 50.0, 90.0])) for c in list(claims)[:4]}
    return Debate(Header("m", theses=(THESIS,)), claims, links, stances={"ann": held})


class ByForce:
    """The branches of a tree, found and tried by taking claims out of it."""

    def __init__(self, debate: Debate, method: Method) -> None:
        self.debate, self.method = debate, method
        whole = Judgement(debate, method)
        self.base, way = whole.base(THESIS), whole.strength(THESIS) - whole.base(THESIS)
        self.way = 0 if abs(way) <= CLOSE else 1 if way > 0 else -1
        stance = "supports" if self.way > 0 else "attacks"
        self.strengths = {claim: whole.strength(claim) for claim in debate.claims}
        tops = self.replies(THESIS)
        self.carrying = [c for c, s in tops if s == stance]
        con_side, self.weakening = [c for c, s in tops if s != stance], list[str]()
        for claim in con_side:
            self.weakening += [c for c, s in self.replies(claim) if s == "attacks"]
            con_side += [c for c, s in self.replies(claim) if s == "supports"]

    def replies(self, claim: str) -> list[tuple[str, str]]:
        """Returns what bears on a claim and is not without strength, with its stance."""
        links = (self.debate.links[name] for name in self.debate.links_into(claim))
        found = [(link.premises[0], str(link.stance)) for link in links]
        return [each for each in found if self.strengths[each[0]]]

    def carries(self, kept: Sequence[str], branches: Sequence[str]) -> bool:
        """Tells whether the kept ones of some branches carry the thesis past its base."""
        gone = {branch for branch in branches if branch not in kept}
        claims = {name: claim for name, claim in self.debate.claims.items() if name not in gone}
        links = {n: e for n, e in self.debate.links.items() if e.premises[0] not in gone}
        header, stances = self.debate.header, self.debate.stances
        left = Judgement(Debate(header, claims, links, stances=stances), self.method)
        return (left.strength(THESIS) - self.base) * self.way > CLOSE

    def fewest(self, branches: Sequence[str]) -> int:
        """Returns how many of some branches it takes; 0 where not all of them do."""
        sizes = range(1, len(branches) + 1)
        sets = (each for size in sizes for each in combinations(branches, size))
        return len(next((each for each in sets if self.carries(each, branches)), ()))

    def in_order(self, ordered: Sequence[str]) -> int:
        """Returns how many of some branches it takes, one after the other."""
        counts = range(1, len(ordered) + 1)
        return next((n for n in counts if self.carries(ordered[:n], ordered)), 0)


@settings(max_examples=30)
@given(trees(), st.sampled_from(METHODS))
def test_explanations_are_the_smallest_and_never_larger_than_by_an_order(
    debate: Debate, method: Method
) -> None:
    found, forced = evolution(Judgement(debate, method), THESIS), ByForce(debate, method)
    assert found.way == forced.way
    if not found.way:
        assert found.destructive.branches == found.constructive.branches == ()
        return
    assert {branch.claim for branch in found.carrying} == set(forced.carrying)
    assert {branch.claim for branch in found.weakening} == set(forced.weakening)
    for told, kinds in (
        (found.destructive, [forced.carrying]),
        (found.constructive, [forced.carrying, forced.weakening]),
    ):
        branches = [branch for kind in kinds for branch in kind]
        names = [branch.claim for branch in told.branches]
        assert told.exact
        assert len(names) == forced.fewest(branches)
        assert not names or forced.carries(names, branches)
        for sign in (1, -1):  # From strong to weak and from weak to strong, as in the study.
            ordered = [sorted(k, key=lambda c: sign * forced.strengths[c]) for k in kinds]
            size = forced.in_order([branch for kind in ordered for branch in kind])
            assert len(names) <= size or size == 0


def test_a_published_debate_has_the_strength_and_the_smallest_sizes_that_were_found() -> None:
    claims, links = {"1": Claim("1")}, dict[str, Link]()
    for edge in PUBLISHED.split():
        name, target = edge[:-1].split(">")
        claims[name] = Claim(name)
        links[f"l{name}"] = Link((name,), "supports" if edge[-1] == "+" else "attacks", target)
    judgement = Judgement(Debate(Header("m", theses=("1",)), claims, links), DEFAULT)
    found = evolution(judgement, "1")
    assert abs(judgement.strength("1") - 0.4422577727615478) < CLOSE
    assert [branch.size for branch in found.carrying] == [12, 1, 1, 6]
    assert {branch.claim for branch in found.weakening} == {"29", "6", "24", "18"}
    assert len(found.constructive.branches) == 4
    assert {branch.claim for branch in found.destructive.branches} == {"11", "27", "33"}
