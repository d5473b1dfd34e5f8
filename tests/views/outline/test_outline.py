import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core import queries
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.reading_order import way_to
from debatemap.views.outline import Layout, Outline, Row, follow
from debatemap.views.outline.row import Part
from tests.strategies import chain, debates, ladder, star
from tests.views.outline.naive import assert_kept_up, drawn

EVERYTHING = 10**9
LENGTH = 30_000


def small() -> Debate:
    """A thesis with a pro that is undercut, a joint con, a shared claim and a cycle."""
    return Debate(
        Header("m", theses=("t", "s")),
        {name: Claim(name) for name in ("t", "s", "pro", "und", "j1", "j2", "deep", "loose")},
        {
            "l-pro": Link(("pro",), "supports", "t", "a0"),
            "l-und": Link(("und",), "attacks", "l-pro", "a0"),
            "l-deep": Link(("deep",), "supports", "pro", "a0"),
            "l-joint": Link(("j1", "j2"), "attacks", "t", "a1"),
            "l-too": Link(("deep",), "attacks", "s", "a0"),
            "l-cycle": Link(("t",), "supports", "deep", "a0"),
        },
    )


def test_the_top_holds_theses_and_then_the_inbox() -> None:
    assert drawn(Outline(small())) == ">* t\n>* s\n.* loose"


def test_a_level_unfolds_what_stands_above_it_and_nothing_below() -> None:
    outline = Outline(small())
    outline.open_to_level(2)
    assert drawn(outline) == ("v* t\n  >s pro\n  .a j1\n  .a j2\nv* s\n  >a deep\n.* loose")
    outline.open_to_level(1)
    assert drawn(outline) == ">* t\n>* s\n.* loose"


def test_unfolding_everything_shows_undercuts_first_and_stops_at_cycles() -> None:
    outline = Outline(small())
    outline.open_to_level(EVERYTHING)
    assert drawn(outline) == (
        "v* t\n  vs pro\n    .a und\n    vs deep\n      os t\n  .a j1\n  .a j2\n"
        "v* s\n  >a deep\n.* loose"
    )


def test_joint_premises_are_bracketed_together() -> None:
    outline = Outline(small())
    outline.open_to_level(2)
    parts = {row.claim: row.part for row in outline.rows}
    assert (parts["j1"], parts["j2"], parts["pro"]) == (Part.FIRST, Part.LAST, Part.ALONE)


@given(debates())
def test_with_everything_unfolded_each_claim_is_shown(debate: Debate) -> None:
    outline = Outline(debate)
    outline.open_to_level(EVERYTHING)
    assert {row.claim for row in outline.rows} == set(debate.claims)
    assert_kept_up(outline)


@given(debates(), st.integers(1, 8))
def test_no_row_is_deeper_than_the_level(debate: Debate, wanted: int) -> None:
    outline = Outline(debate)
    outline.open_to_level(EVERYTHING)
    outline.open_to_level(wanted)
    assert all(row.depth < wanted for row in outline.rows)
    assert all(not row.open for row in outline.rows if row.depth == wanted - 1)
    opened = [row for row in outline.rows if row.open]
    steps = [row.link if debate.links_into(row.link or "") else None for row in opened]
    news = list(zip([row.claim for row in opened], steps, strict=True))
    assert len(news) == len(set(news)), "nothing is unfolded twice"


@given(debates(least_claims=1), st.integers(0, 10**6))
def test_a_row_that_is_unfolded_and_folded_again_changes_nothing(
    debate: Debate, chosen: int
) -> None:
    outline = Outline(debate)
    outline.open_to_level(3)
    before = drawn(outline)
    index = chosen % len(outline.rows)
    was_open, had = outline.rows[index].open, outline.has_beneath(outline.rows[index])
    outline.set_open(index, is_open=not was_open)
    assert outline.rows[index].open == (not was_open and had)
    assert_kept_up(outline)
    outline.set_open(index, is_open=was_open)
    assert drawn(outline) == before


@given(debates(least_claims=1), st.integers(0, 10**6))
def test_a_branch_unfolds_whole_and_folds_whole(debate: Debate, chosen: int) -> None:
    outline = Outline(debate)
    outline.open_to_level(2)
    index = chosen % len(outline.rows)
    row = outline.rows[index]
    outline.open_branch(index, is_open=True)
    beneath = {below.claim for below in outline.rows[index : outline.end(index)]}
    if not row.closes_cycle:
        step = [row.link] if row.link is not None and outline.speaks_for_step(row) else []
        spoken_to = [row.claim, *(reply for link in step for reply in debate.links_into(link))]
        reached = queries.branch(debate, spoken_to)[0]
        assert beneath <= reached
        # What stands above is a reference here, and what hangs on it stands up there.
        assert row.parent is not None or beneath == reached
    assert_kept_up(outline)
    outline.open_branch(index, is_open=False)
    assert outline.end(index) == index + 1
    assert_kept_up(outline)
    outline.set_open(index, is_open=True)
    assert all(not below.open for below in outline.rows[index + 1 : outline.end(index)])


