"""The way to a claim's first place is that of its first row in an outline that is unfolded."""

from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.first_way import first_way
from debatemap.core.reading_order import read
from debatemap.views.outline import Outline, Row
from tests.strategies import debates


@given(debates())
def test_it_leads_to_the_first_row_of_each_claim(debate: Debate) -> None:
    outline = Outline(debate)
    outline.open_to_level(10**9)
    first: dict[str, Row] = {}
    for row in outline.rows:
        first.setdefault(row.claim, row)
    order = read(debate).order
    for claim, row in first.items():
        assert first_way(debate, claim, order) == outline.path(row)
