"""Widths that are told without the tables of wcwidth are those that it tells."""

import sys

import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.cells import graphemes, is_narrow, width
from debatemap.core.text import safe_line, wrap

NARROW = [chr(code) for code in range(0x20, sys.maxunicode + 1) if is_narrow(chr(code))]


def test_every_narrow_character_takes_one_cell() -> None:
    assert {"é", "“", "…", "−", "⊣", "│"} <= {*NARROW}
    assert not {"漢", "\u0301", "\u200d", "\u00ad", "\ufe0f"} & {*NARROW}
    assert [sign for sign in NARROW if sign != "\x7f" and wcwidth.wcwidth(sign) != 1] == []


COMBINING = ["漢", "\u0301", "🇩", "🇪", "\u200d", "👩", "\ufe0f"]
JOINING = [
    "\N{TAMIL SIGN VIRAMA}",
    "க",
    "\N{SINHALA SIGN AL-LAKUNA}",
    "क",
    "\N{DEVANAGARI SIGN VIRAMA}",
]


@given(st.text(st.sampled_from([*NARROW, *COMBINING, *JOINING]) | st.characters()).map(safe_line))
def test_a_line_is_as_wide_as_its_graphemes_are_together(text: str) -> None:
    each = list(wcwidth.iter_graphemes(text))
    assert list(graphemes(text)) == each
    assert width(text) == sum(max(0, wcwidth.wcswidth(one)) for one in each)


def test_letters_without_a_vowel_take_cells_of_their_own() -> None:
    assert width("க்ட்ட") == width("ක්ට්ට") == 3
    # These join in their script, and take two cells at most.
    assert width("क्ट्ट") == 2
    assert width("ක්漢") == 3


@given(st.text(st.sampled_from("ab é“”… ")), st.integers(1, 9))
def test_narrow_lines_break_as_wide_ones_do(text: str, cells: int) -> None:
    wide = text.replace("é", "e\u0301")
    assert wrap(text, cells) == [line.replace("e\u0301", "é") for line in wrap(wide, cells)]
