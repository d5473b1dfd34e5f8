"""What comes back in a merge because it is named, and what falls because nothing is left of it."""

import pytest

from debatemap.core.model import Citation, Claim, Source
from tests.strategies import sketch
from tests.sync.test_merge import having, links, merged, plain, reported


def test_a_deleted_thesis_that_is_edited_is_a_thesis_again() -> None:
    base = sketch("T S")
    result = merged(base, sketch("T"), having(base, S=Claim("New.")))
    assert result.debate.header.theses == ("T", "S")
    assert reported(result) == [("claims.S", {"text": "S."}, [{"text": "New."}], True, [])]


@pytest.mark.parametrize("inbox", ["", "P Q"])
def test_a_link_that_both_took_premises_from_until_none_is_left_is_dropped(inbox: str) -> None:
    base = sketch("T", inbox=inbox, j="P Q + T", u="U - j")
    one = sketch("T", inbox=inbox, j="Q + T", u="U - j")
    other = sketch("T", inbox=inbox, j="P + T", u="U - j")
    result = merged(base, one, other)
    assert links(result.debate) == {}
    shapes = [{"from": end, "stance": "supports", "to": "T"} for end in "PQ"]
    undercut = {"from": "U", "stance": "attacks", "to": "j"}
    assert reported(result) == [
        ("links.j", {**shapes[0], "with": ["Q"]}, shapes, True, []),
        ("links.u", undercut, [undercut], True, []),
    ]


@pytest.mark.parametrize("inbox", ["", "P Q"])
def test_premises_that_each_took_out_are_out_whichever_stood_first(inbox: str) -> None:
    base = sketch("T", inbox=inbox, j="P Q R + T")
    one, other = sketch("T", inbox=inbox, j="Q R + T"), sketch("T", inbox=inbox, j="P R + T")
    result = merged(base, one, other)
    assert (links(result.debate), reported(result)) == ({"j": "R + T"}, [])


def test_a_premise_stays_that_both_left_though_each_took_out_others_before_it() -> None:
    base = sketch("T", inbox="P Q", j="P Q R + T")
    one, other = (sketch("T", inbox="P Q", j=line) for line in ("R + T", "Q R + T"))
    result = merged(base, one, other)
    assert (links(result.debate), reported(result)) == ({"j": "R + T"}, [])


def test_two_new_first_premises_are_reported() -> None:
    base = sketch("T", inbox="A B", p="P + T")
    one, other = (sketch("T", inbox="A B P", p=line) for line in ("A + T", "B + T"))
    result = merged(base, one, other)
    assert links(result.debate) == {"p": "A + T"}
    assert reported(result) == [("links.p.from", "P", ["A", "B"], False, [])]


def test_a_claim_comes_back_as_a_premise_where_the_other_took_it_out_as_the_target() -> None:
    base = sketch("T P", y="Y + P")
    one, other = sketch("T", y="Y + T"), sketch("T P", y="Y P + P")
    result = merged(base, one, other)
    assert links(result.debate) == {"y": "Y P + T"}
    assert [path for path, *_ in reported(result)] == ["claims.P"]


def test_a_premise_that_is_the_target_too_may_be_taken_out() -> None:
    base = sketch("T", j="P T Q + T")
    result = merged(base, sketch("T", inbox="P", j="T Q + T"), sketch("T", inbox="Q", j="P T + T"))
    assert (links(result.debate), reported(result)) == ({"j": "T + T"}, [])


def test_what_hung_loose_before_is_left_as_it_was() -> None:
    base = sketch("T", p="P + T", u="U - P")
    loose = having(base, P=None, p=None)
    result = merged(base, loose, having(base, T=Claim("New.")))
    assert (links(result.debate), reported(result)) == ({"u": "U - P"}, [])


def test_a_person_may_take_back_the_last_rating_while_another_is_given() -> None:
    base, one, other = (
        having(plain, stances=held) for held in ({"A": {"P": 1}}, {}, {"A": {"P": 1, "T": 2}})
    )
    result = merged(base, one, other)
    assert (result.debate.stances, reported(result)) == ({"A": {"T": 2}}, [])


def test_what_is_rated_anew_comes_back() -> None:
    result = merged(plain, sketch("T", p="P + T"), having(plain, stances={"A": {"U": 5}}))
    assert result.debate.stances == {"A": {"U": 5}}
    assert reported(result) == [("claims.U", {"text": "U."}, [{"text": "U."}], True, ["u"])]


def test_a_source_that_is_cited_anew_comes_back() -> None:
    base = having(plain, b=Source("B."))
    result = merged(base, plain, having(base, P=Claim("P.", sources=(Citation("b"),))))
    assert result.debate.sources == {"b": Source("B.")}
    assert reported(result) == [("sources.b", {"author": "B."}, [{"author": "B."}], True, [])]


def test_a_source_comes_back_where_it_is_cited_once_more_and_was_cited_no_longer() -> None:
    base = having(plain, b=Source("B."), P=Claim("P.", sources=(Citation("b"),)))
    twice = having(base, P=Claim("P.", sources=(Citation("b"), Citation("b", "so"))))
    result = merged(base, plain, twice)
    assert result.debate.claims["P"].sources == (Citation("b", "so"),)
    assert [path for path, *_ in reported(result)] == ["sources.b"]
