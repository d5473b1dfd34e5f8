"""Rows that are sorted by strength, as strengths change."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.views.table import table
from debatemap.views.table.table import Sorting, Table

CLAIMS = [f"c{number}" for number in range(12)]
known = st.dictionaries(st.sampled_from(CLAIMS), st.none() | st.integers(0, 100).map(float))


@given(
    first=known, then=st.lists(known, max_size=4), many=st.integers(0, 12), descending=st.booleans()
)
def test_rows_stand_as_if_they_were_sorted_anew(
    first: dict[str, float | None],
    then: list[dict[str, float | None]],
    many: int,
    *,
    descending: bool,
) -> None:
    debate = Debate(Header("m"), {claim: Claim(claim) for claim in CLAIMS})
    strengths = dict(first)
    usual, table._MANY = table._MANY, many  # type: ignore[misc]  # both ways of moving rows
    try:
        rows = Table(debate, strengths.get)
        rows.sort(Sorting("strength", descending))
        for change in then:
            strengths.update(change)
            rows.outdate_strengths()
            anew = Table(debate, strengths.get)
            anew.sort(rows.sorting)
            assert list(rows) == list(anew)
            assert [rows.index(claim) for claim in rows] == [*range(len(CLAIMS))]
    finally:
        table._MANY = usual  # type: ignore[misc]  # as above
