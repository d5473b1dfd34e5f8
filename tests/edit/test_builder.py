import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.node_names import name_of
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
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
    builder = ChangeBuilder(debate)
    builder.drop_link("p")
    builder.put_claim(None, "P")
    new = builder.put_link(Link(("U",), "attacks", "T", "a0V"))
    assert not builder.has("p")
    assert not builder.has("u")
    assert not builder.has_claim("P")
    assert builder.links_into("T") == [new, "q"]
    assert builder.links_from("U") == [new]
    for ask in (builder.link, builder.claim):
        with pytest.raises(EditRefusedError):
            ask("p")
    assert picture(debate) == before


def test_a_link_put_twice_is_found_where_it_ended_and_not_where_it_was() -> None:
    builder = ChangeBuilder(sketch("T V", "X", p="P + T"))
    builder.put_link(Link(("P",), "supports", "V"), "p")
    builder.put_link(Link(("X",), "supports", "T"), "p")
    assert builder.links_into("V") == []
    assert builder.links_from("P") == []
    assert builder.links_into("T") == builder.links_from("X") == ["p"]


def test_a_record_that_ends_as_it_began_is_no_part_of_the_change() -> None:
    debate = sketch("T", p="P + T")
    builder = ChangeBuilder(debate)
    builder.put_claim(Claim("Other."), "P")
    builder.put_claim(debate.claims["P"], "P")
    builder.put_link(None, builder.put_link(Link(("P",), "attacks", "T")))
    assert not builder.change("nothing")


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*POSITIONS, "\x00", "a", "zzz"]), max_size=6), st.data())
def test_a_position_is_where_it_was_asked_for_whatever_the_others_are(
    others: list[str], data: st.DataObject
) -> None:
    links = {f"l{n}": Link(("P",), "supports", "T", pos) for n, pos in enumerate(others)}
    debate = Debate(Header("m", theses=("T",)), {"T": Claim("T."), "P": Claim("P.")}, links)
    before = list(debate.links_into("T"))
    place = data.draw(st.integers(0, len(before)))
    builder = ChangeBuilder(debate)
    builder.put_link(Link(("P",), "attacks", "T", builder.position_at("T", place)), "new")
    debate.apply(builder.change("add"))
    assert list(debate.links_into("T")) == [*before[:place], "new", *before[place:]]


@given(debates(least_claims=2), st.data())
def test_retargeted_links_stand_last_and_in_their_order(
    debate: Debate, data: st.DataObject
) -> None:
    target = data.draw(st.sampled_from(sorted(debate.claims)))
    moving = [key for key, link in debate.links.items() if link.target != target]
    standing = list(debate.links_into(target))
    builder = ChangeBuilder(debate)
    builder.retarget(moving, target)
    debate.apply(builder.change("move"))
    assert list(debate.links_into(target)) == standing + moving
