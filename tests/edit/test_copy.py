from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core import queries
from debatemap.core.cycles import cycles
from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.edit import EditRefusedError
from tests.edit.verbs import attempt
from tests.soundness import fresh, records
from tests.strategies import debates, ladder, sketch


def outline(debate: Debate, claim: str, steps: int = 6) -> list[str]:
    """Returns the texts beneath a claim, path by path, so far down."""
    lines = []
    for link in debate.links_into(claim) if steps else ():
        for premise in debate.links[link].premises:
            sign = debate.links[link].stance[0]
            lines.append(sign + debate.claims[premise].text)
            lines += ["  " + line for line in outline(debate, premise, steps - 1)]
        for undercut in debate.links_into(link):
            lines += [f"  !{debate.claims[p].text}" for p in debate.links[undercut].premises]
    return lines


def test_a_copied_branch_says_the_same_under_ids_of_its_own() -> None:
    debate = sketch("T V", p="P + T", a="A C + P a0", b="B - P a1", u="U - a")
    change = edit.copy_branch(debate, "P", "V", "attacks")
    assert change.said == "copy “P.” and 4 replies"
    before = fresh(debate)
    debate.apply(change)
    [top] = [debate.links[link].premises[0] for link in debate.links_into("V")]
    assert outline(debate, top) == outline(debate, "P") == outline(before, "P")
    assert not set(change.claims) & set(before.claims)
    assert not set(change.links) & set(before.links)
    assert len(change.claims) == 5


def test_a_claim_that_stands_twice_in_the_branch_stands_twice_in_the_copy() -> None:
    debate = sketch("T V", p="P + T", a="A + P", s="S + P", b="S - A", x="X + S")
    change = edit.copy_branch(debate, "P", "V", "supports")
    assert len(change.claims) == 4
    debate.apply(change)
    copied = next(key for key in change.claims if debate.claims[key].text == "S.")
    assert len(queries.places(debate, copied)) == 2


def test_a_cycle_is_copied_as_a_cycle() -> None:
    debate = sketch("T", "X", p="P + T", a="A + P", b="P - A")
    debate.apply(edit.copy_branch(debate, "P", "X", "supports"))
    assert sorted(map(len, cycles(debate))) == [2, 2]


def test_a_branch_can_be_copied_beneath_itself() -> None:
    debate = sketch("T", p="P + T", a="A + P")
    debate.apply(edit.copy_branch(debate, "P", "A", "supports"))
    assert outline(debate, "T") == ["sP.", "  sA.", "    sP.", "      sA."]


def test_a_copy_of_one_claim_with_one_reply_says_so() -> None:
    debate = sketch("T V", p="P + T", a="A + P")
    assert edit.copy_branch(debate, "A", "V", "supports").said == "copy “A.”"
    assert edit.copy_branch(debate, "P", "V", "supports").said == "copy “P.” and 1 reply"


@pytest.mark.parametrize(("claim", "target"), [("nothing", "T"), ("T", "nothing"), ("p", "T")])
def test_what_does_not_exist_is_not_copied(claim: str, target: str) -> None:
    with pytest.raises(EditRefusedError):
        edit.copy_branch(sketch("T", p="P + T"), claim, target, "supports")


def test_the_ladder_is_copied_rung_by_rung_and_not_path_by_path() -> None:
    change = edit.copy_branch(ladder(), "l0", "r0", "supports")
    assert len(change.claims) == 41


def test_cut_and_paste_is_a_move_that_keeps_every_id_and_all_that_was_said() -> None:
    debate = sketch("T V", p="P + T", a="A C + P", u="U - p", w="W + u", s="S + P", t="S + T")
    for node in ("P", "p", "u", "S"):
        debate.apply(edit.rate(debate, node, "ann", 50))
    before = records(debate)
    fragment, cut = edit.cut_fragment(debate, "P", "p")
    debate.apply(cut)
    assert set(debate.claims) == {"T", "V", "S"}
    paste = edit.paste_fragment(debate, fragment, "V", "attacks")
    assert paste.said == "paste “P.”"
    debate.apply(paste)
    after = records(debate)
    assert after["links"].pop("p") == Link(("P",), "attacks", "V", "a0")
    before["links"].pop("p")
    assert after == before


def test_a_claim_with_another_place_is_moved_with_its_link_and_its_undercuts() -> None:
    debate = sketch("T V", "X", p="P + T", q="P + V", u="U - p", a="A + P")
    fragment, cut = edit.cut_fragment(debate, "P", "p")
    debate.apply(cut)
    assert set(debate.claims) == {"T", "V", "X", "P", "A"}
    debate.apply(edit.paste_fragment(debate, fragment, "X", "supports"))
    assert debate.links["p"][:3] == (("P",), "supports", "X")
    assert debate.links["u"].target == "p"
    assert set(debate.claims) == {"T", "V", "X", "P", "A", "U"}


def test_a_joint_premise_is_moved_with_the_ids_of_its_branch() -> None:
    debate = sketch("T V", j="C D + T", a="A + C")
    fragment, cut = edit.cut_fragment(debate, "C", "j")
    debate.apply(cut)
    debate.apply(edit.paste_fragment(debate, fragment, "V", "attacks"))
    assert debate.links["j"].premises == ("D",)
    assert debate.links["a"] == Link(("A",), "supports", "C")
    assert queries.targets(debate, "C") == ["V"]


