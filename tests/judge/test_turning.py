"""What would turn a verdict, and which leaf to look into, against trying it all."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.judge.explain.flips import Flip
from debatemap.judge.explain.leaves import leaves
from debatemap.judge.explain.reasons import why
from debatemap.judge.explain.turning import turning
from debatemap.judge.explain.turning_words import turning_words
from debatemap.judge.held_opinions import span_of
from debatemap.judge.judgement import FALSE, TRUE, Judgement
from debatemap.judge.methods import METHODS, Method
from debatemap.judge.verdict import Side
from tests.judge.arguments import PERSON, THESIS, bearing_claims, flipped, layered, sets_by_force
from tests.strategies import sketch, star

CLOSE = 1e-9
methods = st.sampled_from(METHODS)


@settings(max_examples=30)
@given(layered(least=8, most=15, ways=1), methods)
def test_what_turns_a_verdict_equals_brute_force_in_a_tree(debate: Debate, method: Method) -> None:
    _equals_force(Judgement(debate, method, PERSON))


@given(layered(least=3, most=9), methods)
def test_what_turns_a_verdict_equals_brute_force(debate: Debate, method: Method) -> None:
    _equals_force(Judgement(debate, method, PERSON))


def _equals_force(judgement: Judgement) -> None:
    found = turning(judgement, THESIS)
    assert found.complete
    sets = {tuple(Flip(one.claim, one.to) for one in turn.flips) for turn in found.turns}
    assert sets == sets_by_force(judgement, THESIS)
    for turn in found.turns:
        assert len(turn.flips) == found.size
        assert turn.after.side is not found.verdict.side
        flips = [Flip(one.claim, one.to) for one in turn.flips]
        after = flipped(judgement, THESIS, flips)
        assert abs(after.strength - turn.after.strength) < CLOSE
        for one in turn.flips:
            strength = judgement.strength(one.claim)
            assert one.strength == strength
            assert one.plausibility == (strength if one.to else 1.0 - strength)
        assert turn.plausibility == min(one.plausibility for one in turn.flips)
    if found.together is not None:
        many = [Flip(one.claim, one.to) for one in found.together.flips]
        assert not found.turns
        assert flipped(judgement, THESIS, many).side is not found.verdict.side
        assert flipped(judgement, THESIS, many[:-1]).side is found.verdict.side
    order = [round(turn.plausibility, 12) for turn in found.turns]
    assert order == sorted(order, reverse=True)


@given(layered(least=2, most=9), methods)
def test_what_could_not_pull_the_other_way_never_does(debate: Debate, method: Method) -> None:
    judgement = Judgement(debate, method, PERSON)
    found = turning(judgement, THESIS)
    before, moved = found.verdict, 0
    for claim, value in product(bearing_claims(debate, THESIS), (TRUE, FALSE)):
        judgement.assume({claim: value})
        after = judgement.verdict(THESIS).strength - before.strength
        judgement.assume({})
        is_other_way = {Side.FOR: after < -CLOSE, Side.AGAINST: after > CLOSE}
        moved += is_other_way.get(before.side, abs(after) > CLOSE)
    assert moved <= found.could


@given(layered(least=2, most=9), methods, st.sampled_from(["", PERSON]))
def test_leaves_equal_brute_force(debate: Debate, method: Method, person: str) -> None:
    judgement = Judgement(debate, method, person)
    found = leaves(judgement, THESIS)
    assert found.exact
    bearing = {c for c in bearing_claims(debate, THESIS) if not debate.links_into(c)}
    assert found.of == len(bearing)
    moves = {leaf.claim: leaf.moves for leaf in found.found}
    for claim in bearing:
        strengths = []
        opinions = judgement.framework.opinions
        for end in span_of(opinions, claim, judgement.base(claim), is_link=False):
            own = {**debate.stances.get(PERSON, {}), claim: 100 * end}
            # In the view of one person a base is the rating.
            if not person:
                own = {n: 100 * judgement.base(n) for n in debate.claims} | {claim: 100 * end}
            other = Debate(debate.header, debate.claims, debate.links, stances={PERSON: own})
            strengths.append(Judgement(other, method, PERSON).strength(THESIS))
        assert abs(abs(strengths[0] - strengths[1]) - moves.get(claim, 0.0)) < CLOSE
    ranked = [round(leaf.moves, 12) for leaf in found.found]
    assert ranked == sorted(ranked, reverse=True)


def test_the_leaf_to_look_into_is_one_that_the_person_has_not_rated() -> None:
    debate = sketch("T", a="A + T", b="B - T", c="C + A")
    stances = {"ann": {"B": 90.0}, "bo": {"B": 10.0, "C": 50.0}, "cy": {}}
    debate = Debate(debate.header, debate.claims, debate.links, stances=stances)
    found = leaves(Judgement(debate), "T")
    assert [leaf.claim for leaf in found.found] == ["B", "C"]
    assert found.people == ("ann", "bo")
    assert [getattr(found.next_for(name), "claim", None) for name in ("ann", "bo", "dee")] == [
        *("C", None),
        "B",
    ]


def test_too_much_to_try_is_told() -> None:
    found = turning(Judgement(star(40)), "c0", budget=500)
    assert (found.complete, found.tried, found.size, found.could) == (False, 500, 0, 40)


def test_claims_that_turn_a_verdict_are_counted_and_not_their_flips() -> None:
    debate = sketch("T", a="A + T", b="B - T")
    found = turning(Judgement(debate), "T")
    assert (len(found.turns), {turn.flips[0].claim for turn in found.turns}) == (4, {"A", "B"})
    words = str(turning_words(debate, found))
    assert words.startswith("Each of 2 claims turns it; the likeliest of 4 ways: doubt “")
    words = str(turning_words(debate, found._replace(complete=False)))
    assert words.startswith("Each of at least 2 claims turns it; the likeliest of 4 ways found")
    alone = sketch("T", a="A + T", b="A - a")
    found = turning(Judgement(alone), "T")
    assert str(turning_words(alone, found)).startswith("One claim turns it: doubt “A.”")


def test_many_small_replies_are_told_as_one_group() -> None:
    judgement = Judgement(star(400))
    said = turning_words(judgement.debate, turning(judgement, "c0", budget=900))
    assert said == (
        "No one, two or three claims were found that turn it, but the 400 that move it farthest do "
        "together: doubt “Claim 1.” and 399 more (at 50 each). 900 of 85,014,400 sets of up to "
        "three were tried."
    )
    reasons = [one.text for one in why(judgement, "c0").sentences]
    assert reasons[2] == (
        "Against, many small ones: 400 cons take 50 together, less than 1 each, all alike, such as "
        "“Claim 1.”, which stands at 50."
    )
    assert not any("Also" in text or "more cons" in text for text in reasons)