def above(row: Row) -> set[str]:
    """Returns the claims that a row stands under."""
    claims: set[str] = set()
    here = row.parent
    while here is not None:
        claims.add(here.claim)
        here = here.parent
    return claims


@given(debates(least_claims=2), st.integers(0, 10**6), st.integers(0, 10**6))
def test_stepping_in_and_out_comes_back_to_the_same_rows(
    debate: Debate, first: int, second: int
) -> None:
    outline = Outline(debate)
    outline.open_to_level(EVERYTHING)
    row = outline.rows[first % len(outline.rows)]
    path = outline.path(row)
    outline.step_in(row)
    assert outline.trail == path
    assert outline.rows[0].claim == path[-1][1]
    assert outline.rows[0].key == row.key
    assert_kept_up(outline)
    inner = outline.rows[second % len(outline.rows)]
    inner_path = outline.path(inner)
    assert inner_path[: len(path)] == path
    outline.step_in(inner)
    assert outline.trail == inner_path
    while outline.trail:
        outline.step_out()
        assert_kept_up(outline)
    shown = outline.path(outline.rows[outline.reveal(inner_path)])
    assert shown == inner_path or outline.rows[outline.reveal(inner_path)].closes_cycle


@given(debates(least_claims=1), st.integers(0, 10**6))
def test_a_path_is_revealed_from_a_folded_outline(debate: Debate, chosen: int) -> None:
    outline = Outline(debate)
    outline.open_to_level(EVERYTHING)
    path = outline.path(outline.rows[chosen % len(outline.rows)])
    outline.open_to_level(1)
    index = outline.reveal(path)
    assert outline.path(outline.rows[index]) == path
    assert_kept_up(outline)


def test_a_path_that_leads_elsewhere_leaves_what_was_stepped_into() -> None:
    outline = Outline(small())
    outline.open_to_level(EVERYTHING)
    outline.step_in(outline.rows[1])
    assert drawn(outline).startswith("vs pro")
    index = outline.reveal([(None, "s"), ("l-too", "deep")])
    assert not outline.trail
    assert outline.rows[index].link == "l-too"


def test_a_path_that_is_gone_ends_at_its_last_step_that_is_left() -> None:
    outline = Outline(small())
    index = outline.reveal([(None, "t"), ("l-pro", "pro"), ("gone", "x"), ("l-und", "und")])
    assert outline.rows[index].claim == "pro"


@given(debates(least_claims=2), st.data())
def test_a_filter_shows_what_it_lets_through_and_what_stands_above(
    debate: Debate, data: st.DataObject
) -> None:
    outline = Outline(debate)
    outline.open_to_level(data.draw(st.integers(1, 4)))
    before = drawn(outline)
    wanted = data.draw(st.sets(st.sampled_from(sorted(debate.claims)), max_size=3))
    outline.set_filter(wanted)
    shown = {row.claim for row in outline.rows}
    bearing = {high for claim in wanted for high in queries.ancestors(debate, claim)}
    undercut = {link.premises[0] for key, link in debate.links.items() if debate.links_into(key)}
    assert shown <= wanted | bearing | undercut
    assert wanted <= shown, "every claim that fits is unfolded to"
    assert_kept_up(outline)
    outline.set_filter(None)
    assert drawn(outline) == before


def test_a_filter_shows_the_step_that_an_undercut_is_of() -> None:
    debate = small()
    debate.apply(edit.unlink(debate, "l-cycle"))
    outline = Outline(debate)
    outline.set_filter(["und"])
    assert drawn(outline) == "v* t\n  vs pro\n    .a und"


def test_a_claim_that_is_added_under_a_filter_is_shown() -> None:
    debate = small()
    outline = Outline(debate)
    outline.set_filter(["und"])
    change = edit.add_reply(debate, "und", "supports", "New.")
    debate.apply(change)
    follow(outline, change)
    assert outline.has_beneath(outline.rows[2])
    outline.set_open(2, is_open=True)
    assert debate.claims[outline.rows[3].claim].text == "New."


@given(debates())
def test_a_cycle_is_only_referred_to(debate: Debate) -> None:
    outline = Outline(debate)
    outline.open_to_level(EVERYTHING)
    for row in outline.rows:
        assert row.closes_cycle == (row.claim in above(row))
        if row.closes_cycle:
            links = {below.link for below in outline.children(row)}
            assert links <= set(debate.links_into(row.link or ""))


def test_an_undercut_of_the_step_that_closes_a_cycle_is_shown_beneath_it() -> None:
    debate = small()
    change = edit.add_reply(debate, "l-cycle", "attacks", "That goes in a circle.")
    debate.apply(change)
    outline = Outline(debate)
    outline.open_to_level(EVERYTHING)
    claim = next(iter(change.claims))
    (row,) = outline.rows.showing(claim)
    assert row.parent is not None
    assert (row.parent.claim, row.parent.closes_cycle) == ("t", True)
    outline.open_to_level(1)
    assert outline.rows[outline.reveal(way_to(debate, claim))].claim == claim