def test_pasting_a_second_time_gives_a_second_place() -> None:
    debate = sketch("T V", "X", p="P + T", a="A + P")
    fragment, cut = edit.cut_fragment(debate, "P", "p")
    debate.apply(cut)
    debate.apply(edit.paste_fragment(debate, fragment, "V", "supports"))
    debate.apply(edit.paste_fragment(debate, fragment, "X", "attacks"))
    assert queries.targets(debate, "P") == ["V", "X"]
    with pytest.raises(EditRefusedError, match="already attacks"):
        edit.paste_fragment(debate, fragment, "X", "attacks")


def test_a_branch_is_pasted_among_the_theses_and_undercuts_of_its_step_are_kept_unplaced() -> None:
    debate = sketch("T", p="P + T", a="A + P", u="U - p")
    fragment, cut = edit.cut_fragment(debate, "P", "p")
    debate.apply(cut)
    debate.apply(edit.paste_fragment(debate, fragment, None, "supports"))
    assert debate.header.theses == ("T", "P")
    assert queries.unplaced(debate) == ["U"]
    assert set(debate.links) == {"a"}


def test_a_thesis_is_cut_and_pasted_under_another() -> None:
    debate = sketch("T V", p="P + T")
    fragment, cut = edit.cut_fragment(debate, "T", None)
    debate.apply(cut)
    debate.apply(edit.paste_fragment(debate, fragment, "V", fragment.stance))
    assert debate.header.theses == ("V",)
    assert outline(debate, "V") == ["sT.", "  sP."]


def test_pasting_stands_right_after_a_sibling() -> None:
    debate = sketch("T", p="P + T a0", q="Q + T a1", r="R + T a2")
    fragment, cut = edit.cut_fragment(debate, "R", "r")
    debate.apply(cut)
    debate.apply(edit.paste_fragment(debate, fragment, "T", "supports", after="p"))
    assert list(debate.links_into("T")) == ["p", "r", "q"]


@pytest.mark.parametrize("target", ["nothing", "P", "A", "p"])
def test_a_branch_is_not_pasted_under_what_went_with_it(target: str) -> None:
    debate = sketch("T", p="P + T", a="A + P")
    fragment, cut = edit.cut_fragment(debate, "P", "p")
    debate.apply(cut)
    with pytest.raises(EditRefusedError, match="there is no claim or link"):
        edit.paste_fragment(debate, fragment, target, "supports")


def test_a_yanked_claim_that_was_deleted_since_is_refused() -> None:
    debate = sketch("T V", p="P + T")
    fragment = edit.Fragment("P", "supports", None, {}, {})
    debate.apply(edit.paste_fragment(debate, fragment, "V", "attacks"))
    assert queries.targets(debate, "P") == ["T", "V"]
    debate.apply(edit.delete_claim(debate, "P"))
    with pytest.raises(EditRefusedError, match="has been deleted since"):
        edit.paste_fragment(debate, fragment, "V", "supports")


def test_a_step_whose_premise_was_deleted_since_is_left_out_with_what_was_said_of_it() -> None:
    debate = sketch("T", p="P + T", a="S + P", b="S + T", u="U - a")
    fragment, cut = edit.cut_fragment(debate, "P", "p")
    debate.apply(cut)
    debate.apply(edit.delete_claim(debate, "S"))
    debate.apply(edit.paste_fragment(debate, fragment, "T", "supports"))
    assert set(debate.links) == {"p"}
    assert not debate.dangling
    assert queries.unplaced(debate) == ["U"]


def test_ids_that_were_taken_since_are_given_anew() -> None:
    debate = sketch("T", p="P + T", a="A + P")
    fragment, cut = edit.cut_fragment(debate, "P", "p")
    debate.apply(cut)
    debate = Debate(debate.header, {**debate.claims, "A": debate.claims["T"]})
    debate.apply(edit.paste_fragment(debate, fragment, "T", "supports"))
    assert debate.claims["A"].text == "T."
    assert outline(debate, "T") == ["sP.", "  sA."]


@given(debates(least_claims=2), st.data())
def test_a_branch_that_is_cut_and_pasted_back_is_where_it_was(
    debate: Debate, data: st.DataObject
) -> None:
    places = [(key, link) for link in debate.links for key in debate.links[link].premises[:1]]
    if not places:
        return
    claim, place = data.draw(st.sampled_from(places))
    link = debate.links[place]
    fragment, cut = edit.cut_fragment(debate, claim, place)
    dead = edit.deletion_of(debate, claim, place)
    before = fresh(debate)
    debate.apply(cut)
    loose = {key for keys in before.dangling.values() for key in keys}
    if place not in dead.links or loose & {*dead.links, *_out_of(before, dead.claims)}:
        return
    if link.target not in debate.graph:
        return
    paste = attempt(lambda: edit.paste_fragment(debate, fragment, link.target, link.stance))
    if isinstance(paste, str):
        assert claim in debate.claims, "only a claim that stands elsewhere can be in the way"
        return
    debate.apply(paste)
    assert debate.claims == before.claims
    assert debate.links.keys() == before.links.keys()
    assert {k: v for k, v in debate.stances.items() if v} == {
        k: v for k, v in before.stances.items() if v
    }
    for key in dead.links - {place}:
        kept = [p for p in before.links[key].premises if p in before.claims]
        assert list(debate.links[key].premises) == kept
        assert debate.links[key].target == before.links[key].target


def _out_of(debate: Debate, claims: Iterable[str]) -> set[str]:
    return {link for claim in claims for link in debate.links_from(claim)}
