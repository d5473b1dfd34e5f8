from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.depth import depth_of, depths
from debatemap.views.outline import Outline, Row
from tests.strategies import chain, debates, ladder
from tests.tui.maps import rain


def test_depth_counts_from_theses_and_an_unplaced_claim_has_none() -> None:
    assert depths(rain()) == {
        "rain": 0, "sun": 0, "plants": 1, "floods": 1, "fill": 1, "need": 1,
        "winter": 2, "roots": 2,
    }  # fmt: skip


@given(debates())
def test_looking_up_and_walking_down_agree(debate: Debate) -> None:
    found = depths(debate)
    assert {claim: depth_of(debate, claim) for claim in debate.claims} == {
        claim: found.get(claim) for claim in debate.claims
    }


@given(debates())
def test_no_row_of_the_outline_stands_higher(debate: Debate) -> None:
    outline = Outline(debate)
    outline.open_to_level(50)
    found = depths(debate)
    for row in outline.rows:
        # A circle that no top leads to stands at the top of the outline, with no depth of its own.
        if row.claim in found and found.get(_top_of(row).claim) == 0:
            assert row.depth >= found[row.claim] or row.parent is None


def _top_of(row: Row) -> Row:
    while row.parent is not None:
        row = row.parent
    return row


def test_large_shapes_take_no_recursion() -> None:
    assert max(depths(chain(20_000)).values()) == 19_999
    assert len(depths(ladder(30))) == 60
