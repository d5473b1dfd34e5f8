"""A search of a text finds the sentences that have its words, as a search of a map does."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.search_query import Query
from debatemap.views.text.text_matches import SearchedText, TextMatches, words_of
from debatemap.views.text.units import TextUnits

TEXT = (
    "The café closes.\n\nIt is a long\n   night. The cafe\u0301 was full. Nobody regulates cafes."
)


def found_in(text: str, typed: str) -> TextMatches:
    return SearchedText(TextUnits(text)).find(words_of(typed))


def marked(text: str, typed: str) -> list[str]:
    return [text[a:b] for a, b in found_in(text, typed).spans_within(0, len(text))]


def test_letters_are_found_however_they_are_spelt_and_accents_where_they_are_typed() -> None:
    assert marked(TEXT, "cafe") == ["café", "cafe\u0301", "cafes"]
    assert marked(TEXT, "CAFÉ") == marked(TEXT, "cafe\u0301") == ["café", "cafe\u0301"]
    assert marked(TEXT, "regulation") == ["regulates"]


def test_words_are_found_in_any_order_and_a_phrase_as_it_stands_over_lines() -> None:
    assert marked(TEXT, "full café") == ["cafe\u0301", "full"]
    assert marked(TEXT, '"long night') == ["long\n   night"]
    assert not marked(TEXT, '"night long"')
    assert not marked(TEXT, "closes full")
    assert not marked(TEXT, ' "" ')


def test_one_goes_from_each_sentence_to_the_next_and_round() -> None:
    found = found_in(TEXT, "cafe")
    assert len(found) == 3
    first, second, third = (found.beside(offset, 1) for offset in (-1, 0, 60))
    assert [each and each[0] for each in (first, second, third)] == [0, 1, 2]
    assert found.beside(len(TEXT), 1) == first == found.beside(40, -1)
    assert found.beside(0, -1) == third
    assert found.nearest(5) == (0, 16)
    assert found.nearest(len(TEXT)) == (0, 16)
    assert found_in(TEXT, "zzz").beside(0, 1) is None


@given(
    st.text(st.sampled_from("ab éE\u0301. \n\tß-\u00adﬁ"), max_size=60),
    st.text(st.sampled_from('ab éeß\u0301fi"'), max_size=6),
)
def test_what_is_marked_has_a_word_that_was_typed(text: str, typed: str) -> None:
    found, words = found_in(text, typed), words_of(typed)
    for start, end in found.spans_within(0, len(text)):
        part = " ".join(text[start:end].split())
        assert any(Query.of([word]).spans(part) for word in words.words)
    whole = found_in(unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", typed))
    assert len(whole) == len(found)
