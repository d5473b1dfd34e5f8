from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.text import wrap
from debatemap.views.outline import Layout
from tests.strategies import file_texts


@given(st.integers(1, 500), st.integers(0, 1000))
def test_the_parts_of_a_row_fill_its_width(width: int, depth: int) -> None:
    layout = Layout(width)
    head = layout.CURSOR + layout.indent(depth) + layout.FOLD + layout.SIGN
    assert layout.words(depth) >= 1
    total = head + layout.words(depth) + layout.right
    assert total == width or (total > width and layout.words(depth) == 1)


@given(st.integers(40, 500), st.integers(0, 1000))
def test_words_have_room_at_every_depth(width: int, depth: int) -> None:
    layout = Layout(width)
    assert layout.words(depth) >= 19
    assert layout.indent(depth) == 2 * min(depth, layout.deepest)


def test_marks_stand_where_there_is_room() -> None:
    assert Layout(59).marks == 0
    assert Layout(60).marks > 0


@given(st.integers(1, 120), st.integers(0, 30), file_texts, st.integers(1, 400))
def test_a_row_is_as_high_as_its_lines_and_never_beyond_measure(
    width: int, depth: int, text: str, times: int
) -> None:
    layout, words = Layout(width), text * times
    lines = layout.lines(words, depth)
    assert layout.height(words, depth) == len(lines) <= layout.MOST_LINES
    whole = wrap(words, layout.words(depth))
    if len(whole) < layout.MOST_LINES and len(words) <= layout.MOST_LINES:
        assert lines == whole
    if lines != whole:
        assert lines[-1] == "…"
