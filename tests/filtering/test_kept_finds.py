"""What a term has found is kept while the debate stays as it is, and only then."""

import pytest

from debatemap.core.search import Index
from debatemap.filtering import FilterError, FilterFacts, parse_filter, query_evaluation
from debatemap.judge.judgement import Judgement
from tests.strategies import star

TERMS = ("pro", "con", "unplaced", "has:note", "no:reply", "replies:0", "depth:1", "by:a", "#t")


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_looked_through_once_while_the_query_grows(
    term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    debate = star(30)
    facts = FilterFacts(debate)
    whole = parse_filter(term).find(facts)
    monkeypatch.setattr(query_evaluation._Walk, "_test", _refuse)
    assert parse_filter(term).find(facts) == whole
    assert parse_filter(f"-{term}").find(facts) == debate.claims.keys() - whole
    assert parse_filter(f"{term} claim").find(facts) <= whole


def _refuse(*_: object) -> None:
    raise AssertionError("it is looked through again")


@pytest.mark.parametrize("term", ["strength:>0", "unanswered"])
def test_what_depends_on_the_judgement_is_found_once_that_is_there(term: str) -> None:
    debate = star(30)
    ready: list[Judgement] = []
    facts = FilterFacts(debate, judgement=lambda: ready[0] if ready else None)
    with pytest.raises(FilterError, match="yet"):
        parse_filter(term).find(facts)
    ready.append(Judgement(debate))
    assert parse_filter(term).find(facts) == parse_filter(term).find(FilterFacts(debate))


def test_what_is_changed_is_asked_anew_each_time() -> None:
    changed = set[str]()
    facts = FilterFacts(star(3), changed=lambda: changed)
    assert parse_filter("changed").find(facts) == set()
    changed.update(list(facts.debate.claims)[:1])
    assert parse_filter("changed").find(facts) == changed


def test_letters_are_looked_for_among_those_with_fewer_letters() -> None:
    debate = star(30)
    index = Index(debate)
    for word in ("c", "cl", "claim", "la", "cla", "zzz", "claim"):
        assert sorted(index.hits(word)) == sorted(Index(debate).hits(word))
        assert sorted(index.hits(f"{word} 1")) == sorted(Index(debate).hits(f"{word} 1"))
