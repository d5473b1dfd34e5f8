"""Words in other forms and spellings: as one word to a search, and to nobody's harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.search import Index, find
from debatemap.core.search_query import Query
from debatemap.core.word_forms import forms_of, stem
from debatemap.edit import reword

FAMILIES = [
    "regulate regulates regulated regulating regulation regulations",
    "decentralise decentralised decentralize decentralized decentralising decentralization",
    "organise organized organisation organizations",
    "colour color colours colored colouring",
    "labour labor labours",
    "behaviour behavior behavioural behaviors",
    "centre center centres centers centred",
    "theatre theaters",
    "defence defense defences",
    "analyse analyze analysing analyzed",
    "programme programs",
    "catalogue catalogs",
    "judgement judgments",
    "fulfil fulfill fulfilled",
    "travelled traveled travelling",
    "paediatric pediatric",
    "sceptical skeptical",
    "grey gray",
    "policy policies",
    "city cities",
    "rate rated rating rates",
    "vaccinate vaccination vaccinated",
]
_HALVES = "regulate decentralise organise policy city rate vaccinate travelled".split()  # noqa: SIM905  (read as a line)
"""Of each, both spellings begin alike, so that half a word finds them all."""
_words = st.sampled_from(" ".join(FAMILIES).split())
_filling = st.sampled_from(["the", "Zürich", "of", "猫", "e\u0301tat", "(sic)", "un-", "d’", "ﬁn"])


@pytest.mark.parametrize("family", FAMILIES)
def test_each_word_of_a_family_finds_each_other(family: str) -> None:
    words = family.split()
    debate = Debate(Header("m"), {word: Claim(f"All “{word}”, they say.") for word in words})
    for word in words:
        assert set(find(debate, word)) == set(words)
        assert set(find(debate, word.upper())) == set(words)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("universe", "university"),
        ("general", "generation"),
        ("policy", "police"),
        ("promise", "premise"),
        ("news", "newt"),
        ("straßen", "straße"),
        ("деревня", "деревни"),
    ],
)
def test_what_is_another_word_is_not_found(typed: str, text: str) -> None:
    assert not Query(typed).fits(text)


def test_words_without_plain_letters_have_no_forms() -> None:
    for word in ("naïve", "猫が", "деревня", "2020s", "co-op", "été", ""):
        assert forms_of(word) is None
        assert stem(word) == word


@pytest.mark.parametrize("query", ["regulation", "regulation open"])
def test_a_word_as_it_was_typed_comes_before_its_other_forms(query: str) -> None:
    texts = {
        "a": "They regulate the open.",
        "b": "No regulation is open.",
        "c": "Open is deregulation.",
        "d": "Regulating what is open.",
    }
    debate = Debate(Header("m", theses=tuple(texts)), {k: Claim(t) for k, t in texts.items()})
    assert find(debate, query) == ["b", "c", "a", "d"]
    assert Index(debate).ranked(query).typed == ["b", "c"]
    assert Index(debate).hits(query, ["d", "c"]) == ["c", "d"]


def test_half_a_word_finds_what_the_whole_one_does() -> None:
    debate = Debate(Header("m"), {"a": Claim("Regulating it."), "b": Claim("Deregulation.")})
    index = Index(debate)
    for length in range(1, len("regulation") + 1):
        assert index.hits("regulation"[:length]) == (["a", "b"] if length < 9 else ["b", "a"])


@given(st.lists(_filling | _words, max_size=6), _words)
def test_highlights_cover_the_words_that_were_hit_and_no_other(
    parts: list[str], typed: str
) -> None:
    line = " ".join(parts)
    marked = [line[start:stop] for start, stop in Query(typed).spans(line)]
    assert marked == [part for part in parts if part.isascii() and stem(part) == stem(typed)]


def test_a_highlight_stands_on_the_right_letters_behind_marks() -> None:
    line = "E\u0301te\u0301 a\u0308 regulates ﬁne cafés"
    assert [line[a:b] for a, b in Query("regulating").spans(line)] == ["regulates"]
    assert [line[a:b] for a, b in Query("caf").spans(line)] == ["caf"]


@given(st.lists(st.lists(_words, max_size=4), max_size=5), st.lists(_words, min_size=1, max_size=3))
def test_what_is_typed_on_finds_what_a_plain_reading_finds(
    texts: list[list[str]], words: list[str]
) -> None:
    claims = {f"c{number}": Claim(" ".join(text)) for number, text in enumerate(texts)}
    index = Index(Debate(Header("m"), claims))
    query = " ".join(words)
    for length in range(1, len(query) + 1):
        typed = query[:length]
        found = index.ranked(typed)
        naive = {
            key for key, claim in claims.items() if typed.strip() and Query(typed).fits(claim.text)
        }
        assert set(found.typed) | set(found.forms) == naive
        assert not set(found.typed) & set(found.forms)


@pytest.mark.parametrize("family", [each for each in FAMILIES if each.split()[0] in _HALVES])
def test_what_a_word_finds_is_found_by_what_is_typed_of_it(family: str) -> None:
    for text in family.split():
        for typed in family.split():
            sizes = [size for size in range(4, len(typed)) if not Query(typed[:size]).fits(text)]
            assert len(sizes) <= 1, (text, [typed[:size] for size in sizes])


def test_forms_follow_an_edit() -> None:
    debate = Debate(Header("m"), {"a": Claim("It rains."), "b": Claim("We regulate.")})
    index = Index(debate)
    assert index.hits("regulation") == ["b"]
    change = reword(debate, "a", "It regulates.")
    debate.apply(change)
    index.follow(change)
    assert sorted(index.hits("regulation")) == ["a", "b"]
