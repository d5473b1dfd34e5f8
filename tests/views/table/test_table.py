from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.change import Change
from debatemap.core.claim_columns import COLUMNS, column, first_stance
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.views.table.table import READING_ORDER, Sorting, Table
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.soundness import fresh
from tests.strategies import debates, sketch, star
from tests.tui.maps import rain

SORTINGS = [Sorting(name, down) for name in (READING_ORDER, *(c.name for c in COLUMNS))
            for down in (False, True)]  # fmt: skip


def texts(table: Table) -> list[str]:
    return [table.debate.claims[claim].text for claim in table]


def test_rows_stand_in_reading_order_at_first() -> None:
    assert texts(Table(rain()))[:4] == [
        "Rain is good.", "Plants grow.", "Not in winter.", "Roots drink."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sorting", "first"),
    [
        (Sorting("text"), "Not in winter."),
        (Sorting("text", descending=True), "Wells fill."),
        (Sorting("replies", descending=True), "Rain is good."),
        (Sorting("places", descending=True), "Streets flood."),
        (Sorting("depth", descending=True), "Roots drink."),
        (Sorting("author"), "Plants grow."),
        (Sorting("stance"), "Streets flood."),
        (Sorting("sources"), "Plants grow."),
        (Sorting("date"), "Plants grow."),
    ],
)
def test_rows_are_sorted_by_a_column(sorting: Sorting, first: str) -> None:
    table = Table(rain())
    table.sort(sorting)
    assert texts(table)[0] == first
    assert len(table) == len(rain().claims)


def test_an_empty_cell_stands_last_either_way() -> None:
    for descending in (False, True):
        for name, last in (("depth", "Snow is white."), ("strength", "Sun is good.")):
            table = Table(rain(), {claim: 50.0 for claim in rain().claims if claim != "sun"}.get)
            table.sort(Sorting(name, descending=descending))
            assert texts(table)[-1] == last
            table.outdate_strengths()
            assert texts(table)[-1] == last


def test_strengths_come_from_who_has_judged() -> None:
    strengths = {"rain": 70.0, "sun": 20.0}
    table = Table(rain(), strengths.get)
    table.sort(Sorting("strength"))
    assert texts(table)[:2] == ["Sun is good.", "Rain is good."]
    strengths["sun"] = 90.0
    table.outdate_strengths()
    assert texts(table)[:2] == ["Rain is good.", "Sun is good."]


def test_a_filter_hides_rows() -> None:
    table = Table(rain())
    table.set_filter({"snow", "rain"})
    assert texts(table) == ["Rain is good.", "Snow is white."]
    assert table.index("sun") is None
    table.set_filter(None)
    assert len(table) == len(rain().claims)


@given(debates(), st.sampled_from(SORTINGS))
def test_every_row_is_found_where_it_stands(debate: Debate, sorting: Sorting) -> None:
    table = Table(debate)
    table.sort(sorting)
    assert sorted(table) == sorted(debate.claims)
    assert [table.index(claim) for claim in table] == list(range(len(table)))
    assert [table[n] for n in range(len(table))] == list(table)


def test_a_claim_of_two_places_has_the_stance_of_each_that_of_the_first_in_the_file_first() -> None:
    debate = sketch("T U", b="P + T")
    debate.apply(Change("", links={"a": (None, Link(("P",), "attacks", "U"))}))
    for each in (debate, fresh(debate)):
        assert column("stance").value(each, "P") == "con, pro"
        assert first_stance(each, "P") == "con"


@given(st.data(), debates(), st.sampled_from(SORTINGS))
def test_rows_keep_up_with_changes(data: st.DataObject, debate: Debate, sorting: Sorting) -> None:
    table = Table(debate)
    table.sort(sorting)
    for _ in range(3):
        with steady_ids():
            verb = data.draw(st.sampled_from(sorted(VERBS)))
            change = attempt(data.draw(changes(debate, verb)))
        if isinstance(change, str):
            continue
        debate.apply(change)
        table.follow(change)
        anew = Table(fresh(debate))
        anew.sort(sorting)
        assert _cells(table) == _cells(anew)
        assert [table.index(claim) for claim in table] == list(range(len(table)))


def _cells(table: Table) -> Sequence[object]:
    """Returns what the rows are sorted by, which is the same however ties are broken."""
    column = next((each for each in COLUMNS if each.name == table.sorting.column), None)
    return sorted(table) if column is None else [table.value(claim, column) for claim in table]


def test_a_change_of_many_claims_sorts_anew() -> None:
    table = Table(star(10))
    table.sort(Sorting("text"))
    change = Change("add", claims={f"n{n}": (None, Claim(f"{n:04}")) for n in range(1_000)})
    table.debate.apply(change)
    table.follow(change)
    assert texts(table)[:2] == ["0000", "0001"]
