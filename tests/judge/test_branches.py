"""What lies beneath a claim on every way to the thesis, and where each claim pulls."""

from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.branches import Branches
from debatemap.judge.judgement import Judgement
from tests.strategies import sketch


def branches(thesis: str = "T", **links: str) -> Branches:
    return Branches(bearing_on(Judgement(sketch(thesis, **links)), thesis))


def test_attacks_on_the_way_turn_the_pull() -> None:
    found = branches(a="A + T", b="B - A", c="C - B", d="D - C", u="U - a", j="J K - T")
    assert found.pulls == {"A": 1, "B": -1, "C": 1, "D": -1, "U": -1, "J": -1, "K": -1}


def test_what_pulls_both_ways_does_so_through_an_attack_too() -> None:
    found = branches(a="A + T", b="A - T", c="C - A", d="D + C", e="E - T")
    assert found.pulls == {"A": 0, "C": 0, "D": 0, "E": -1}


def test_a_claim_lies_beneath_what_all_its_ways_pass() -> None:
    found = branches(a="A + T", b="B + A", c="C - A", d="D + B", e="D + C", f="F + T", g="G + B")
    assert sorted(found.tops) == ["A", "F"]
    assert {top: sorted(claims) for top, claims in found.beneath.items()} == {
        "A": ["B", "C", "D"],
        "B": ["G"],
    }


def test_a_way_around_takes_a_claim_to_the_top() -> None:
    found = branches(a="A + T", b="B + A", c="B + T", d="D + B", u="U - a", v="V + U")
    assert sorted(found.tops) == ["A", "B", "U"]
    assert found.beneath == {"B": ["D"], "U": ["V"]}


def test_nothing_lies_beneath_what_pulls_both_ways() -> None:
    found = branches(a="A + T", b="A - T", c="C + A")
    assert sorted(found.tops) == ["A", "C"]
    deeper = branches(a="A + T", b="B + A", c="B - A", d="D + B")
    assert (deeper.tops, {top: sorted(claims) for top, claims in deeper.beneath.items()}) == (
        ["A"],
        {"A": ["B", "D"]},
    )


def test_with_a_cycle_every_claim_stands_at_the_top() -> None:
    found = branches(a="A + T", b="B - A", c="A - B", d="D + B")
    assert sorted(found.tops) == ["A", "B", "D"]
    assert not found.beneath
    assert set(found.pulls.values()) == {0}
