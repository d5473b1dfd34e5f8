from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core import queries
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.reading_changes import reading_after
from debatemap.core.reading_order import adrift, beneath, is_way, read, way_to
from debatemap.views.outline import Outline
from tests.edit.verbs import steps_of
from tests.strategies import chain, debates, ladder

_SHAPING = (
    "add_reply", "add_reply", "add_sibling", "add_unplaced", "add_thesis", "delete_claim", "flip",
    "delete_branch", "move", "unlink", "connect", "reword", "join_premises", "split_claim",
)  # fmt: skip


@given(debates())
def test_every_claim_is_read_once(debate: Debate) -> None:
    order = read(debate).order
    assert sorted(order) == sorted(debate.claims)
    assert sorted(order.values()) == list(range(len(debate.claims)))


@given(debates(least_claims=1), st.lists(st.sampled_from(_SHAPING), max_size=4), st.data())
def test_the_order_after_edits_is_that_of_the_debate_as_it_is_then(
    debate: Debate, verbs: list[str], data: st.DataObject
) -> None:
    reading = read(debate)
    for step in steps_of(debate, verbs, data):
        known, anew = reading_after(reading, step, debate), read(debate)
        assert known is None or known.claims == anew.claims
        assert known is None or known.depths == anew.depths
        reading = known or anew


@pytest.mark.parametrize("after", [None, "first", "second"])
def test_the_order_is_told_after_a_reply_was_added_and_deleted_again(after: str | None) -> None:
    claims = {name: Claim(name) for name in ("top", "one", "under", "two")}
    links = {
        "first": Link(("one",), "supports", "top", "a"),
        "second": Link(("two",), "attacks", "top", "b"),
        "third": Link(("under",), "attacks", "one", "a"),
    }
    debate = Debate(Header("m", theses=("top",)), claims, links)
    reading = read(debate)
    change = edit.add_reply(debate, "top", "supports", "A reply.", after=after)
    debate.apply(change)
    with_it = reading_after(reading, change, debate)
    assert with_it is not None
    assert with_it.claims == read(debate).claims
    assert with_it.order == read(debate).order
    debate.apply(change.inverse())
    back = reading_after(with_it, change.inverse(), debate)
    assert back is not None
    assert back.claims == reading.claims


@given(debates())
def test_claims_are_read_as_the_unfolded_outline_shows_them_first(debate: Debate) -> None:
    outline = Outline(debate)
    outline.open_to_level(10**9)
    shown = list(dict.fromkeys(row.claim for row in outline.rows))
    assert sorted(read(debate).order, key=read(debate).order.__getitem__) == shown


@given(debates())
def test_every_claim_is_beneath_a_top_or_a_loose_cycle(debate: Debate) -> None:
    tops = [*queries.theses(debate), *queries.unplaced(debate), *adrift(debate)]
    assert len(tops) == len(set(tops))
    reached: set[str] = set()
    waiting: list[tuple[str | None, str]] = [(None, top) for top in tops]
    seen = set(waiting)
    while waiting:
        link, claim = waiting.pop()
        reached.add(claim)
        new = [place for place in beneath(debate, claim, link) if place not in seen]
        seen.update(new)
        waiting.extend(new)
    assert reached == set(debate.claims)


@given(debates(least_claims=1), st.data())
def test_a_way_ends_at_its_claim_by_steps_that_the_outline_can_take(
    debate: Debate, data: st.DataObject
) -> None:
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    live = [link for link in debate.links_from(claim) if debate.links[link].target in debate.graph]
    via = data.draw(st.sampled_from([None, *live]))
    way = way_to(debate, claim, via)
    assert way[-1][1] == claim
    assert way[0][0] is None
    for above, (link, here) in pairwise(way):
        assert link is not None
        step = debate.links[link]
        assert here in step.premises
        assert step.target in above
    outline = Outline(debate)
    row = outline.rows[outline.reveal(way)]
    assert row.claim == claim, "the way leads to the claim itself"
    reached = queries.branch(debate, outline.tops)[1]
    if via in reached:
        assert row.link == via


def test_an_undercut_is_read_before_what_is_said_of_the_claim() -> None:
    debate = Debate(
        Header("m", theses=("t",)),
        {name: Claim(name) for name in ("a", "t", "p", "u", "c")},
        {
            "lp": Link(("p",), "supports", "t", "a0"),
            "lc": Link(("c",), "attacks", "t", "a1"),
            "la": Link(("a",), "supports", "p", "a0"),
            "lu": Link(("u",), "attacks", "lp", "a0"),
        },
    )
    assert list(read(debate).order) == ["t", "p", "u", "a", "c"]
    assert way_to(debate, "u") == [(None, "t"), ("lp", "p"), ("lu", "u")]
    assert way_to(debate, "p", "lp") == [(None, "t"), ("lp", "p")]


def test_an_undercut_of_a_second_place_is_read_there() -> None:
    debate = Debate(
        Header("m", theses=("s", "t")),
        {name: Claim(name) for name in ("s", "t", "p", "u", "q")},
        {
            "lp": Link(("p",), "supports", "s"),
            "lp2": Link(("p",), "attacks", "t", "a0"),
            "lu": Link(("u",), "attacks", "lp2"),
            "lq": Link(("q",), "attacks", "t", "a1"),
        },
    )
    assert list(read(debate).order) == ["s", "p", "t", "u", "q"]
    assert adrift(debate) == []


def test_a_cycle_that_nothing_leads_to_is_read_last() -> None:
    debate = Debate(
        Header("m", theses=("t",)),
        {name: Claim(name) for name in ("a", "b", "t", "inbox")},
        {"l": Link(("a",), "supports", "b"), "m": Link(("b",), "supports", "a")},
    )
    assert list(read(debate).order) == ["t", "inbox", "a", "b"]
    assert adrift(debate) == ["a"]
    assert way_to(debate, "b") == [(None, "a"), ("m", "b")]


def test_neither_a_ladder_nor_a_long_chain_is_unrolled() -> None:
    assert len(read(ladder()).order) == 42
    long = chain(20_000)
    assert list(read(long).order) == list(long.claims)
    assert len(way_to(long, "c19999")) == 20_000


@given(debates().filter(lambda debate: debate.claims), st.data())
def test_a_way_is_one_until_its_link_or_its_claim_goes(debate: Debate, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    way = way_to(debate, claim)
    assert is_way(debate, way)
    assert not is_way(debate, [*way, (None, "no claim")])
    assert not is_way(debate, [*way[:-1], ("no link", claim)])
