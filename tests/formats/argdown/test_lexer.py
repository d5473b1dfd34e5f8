"""Tokens: plain lines taken at once are the same as token by token; files known by content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.formats.argdown.format import Argdown
from debatemap.formats.argdown.lexer import Lexed, tokenize
from debatemap.formats.argdown.tokens import TEXT, LexerError
from debatemap.formats.registry import format_of
from tests.formats.argdown.large import large_text
from tests.formats.argdown.texts import random_soup, random_text


def joined(lexed: Lexed) -> list[tuple[int, str]]:
    """Returns kinds and values, with texts in a row put together."""
    made: list[tuple[int, str]] = []
    for kind, value, _ in lexed.tokens:
        if kind == TEXT and made and made[-1][0] == TEXT:
            made[-1] = (TEXT, made[-1][1] + value)
        else:
            made.append((kind, value))
    return made


def check(text: str) -> None:
    text = text.replace("\r\n", "\n")
    try:
        slowly = tokenize(text, by_lines=False)
    except LexerError:
        with pytest.raises(LexerError):
            tokenize(text)
        return
    at_once = tokenize(text)
    assert joined(at_once) == joined(slowly)
    assert at_once.stray_indents == slowly.stray_indents


@given(st.integers(0, 10**6))
def test_plain_lines_are_taken_at_once(seed: int) -> None:
    check(random_text(seed))
    check(random_soup(seed))


@given(st.text(st.sampled_from("ab.:,;()[]<>{}#*_-+=@/\\' \t\n")))
def test_any_signs_are_taken_at_once(text: str) -> None:
    check(text)


def test_a_large_text_is_taken_at_once() -> None:
    check(large_text(2_000))


@pytest.mark.parametrize(
    "text",
    [
        "===\ntitle: T\n===\n\nx", "[A]: a\n", "<A>: a\n", "x\n  + <A>: a\n", "# H\n\n[A b]: c\n",
        "[A]\n  - <B c>\n", "(1) a\n(2) b\n-----\n(3) c\n", "// note\n\n[A]: b\r\n  -> [C]: d\r\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_are_known_by_their_content(text: str, encoding: str) -> None:
    assert format_of(text.encode(encoding), "x.txt").name == "argdown"


@pytest.mark.parametrize(
    "text",
    [
        "", "- a\n  - b\n", "+ a\n  - b\n", "# Title\n\nText, [a link](http://x.y) and more.\n",
        "Text.\n\n[1]: https://example.org/s\n[^1]: A note.\n", "<html>\n<a>: b\n</html>",
        "1. a\n2. b\n", '{"nodes": []}', "<?xml version='1.0'?>\n<opml>\n</opml>",
        "---\ntitle: T\n---\n\n# H\n",
        "Discussion Title: T\n\n1. A.\n1.1. Pro: B.\n", "* TODO a :tag:\n** b\n",
        "a: 1\nb:\n  - c\n",
        "p af 2\n1 2\n", "arg(a).\natt(a,b).\n", "1\n2\n#\n1 2\n",
    ],
)  # fmt: skip
def test_files_of_other_formats_are_left_to_them(text: str) -> None:
    assert not Argdown().sniff(text.encode())
