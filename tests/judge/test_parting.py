"""Where another method parts: at the claim itself, or by which argument beneath it."""

from hypothesis import given

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Header
from debatemap.judge.explain.parting import parting, parting_words
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DF_QUAD, DIFFERING, EULER_TOP, METHODS
from tests.strategies import debates, sketch


@given(debates())
def test_the_two_sentences_name_the_other_verdict_and_what_it_follows_from(debate: Debate) -> None:
    judgement = Judgement(debate)
    for claim in debate.claims:
        for method in METHODS:
            found = parting(judgement, claim, method)
            words = parting_words(judgement, found)
            assert found.verdict == judgement.verdict(claim, method)
            assert found.verdict.words in words
            if found.node:
                assert found.here == judgement.strength(found.node)
                assert found.there == judgement.strength(found.node, method)


def test_they_part_at_the_claim_or_beneath_it() -> None:
    """Four weak pros add up to more than one strong con, and none of them is stronger."""
    weak = {f"l{n}": f"P{n} + T" for n in range(4)}
    debate = sketch("U T", c="C - T", u="T + U", **weak)
    rated = {"C": 100.0} | {f"P{n}": 30.0 for n in range(4)}
    judgement = Judgement(
        Debate(Header("m"), debate.claims, debate.links, stances={"ann": rated}), person="ann"
    )
    assert EULER_TOP in judgement.agreement("T").differ
    assert parting(judgement, "T", EULER_TOP).node == ""
    assert parting(judgement, "U", EULER_TOP).node in {"", "T"}
    assert DF_QUAD in DIFFERING


def test_of_one_argument_a_side_no_method_is_said_to_add_up_or_to_multiply() -> None:
    debate = sketch("T", a="A - T", b="B + T")
    debate.apply(edit.rate(debate, "A", "ann", 80))
    judgement = Judgement(debate)
    words = str(parting_words(judgement, parting(judgement, "T", DF_QUAD)))
    assert words == (
        "By DF-QuAD it is against, 45 of 100. That counts a small lead of one side in full, and "
        "does not square it."
    )
