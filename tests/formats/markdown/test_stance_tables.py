"""Tables of pros and cons in Markdown."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.formats.markdown.stance_tables import with_tables_as_lists
from debatemap.formats.registry import read_map
from tests.formats.kialo.test_reading import lines
from tests.growth import assert_grows_at_most


@pytest.mark.parametrize(
    "table",
    [
        "| Pros | Cons |\n|---|---|\n| Quiet. | Dear. |\n| Clean. | |",
        "Pros | Cons\n:-- | --:\nQuiet. | Dear.\nClean.",
        "|**For:**|*Against*|\n| - | - |\n| - Quiet.<br>• Clean. | Dear. |",
        "| Cons |\n|---|\n| Dear. |\n\n| Pros |\n|---|\n| Quiet. |\n| Clean. |",
    ],
)
@pytest.mark.parametrize("above", ["# Trains.\n\n", "Trains.\n\n", "# Trains.\n\nIn short:\n\n"])
def test_columns_are_what_speaks_for_and_against_what_stands_above(above: str, table: str) -> None:
    imported = read_map(f"{above}{table}\n".encode(), "x.md")
    speaks = {("Quiet.", "+", "Trains."), ("Clean.", "+", "Trains."), ("Dear.", "-", "Trains.")}
    assert lines(imported.debate) == speaks
    assert imported.losses == ()


def test_what_is_no_such_table_stays_what_it_is() -> None:
    for text in (
        "| Name | Pros |\n|---|---|\n| a | b |",
        "```\n| Pros | Cons |\n|---|---|\n| a | b |\n```",
        "| Pros | Cons |\n| a | b |",
        "Pros | Cons",
    ):
        assert with_tables_as_lists(f"a\n\n{text}").text == f"a\n\n{text}"


def test_a_table_with_nothing_above_it_is_no_claim() -> None:
    imported = read_map(b"| Name | Pros |\n|---|---|\n| a | b |\n\n- x\n", "x.md")
    assert [claim.text for claim in imported.debate.claims.values()] == ["x"]
    assert [(loss.kind, loss.becomes) for loss in imported.losses] == [("tables", "")]


def test_cells_without_a_head_and_further_columns_are_reported() -> None:
    text = "# T\n\n| Pros | Cons | Weight |\n|-|-|-|\n| a | b | 3 |\n| c | d | 2 | e |\n"
    imported = read_map(text.encode(), "x.md")
    speaks = {("a", "+", "T"), ("c", "+", "T"), ("b", "-", "T"), ("d", "-", "T")}
    assert lines(imported.debate) == speaks
    assert [(loss.kind, loss.places, loss.becomes) for loss in imported.losses] == [
        ("columns of tables", ("line 3: Weight",), ""),
        ("cells without a head", ("line 6",), ""),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Argument | For/Against | Source |\n|---|---|---|\n| a | For | b |\n| c | d | e |\n",
        "Argument | For/Against\n--- | ---\na | For\nc | d\n",
        "| Option | Pros | Cons |\n|---|---|---|\n| a | b | c |\n| d | e | f |\n",
    ],
)
def test_a_table_that_is_not_read_is_named(table: str) -> None:
    imported = read_map(f"# T\n\n{table}\n- x\n- y\n".encode(), "x.md")
    assert [claim.text for claim in imported.debate.claims.values()] == ["x", "y"]
    told = {loss.kind: (loss.places, loss.becomes) for loss in imported.losses}
    assert told["tables"] == (("line 3, 2 rows",), "")
    below = read_map(f"- Trains\n\n{table}".encode(), "x.md")
    assert [claim.text for claim in below.debate.claims.values()] == ["Trains"]
    told = {loss.kind: (loss.places, loss.becomes) for loss in below.losses}
    assert told["tables"] == (("line 3, 2 rows",), "became notes")


def test_a_line_that_is_named_is_the_file_s() -> None:
    text = "# T\n\n| Pros | Cons |\n|---|---|\n| a<br>b | c |\n\n- [ ] box\n"
    (loss,) = read_map(text.encode(), "x.md").losses
    assert (loss.kind, loss.places) == ("boxes of tasks", ("line 7",))


CELLS = st.sampled_from(["Pros", "Cons", "|", "---", "\n", "a", " ", "\\|", "<br>", "```", ":"])


@given(st.lists(CELLS, max_size=30).map("".join))
def test_every_line_is_of_a_line_of_the_file(text: str) -> None:
    listed = with_tables_as_lists(text)
    assert len(listed.lines) == listed.text.count("\n") + 1
    assert set(listed.lines) <= set(range(1, text.count("\n") + 2))


def test_a_table_of_very_many_rows_takes_no_longer_each() -> None:
    small, large = ("| Pros | Cons |\n|-|-|\n" + "|a|b|\n" * rows for rows in (500, 5_000))
    assert_grows_at_most(
        40, lambda: with_tables_as_lists(small), lambda: with_tables_as_lists(large)
    )


def test_long_lines_take_no_longer_for_each_character() -> None:
    def work(count: int) -> Callable[[], object]:
        text = f"Pros | Cons\n{' ' * count}|x\n\n|Pros|\n|-|\n{'|' * count}\n" + "|a|\n" * count
        return lambda: with_tables_as_lists(text)

    assert_grows_at_most(40, work(1_000), work(10_000))


@pytest.mark.parametrize("breaks", ["\u2028", "\x85", "\r", "\x0b"])
def test_other_signs_of_a_line_s_end_are_lines_too(breaks: str) -> None:
    text = f"- Trains.{breaks}  - They are quiet.\n  - They are slow.\n"
    assert len(read_map(text.encode(), "x.md").debate.claims) in (2, 3)
