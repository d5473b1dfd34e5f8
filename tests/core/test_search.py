from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Source
from debatemap.core.reading_order import read
from debatemap.core.search import Index, find
from debatemap.core.search_query import Query
from debatemap.edit import EditRefusedError
from tests.edit.verbs import VERBS, changes, steady_ids, steps_of
from tests.strategies import debates

_queries = st.one_of(
    st.sampled_from(
        [
            "rains",
            "IT",
            "e",
            "É",
            "é",
            "e\u0301",
            "\u0301",
            "i",
            "a b",
            "  ",
            "",
            "#cost",
            "猫",
            "[/b]",
            "ß",
            "it it",
        ]
    ),
    st.text(max_size=3),
)
_EDITING = (
    "add_reply",
    "add_unplaced",
    "reword",
    "set_field",
    "set_note",
    "set_tags",
    "delete_claim",
    "merge_claims",
    "cite",
    "set_source",
)


def _naive(debate: Debate, query: str) -> list[str]:
    asked = Query(query)
    found = []
    for key, claim in debate.claims.items():
        kinds = [f"kind:{each.kind}" for each in claim.sources if each.kind]
        marks = [f"#{tag}" for tag in claim.tags] + list(dict.fromkeys(kinds))
        cited = [part for each in claim.sources for part in (each.quote, each.at)]
        refs = {each.ref for each in claim.sources}
        named = [", ".join(filter(None, debate.sources[r][:4])) for r in refs & {*debate.sources}]
        text = "\n".join([claim.text, claim.note, claim.by, " ".join(marks), *cited, *named])
        if asked.words and asked.fits(text):
            found.append(key)
    return found


@given(debates(), _queries)
def test_a_claim_is_found_by_parts_of_words_in_its_text_its_note_and_its_tags(
    debate: Debate, query: str
) -> None:
    assert sorted(Index(debate).hits(query)) == sorted(_naive(debate, query))


@given(debates(), _queries, st.data())
def test_among_some_claims_only_those_are_found(
    debate: Debate, query: str, data: st.DataObject
) -> None:
    some = data.draw(st.sets(st.sampled_from(sorted(debate.claims)))) if debate.claims else set()
    assert set(Index(debate).hits(query, some)) == set(_naive(debate, query)) & some


@given(debates(), _queries)
def test_what_is_found_comes_in_reading_order(debate: Debate, query: str) -> None:
    order = read(debate).order
    assert find(debate, query) == sorted(_naive(debate, query), key=order.__getitem__)


@given(
    debates(least_claims=2), st.lists(st.sampled_from(_EDITING), max_size=4), _queries, st.data()
)
def test_an_index_keeps_up_with_edits(
    debate: Debate, verbs: list[str], query: str, data: st.DataObject
) -> None:
    index = Index(debate)
    for step in steps_of(debate, verbs, data):
        index.follow(step)
    assert sorted(index.hits(query)) == sorted(_naive(debate, query))


def test_the_verbs_that_change_words_are_all_tried() -> None:
    assert set(_EDITING) <= VERBS.keys()


def test_search_is_literal_and_knows_no_case() -> None:
    debate = Debate(Header("m"), {"a": Claim("STRASSE (sic) [.*]"), "b": Claim("Straße")})
    assert find(debate, "straße") == ["a", "b"]
    assert find(debate, ".*") == ["a"]
    assert find(debate, "s.c") == []


def test_a_query_without_accents_finds_accented_words_and_one_with_them_only_those() -> None:
    texts = {"a": "Café", "b": "Cafe\u0301", "c": "Cafe", "d": "Cafè"}
    debate = Debate(Header("m"), {key: Claim(text) for key, text in texts.items()})
    assert find(debate, "cafe") == ["a", "b", "c", "d"]
    assert find(debate, "café") == find(debate, "CAFE\u0301") == ["a", "b"]


