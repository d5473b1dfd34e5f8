"""Widths that are told without the tables of wcwidth are those that it tells."""

import sys

import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.cells import graphemes, is_narrow, width
from debatemap.core.text import wrap

NARROW = [chr(code) for code in range(0x20, sys.maxunicode + 1) if is_narrow(chr(code))]


def test_every_narrow_character_takes_one_cell() -> None:
    assert {"é", "“", "…", "−", "⊣", "│"} <= {*NARROW}
    assert not {"漢", "\u0301", "\u200d", "\u00ad", "\ufe0f"} & {*NARROW}
    assert [sign for sign in NARROW if sign != "\x7f" and wcwidth.wcwidth(sign) != 1] == []


@given(st.text(st.sampled_from([*NARROW, "漢", "\u0301", "🇩", "🇪", "\u200d", "👩", "\ufe0f"])))
def test_widths_and_graphemes_are_those_of_wcwidth(text: str) -> None:
    assert width(text) == max(0, wcwidth.wcswidth(text)) or text.isascii()
    assert list(graphemes(text)) == list(wcwidth.iter_graphemes(text))


@given(st.text(st.sampled_from("ab é“”… ")), st.integers(1, 9))
def test_narrow_lines_break_as_wide_ones_do(text: str, cells: int) -> None:
    wide = text.replace("é", "e\u0301")
    assert wrap(text, cells) == [line.replace("e\u0301", "é") for line in wrap(wide, cells)]
