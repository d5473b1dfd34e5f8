from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core import queries
from debatemap.core.debate import Debate
from debatemap.edit import EditRefusedError
from tests.soundness import fresh
from tests.strategies import debates, sketch


def left(debate: Debate) -> tuple[str, str]:
    """Returns the claims and the links that are left, as two lines."""
    return " ".join(sorted(debate.claims)), " ".join(sorted(debate.links))


def hangs(debate: Debate, claim: str) -> bool:
    """Tells whether no link leads from a claim, step by step, to another claim."""
    for end in debate.links_from(claim):
        met = set[str]()
        while end in debate.links and end not in met:
            met.add(end)
            end = debate.links[end].target  # noqa: PLW2901  (one step on)
        if end in debate.claims:
            return False
    return not debate.is_thesis(claim)


def test_a_deleted_claim_goes_everywhere_and_its_replies_stay() -> None:
    debate = sketch("T V", p="P + T", q="P - V", a="A + P", b="B - P", c="B - T", u="U - p")
    change = edit.delete_claim(debate, "P")
    assert change.said == "delete “P.” and 5 links; 2 claims now unplaced"
    debate.apply(change)
    assert left(debate) == ("A B T U V", "c")
    assert sorted(queries.unplaced(debate)) == ["A", "U"]


def test_a_joint_step_goes_on_without_a_deleted_claim() -> None:
    debate = sketch("T", p="P D + T a0", u="U - p")
    change = edit.delete_claim(debate, "P")
    assert change.said == "delete “P.”"
    debate.apply(change)
    assert debate.links["p"].premises == ("D",)
    assert "u" in debate.links


def test_a_joint_step_goes_where_only_a_claim_that_does_not_exist_is_left() -> None:
    debate = sketch("T", p="P D + T")
    debate = Debate(
        debate.header, {k: c for k, c in debate.claims.items() if k != "D"}, debate.links
    )
    debate.apply(edit.delete_claim(debate, "P"))
    assert left(debate) == ("T", "")


def test_a_deleted_thesis_is_no_thesis_and_its_ratings_go() -> None:
    debate = sketch("T V", p="P + T", u="U - p")
    for node in ("T", "V", "p", "u"):
        debate.apply(edit.rate(debate, node, "ann", 50))
    debate.apply(edit.delete_claim(debate, "T"))
    assert debate.header.theses == ("V",)
    assert debate.stances == {"ann": {"V": 50}}


def test_a_claim_that_undercuts_a_step_of_its_own_can_be_deleted() -> None:
    debate = sketch("T", p="P + T", u="P - p", w="P - u")
    debate.apply(edit.delete_claim(debate, "P"))
    assert left(debate) == ("T", "")


def test_a_deleted_branch_goes_with_all_beneath_it_and_with_undercuts() -> None:
    debate = sketch("T", p="P + T", a="A + P", b="B - A", u="U - p", w="W + u", q="Q - T")
    dead = edit.deletion_of(debate, "P", "p")
    assert dead.claims == {"P", "A", "B", "U", "W"}
    assert dead.links == {"p", "a", "b", "u", "w"}
    assert not dead.spared
    change = edit.delete_branch(debate, "P", "p")
    assert change.said == "delete “P.” and 4 replies"
    debate.apply(change)
    assert left(debate) == ("Q T", "q")


def test_one_reply_is_a_reply() -> None:
    assert edit.delete_branch(sketch("T", p="P + T", a="A + P"), "P", "p").said == (
        "delete “P.” and 1 reply"
    )


def test_deleting_a_branch_spares_a_claim_with_another_place_and_all_beneath_it() -> None:
    debate = sketch("T", p="P + T", a="A + P", s="S - P", r="S + T", x="X + S", y="Y - X")
    change = edit.delete_branch(debate, "P", "p")
    assert change.said == "delete “P.” and 1 reply; 3 claims stay elsewhere"
    debate.apply(change)
    assert left(debate) == ("S T X Y", "r x y")


def test_deleting_a_branch_spares_a_thesis_in_it() -> None:
    debate = sketch("T V", p="P + T", v="V + P")
    assert edit.deletion_of(debate, "P", "p").spared == {"V"}
    debate.apply(edit.delete_branch(debate, "P", "p"))
    assert left(debate) == ("T V", "")


def test_a_claim_with_another_place_is_only_taken_away_from_here() -> None:
    debate = sketch("T V", p="P + T", q="P + V", a="A + P")
    change = edit.delete_branch(debate, "P", "p")
    assert change.said == "take “P.” away from here"
    debate.apply(change)
    assert left(debate) == ("A P T V", "a q")


def test_taking_a_claim_away_says_what_goes_with_the_step() -> None:
    debate = sketch("T V", p="P + T", q="P + V", u="U - p", w="W - U")
    change = edit.delete_branch(debate, "P", "p")
    assert change.said == "take “P.” away from here, and 2 replies to the step"
    debate.apply(change)
    assert left(debate) == ("P T V", "q")