def test_an_accent_within_a_word_does_not_part_it() -> None:
    texts = {"a": "Zürich", "b": "Zu\u0308rich", "c": "Zurich"}
    debate = Debate(Header("m"), {key: Claim(text) for key, text in texts.items()})
    assert find(debate, "zurich") == ["a", "b", "c"]
    assert find(debate, "rich zur") == ["a", "b", "c"]
    assert find(debate, "zürich") == ["a", "b"]


@given(debates(), st.lists(_queries, min_size=1, max_size=4))
def test_a_query_that_is_typed_on_finds_what_it_finds_alone(
    debate: Debate, typed: list[str]
) -> None:
    index = Index(debate)
    for count in range(1, len(typed) + 1):
        query = "".join(typed[:count])
        assert sorted(index.hits(query)) == sorted(_naive(debate, query))


_keys = st.one_of(st.sampled_from([*"raIn #éßit", "\b", "\b"]), st.sampled_from(_EDITING))


@given(debates(least_claims=1), st.lists(_keys, max_size=10), st.data())
def test_each_key_of_a_query_finds_what_the_whole_finds_alone_also_after_edits(
    debate: Debate, keys: list[str], data: st.DataObject
) -> None:
    index, typed = Index(debate), ""
    with steady_ids():
        for key in keys:
            if key in _EDITING:
                try:
                    change = data.draw(changes(debate, key))()
                except EditRefusedError:
                    continue
                debate.apply(change)
                index.follow(change)
            else:
                typed = typed[:-1] if key == "\b" else typed + key
            naive = sorted(_naive(debate, typed))
            assert sorted(index.hits(typed)) == naive
            assert {*index.all} == debate.claims.keys()
            assert sorted(index.on(debate.snapshot()).hits(typed)) == naive
            for begun in (typed[:2], typed[:3]):
                named = [claim for claim in sorted(debate.claims) if claim.startswith(begun)]
                assert index.ids_from(begun) == named


class _Counted(str):
    """A text that counts how often it is looked through."""

    __slots__ = ()
    looks = 0

    def __contains__(self, sought: object) -> bool:
        _Counted.looks += 1
        return super().__contains__(sought)  # type: ignore[operator]  # as a text does


def test_a_word_that_is_typed_on_is_looked_for_among_what_its_beginning_found() -> None:
    claims = {f"n{number}": Claim("Nothing of it.") for number in range(500)}
    claims |= {"a": Claim("Who has power?"), "b": Claim("The powers that be.")}
    index = Index(Debate(Header("m"), claims))
    index._bare = [_Counted(text) for text in index._bare]
    for typed in ("p", "po", "pow"):
        index.hits(typed)
    assert _Counted.looks >= 502
    _Counted.looks = 0
    for typed in ("powe", "power", "powers"):
        assert sorted(index.hits(typed)) == ["a", "b"]
    assert _Counted.looks < 100


def test_the_longest_word_is_looked_for_first() -> None:
    assert [word.bare for word in Query("to weigh to BE").words] == ["weigh", "be", "to"]


def test_a_note_that_is_added_is_found() -> None:
    debate = Debate(Header("m"), {"a": Claim("It rains.")})
    index = Index(debate)
    change = edit.set_note(debate, "a", "as the almanac says")
    debate.apply(change)
    index.follow(change)
    assert index.hits("almanac") == ["a"]


def test_an_index_of_a_copy_stays_as_it_is_while_the_other_follows() -> None:
    source = Source(title="An almanac")
    debate = Debate(
        Header("m"),
        {"a": Claim("Rain.", sources=(Citation("s"),)), "b": Claim("Été.")},
        {},
        {"s": source},
    )
    index = Index(debate)
    other = index.on(debate.snapshot())
    change = edit.reword(debate, "b", "Rain in été.")
    debate.apply(change)
    index.follow(change)
    assert sorted(index.hits("rain")) == ["a", "b"]
    assert other.hits("rain") == ["a"]
    assert other.hits("été") == ["b"]
    assert other.hits("almanac") == ["a"]
