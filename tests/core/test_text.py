"""Text is made safe, measured and wrapped: what holds for any text."""

import sys
import unicodedata
from collections.abc import Callable
from functools import partial
from itertools import count, pairwise

import pytest
import wcwidth
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from debatemap.core.text import clean, count_lines, excerpt, safe, safe_line, width, wrap
from tests.growth import assert_grows_at_most

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u200b\u2060\u2061\u2062\u2063\u2064\u206a\u206f\ufeff\ufff9\ufffa\ufffb"
CONTROLS = "".join(map(chr, [*range(32), 127, *range(0x80, 0xA0)]))
FLAG_OF_WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
FAMILY = "👩\u200d👩\u200d👧\u200d👦"
GAPS = str.maketrans("", "", " \n")
SCRIPTS = (
    "漢字かな",
    "한국어",
    "é",
    "e\u0301\u0323",
    FAMILY,
    "🇩🇪",
    FLAG_OF_WALES,
    "❤\ufe0f",
    "👍🏽",
)

texts = st.one_of(
    st.text(),
    st.text(st.characters(), max_size=60),
    st.text(
        st.sampled_from(
            [*CONTROLS, *BIDI, *INVISIBLE, *"ab \u0301\u0344\ud800\u2028\u200d\ufb1d漢"]
        ),
        max_size=80,
    ),
    st.lists(st.sampled_from([*SCRIPTS, " ", "word ", "\n", "क्षि", "\t"]), max_size=40).map(
        "".join
    ),
)
widths = st.integers(1, 30)
quick = settings(max_examples=300)


def forbidden(text: str, allowed: str) -> list[str]:
    """Returns the characters that can drive a terminal or turn a line around."""
    hostile = (*BIDI, *INVISIBLE)
    return [
        c
        for c in text
        if c not in allowed and (unicodedata.category(c) in ("Cc", "Cs") or c in hostile)
    ]


@quick
@given(texts)
def test_cleaned_text_holds_no_control_but_line_feed_and_tab(text: str) -> None:
    assert not forbidden(clean(text), "\n\t")


@quick
@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert safe(safe(text)) == safe(text)
    assert safe_line(safe_line(text)) == safe_line(text)


@quick
@given(texts)
def test_cleaned_text_is_in_normal_form_c(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text))


@quick
@given(texts)
def test_safe_text_holds_no_control_but_the_line_feed(text: str) -> None:
    assert not forbidden(safe(text), "\n")
    assert not forbidden(safe_line(text), "")


def test_every_character_is_made_safe() -> None:
    everything = "".join(chr(code) for code in range(sys.maxunicode + 1))
    assert not forbidden(clean(everything), "\n\t")


@pytest.mark.parametrize(
    "text",
    ["It rains.", "Ça coûte cher.", "漢字", "a\tb\nc", "\u0645\u06cc\u200c\u062e\u0648", *SCRIPTS],
)
def test_harmless_text_is_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_break_becomes_a_line_feed(line_break: str) -> None:
    assert clean(f"a{line_break}b") == "a\nb"


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\x9b2J", "2J"),
        ("\u202etxt.exe", "txt.exe"),
        ("a\ud800b", "ab"),
        ("\U000e0041a\U000e007f", "a"),
        ("\U0001f3f4\U000e0067", "\U0001f3f4"),
    ],
)
def test_hostile_characters_go_and_the_words_stay(hostile: str, left: str) -> None:
    assert clean(hostile) == left


def test_a_flag_of_tag_characters_is_kept_whole() -> None:
    assert clean(f"{FLAG_OF_WALES}!") == f"{FLAG_OF_WALES}!"


@pytest.mark.parametrize("mark", ["\u0301", "\u0344", "\u0f73"])
def test_a_tower_of_marks_is_cut_down(mark: str) -> None:
    tower = clean("a" + mark * 1000)
    assert len(tower) <= 31
    assert clean(tower) == tower


@quick
@given(texts, widths)
@example("\u0301 a漢", 2)
def test_every_wrapped_line_fits_unless_it_is_one_wide_grapheme(text: str, cells: int) -> None:
    for line in wrap(text, cells):
        graphemes = [g for g in wcwidth.iter_graphemes(line) if width(g)]
        assert width(line) <= cells or len(graphemes) == 1


