import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Link, Stance
from debatemap.edit import EditRefusedError
from tests.strategies import debates, sketch


def test_a_linked_claim_has_one_more_place_and_still_one_text() -> None:
    debate = sketch("T U", p="P + T")
    change = edit.connect(debate, "P", "U", "attacks")
    assert change.said == "link “P.” as a con of “U.”"
    assert not change.claims
    debate.apply(change)
    assert len(debate.links_from("P")) == 2


def test_a_claim_is_linked_right_after_another_one() -> None:
    debate = sketch("T", "X", p="P + T a0", q="Q + T a1")
    debate.apply(edit.connect(debate, "X", "T", "supports", after="p"))
    first, second, third = debate.links_into("T")
    assert (first, third) == ("p", "q")
    assert debate.links[second].premises == ("X",)


@pytest.mark.parametrize(
    ("premise", "target", "stance", "reason"),
    [
        ("P", "P", "supports", "a claim cannot be linked to itself"),
        ("P", "nothing", "supports", "that does not exist"),
        ("P", "p", "attacks", "the step is this claim’s own"),
        ("D", "j", "supports", "the step is this claim’s own"),
        ("P", "T", "supports", "“P.” already supports “T.”"),
        ("U", "p", "attacks", "“U.” already attacks the step from “P.”"),
    ],
)
def test_a_link_that_makes_no_sense_is_refused_with_the_reason(
    premise: str, target: str, stance: Stance, reason: str
) -> None:
    debate = sketch("T", p="P + T", j="C D - T", u="U - p")
    assert edit.refusal(debate, premise, target, stance) == reason
    with pytest.raises(EditRefusedError, match=reason):
        edit.connect(debate, premise, target, stance)


def test_a_joint_step_does_not_stand_in_the_way_of_a_step_of_its_own() -> None:
    assert edit.refusal(sketch("T", j="C D - T"), "C", "T", "attacks") is None


def test_what_is_unusual_is_named_and_can_be_done() -> None:
    debate = sketch("T", p="P + T", q="Q + P")
    cycle = "the claim would come to bear on itself, by way of “Q.”"
    assert edit.unusual(debate, "T", "Q", "supports") == cycle
    both = "it supports “T.” already, and would now attack it too"
    assert edit.unusual(debate, "P", "T", "attacks") == both
    assert edit.unusual(debate, "Q", "T", "supports") is None
    debate.apply(edit.connect(debate, "T", "Q", "supports"))
    debate.apply(edit.connect(debate, "P", "T", "attacks"))


@given(debates(least_claims=2), st.data())
def test_a_link_is_refused_just_where_a_reason_is_given(
    debate: Debate, data: st.DataObject
) -> None:
    premise = data.draw(st.sampled_from(sorted(debate.claims)))
    target = data.draw(st.sampled_from([*debate.claims, *debate.links]))
    stance = data.draw(st.sampled_from(STANCES))
    reason = edit.refusal(debate, premise, target, stance)
    if reason is None:
        assert len(edit.connect(debate, premise, target, stance).links) >= 1
    else:
        with pytest.raises(EditRefusedError) as refused:
            edit.connect(debate, premise, target, stance)
        assert str(refused.value) == reason


def test_unlinking_takes_the_step_and_what_was_said_of_it_and_leaves_every_claim() -> None:
    debate = sketch("T", p="P + T", u="U - p", v="V - u")
    debate.apply(edit.rate(debate, "u", "ann", 50))
    debate.apply(edit.rate(debate, "U", "ann", 60))
    change = edit.unlink(debate, "p")
    assert change.said == "unlink “P.” from “T.”; 3 claims now unplaced"
    debate.apply(change)
    assert not debate.links
    assert set(debate.claims) == {"T", "P", "U", "V"}
    assert debate.stances == {"ann": {"U": 60}}


def test_all_premises_of_a_joint_step_are_named() -> None:
    debate = sketch("T", p="P Q + T a0", c="C D E + T a1")
    assert edit.unlink(debate, "p").order == "unlink “P.” with “Q.” from “T.”"
    assert edit.flip(debate, "p").said == "make “P.” with “Q.” a con"
    assert edit.reorder(debate, "c", -1).said == "move “C.” with 2 joint premises up"


def test_flipping_turns_a_pro_into_a_con_and_back() -> None:
    debate = sketch("T", p="P + T a0")
    change = edit.flip(debate, "p")
    assert change.said == "make “P.” a con"
    debate.apply(change)
    assert debate.links["p"] == Link(("P",), "attacks", "T", "a0")
    debate.apply(edit.flip(debate, "p"))
    assert debate.links["p"].stance == "supports"


@pytest.mark.parametrize("other", ["P D - T", "D P - T"])
def test_flipping_is_refused_where_the_other_stance_stands_already(other: str) -> None:
    with pytest.raises(EditRefusedError, match="already attacks “T"):
        edit.flip(sketch("T", p="P D + T", q=other), "p")


