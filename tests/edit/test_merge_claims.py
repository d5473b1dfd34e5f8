import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link
from debatemap.edit import EditRefusedError
from tests.soundness import fresh
from tests.strategies import debates, sketch


def steps(debate: Debate) -> list[tuple[str, str, str]]:
    """Returns premises, sign and target of each link, sorted."""
    return sorted(
        (" ".join(link.premises), "+" if link.stance == "supports" else "-", link.target)
        for link in debate.links.values()
    )


def test_the_survivor_keeps_its_words_and_takes_over_links_of_both_directions() -> None:
    debate = sketch("T V", a="A + T", b="B - V", c="C + A", d="D + B a5", u="U - b")
    change = edit.merge_claims(debate, "A", "B")
    assert change.said == "merge “B.” into “A.”"
    debate.apply(change)
    assert debate.claims["A"].text == "A."
    assert "B" not in debate.claims
    assert steps(debate) == [
        ("A", "+", "T"), ("A", "-", "V"), ("C", "+", "A"), ("D", "+", "A"), ("U", "-", "b"),
    ]  # fmt: skip
    assert list(debate.links_into("A")) == ["c", "d"]


def test_notes_tags_sources_author_date_and_unknown_fields_unite() -> None:
    kept = Claim("A.", "one", ("x", "y"), "", "2026-02-01", (Citation("s"),), extra={"k": 1})
    gone = Claim(
        "B.",
        "two",
        ("y", "z"),
        "ann",
        "2026-01-01",
        (Citation("s"), Citation("t")),
        extra={"k": 2, "l": 3},
    )
    debate = Debate(Header("m"), {"A": kept, "B": gone})
    debate.apply(edit.merge_claims(debate, "A", "B"))
    assert debate.claims["A"] == Claim(
        "A.", "one\n\ntwo", ("x", "y", "z"), "ann", "2026-01-01",
        (Citation("s"), Citation("t")), extra={"k": 1, "l": 3},
    )  # fmt: skip


def test_links_that_become_the_same_are_made_one_with_all_that_was_said_of_them() -> None:
    debate = sketch("T", a="A + T", b="B + T", u="U - b", v="V - a", w="U - a")
    debate.apply(edit.rate(debate, "b", "ann", 40))
    debate.apply(edit.merge_claims(debate, "A", "B"))
    assert steps(debate) == [("A", "+", "T"), ("U", "-", "a"), ("V", "-", "a")]
    assert debate.stances == {"ann": {"a": 40}}


def test_joint_steps_from_the_same_premises_are_the_same_in_any_order() -> None:
    debate = sketch("T", a="A C + T", b="C B + T")
    debate.apply(edit.merge_claims(debate, "A", "B"))
    assert steps(debate) == [("A C", "+", "T")]


def test_a_step_from_both_is_a_step_from_the_survivor() -> None:
    debate = sketch("T", j="B A + T")
    debate.apply(edit.merge_claims(debate, "A", "B"))
    assert steps(debate) == [("A", "+", "T")]


def test_an_opposite_stance_is_said_and_both_links_stay() -> None:
    debate = sketch("T", a="A + T", b="B - T")
    change = edit.merge_claims(debate, "A", "B")
    assert change.said == "merge “B.” into “A.”; “A.” now both supports and attacks “T.”"
    debate.apply(change)
    assert steps(debate) == [("A", "+", "T"), ("A", "-", "T")]


def test_opposite_replies_to_the_two_are_said_too() -> None:
    debate = sketch("T", a="A + T", x="X + A", y="X - B")
    change = edit.merge_claims(debate, "A", "B")
    assert change.said == "merge “B.” into “A.”; “X.” now both supports and attacks “A.”"


def test_same_links_are_made_one_beside_an_opposite_one() -> None:
    debate = sketch("T", a="A - T a0", b="A + T a1", c="B + T a2")
    debate.apply(edit.merge_claims(debate, "A", "B"))
    assert steps(debate) == [("A", "+", "T"), ("A", "-", "T")]


def test_an_opposition_that_was_there_before_is_no_news() -> None:
    debate = sketch("T", a="A - T", b="A + T", c="B + V")
    assert edit.merge_claims(debate, "A", "B").said == "merge “B.” into “A.”"


