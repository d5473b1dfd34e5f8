"""The order in which unrated claims are asked for, and where a person differs from others."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.reading_order import read
from debatemap.judge.explain.rating_queue import Disagreement, furthest_apart, replies, unrated
from tests.strategies import PEOPLE, debates
from tests.tui.maps import rain


def wide(count: int = 12) -> Debate:
    """Returns a thesis with many replies."""
    claims = {"t": Claim("T.")} | {f"c{n}": Claim(f"C{n}.") for n in range(count)}
    links = {f"l{n}": Link((f"c{n}",), "supports", "t", f"a{n:02}") for n in range(count)}
    return Debate(Header("m", theses=("t",)), claims, links)


@given(debates(), st.sampled_from(PEOPLE))
def test_every_claim_that_is_not_rated_comes_once(debate: Debate, person: str) -> None:
    claims = [turn.claim for turn in unrated(debate, person)]
    held = debate.stances.get(person, {})
    assert sorted(claims) == sorted(debate.claims.keys() - held.keys())


@given(debates(least_claims=1), st.data())
def test_beneath_a_claim_all_that_bears_on_it_comes(debate: Debate, data: st.DataObject) -> None:
    top = data.draw(st.sampled_from(sorted(debate.claims)))
    turns = unrated(debate, "nobody", top)
    found = {turn.claim for turn in turns}
    assert turns[0].claim == top
    assert len(found) == len(turns)
    for claim in found:
        assert {turn.claim for turn in replies(debate, claim)} <= found
    for claim in found - {top}:
        assert any(claim in {t.claim for t in replies(debate, above)} for above in found)


@given(debates(least_claims=3))
def test_replies_come_together_by_the_reading_order_of_what_they_are_for(debate: Debate) -> None:
    order = read(debate).order
    shown = [turn for turn in unrated(debate, "nobody") if turn.link is not None]
    parents = []
    for turn in shown:
        target = debate.links[turn.link or ""].target
        parents.append(debate.links[target].premises[0] if target in debate.links else target)
    assert parents == sorted(parents, key=order.__getitem__)


def test_each_person_has_an_order_and_keeps_it() -> None:
    debate = wide()
    ann, bo = ([turn.claim for turn in unrated(debate, who)] for who in ("ann", "bo"))
    assert ann[0] == bo[0] == "t"
    assert sorted(ann) == sorted(bo)
    assert len({tuple(ann), tuple(bo), ("t", *(f"c{n}" for n in range(12)))}) == 3
    debate.apply(edit.rate(debate, ann[3], "ann", 50))
    debate.apply(edit.add_reply(debate, "t", "attacks", "New."))
    left = [turn.claim for turn in unrated(debate, "ann")]
    assert [claim for claim in left if claim in ann] == [*ann[:3], *ann[4:]]


def test_what_speaks_to_a_step_is_asked_for_with_its_premise() -> None:
    turns = unrated(rain(), "ann", "plants")
    assert {(turn.claim, turn.link) for turn in turns} == {
        ("plants", None),
        ("winter", "l-winter"),
        ("roots", "l-roots"),
    }


def test_the_largest_difference_comes_first() -> None:
    debate = wide(3)
    for who, claim, value in (
        ("ann", "c0", 50), ("bo", "c0", 60), ("cy", "c0", 80),
        ("ann", "c1", 10), ("bo", "c1", 90),
        ("ann", "c2", 30), ("bo", "c2", 30), ("bo", "t", 5),
    ):  # fmt: skip
        debate.apply(edit.rate(debate, claim, who, value))
    assert furthest_apart(debate, "ann", debate.claims) == [
        Disagreement("c1", 10, 90.0, 1),
        Disagreement("c0", 50, 70.0, 2),
    ]
    assert len(furthest_apart(debate, "ann", debate.claims, most=1)) == 1
    assert furthest_apart(debate, "dee", debate.claims) == []
