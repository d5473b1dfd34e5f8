import unicodedata
from itertools import pairwise

import pytest
import wcwidth
from hypothesis import example, given

from debatemap.core.folding import fold
from debatemap.core.search_query import Folded, Query
from tests.core.test_folding import texts, words

_NO_MARKS = {0, 8, 9, 84, 91, 103, 118, 129, 130, 132}
Letters = list[tuple[str, set[str]]]


def _letters(folded: str) -> Letters:
    """Returns letters, each with its marks; marks before any letter belong to none."""
    found: Letters = [("", set())]
    for character in folded:
        if unicodedata.combining(character) in _NO_MARKS:
            found.append((character, set()))
        else:
            found[-1][1].add(character)
    return found


def _stands_at(word: Letters, text: Letters) -> bool:
    return all(
        letter == other and asked <= given
        for (letter, asked), (other, given) in zip(word, text, strict=True)
    )


def _occurs(word: str, text: str) -> bool:
    """Tells by the definition whether a word stands in a text."""
    (_, before), *letters = _letters(fold(word))
    known = _letters(fold(text))
    for start in range(1, len(known) - len(letters) + 1):
        marked = before <= known[start - 1][1]
        if marked and _stands_at(letters, known[start : start + len(letters)]):
            return True
    return not letters and any(before <= given for _, given in known)


@given(words, texts)
@example("\u0301", "é")
@example("\u0301a", "éa")
@example("e", "\u0301e")
def test_a_query_fits_what_has_each_of_its_words_by_the_definition(typed: str, text: str) -> None:
    asked = [word for word in typed.split() if fold(word)]
    assert Query(typed).fits(text) == all(_occurs(word, text) for word in asked)


@given(words, texts)
def test_what_is_highlighted_has_a_word_and_cuts_no_letter(typed: str, line: str) -> None:
    query = Query(typed)
    spans = query.spans(line)
    ends = [0]
    for grapheme in wcwidth.iter_graphemes(line):
        ends.append(ends[-1] + len(grapheme))
    for start, stop in spans:
        assert start < stop
        assert {start, stop} <= set(ends)
        assert any(word.is_in(Folded(line[start:stop])) for word in query.words)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    if query.words and query.fits(line):
        outside = Folded(_without(line, spans))
        assert not any(word.is_in(outside) for word in query.words), "each place is marked"


def _without(line: str, spans: list[tuple[int, int]]) -> str:
    for start, stop in reversed(spans):
        line = f"{line[:start]}\x00{line[stop:]}"
    return line


@given(words, words, texts)
def test_what_a_longer_word_implies_holds(one: str, other: str, text: str) -> None:
    folded = Folded(text)
    for word in Query(one).words:
        for less in Query(other).words:
            if word.implies(less) and word.is_in(folded):
                assert less.is_in(folded)


@pytest.mark.parametrize(
    ("typed", "line", "marked"),
    [
        ("cafe", "Im Cafe\u0301 Zürich", ["Cafe\u0301"]),
        ("zur", "Café Zu\u0308rich", ["Zu\u0308r"]),
        ("ue\u0301", "due\u0301 due", ["ue\u0301"]),
        ("é", "e é E\u0301", ["é", "E\u0301"]),
        ("ss", "Straße", ["ß"]),
        ("fin", "ﬁnd İn FIN", ["ﬁn", "FIN"]),
        ("i", "İIıi", ["İ", "I", "ı", "i"]),
        ("abc", "xＡＢＣ", ["ＡＢＣ"]),
        ("👩", "👩\u200d💻!", ["👩\u200d💻"]),
        ("한", "큰 한글", ["한"]),
        ("it", "It is, with it.", ["It", "it", "it"]),
    ],
)
def test_highlights_stand_on_the_letters_as_they_are_written(
    typed: str, line: str, marked: list[str]
) -> None:
    assert [line[start:stop] for start, stop in Query(typed).spans(line)] == marked


@pytest.mark.parametrize(("typed", "name"), [("an le", "Ann Lee"), ("le", "Ana Léa")])
def test_a_name_is_found_by_how_its_words_begin(typed: str, name: str) -> None:
    assert Query(typed).begins_words_of(name)


@pytest.mark.parametrize(("typed", "name"), [("lé", "Ann Lee"), ("nn", "Ann"), ("ann x", "Ann")])
def test_a_name_is_not_found_within_its_words(typed: str, name: str) -> None:
    assert not Query(typed).begins_words_of(name)


def test_nothing_typed_fits_everything_and_marks_nothing() -> None:
    for typed in ("", " \n", "\u200d"):
        assert Query(typed).fits("It rains.")
        assert Query(typed).begins_words_of("It rains.")
        assert Query(typed).spans("It rains. Ü") == []
