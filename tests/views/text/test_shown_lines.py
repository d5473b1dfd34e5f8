"""A text as lines of cells: all of it, within the width, harmless, each cell with its offset."""

from itertools import pairwise
from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from debatemap.core.text import safe, width
from debatemap.views.text.shown_lines import ShownText, blocks_of

TEXTS: Final = st.text(
    st.sampled_from("ab .\n\t\r漢字e\u0301\u200b\u202e\x1b\x9b🏴👩\u200d👩 "), max_size=120
)


@example("a\x1b \u0301", 2)
@given(TEXTS, st.integers(2, 30))
def test_every_line_is_safe_and_fits(text: str, cells: int) -> None:
    shown = ShownText(text, blocks_of(text), cells)
    shown.settle(0, 1_000)
    lines = [shown.line(number) for number in range(shown.height)]
    for line in lines:
        assert line is not None
        assert "\n" not in line.words
        assert safe(line.words) == line.words
        assert width(line.words) <= cells
    assert shown.line(shown.height) is None
    kept = "".join(line.words for line in lines if line is not None)
    assert [c for c in kept if not c.isspace()] == [c for c in safe(text) if not c.isspace()]


@given(TEXTS, st.integers(2, 30), st.integers(0, 120))
def test_a_character_is_found_in_its_line(text: str, cells: int, at: int) -> None:
    shown = ShownText(text, blocks_of(text), cells)
    shown.settle(0, 1_000)
    offset = min(at, len(text))
    line = shown.line(shown.line_of(offset))
    assert line is not None or not text
    if line is not None and line.start <= offset < line.end:
        index = line.index_of(offset)
        found = line.offset_at(width(line.words[:index]))
        # Characters that are not shown have no cell of their own.
        assert found >= offset or line.offsets is not None


def test_a_line_of_megabytes_is_cut_in_blocks() -> None:
    text = "word " * 400_000
    blocks = blocks_of(text)
    assert max(b - a for a, b in pairwise(blocks)) <= 4_000
    shown = ShownText(text, blocks, 80)
    shown.settle(1_000_000, 100)
    line = shown.line(shown.line_of(1_000_000))
    assert line is not None
    assert line.start <= 1_000_000 < line.end + 1
