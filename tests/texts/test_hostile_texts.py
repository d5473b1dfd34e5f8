"""A text is as hostile as a map: whatever stands in it is read in bounded time, and told safely."""

import os
import stat
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.errors import MapError
from debatemap.core.model import Citation, SourceText
from debatemap.texts import Grade, LoadedText, find_quote, graded, load_text, read_as
from debatemap.texts.grading import grading_in_words
from debatemap.texts.inside_file import LARGEST
from tests.growth import assert_grows_at_most

EVIL = "\x1b]0;x\x07\u202e\u2066\u200b\x00\r\x9b31m\ufeff[/bold]"
PARTS = (
    *("It", "rains", "not", "7", "<b>", "</p>", "<script>", "&amp", "-->", "#", "[", "](", "…"),
    *("\n", "\n\n", "\r", "00:00:01,000 --> 00:00:02,000", "00:99 -->", "<v a>", "WEBVTT", "-\n"),
    *EVIL,
)
KINDS = ("plain", "markdown", "html", "srt", "vtt")
texts = st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join)


@pytest.mark.skipif(not hasattr(os, "mknod"), reason="no such files here")
def test_a_device_is_not_read(tmp_path: Path) -> None:
    try:
        os.mknod(tmp_path / "zero.txt", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only an administrator makes one")
    with pytest.raises(MapError):
        load_text(SourceText("zero.txt"), tmp_path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(MapError, match="50 MB"):
        load_text(SourceText("huge.txt"), tmp_path)


@given(texts, texts, texts, st.sampled_from(KINDS))
def test_whatever_is_told_of_a_text_has_no_control_characters(
    content: str, quote: str, at: str, kind: str
) -> None:
    text = read_as(kind, content)
    told = grading_in_words(graded(text, Citation("s", quote, at)), at)
    assert not [each for each in told if unicodedata.category(each) in {"Cc", "Cf", "Zl", "Zp"}]


@given(texts, st.sampled_from(KINDS))
def test_whatever_is_read_has_its_marks_in_order_within_it(content: str, kind: str) -> None:
    text = read_as(kind, content)
    offsets = [offset for offset, _ in text.marks]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text.text) for offset in offsets)
    assert text.line_at(len(text.text)) >= 1


@given(texts, texts)
def test_each_place_is_one_of_the_text(content: str, quote: str) -> None:
    found = find_quote(quote, LoadedText(content).index)
    for place in (*found.places, *((found.closest,) if found.closest else ())):
        assert 0 <= place.start < place.end <= len(content)
        assert place.pieces[0][0] == place.start
        assert place.pieces[-1][1] == place.end
    if found.grade is Grade.EXACT:
        assert all(content[place.start : place.end] == quote.strip() for place in found.places)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_are_counted_however_they_end(end: str) -> None:
    text = LoadedText(f"It rains.{end}{end}It pours.{end}")
    assert graded(text, Citation("s", "It pours")).at == "line 3"


@pytest.mark.parametrize("part", ["a b\r", "It rains. ", "a. B ", "\u202ea ", "a-\n"])
def test_a_text_that_says_the_same_throughout_takes_no_longer(part: str) -> None:
    def work(size: int) -> None:
        text = read_as("html", part * (size // len(part)))
        find_quote((part * 20).upper(), text.index)
        find_quote(f"{part * 20} … x", text.index)

    assert_grows_at_most(12, lambda: work(50_000), lambda: work(200_000), 0.01)


@pytest.mark.parametrize(
    "part", ["<!-- a -->", "<p a='b' c=1>", "<b></i>", "<a><b></a>", "<svg></p>"]
)
def test_a_page_that_is_made_to_take_long_takes_no_longer(part: str) -> None:
    def work(size: int) -> None:
        with suppress(MapError):
            read_as("html", part * (size // len(part)))

    assert_grows_at_most(12, lambda: work(250_000), lambda: work(1_000_000), 0.02)


def test_a_page_with_all_in_one_is_read_until_it_is_too_deep(tmp_path: Path) -> None:
    assert read_as("html", "<div>" * 900 + "It rains.").text == "It rains.\n"
    (tmp_path / "deep.html").write_text("<div>" * 100_000 + "It rains.")
    with pytest.raises(MapError, match=r"deep\.html: more than 1,000 of its elements are open"):
        load_text(SourceText("deep.html"), tmp_path)


def test_a_page_with_one_attribute_after_the_other_is_read() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(100_000))
    assert read_as("html", f"<p {attributes}>It rains.").text == "It rains.\n"
