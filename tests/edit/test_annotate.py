import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Source
from debatemap.core.search import find
from debatemap.edit import EditRefusedError
from debatemap.formats.native.codec import dump, parse

BOOK = Source("Ali Khan", "Short take", "https://example.org", "2024")


def debate_with_sources() -> Debate:
    claims = {
        "a": Claim("A.", sources=(Citation("s", "word for word", "p. 4"), Citation("t"))),
        "b": Claim("B.", sources=(Citation("t"),)),
    }
    sources = {"s": BOOK, "t": Source(title="Another", extra={"doi": "10.1"})}
    return Debate(Header("m"), claims, sources=sources)


def test_rewording_changes_the_words_and_nothing_else() -> None:
    debate = debate_with_sources()
    change = edit.reword(debate, "a", " Better. ")
    assert change.said == "reword “A.”"
    assert change.claims == {"a": (debate.claims["a"], debate.claims["a"]._replace(text="Better."))}


def test_rewording_to_the_same_words_is_no_change() -> None:
    assert not edit.reword(debate_with_sources(), "a", "A.")


def test_a_note_is_set_and_an_empty_one_removes_it() -> None:
    debate = debate_with_sources()
    debate.apply(edit.set_note(debate, "a", "one\r\ntwo\n\n"))
    assert debate.claims["a"].note == "one\ntwo"
    change = edit.set_note(debate, "a", " ")
    assert change.said == "drop the note on “A.”"
    debate.apply(change)
    assert debate.claims["a"].note == ""


def test_tags_are_single_lines_without_hash_and_stand_once() -> None:
    debate = debate_with_sources()
    debate.apply(edit.set_tags(debate, "a", ["#cost", "cost", " a\nb ", "", "\x1b", "é"]))
    assert list(debate.claims["a"].tags) == ["cost", "a b", "é"]
    debate.apply(edit.set_tags(debate, "a", []))
    assert not debate.claims["a"].tags


def test_author_and_title_are_single_lines() -> None:
    debate = debate_with_sources()
    debate.apply(edit.set_author(debate, "a", "Ann\nLee\x1b"))
    debate.apply(edit.set_title(debate, " Open\tsource "))
    assert debate.claims["a"].by == "Ann Lee"
    assert debate.header.title == "Open source"


def test_a_source_is_added_and_cited_in_one_step() -> None:
    debate = debate_with_sources()
    change = edit.add_source(
        debate, "b", BOOK._replace(author="Ali\nKhan"), quote=" so ", at="p. 1"
    )
    [ref] = change.sources
    debate.apply(change)
    assert debate.sources[ref] == BOOK
    assert debate.claims["b"].sources == (Citation("t"), Citation(ref, "so", "p. 1"))


def test_a_source_that_says_nothing_is_refused() -> None:
    with pytest.raises(EditRefusedError, match="needs an author, a title or an address"):
        edit.add_source(debate_with_sources(), "a", Source(" ", "\x1b", date="2024"))


def test_a_source_is_changed_for_all_who_cite_it_and_keeps_what_is_unknown() -> None:
    debate = debate_with_sources()
    debate.apply(edit.set_source(debate, "t", BOOK))
    assert debate.sources["t"] == BOOK._replace(extra={"doi": "10.1"})


def test_citing_twice_in_the_same_words_is_citing_once() -> None:
    debate = debate_with_sources()
    debate.apply(edit.cite(debate, "a", "s", quote="word for word", at="p. 4"))
    assert debate.claims["a"].sources == (Citation("t"), Citation("s", "word for word", "p. 4"))


def test_the_last_citation_takes_its_source_along() -> None:
    debate = debate_with_sources()
    debate.apply(edit.uncite(debate, "a", 1))
    assert set(debate.sources) == {"s", "t"}
    debate.apply(edit.uncite(debate, "a", 0))
    assert set(debate.sources) == {"t"}
    assert debate.claims["a"].sources == ()


@pytest.mark.parametrize("index", [-1, 2])
def test_a_citation_that_is_not_there_cannot_be_removed(index: int) -> None:
    with pytest.raises(EditRefusedError):
        edit.uncite(debate_with_sources(), "a", index)


