"""The ends of a map in a picture are the first and the last row of an outline folded alike."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.queries import branch
from debatemap.core.reading_order import is_way
from debatemap.views.map import Asked, Zoom, draw_map
from debatemap.views.map.map_ends import way_to_end
from debatemap.views.outline import Outline
from tests.strategies import debates
from tests.tui.maps import rain


@given(debates())
def test_they_are_the_ends_of_the_outline(debate: Debate) -> None:
    outline = Outline(debate)
    outline.open_to_level(10**9)
    rows = [outline.path(row) for row in outline.rows if not row.closes_cycle]
    first, last = (way_to_end(debate, Asked(Zoom.TEXT), last=last) for last in (False, True))
    assert first == (rows[0] if rows else [])
    assert is_way(debate, last)
    # What has several places, or leads to itself, is drawn once, and stands in several rows.
    shown = [row.claim for row in outline.rows]
    if rows and len(shown) == len({*shown}):
        assert last == rows[-1]


def test_folds_filters_and_a_branch_end_it_sooner() -> None:
    debate = rain()
    for asked, last in (
        (Asked(Zoom.TEXT), "snow"),
        (Asked(Zoom.TEXT, kept={"rain", "plants", "sun", "floods"}), "floods"),
        (Asked(Zoom.TEXT, kept={"rain", "plants", "winter"}, folded={"plants"}), "winter"),
        (Asked(Zoom.TEXT, top="plants"), "roots"),
        (Asked(Zoom.TEXT, top="rain", folded={"rain"}), "rain"),
    ):
        assert way_to_end(debate, asked, last=True)[-1][1] == last


@given(debates(least_claims=1), st.data())
def test_a_branch_counts_what_folds_hide(debate: Debate, data: st.DataObject) -> None:
    top = data.draw(st.sampled_from(sorted(debate.claims)))
    whole = draw_map(debate, Asked(Zoom.LINES, top=top))
    folded = draw_map(debate, Asked(Zoom.LINES, top=top, folded={top}))
    assert len(whole.picture.boxes) == whole.whole == folded.whole == len(branch(debate, [top])[0])