def test_a_thesis_with_another_place_is_no_thesis_any_more() -> None:
    debate = sketch("T P", p="P + T", a="A + P")
    change = edit.delete_branch(debate, "P", None)
    assert change.said == "make “P.” no thesis"
    debate.apply(change)
    assert debate.header.theses == ("T",)
    assert left(debate) == ("A P T", "a p")


def test_a_thesis_is_deleted_with_its_branch_and_an_unplaced_claim_too() -> None:
    debate = sketch("T V", "X", p="P + T", x="Y + X")
    debate.apply(edit.delete_branch(debate, "T", None))
    debate.apply(edit.delete_branch(debate, "X", None))
    assert left(debate) == ("V", "")
    assert debate.header.theses == ("V",)


def test_a_joint_step_goes_on_without_the_claim_whose_branch_is_deleted() -> None:
    debate = sketch("T", j="C D + T", c="E - C", u="U - j")
    debate.apply(edit.delete_branch(debate, "C", "j"))
    assert left(debate) == ("D T U", "j u")
    assert debate.links["j"].premises == ("D",)


def test_a_claim_that_only_a_cycle_leads_back_to_is_deleted_with_its_place() -> None:
    debate = sketch("T", p="P + T", r="T - P")
    debate.apply(edit.delete_branch(debate, "P", "p"))
    assert left(debate) == ("T", "")


def test_a_whole_cycle_is_deleted_with_its_only_place() -> None:
    debate = sketch("T", p="P + T", a="A + P", b="P + A")
    debate.apply(edit.delete_claim(fresh(debate), "P"))
    debate = sketch("T", p="P + T", a="A + P", b="B + A", c="A + B")
    debate.apply(edit.delete_branch(debate, "P", "p"))
    assert left(debate) == ("T", "")


@pytest.mark.parametrize(
    ("claim", "link"), [("nothing", None), ("P", "nothing"), ("T", "p"), ("nothing", "p")]
)
def test_a_place_where_the_claim_does_not_stand_is_refused(claim: str, link: str | None) -> None:
    debate = sketch("T", p="P + T")
    for verb in (edit.delete_branch, edit.deletion_of, edit.cut_fragment):
        with pytest.raises(EditRefusedError):
            verb(debate, claim, link)


def test_a_claim_joined_only_with_what_does_not_exist_is_deleted_with_its_step() -> None:
    debate = sketch("T", p="P D + T", u="U - p")
    claims = {key: claim for key, claim in debate.claims.items() if key != "D"}
    debate = Debate(debate.header, claims, debate.links)
    debate.apply(edit.delete_branch(debate, "P", "p"))
    assert left(debate) == ("T", "")


@given(debates(least_claims=2), st.data())
def test_deleting_a_branch_leaves_nothing_hanging_that_had_a_place(
    debate: Debate, data: st.DataObject
) -> None:
    loose = set(filter(partial(hangs, debate), debate.claims))
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    places = [*queries.places(debate, claim), *([None] if claim in loose else [])]
    place = data.draw(st.sampled_from(places))
    dead = edit.deletion_of(debate, claim, place)
    before = fresh(debate)
    debate.apply(edit.delete_branch(debate, claim, place))
    assert set(queries.unplaced(debate)) <= loose
    assert before.claims.keys() - debate.claims.keys() == dead.claims
    assert before.links.keys() - debate.links.keys() >= dead.links
    assert dead.spared <= debate.claims.keys()


@given(debates(least_claims=1), st.data())
def test_any_claim_can_be_deleted_everywhere(debate: Debate, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    others = debate.claims.keys() - {claim}
    hanging = set(queries.unplaced(debate)) - {claim}
    change = edit.delete_claim(debate, claim)
    debate.apply(change)
    assert debate.claims.keys() == others
    assert hanging <= set(queries.unplaced(debate))
    for link in debate.links.values():
        assert claim not in (*link.premises, link.target)


@given(debates(least_claims=1), st.data())
def test_any_link_can_be_removed(debate: Debate, data: st.DataObject) -> None:
    if debate.links:
        link = data.draw(st.sampled_from(sorted(debate.links)))
        claims = dict(debate.claims)
        debate.apply(edit.unlink(debate, link))
        assert link not in debate.links
        assert debate.claims == claims


def test_what_comes_of_a_deletion_is_asked_as_what_will_be() -> None:
    debate = sketch("T V", p="P + T", a="A + P", u="U - p", w="U - V")
    asked = edit.delete_claim(debate, "P").question
    assert asked == "Delete “P.” and 3 links? 1 claim will be unplaced."
    branch = edit.delete_branch(debate, "P", "p").question
    assert branch == "Delete “P.” and 1 reply? 1 claim stays elsewhere."
    assert edit.unlink(debate, "p").said == "unlink “P.” from “T.”; 1 claim now unplaced"
    assert edit.unmake_thesis(debate, "V").said == "make “V.” no thesis; 1 claim now unplaced"


def test_a_sentence_that_ends_with_a_claim_has_one_full_stop() -> None:
    debate = sketch("T", a="A + T", b="B - T")
    asked = edit.merge_claims(debate, "A", "B").question
    assert asked == "Merge “B.” into “A.”? “A.” will then both support and attack “T.”"