def test_joined_claims_hold_together_and_their_own_links_go_up_in_the_joint_one() -> None:
    debate = sketch("T S", p="P + T", q="Q + T", r="R - S", u="U - q", v="V - p")
    change = edit.join_premises(debate, "p", ["Q", "R"])
    assert change.said == "join “Q.”, “R.” with “P.”"
    debate.apply(change)
    assert debate.links["p"].premises == ("P", "Q", "R")
    assert "q" not in debate.links
    assert "r" in debate.links, "it leads elsewhere"
    assert list(debate.links_into("p")) == ["v", "u"]


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ([], "mark another claim"),
        (["P"], "mark another claim"),
        (["T"], "a premise for itself"),
        (["nothing"], "there is no claim nothing"),
        (["p"], "there is no claim p"),
    ],
)
def test_what_cannot_be_joined_is_refused(claims: list[str], reason: str) -> None:
    with pytest.raises(EditRefusedError, match=reason):
        edit.join_premises(sketch("T", p="P + T"), "p", claims)


def test_a_parted_premise_gets_a_link_of_its_own_right_after_the_joint_one() -> None:
    debate = sketch("T", p="P D E - T a0", q="Q + T a1", u="U - p")
    change = edit.part_premise(debate, "p", "P")
    assert change.said == "part “P.” from “D.”"
    debate.apply(change)
    assert debate.links["p"].premises == ("D", "E")
    first, own, last = debate.links_into("T")
    assert (first, last) == ("p", "q")
    assert debate.links[own][:3] == (("P",), "attacks", "T")
    assert debate.links["u"].target == "p"


def test_a_parted_premise_that_has_a_link_of_its_own_gets_no_second() -> None:
    debate = sketch("T", p="P D - T", q="P - T")
    debate.apply(edit.part_premise(debate, "p", "P"))
    assert debate.links_from("P") == ["q"]


def test_joining_and_parting_again_changes_no_premise() -> None:
    debate = sketch("T", p="P + T", q="Q + T")
    debate.apply(edit.join_premises(debate, "p", ["Q"]))
    debate.apply(edit.part_premise(debate, "p", "Q"))
    steps = [debate.links[link][:3] for link in debate.links_into("T")]
    assert steps == [(("P",), "supports", "T"), (("Q",), "supports", "T")]


def test_a_premise_that_is_not_joined_cannot_be_parted() -> None:
    debate = sketch("T", p="P + T", j="C D - T")
    for link, claim in (("p", "P"), ("j", "P")):
        with pytest.raises(EditRefusedError, match="not joined"):
            edit.part_premise(debate, link, claim)


def test_what_is_left_of_joint_premises_begins_with_a_claim_that_exists() -> None:
    debate = sketch("T", "P D", p="P D + T")
    links = {"p": debate.links["p"]._replace(premises=("P", "gone", "D"))}
    debate = Debate(debate.header, debate.claims, links)
    debate.apply(edit.part_premise(debate, "p", "P"))
    assert debate.links["p"].premises == ("D", "gone")


def test_a_claim_becomes_a_thesis_keeps_its_links_and_is_none_again() -> None:
    debate = sketch("T", p="P + T")
    debate.apply(edit.make_thesis(debate, "P"))
    assert list(debate.header.theses) == ["T", "P"]
    assert debate.links_from("P") == ["p"]
    with pytest.raises(EditRefusedError, match="a thesis already"):
        edit.make_thesis(debate, "P")
    debate.apply(edit.unmake_thesis(debate, "T"))
    assert list(debate.header.theses) == ["P"]
    assert not debate.is_placed("T")
    with pytest.raises(EditRefusedError, match="no thesis"):
        edit.unmake_thesis(debate, "T")


@pytest.mark.parametrize(
    ("lines", "joined", "with_whom"),
    [
        ({"p": "P + T", "q": "Q - T"}, "p", "Q"),
        ({"p": "P + T", "q": "Q - T"}, "q", "P"),
        ({"p": "P + T", "q": "Q R - T"}, "p", "R"),
        ({"p": "P + T", "u": "U - p", "v": "V + p"}, "u", "V"),
    ],
)
def test_a_pro_and_a_con_of_one_claim_cannot_be_joined(
    lines: dict[str, str], joined: str, with_whom: str
) -> None:
    debate = sketch("T", **lines)
    with pytest.raises(edit.EditRefusedError, match="joint premises need one stance"):
        edit.join_premises(debate, joined, [with_whom])


def test_a_claim_that_is_pro_and_con_already_can_be_joined() -> None:
    debate = sketch("T", p="P + T", q="Q - T", r="Q + T")
    debate.apply(edit.join_premises(debate, "p", ["Q"]))
    assert debate.links["p"].premises == ("P", "Q")
    assert "r" not in debate.links
