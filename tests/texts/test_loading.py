"""Texts are read as what they are, and a path that a map gives leads to nothing else."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.errors import MapError
from debatemap.core.model import SourceText
from debatemap.core.source_text import fits_text, is_inside, read_text, text_shape
from debatemap.texts import Grade, LoadedText, find_quote, load_text, read_as
from debatemap.texts.load import decoded
from tests.growth import assert_grows_at_most
from tests.strategies import json_values, source_texts

FOLDER = Path(__file__).parent / "fixture"
SRT = """1
00:00:04,000 --> 00:00:09,500
It <i>rains</i>.

2
01:02:03,4 --> 01:02:04,0
Yes.
"""
PAGE = """<!doctype html><html><head><title>T</title><style>p { }</style></head><body>
<h1>The&nbsp;Bridge</h1><p>It is <em>the</em> queue
 that delays&shy; it.<br>And more.</p><script>alert("no")</script><ul><li>One<li>Two</ul>
<pre>  a
  b</pre></body></html>"""


def test_a_page_is_read_as_it_is_seen() -> None:
    text = read_as("html", PAGE).text
    assert text.split("\n") == [
        *("The\u00a0Bridge", "", "It is the queue that delays\u00ad it.", "And more.", ""),
        *("One", "Two", "", "  a", "  b"),
        "",
    ]
    assert find_quote("the queue that delays it", read_as("html", PAGE).index).grade is Grade.FOLDED


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<title>T</title><b>It</b> rains.", ["It rains."]),
        ("It rains.<div>And</div>pours.", ["It rains.", "And", "pours."]),
        ("<p>a\r\nb\rc<br>d\0", ["a b c", "d\ufffd"]),
        ("<p>a<noscript><p>b</p></noscript><template>c<template>d</template></template>e", ["ae"]),
        ("<svg><title>a</title><path/></svg><p>b", ["b"]),
        ("<p>a &lt b &notin; &#x1f600;&#xd800;", ["a < b ∉ 😀\ufffd"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", ["a b", "c"]),
        ("<meta charset=latin-1><p>é", ["é"]),
        ("<p>\ud800", ["?"]),
        ("<script>a = '<p>b'", []),
        ("<?xml version='1.0'?><html><script src='a'/><title/><p>b<br/>c", ["b", "c"]),
        ("", []),
    ],
)
def test_pages_say_what_a_browser_shows(page: str, lines: list[str]) -> None:
    assert [line for line in read_as("html", page).text.split("\n") if line] == lines


def test_the_encoding_of_a_page_is_the_one_that_it_says() -> None:
    for page in (
        b"<meta charset=latin-1><p>\xe9",
        b"<?xml version='1' encoding='latin-1'?><p>\xe9",
    ):
        assert read_as("html", decoded(page, Path("a.html"), "html")).text == "é\n"


def test_markdown_is_found_without_its_marks_and_kept_with_them() -> None:
    text = "# Costs\n\nThe **detour** adds [four\nminutes](https://example.org/a_(b)) *only*.\n"
    read = read_as("markdown", text)
    assert read.text == text
    found = find_quote("The detour adds four minutes only", read.index)
    assert found.grade is Grade.FOLDED
    assert [text[place.start : place.end] for place in found.places] == [text[9:-3]]
    assert find_quote("**detour** adds", read.index).grade is Grade.EXACT
    assert read.mark_at(20) == "Costs"


def test_a_paragraph_of_markdown_that_begins_with_code_has_words() -> None:
    read = read_as("markdown", "```npm install``` runs first.\n\n````js\nx\n````\n")
    assert find_quote("npm install runs first.", read.index).grade is Grade.FOLDED
    assert find_quote("runs first. x", read.index).grade is Grade.FOLDED


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("srt", SRT),
        ("srt", SRT.replace("\n\n", "\n").replace("\n", "\r\n")),
        ("vtt", f"WEBVTT\n\nNOTE no\n\n{SRT.replace(',', '.').replace('Yes', '<v Ann>Yes')}"),
    ],
)
def test_a_cue_is_a_place(kind: str, content: str) -> None:
    read = read_as(kind, content)
    assert read.text.replace("\r", "") == "It rains.\nYes.\n"
    assert read.marks == ((0, "00:00:04"), (10, "01:02:03"))
    found = find_quote("rains. Yes", read.index)
    assert [read.mark_at(place.start) for place in found.places] == ["00:00:04"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        ("café".encode("utf-16"), "café"),
        (b"a\r\nb", "a\r\nb"),
    ],
)
def test_a_text_is_what_its_bytes_say(data: bytes, text: str) -> None:
    assert decoded(data, Path("a.txt")) == text


@pytest.mark.parametrize("data", [b"\x00\x01", b"\x89PNG\r\n\x1a\n\x00", b"caf\xe9"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(MapError, match="no text"):
        decoded(data, Path("a.txt"))


def test_a_page_may_say_its_encoding() -> None:
    page = b"<meta charset='iso-8859-1'><p>caf\xe9"
    assert read_as("html", decoded(page, Path("a.html"), "html")).text == "café\n"
    with pytest.raises(MapError, match="no text"):
        decoded(b"<meta charset='no-such'><p>caf\xe9", Path("a.html"), "html")


def test_a_changed_file_is_known() -> None:
    assert load_text(SourceText("texts/bridge.txt", "0" * 64), FOLDER).has_changed
    assert not load_text(SourceText("texts/bridge.txt"), FOLDER).has_changed


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "..", "../a", "a/../../b", "/etc/passwd", "a//b", "a/", "./a", "~/../a/.."),
        *("C:/a", "a\\b", "a\x00", "a\nb", "con", "NUL.txt", "a.", "a ", " a", "\u202egpj.txt"),
        "a" * 401,
    ],
)
def test_no_path_leaves_the_folder(path: str) -> None:
    assert not is_inside(path)
    assert not fits_text({"file": path})
    with pytest.raises(MapError):
        load_text(SourceText(path or "/"), FOLDER)


def _link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _link_inside(path: Path) -> None:
    path.with_name("real.txt").write_text("It rains.", encoding="utf-8")
    path.symlink_to("real.txt")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    # The name of a socket is short.
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
@pytest.mark.parametrize("make", [_link, _link_inside, _pipe, Path.mkdir, _socket])
def test_what_is_no_regular_file_is_refused(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "a.txt")
    with pytest.raises(MapError):
        load_text(SourceText("a.txt"), tmp_path)


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text("It rains.", encoding="utf-8")
    (tmp_path / "map").mkdir()
    try:
        (tmp_path / "map" / "texts").symlink_to(tmp_path / "out")
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(MapError, match="link"):
        load_text(SourceText("texts/a.txt"), tmp_path / "map")


def test_a_text_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="not there"):
        load_text(SourceText("texts/a.txt"), tmp_path)
    with pytest.raises(MapError, match="the map has none"):
        load_text(SourceText("texts/a.txt"), None)


@given(source_texts)
def test_a_text_comes_back_from_what_the_file_has(text: SourceText | None) -> None:
    if text is not None:
        assert fits_text(text_shape(text))
        assert read_text(text_shape(text)) == text


@given(
    st.one_of(
        json_values,
        st.fixed_dictionaries(
            {},
            optional=dict.fromkeys(("file", "sha256", "lines", "type", "more"), json_values),
        ),
        st.fixed_dictionaries(
            {"lines": st.lists(st.text(max_size=3), max_size=3)}, optional={"type": st.text()}
        ),
    )
)
def test_what_fits_would_be_written_as_it_stands(value: object) -> None:
    if fits_text(value):
        assert text_shape(read_text(value)) == value


@pytest.mark.parametrize("kind", ["plain", "markdown", "html", "srt", "vtt"])
@pytest.mark.parametrize(
    "part",
    [
        *(
            "<a ",
            "<!--",
            "<![",
            "</",
            "&",
            "<a b='",
            "<p>",
            "<pre>",
            "<script>",
            "<svg>",
            "[",
            "](",
        ),
        *("](x", " ", "\n", "- ", "*", "_a", "`", "\x1b[31m", "\u202e", "a\u0301", "-\n", "a-\n"),
        *("00:00:01,000 --> 00:00:02,000\n", "1\n", "<v a>", "<", "'", "a'", "1.", "[…", "\u0905"),
    ],
)
def test_no_text_takes_long(kind: str, part: str) -> None:
    def work(size: int) -> None:
        with suppress(MapError):
            read = read_as(kind, part * (size // len(part)))
            find_quote(part * 50, read.index)
            find_quote(f"{part * 50} word", read.index)

    assert_grows_at_most(12, lambda: work(10_000), lambda: work(40_000), 0.01)


def test_words_of_a_place_have_its_name() -> None:
    text = LoadedText("One.\n\nTwo", "plain", [(0, "One"), (6, "Two")])
    assert [text.mark_at(offset) for offset in (0, 5, 6, 9)] == ["One", "One", "Two", "Two"]
    assert LoadedText("One.").mark_at(2) == ""
