"""Where the words of a query stand beside a claim's text, with the words around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Source
from debatemap.core.search_query import Query
from debatemap.core.text import safe_line, width
from debatemap.views.found.beside_text import hit_beside_text, words_around


def debate() -> Debate:
    claim = Claim(
        "Rain falls.",
        note="A remark.",
        tags=("weather",),
        by="Ann Lee",
        sources=(Citation("almanac", "after rain, green", "p. 4"),),
    )
    source = Source("Bo Khan", "The Almanac", "https://example.org/a", "1999")
    return Debate(Header("m", theses=("r4in",)), {"r4in": claim}, {}, {"almanac": source})


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("remark", "note"),
        ("#weather", "tag"),
        ("ann", "author"),
        ("green", "quote"),
        ("khan", "source"),
        ("almanac", "source"),
        ("falls khan", "source"),
        ("r4i", "id"),
    ],
)
def test_it_says_in_what_the_words_stand(query: str, label: str) -> None:
    hit = hit_beside_text(debate(), "r4in", Query(query))
    assert hit is not None
    assert hit.label == label


@pytest.mark.parametrize("query", ["rain", "falls rain", "", "nowhere"])
def test_nothing_is_told_of_words_in_the_text_or_nowhere(query: str) -> None:
    assert hit_beside_text(debate(), "r4in", Query(query)) is None


def test_the_whole_text_is_returned_as_it_is() -> None:
    hit = hit_beside_text(debate(), "r4in", Query("remark"))
    assert hit is not None
    assert (hit.label, hit.text) == ("note", "A remark.")


def test_what_the_text_has_not_is_looked_for_beside_it() -> None:
    hit = hit_beside_text(debate(), "r4in", Query("rain green"))
    assert hit is not None
    assert [word.bare for word in hit.missing.words] == ["green"]


@given(
    st.lists(st.text("abcé漢\u0301 \n", min_size=1, max_size=12), min_size=1, max_size=40),
    st.text("xyz", min_size=1, max_size=6),
    st.integers(0, 40),
    st.integers(24, 60),
)
def test_the_word_is_among_the_words_around_it_within_the_cells(
    texts: list[str], word: str, place: int, cells: int
) -> None:
    texts.insert(place, f" {word} ")
    text = " ".join(texts)
    shown = words_around(text, Query(word), cells)
    assert width(shown) <= cells
    assert word in shown
    assert safe_line(shown) == shown
