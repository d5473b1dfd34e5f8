import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.edit.builder import Draft, EditRefusedError, name_of
from tests.soundness import picture
from tests.strategies import POSITIONS, debates, sketch


def test_a_claim_is_named_by_its_words_and_a_link_by_its_premise() -> None:
    debate = sketch("T", p="P + T")
    assert name_of(debate, "P") == "“P.”"
    assert name_of(debate, "p") == "the step from “P.”"
    assert name_of(debate, "gone") == "“gone”, which does not exist"


def test_a_name_is_short_and_safe() -> None:
    debate = Debate(Header("m"), {"a": Claim("\x1b]2;title\x07 and many more words than fit " * 9)})
    name = name_of(debate, "a")
    assert name.startswith("“]2;title and")
    assert len(name) <= 34


def test_a_draft_reads_as_the_debate_will_be_and_leaves_it_alone() -> None:
    debate = sketch("T", p="P + T a0", q="Q + T a1", u="U - p")
    before = picture(debate)
    draft = Draft(debate)
    draft.drop_link("p")
    draft.put_claim(None, "P")
    new = draft.put_link(Link(("U",), "attacks", "T", "a0V"))
    assert not draft.has("p")
    assert not draft.has("u")
    assert not draft.has_claim("P")
    assert draft.links_into("T") == [new, "q"]
    assert draft.links_from("U") == [new]
    for ask in (draft.link, draft.claim):
        with pytest.raises(EditRefusedError):
            ask("p")
    assert picture(debate) == before


def test_a_link_put_twice_is_found_where_it_ended_and_not_where_it_was() -> None:
    draft = Draft(sketch("T V", "X", p="P + T"))
    draft.put_link(Link(("P",), "supports", "V"), "p")
    draft.put_link(Link(("X",), "supports", "T"), "p")
    assert draft.links_into("V") == []
    assert draft.links_from("P") == []
    assert draft.links_into("T") == draft.links_from("X") == ["p"]


def test_a_record_that_ends_as_it_began_is_no_part_of_the_change() -> None:
    debate = sketch("T", p="P + T")
    draft = Draft(debate)
    draft.put_claim(Claim("Other."), "P")
    draft.put_claim(debate.claims["P"], "P")
    draft.put_link(None, draft.put_link(Link(("P",), "attacks", "T")))
    assert not draft.change("nothing")


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*POSITIONS, "\x00", "a", "zzz"]), max_size=6), st.data())
def test_a_position_is_where_it_was_asked_for_whatever_the_others_are(
    others: list[str], data: st.DataObject
) -> None:
    links = {f"l{n}": Link(("P",), "supports", "T", pos) for n, pos in enumerate(others)}
    debate = Debate(Header("m", theses=("T",)), {"T": Claim("T."), "P": Claim("P.")}, links)
    before = list(debate.links_into("T"))
    place = data.draw(st.integers(0, len(before)))
    draft = Draft(debate)
    draft.put_link(Link(("P",), "attacks", "T", draft.position_at("T", place)), "new")
    debate.apply(draft.change("add"))
    assert list(debate.links_into("T")) == [*before[:place], "new", *before[place:]]


@settings(max_examples=80)
@given(debates(least_claims=2), st.data())
def test_retargeted_links_stand_last_and_in_their_order(
    debate: Debate, data: st.DataObject
) -> None:
    target = data.draw(st.sampled_from(sorted(debate.claims)))
    moving = [key for key, link in debate.links.items() if link.target != target]
    standing = list(debate.links_into(target))
    draft = Draft(debate)
    draft.retarget(moving, target)
    debate.apply(draft.change("move"))
    assert list(debate.links_into(target)) == standing + moving