def test_an_undercut_of_a_step_from_a_claim_s_second_place_is_shown_there() -> None:
    debate = small()
    change = edit.add_reply(debate, "l-too", "attacks", "Not here.")
    debate.apply(change)
    outline = Outline(debate)
    outline.open_to_level(EVERYTHING)
    claim = next(iter(change.claims))
    (row,) = outline.rows.showing(claim)
    assert row.parent is not None
    assert row.parent.link == "l-too"
    outline.set_filter([claim])
    assert claim in {row.claim for row in outline.rows}


def test_a_ladder_is_never_unrolled() -> None:
    outline = Outline(ladder())
    outline.open_to_level(EVERYTHING)
    assert len(outline.rows) <= 2 + 4 * 20, "each of 80 links is shown at most once a place"
    assert {row.claim for row in outline.rows} == set(outline.debate.claims)
    outline.open_branch(0, is_open=True)
    assert len(outline.rows) <= 2 + 4 * 20
    assert_kept_up(outline)


def test_the_way_to_the_foot_of_a_ladder_is_found_and_revealed() -> None:
    debate = ladder()
    outline = Outline(debate)
    path = way_to(debate, "r20")
    assert len(path) == 21
    assert outline.rows[outline.reveal(path)].claim == "r20"
    assert len(outline.rows) <= 2 + 4 * 20


@pytest.fixture(scope="module")
def long_chain() -> Debate:
    return chain(LENGTH)


def test_a_long_chain_unfolds_and_is_revealed_and_followed(long_chain: Debate) -> None:
    debate, last = long_chain, f"c{LENGTH - 1}"
    outline = Outline(debate)
    path = way_to(debate, last)
    assert len(path) == LENGTH
    assert outline.reveal(path) == LENGTH - 1
    outline.open_to_level(1)
    assert len(outline.rows) == 1
    assert list(outline.reading.order) == list(debate.claims)
    outline.open_to_level(EVERYTHING)
    assert len(outline.rows) == LENGTH
    assert outline.path(outline.rows[LENGTH - 1]) == path
    outline.rows.settle(LENGTH - 1, 100)
    change = edit.add_reply(debate, last, "attacks", "A last word.")
    debate.apply(change)
    follow(outline, change)
    outline.set_open(LENGTH - 1, is_open=True)
    assert [row.depth for row in outline.rows[-2:]] == [LENGTH - 1, LENGTH]
    outline.set_open(0, is_open=False)
    assert len(outline.rows) == 1
    outline.set_open(0, is_open=True)
    assert len(outline.rows) == LENGTH + 1, "what was unfolded beneath is unfolded still"
    outline.open_branch(0, is_open=False)
    outline.open_branch(0, is_open=True)
    assert len(outline.rows) == LENGTH + 1
    debate.apply(change.inverse())
    follow(outline, change.inverse())
    outline.step_in(outline.rows[15_000])
    assert outline.rows[0].claim == "c15000"
    assert len(outline.step_out()) == 15_001


def test_a_cycle_of_claims_that_hangs_loose_is_shown_at_the_end() -> None:
    claims = {name: Claim(name) for name in ("t", "x", "y")}
    links = {"l": Link(("x",), "supports", "y"), "m": Link(("y",), "supports", "x")}
    outline = Outline(Debate(Header("m", theses=("t",)), claims, links))
    outline.open_to_level(EVERYTHING)
    assert drawn(outline) == ".* t\nv* x\n  vs y\n    os x"


def test_what_moves_keeps_what_is_unfolded_beneath_it() -> None:
    debate = small()
    outline = Outline(debate)
    outline.open_to_level(EVERYTHING)
    change = edit.move(debate, "pro", "l-pro", "loose")
    debate.apply(change)
    follow(outline, change)
    assert drawn(outline) == "v* t\n  .a j1\n  .a j2\nv* s\n  >a deep\n>* loose"
    outline.set_open(5, is_open=True)
    assert drawn(outline) == (
        "v* t\n  .a j1\n  .a j2\nv* s\n  >a deep\nv* loose\n  vs pro\n    .a und\n"
        "    vs deep\n      >s t"
    )


def test_a_star_of_2_000_opens_at_once_with_heights_to_be_measured() -> None:
    outline = Outline(star(2000), Layout(30))
    outline.open_to_level(2)
    assert len(outline.rows) == 2001
    assert not outline.heights.is_exact(1000)
    outline.rows.settle(1000, 40)
    assert outline.heights.is_exact(1000)
    assert_heights_near(outline, 1000)


def assert_heights_near(outline: Outline, index: int) -> None:
    assert all(outline.heights.is_exact(near) for near in range(index - 10, index + 10))
