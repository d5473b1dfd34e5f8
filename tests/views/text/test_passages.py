"""What of a text is quoted, how much of it, and what is left."""

from pathlib import Path
from typing import Final

from debatemap.core.debate import Debate
from debatemap.formats.registry import read_map
from debatemap.texts import load_text
from debatemap.views.text.page import Quoted, TextPage, page_of, quoted_in
from debatemap.views.text.passages_in_use import Passages, QuotedPassage

FOLDER: Final = Path(__file__).parents[2] / "texts/fixture"


def _essay() -> tuple[Debate, TextPage, Quoted]:
    debate = read_map((FOLDER / "ferry.json").read_bytes()).debate
    text = debate.sources["essay"].text
    assert text is not None
    page = page_of(load_text(text, FOLDER))
    return debate, page, quoted_in(debate, "essay", page, {})


def test_passages_have_the_stance_of_their_claims() -> None:
    _, page, quoted = _essay()
    found = {
        each.claim: (each.role, page.text.text[each.start : each.end])
        for each in quoted.passages.quoted
    }
    assert found["crew"][0] == "con"
    assert found["riders"] == ("pro", "the boat carries eighty people a night")
    assert found["keep"] == ("thesis", "The town should keep the ferry for two more years")
    assert (quoted.quotes, quoted.absent) == (4, 1)


def test_what_is_known_of_a_quote_is_not_looked_for_again() -> None:
    debate, page, quoted = _essay()
    known = {key: ((), grade) for key, (_, grade) in quoted.found.items()}
    assert quoted_in(debate, "essay", page, known).passages.quoted != quoted.passages.quoted
    assert quoted_in(debate, "essay", page, quoted.found).found == quoted.found


def test_the_share_counts_sentences_and_not_headings() -> None:
    _, page, quoted = _essay()
    whole = [span for span in page.units.sentences if span[0] not in page.headings]
    everything = Passages([QuotedPassage(*span, "keep") for span in whole], [*page.headings])
    assert everything.coverage(page.units) == 1
    assert everything.next_free(page.units, 0, 1) is None
    assert 0.1 < quoted.passages.coverage(page.units) < 0.2


def test_the_next_free_sentence_goes_round() -> None:
    _, page, quoted = _essay()
    passages, units = quoted.passages, page.units
    seen, at = [], -1
    for _ in range(len(units.sentences) + 1):
        found = passages.next_free(units, at, 1)
        assert found is not None
        if found in seen:
            break
        seen.append(found)
        at = found[0]
    texts = [page.text.text[a:b] for a, b in seen]
    assert texts[0].startswith("The council wants")
    assert "What the ferry costs" not in texts
    assert not any(text.startswith("That figure counts") for text in texts)
    assert passages.next_free(units, seen[0][0], -1) == seen[-1]


def test_overlapping_passages_count_once() -> None:
    passages = Passages(
        [QuotedPassage(0, 10, "a"), QuotedPassage(5, 15, "b"), QuotedPassage(2, 4, "c")]
    )
    assert [each.claim for each in passages.within(12, 13)] == ["b"]
    assert [each.claim for each in passages.within(3, 4)] == ["a", "c"]
    assert [each.claim for each in passages.within(15, 16)] == []
    following = passages.beside(0, 1)
    assert following is not None
    assert following.claim == "c"
