"""The theses of a map side by side."""

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.judge.explain.options import options_of
from debatemap.judge.judgement import Judgement


def test_a_claim_that_helps_one_option_and_hurts_another_is_a_tradeoff() -> None:
    debate = Debate(
        Header("m", theses=("one", "two")),
        {key: Claim(key) for key in ("one", "two", "cheap", "slow", "own")},
        {
            "l1": Link(("cheap",), "supports", "one", "a0"),
            "l2": Link(("cheap",), "attacks", "two", "a0"),
            "l3": Link(("slow",), "attacks", "one", "a1"),
            "l4": Link(("own",), "supports", "two", "a1"),
        },
    )
    options, tradeoffs, *_ = options_of(Judgement(debate))
    assert [option.thesis for option in options] == ["one", "two"]
    first = options[0]
    assert first.pro is not None
    assert first.con is not None
    assert (first.pro.weakest, first.con.weakest) == ("cheap", "slow")
    assert [each.claim for each in tradeoffs] == ["cheap"]
    assert tradeoffs[0].moves["one"] > 0 > tradeoffs[0].moves["two"]
    assert first.verdict.strength == pytest.approx(0.5, abs=0.05)


def test_a_map_without_theses_has_no_options() -> None:
    assert options_of(Judgement(Debate(Header("m")))) == ([], [], 0, 0)
