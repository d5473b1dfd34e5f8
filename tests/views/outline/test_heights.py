from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.views.outline.heights import Heights

_heights = st.lists(st.integers(1, 9), max_size=700)
_edits = st.lists(
    st.tuples(st.integers(0, 5000), st.integers(0, 800), _heights, st.booleans()), max_size=6
)


@given(_heights, _edits, st.data())
def test_heights_are_those_of_a_plain_list(
    first: list[int], edits: list[tuple[int, int, list[int], bool]], data: st.DataObject
) -> None:
    heights, plain, exact = Heights(), list(first), [True] * len(first)
    heights.replace(0, 0, first)
    for wanted, length, new, is_exact in edits:
        start = min(wanted, len(plain))
        end = min(start + length, len(plain))
        heights.replace(start, end, new, exact=is_exact)
        plain[start:end] = new
        exact[start:end] = [is_exact] * len(new)
        if plain:
            rows = st.integers(0, len(plain) - 1)
            measured = data.draw(st.lists(st.tuples(rows, st.integers(1, 9)), max_size=4))
            heights.correct(measured)
            for row, height in measured:
                plain[row], exact[row] = height, True
        _compare(heights, plain, exact)


def _compare(heights: Heights, plain: list[int], exact: list[bool]) -> None:
    assert len(heights) == len(plain)
    assert heights.total == sum(plain)
    starts = [0, *accumulate(plain)]
    some = {0, 1, 511, 512, 513, len(plain) // 2, len(plain) - 2, len(plain) - 1}
    for row in {row for row in some if 0 <= row < len(plain)}:
        assert heights[row] == plain[row]
        assert heights.is_exact(row) == exact[row]
        assert heights.line_of(row) == starts[row]
        for line in {starts[row], starts[row + 1] - 1}:
            assert heights.row_at(line) == row
    if plain:
        assert heights.row_at(sum(plain) + 5) == len(plain) - 1


def test_nothing_has_no_lines() -> None:
    assert Heights().total == 0


@pytest.mark.parametrize("rows", [511, 512, 513, 1024])
def test_the_end_of_a_block_is_no_special_place(rows: int) -> None:
    heights = Heights()
    heights.replace(0, 0, [2] * rows)
    assert (heights.total, heights.line_of(rows - 1)) == (2 * rows, 2 * rows - 2)
    assert [heights.row_at(line) for line in (0, 1, 2 * rows - 1)] == [0, 0, rows - 1]
    heights.replace(rows - 1, rows, [])
    assert heights.total == 2 * rows - 2
