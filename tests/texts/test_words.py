"""The form in which the words of texts are compared."""

from debatemap.texts.words import folded_word


def test_a_word_with_more_marks_than_anybody_writes_is_cut_to_some() -> None:
    # To put all of these in order would take minutes.
    word = folded_word("a" + "\u0316\u0301" * 200_000)
    assert word.startswith("á")
    assert len(word) < 100
    assert folded_word("a\u0316\u0301") == folded_word("a\u0301\u0316") == "á\u0316"
