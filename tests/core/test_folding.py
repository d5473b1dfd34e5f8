import unicodedata

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.folding import fold, fold_line, marks, without_marks

_LETTERS = "aeiIoszBİıßﬁﬀæøØłđ\u0301\u0302\u0308\u0327\u0323\u0307\u0338éÉǿế\u00a8"
_SCRIPTS = (
    "かがガｶﾞ\u3099한하ㅎㅏกุ\u0e49क्म\u093cйи\u0306ёάςΣᾳשּׁخ\u064e\u200c\u200d\ufe0f🏽👩💻🇩🇪ａＢ’“—- \n"
)
words = st.text(st.one_of(st.sampled_from(_LETTERS), st.sampled_from(_SCRIPTS)), max_size=12)
texts = st.one_of(words, st.text(max_size=12))


@given(texts)
def test_every_spelling_of_a_text_folds_to_the_same(text: str) -> None:
    folded = fold(text)
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert fold(unicodedata.normalize(form, text)) == folded
    # The subscript iota is a mark whose lower case is a letter. Where a character between marks is
    # dropped, their order may be another; it never counts.
    if "\u0345" not in unicodedata.normalize("NFD", text):
        assert sorted(fold(folded)) == sorted(folded)
        assert sorted(fold(text.casefold())) == sorted(folded)


@given(texts, texts)
def test_texts_may_be_folded_piece_by_piece(text: str, other: str) -> None:
    pieces = [fold(grapheme) for grapheme in wcwidth.iter_graphemes(text + other)]
    assert "".join(pieces) == fold(text + other)


@given(texts)
def test_a_text_without_marks_has_none_and_all_else(text: str) -> None:
    folded = fold(text)
    bare = without_marks(folded)
    assert without_marks(bare) == bare
    left = iter(folded)
    assert all(letter in left for letter in bare), "letters keep their order"


@given(texts)
def test_each_character_of_a_folded_line_knows_its_grapheme(line: str) -> None:
    folded, places = fold_line(line)
    assert len(folded) == len(places)
    graphemes = list(wcwidth.iter_graphemes(line))
    for letter, (start, stop) in zip(folded, places, strict=True):
        assert line[start:stop] in graphemes
        assert letter in fold(line[start:stop])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("ﬁnden", "finden"),
        ("ＡＢＣ１", "abc1"),
        ("İIıi", "iiii"),
        ("ΣΑΣ", "σας"),
        ("don’t “so” – well", 'don\'t "so" - well'),
        ("co\u00adoperate", "cooperate"),
        ("می‌خواهم", "میخواهم"),
        ("ﾃﾞﾝｷ", "デンキ"),
        ("Ærø", "aerø"),
    ],
)
def test_what_a_reader_takes_for_one_is_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("accented", "bare"),
    [
        ("Café", "cafe"), ("Zürich", "zurich"), ("Łódź", "lodz"), ("Tiếng Việt", "tieng viet"),
        ("Ελλάδα", "ελλαδα"), ("ёлка", "елка"), ("smørrebrød", "smorrebrod"), ("שָׁלוֹם", "שלום"),
        ("مَدرَسة", "مدرسة"),
    ],
)  # fmt: skip
def test_accents_and_points_are_marks(accented: str, bare: str) -> None:
    assert without_marks(fold(accented)) == fold(bare)


@pytest.mark.parametrize(
    ("one", "other"), [("が", "か"), ("й", "и"), ("กุก", "กก"), ("क्म", "कम"), ("བོད", "བད")]
)
def test_what_makes_another_word_of_it_is_no_mark(one: str, other: str) -> None:
    assert without_marks(fold(one)) != without_marks(fold(other))


def test_a_tower_of_marks_is_cut_before_it_is_put_in_order() -> None:
    tower = "a" + "\u0301\u0323" * 200_000
    assert len(fold(tower)) == 31
    assert len(marks()) < 1_000
