"""The language of filters, against a naive reading of it."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.core.search import Index
from debatemap.edit import EditRefusedError
from debatemap.filtering import Filter, FilterError, FilterFacts, parse_filter
from debatemap.filtering.query_parser import Parser
from tests.edit.verbs import changes, steady_ids
from tests.filtering.naive import Tree, finds, queries, written
from tests.strategies import debates, typed_texts

EDITING = ("add_reply", "add_unplaced", "reword", "set_note", "set_tags", "delete_claim", "cite")


@given(debates(), queries)
def test_a_query_finds_what_a_naive_reading_finds(debate: Debate, tree: Tree) -> None:
    text = written(tree)
    found = parse_filter(text).find(FilterFacts(debate))
    wanted = {claim for claim in debate.claims if finds(debate, claim, tree)}
    if tree[0] == "word":
        # A word alone is looked for in ids, too.
        wanted |= {claim for claim in debate.claims if claim.startswith(text) and len(text) > 2}
    assert found == wanted, text


@given(debates(), st.lists(queries, min_size=1, max_size=4))
def test_queries_in_a_row_find_what_each_finds_alone(debate: Debate, trees: list[Tree]) -> None:
    facts = FilterFacts(debate, Index(debate))
    for tree in trees:
        alone = parse_filter(written(tree)).find(FilterFacts(debate))
        assert parse_filter(written(tree)).find(facts) == alone


@given(debates(least_claims=1), queries, st.lists(st.sampled_from(EDITING), max_size=2), st.data())
def test_each_letter_of_a_query_finds_the_same_with_an_index_that_followed_edits(
    debate: Debate, tree: Tree, verbs: list[str], data: st.DataObject
) -> None:
    index, text = Index(debate), written(tree)
    typed = [text[:end] for end in (1, 2, len(text) // 2, len(text) - 1, len(text))]
    for verb in ["", *verbs]:
        try:
            with steady_ids():
                change = data.draw(changes(debate, verb))() if verb else Change("")
        except EditRefusedError:
            continue
        debate.apply(change)
        index.follow(change)
        facts, plain = FilterFacts(debate, index), FilterFacts(debate)
        for letters in [*typed, *reversed(typed)]:
            asked = parse_filter(letters, is_whole=False)
            assert found_by(asked, facts) == found_by(asked, plain)


def found_by(asked: Filter, facts: FilterFacts) -> set[str] | str:
    try:
        return asked.find(facts)
    except FilterError as error:
        return error.message


@given(debates(), queries)
def test_the_claims_in_order_are_the_same(debate: Debate, tree: Tree) -> None:
    asked, facts = parse_filter(written(tree)), FilterFacts(debate)
    found = asked.find_in_order(facts)
    assert len(found) == len(set(found))
    assert set(found) == asked.find(facts)


@given(debates(), st.one_of(typed_texts, st.text('()"-#: or<>2a', max_size=30)))
def test_a_text_that_is_being_typed_is_read_as_far_as_it_goes(debate: Debate, text: str) -> None:
    asked = parse_filter(text, is_whole=False)
    try:
        asked.find(FilterFacts(debate))
    except FilterError as error:
        assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017  (what it says is tested)


@given(typed_texts)
def test_what_is_wrong_has_a_place_within_the_query(text: str) -> None:
    parser = Parser(text)
    parser.read()
    for fault in parser.faults:
        assert 0 <= fault.start <= fault.end <= len(text)
        assert fault.message
        assert len(fault.pointed(text)) == 2


@given(queries)
def test_a_query_read_whole_is_the_same_as_read_while_it_is_typed(tree: Tree) -> None:
    text = written(tree)
    assert parse_filter(text).tree == parse_filter(text, is_whole=False).tree


def _debate() -> Debate:
    claims = {
        "trains": Claim("Trains are fast.", by="Ann Lee", tags=("cost", "cost of living")),
        "buses": Claim("Buses regulate themselves, which some deny.", note="Said on a bus."),
        "cars": Claim("Cars are loud.", sources=(Citation("s", "so loud", "p. 4", "study"),)),
        "bikes": Claim("Bikes are pro health."),
    }
    links = {
        "p": Link(("buses",), "supports", "trains", "a0"),
        "c": Link(("cars",), "attacks", "trains", "a1"),
        "u": Link(("bikes",), "attacks", "p"),
    }
    sources = {"s": Source("Maria Khan", "The Loud Car", date="2020")}
    ratings = {"Bo": {"cars": 80.0, "trains": 10.0}}
    return Debate(Header("m", theses=("trains",)), claims, links, sources, ratings)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("regulation", "buses"),
        ('"regulation"', ""),
        ("khan", "cars"),
        ("source:khan", "cars"),
        ("source:s", "cars"),
        ('by:"ann lee"', "trains"),
        ("“some deny”", "buses"),
        ("pro", "buses"),
        ('"pro"', "bikes"),
        ("is:undercut", "bikes"),
        ("con or thesis", "cars trains"),
        ("-con -thesis", "bikes buses"),
        ("-(con or thesis) no:note", "bikes"),
        ("con or thesis loud", "cars"),
        ("(con or thesis) loud", "cars"),
        ("#cost", "trains"),
        ("#living", ""),
        ("tag:cost", "trains"),
        ("tag:cos", ""),
        ("kind:study", "cars"),
        ("replies:2", "trains"),
        ("replies:>=1", "trains"),
        ("depth:1..2", "bikes buses cars"),
        ("rated-by:bo", "cars trains"),
        ("under:trains", "bikes buses cars"),
        ("under:bus", "bikes"),
        ("has:undercut", "buses"),
        ("no:reply -undercut", "buses cars"),
        ("note:bus", "buses"),
        ("text:bus", "buses"),
        ("quote:loud", "cars"),
        ("bike", "bikes"),
        ("id:ca", "cars"),
        ("unplaced", ""),
        ("unanswered", "bikes cars"),
        ("strength:>0", "bikes buses cars trains"),
        ("https://example.org", ""),
        ("OR", None),
        ("loud or", None),
        ("(loud", None),
        ('"loud', None),
        ("-", None),
        ("cars - loud", "cars"),
        ("- loud", None),
        ("cars - pro", None),
        ("cars - (pro)", None),
        ("()", None),
        ("loud)", None),
        ("replies:many", None),
        ("kind:studdy", None),
        ("srouce:x", None),
        ("under:nothing", None),
        ("changed", None),
        ("note:", None),
    ],
)
def test_what_each_term_finds(query: str, found: str | None) -> None:
    facts = FilterFacts(_debate())
    if found is None:
        with pytest.raises(FilterError):
            parse_filter(query).find(facts)
    else:
        assert sorted(parse_filter(query).find(facts)) == found.split()


@pytest.mark.parametrize(
    ("query", "repaired"),
    [
        ("cars - pro", "cars -pro"),
        ("rain kin:study", "rain kind:study"),
        ("kind:studdy", "kind:study"),
        ("unanswred:", "unanswered"),
        ("has:nots", "has:note"),
        ("zzzz:x", ""),
    ],
)
def test_a_wrong_term_is_told_with_the_nearest_right_one(query: str, repaired: str) -> None:
    with pytest.raises(FilterError) as caught:
        parse_filter(query)
    assert caught.value.repaired(query) == repaired
    asked = parse_filter(query, is_whole=False)
    assert asked.fault is not None
    assert asked.fault.message == caught.value.message


@pytest.mark.parametrize(
    "query",
    ["rain (", 'rain "', "rain -(", "rain or", "rain by:", "rain -", "rain (-", "rain or (-"],
)
def test_an_end_that_is_not_typed_yet_is_no_fault_and_takes_nothing_away(query: str) -> None:
    asked = parse_filter(query, is_whole=False)
    assert asked.fault is None
    assert asked.tree == parse_filter("rain").tree


def test_all_must_hold_in_any_order() -> None:
    facts = FilterFacts(_debate())
    parts = ["loud", "con", "kind:study", "-thesis", "(cars or buses)"]
    for some in permutations(parts, 3):
        assert parse_filter(" ".join(some)).find(facts) == {"cars"}


def test_brackets_within_one_another_have_a_limit() -> None:
    with pytest.raises(FilterError, match="deep"):
        parse_filter("(" * 60 + "rain" + ")" * 60)


def test_what_was_changed_is_asked_for_only_where_it_is_known() -> None:
    facts = FilterFacts(_debate(), changed=lambda: {"cars"})
    assert parse_filter("changed").find(facts) == {"cars"}


def test_no_judgement_yet_is_told() -> None:
    facts = FilterFacts(_debate(), judgement=lambda: None)
    with pytest.raises(FilterError, match="yet"):
        parse_filter("strength:>10").find(facts)