@quick
@given(texts, widths)
def test_counting_lines_agrees_with_wrapping(text: str, cells: int) -> None:
    assert count_lines(text, cells) == len(wrap(text, cells))


@quick
@given(texts, widths)
def test_wrapping_loses_nothing_but_a_space_or_a_line_feed_at_each_break(
    text: str, cells: int
) -> None:
    lines, whole = wrap(text, cells), safe(text)
    assert "".join(lines).translate(GAPS) == whole.translate(GAPS)
    assert len(whole) - len("".join(lines)) < len(lines)


@quick
@given(
    st.lists(st.sampled_from(["a", "few", "words", "été", "漢字", "🇩🇪"]), min_size=1),
    st.integers(6, 30),
)
def test_words_that_fit_are_never_broken(words: list[str], cells: int) -> None:
    lines = wrap(" ".join(words), cells)
    assert [word for line in lines for word in line.split(" ")] == words


@quick
@given(
    st.lists(st.sampled_from(["a", "few", "words", "été", "漢字", "🇩🇪"]), min_size=1),
    st.integers(6, 30),
)
def test_no_line_ends_before_it_must(words: list[str], cells: int) -> None:
    for line, after in pairwise(wrap(" ".join(words), cells)):
        assert width(f"{line} {after.split(' ')[0]}") > cells


@quick
@given(texts, st.integers(0, 60))
def test_an_excerpt_is_one_safe_line_that_fits(text: str, cells: int) -> None:
    short = excerpt(text, cells)
    assert width(short) <= cells
    assert not forbidden(short, "")


@quick
@given(texts)
def test_an_excerpt_is_the_whole_line_where_that_fits(text: str) -> None:
    line = safe_line(text)
    cells = max(width(line), len(text))
    assert excerpt(text, cells) == line


@quick
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_width_is_never_negative_nor_more_than_two_a_character(text: str) -> None:
    line = safe_line(text)
    assert 0 <= width(line) <= 2 * len(line)


@quick
@given(st.lists(st.sampled_from([*SCRIPTS, "word", " "]), max_size=20).map("".join))
def test_width_agrees_with_the_screen_library(text: str) -> None:
    assert width(safe_line(text)) == cell_len(safe_line(text))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("漢字", 4),
        ("한국", 4),
        (FAMILY, 2),
        ("🇩🇪", 2),
        (FLAG_OF_WALES, 2),
        ("❤\ufe0f", 2),
        ("👍🏽", 2),
        ("e\u0323\u0301", 1),
        ("नमस्ते", 4),
    ],
)
def test_width_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    "of_size",
    [
        pytest.param(lambda size: "a" + "\u0301" * size, id="combining marks"),
        pytest.param(lambda size: "\u0327\u0301" * (size // 2), id="marks to be sorted"),
        pytest.param(lambda size: "漢" * size, id="one word of wide characters"),
        pytest.param(lambda size: "né " * (size // 3), id="words"),
        pytest.param(lambda size: " " * size + "é", id="spaces"),
        pytest.param(lambda size: "👩\u200d" * (size // 2), id="joined emoji"),
        pytest.param(lambda size: "x" * size, id="one ASCII word"),
        pytest.param(lambda size: "é\n" * (size // 2), id="lines"),
    ],
)
def test_ten_times_the_text_takes_not_much_more_than_ten_times_the_time(
    of_size: Callable[[int], str],
) -> None:
    attempts = count()
    texts = {size: of_size(size) for size in (10_000, 100_000)}

    def wrapped(size: int) -> None:
        text = f"{texts[size]}{next(attempts)}"  # another text each time, or a cache answers
        wrap(text, 40)
        excerpt(text)

    assert_grows_at_most(40, partial(wrapped, 10_000), partial(wrapped, 100_000), least=0.001)


def test_the_dots_of_an_excerpt_stay_with_the_word_before_them() -> None:
    assert wrap("under “Many eyes …”", 18) == ["under “Many", "eyes …”"]
    assert wrap("Wonderful …", 9) == ["Wonderful", "…"], "there is no room for both"
