"""Addresses of links that stand elsewhere in a file of Markdown."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from debatemap.formats.registry import read_map
from tests.growth import assert_grows_at_most

ADDRESSES = "[Smith 2020]: https://smith.example/paper\n[r]: <https://r.example/a_(b>\n"
_PARSER = MarkdownIt()
PARTS = st.sampled_from([
    "a", "[r]", "[R][]", "[t][r]", "[x]", "`[r]`", "\\[r]", "[r](b/c)", "[x][y]", "`", "[", "r]",
    "(r)", "[t] [r]",
])  # fmt: skip


@pytest.mark.parametrize(
    ("words", "text", "urls"),
    [
        ("d [Smith 2020]", "d Smith 2020", ["https://smith.example/paper"]),
        ("d ([smith   2020], [R].)", "d (smith   2020, R.)",
         ["https://smith.example/paper", "https://r.example/a_(b"]),
        ("d [t][r], [r][]", "d t, r", ["https://r.example/a_(b"]),
        ("d [r](https://z.example)", "d r", ["https://z.example"]),
        ("d `[r]` \\[r] [x][y] [x]", "d `[r]` [r] [x][y] [x]", []),
    ],
)  # fmt: skip
def test_a_link_by_its_words_alone_has_its_address(words: str, text: str, urls: list[str]) -> None:
    debate = read_map(f"- A\n  - Pro: {words}\n\n{ADDRESSES}".encode(), "x.md").debate
    (claim,) = (each for each in debate.claims.values() if each.text != "A")
    assert claim.text == text
    assert [debate.sources[each.ref].url for each in claim.sources] == urls


def test_footnotes_and_notes_have_the_addresses_too() -> None:
    text = f"- A[^1]\n  > see [r]\n\n[^1]: As [Smith 2020] says.\n{ADDRESSES}"
    debate = read_map(text.encode(), "x.md").debate
    (claim,) = debate.claims.values()
    assert claim.note == "see [r](https://r.example/a_(b)\nAs Smith 2020 says."
    assert [each.url for each in debate.sources.values()] == ["https://smith.example/paper"]


def test_an_address_that_no_link_names_is_told() -> None:
    imported = read_map(f"- A [r]\n\n{ADDRESSES}".encode(), "x.md")
    assert [(each.kind, each.places) for each in imported.losses] == [
        ("addresses that no link names", ("[smith 2020]",))
    ]


@given(st.lists(PARTS, max_size=8).map(" ".join))
def test_links_are_those_of_commonmark(words: str) -> None:
    text = f"- A {words}.\n\n[r]: https://r.example\n"
    inline = next(token for token in _PARSER.parse(text) if token.type == "inline")
    links = [child for child in inline.children or () if child.type == "link_open"]
    imported = read_map(text.encode(), "x.md")
    found = {source.url for source in imported.debate.sources.values()}
    assert found == {str(link.attrs["href"]) for link in links}
    assert ("https://r.example" in found) == (not imported.losses)


def test_many_brackets_take_time_in_proportion() -> None:
    for part in ("[", "[a", "[r]", "]", "`", "[r]["):
        small, large = (
            f"- a {part * count}\n\n[r]: https://r.example\n".encode() for count in (1_000, 8_000)
        )
        assert_grows_at_most(24, partial(read_map, small, "x.md"), partial(read_map, large, "x.md"))
