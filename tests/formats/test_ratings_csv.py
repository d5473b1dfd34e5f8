"""Ratings read from a table, long or wide, on three scales."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.errors import MapError
from debatemap.formats.ratings_csv import GivenRating, read_ratings

WIDE = b"participant,group-id,n-votes,c1,c2\n0,1,2,1,-1\n1,0,1,,0\n"


def read(text: str, scale: str = "") -> list[tuple[str, str, float]]:
    return [each[:3] for each in read_ratings(text.encode(), "x.csv", scale).ratings]


def test_a_row_a_rating() -> None:
    found = read_ratings(b"Claim ID;Person;Rating\nc1;Ann;80 %\nc2;Bo;12,5\n", "x.csv")
    assert found.ratings == (GivenRating("Ann", "c1", 80.0, 2), GivenRating("Bo", "c2", 12.5, 3))
    assert (found.scale, found.unread) == ("100", ())


def test_a_row_a_person_as_polis_exports_votes() -> None:
    found = read_ratings(WIDE, "x.csv")
    assert [each[:3] for each in found.ratings] == [
        ("0", "c1", 100.0), ("0", "c2", 0.0), ("1", "c2", 50.0)
    ]  # fmt: skip
    assert found.scale == "votes"


def test_scales_and_words() -> None:
    assert read("person,claim,value\na,c,0.25\n") == [("a", "c", 25.0)]
    assert read("person,claim,value\na,c,1\n", "100") == [("a", "c", 1.0)]
    words = "voter,comment-id,vote\na,c,agree\na,d,Disagree\na,e,pass\n"
    assert read(words) == [("a", "c", 100.0), ("a", "d", 0.0), ("a", "e", 50.0)]


def test_what_is_no_rating_is_told_by_its_line() -> None:
    text = "person,claim,rating\na,c,nan\n,c,5\n\na,c,101\na,,5\na,c,50\n"
    unread = read_ratings(text.encode(), "x.csv").unread
    assert unread == ((2, "c"), (3, "c"), (5, "c"), (6, ""))


def test_without_people_it_is_no_table_of_ratings() -> None:
    with pytest.raises(MapError, match="one of them `person`"):
        read_ratings(b"claim,rating\nc,5\n", "x.csv")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        found = read_ratings(data, "x.csv")
    except MapError:
        return
    assert all(0 <= each.value <= 100 for each in found.ratings)