def test_a_link_between_the_two_goes_and_that_is_said() -> None:
    debate = sketch("T", a="A + T", b="B + A", u="U - b")
    change = edit.merge_claims(debate, "A", "B")
    assert change.order == "merge “B.” into “A.”"
    assert change.foreseen == "The link between them goes. 1 claim will be unplaced."
    debate.apply(change)
    assert steps(debate) == [("A", "+", "T")]


def test_ratings_unite_and_one_that_goes_is_said() -> None:
    debate = sketch("A B")
    for person, node, value in (
        ("ann", "A", 30),
        ("ann", "B", 70),
        ("bob", "B", 5),
        ("eve", "A", 1),
    ):
        debate.apply(edit.rate(debate, node, person, value))
    change = edit.merge_claims(debate, "A", "B")
    assert change.said == "merge “B.” into “A.”; ann’s rating of the other, 70, goes"
    debate.apply(change)
    assert debate.stances == {"ann": {"A": 30}, "bob": {"A": 5}, "eve": {"A": 1}}


def test_the_survivor_takes_the_place_among_the_theses_once() -> None:
    debate = sketch("T B A")
    debate.apply(edit.merge_claims(debate, "A", "B"))
    assert debate.header.theses == ("T", "A")


def test_a_claim_is_not_merged_with_itself_or_with_nothing() -> None:
    for other, reason in (("T", "mark another claim"), ("gone", "no claim gone")):
        with pytest.raises(EditRefusedError, match=reason):
            edit.merge_claims(sketch("T"), "T", other)


@given(debates(least_claims=2), st.data())
def test_after_a_merge_no_two_links_are_the_same_that_were_not_before(
    debate: Debate, data: st.DataObject
) -> None:
    one, other = data.draw(st.permutations(sorted(debate.claims)))[:2]
    before = fresh(debate)
    debate.apply(edit.merge_claims(debate, one, other))
    assert other not in debate.claims
    for key, link in debate.links.items():
        for twin in debate.links_into(link.target):
            same = debate.links[twin]
            if twin != key and _step(same) == _step(link):
                assert _step(before.links[twin]) == _step(before.links[key])


def _step(link: Link) -> tuple[frozenset[str], str, str]:
    return frozenset(link.premises), link.stance, link.target


def test_a_split_claim_stands_as_two_siblings_in_every_place() -> None:
    debate = sketch("T V", p="P + T a0", q="Q + T a1", r="P - V", a="A + P", u="U - p")
    change = edit.split_claim(debate, "P", "One.", "Two.", joint=False)
    assert change.said == "split “P.”"
    debate.apply(change)
    [new] = [key for key in debate.claims if debate.claims[key].text == "Two."]
    assert debate.claims["P"].text == "One."
    into = [debate.links[link].premises for link in debate.links_into("T")]
    assert into == [("P",), (new,), ("Q",)]
    assert steps(debate)[-1] == (new, "-", "V") or (new, "-", "V") in steps(debate)
    assert debate.links["a"].target == "P"
    assert debate.links["u"].target == "p"


def test_a_split_claim_may_hold_jointly() -> None:
    debate = sketch("T V", p="P C + T", r="P - V")
    debate.apply(edit.split_claim(debate, "P", "One.", "Two.", joint=True))
    [new] = [key for key in debate.claims if debate.claims[key].text == "Two."]
    assert debate.links["p"].premises == ("P", "C", new)
    assert debate.links["r"].premises == ("P", new)


def test_a_split_thesis_is_two_theses_and_the_author_wrote_both() -> None:
    debate = sketch("T V")
    debate.apply(edit.set_author(debate, "T", "ann"))
    debate.apply(edit.split_claim(debate, "T", "One.", "Two.", joint=False))
    assert [debate.claims[t].text for t in debate.header.theses] == ["One.", "Two.", "V."]
    assert {debate.claims[t].by for t in debate.header.theses[:2]} == {"ann"}


def test_a_claim_that_spoke_of_the_link_between_and_stands_elsewhere_is_not_unplaced() -> None:
    debate = sketch("T", a="A + T", b="B + A", c="C + A", u="U - b", w="W - c", v="W + T")
    both = edit.merge_all(debate, "A", ["B", "C"])
    assert both.question == (
        "Merge 2 claims into “A.”? The link between them goes. 1 claim will be unplaced."
    )