def test_an_unknown_source_is_neither_cited_nor_changed() -> None:
    debate = debate_with_sources()
    with pytest.raises(EditRefusedError, match="no source nothing"):
        edit.cite(debate, "a", "nothing")
    with pytest.raises(EditRefusedError, match="no source nothing"):
        edit.set_source(debate, "nothing", BOOK)


def test_a_rating_is_recorded_changed_and_taken_back() -> None:
    debate = debate_with_sources()
    debate.apply(edit.rate(debate, "a", " ann\n", 80))
    debate.apply(edit.rate(debate, "b", "ann", 0))
    debate.apply(edit.rate(debate, "a", "ann", 100))
    assert debate.stances == {"ann": {"a": 100, "b": 0}}
    debate.apply(edit.rate(debate, "a", "ann", None))
    debate.apply(edit.rate(debate, "b", "ann", None))
    assert debate.stances == {}


@pytest.mark.parametrize("value", [-1, 100.1, float("nan"), float("inf")])
def test_a_rating_out_of_range_is_refused(value: float) -> None:
    with pytest.raises(EditRefusedError, match="from 0 to 100"):
        edit.rate(debate_with_sources(), "a", "ann", value)


def test_a_rating_needs_somebody_and_something() -> None:
    with pytest.raises(EditRefusedError, match="name of a person"):
        edit.rate(debate_with_sources(), "a", " \x1b", 5)
    with pytest.raises(EditRefusedError, match="no claim or link nothing"):
        edit.rate(debate_with_sources(), "nothing", "ann", 5)


def test_a_citation_gets_a_kind_in_place_of_one_that_is_unknown() -> None:
    debate = debate_with_sources()
    cited = Citation("t", extra={"kind": "rumour", "k": 1})
    debate = Debate(debate.header, {"b": Claim("B.", sources=(cited,))}, {}, debate.sources)
    debate.apply(edit.recite(debate, "b", 0, BOOK, quote="so", kind="study"))
    assert debate.claims["b"].sources == (Citation("t", "so", kind="study", extra={"k": 1}),)
    assert find(debate, "kind:study") == ["b"]
    assert find(debate, "kind:news") == []


def test_a_kind_that_is_none_is_refused() -> None:
    with pytest.raises(EditRefusedError, match="one of study, statistic"):
        edit.cite(debate_with_sources(), "b", "s", kind="rumour")


@pytest.mark.parametrize("kind", ['"study"', '"rumour"', '""', "5", "null"])
def test_any_kind_loads_and_keeps_its_place(kind: str) -> None:
    written = dump(debate_with_sources()).decode()
    begin, at, rest = written.partition('"at": "p. 4"')
    between = "," + begin[begin.rindex("\n") :]
    more = between.join((at, '"a": 1', f'"kind": {kind}', '"z": 2'))
    held = (begin + more + rest).encode()
    debate = parse(held).debate
    assert dump(debate) == held
    assert debate.claims["a"].sources[0].kind == ("study" if kind == '"study"' else "")


def test_any_field_that_is_written_as_words_is_set_by_one_verb() -> None:
    debate = debate_with_sources()
    for name, typed, held, said in (
        ("text", " It\n snows. ", "It\n snows.", "reword “A.”"),
        ("note", "one\ntwo\n", "one\ntwo", "write the note on “It snows.”"),
        ("note", "\x1b\n", "", "drop the note on “It snows.”"),
        ("tags", "cost, #law,,cost", ("cost", "law"), "tag “It snows.”"),
        ("by", " Ada\x1b ", "Ada", "say who “It snows.” is by"),
        ("created", "2026-01-03", "2026-01-03", "set the date of “It snows.”"),
        ("created", "", "", "drop the date of “It snows.”"),
    ):
        change = edit.set_field(debate, "a", name, typed)
        debate.apply(change)
        assert (getattr(debate.claims["a"], name), change.said) == (held, said)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("nothing", "x", "claims have no field nothing"),
        ("extra", "x", "claims have no field extra"),
        ("sources", "x", "the sources of a claim cannot be written as words"),
        ("text", " ", "a claim needs words"),
    ],
)
def test_what_no_field_can_hold_is_refused(name: str, value: str, why: str) -> None:
    with pytest.raises(edit.EditRefusedError, match=why):
        edit.set_field(debate_with_sources(), "a", name, value)
