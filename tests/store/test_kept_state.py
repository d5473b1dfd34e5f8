"""What a reader keeps of a map."""

from pathlib import Path

from debatemap.store.distinct_pairs import DISTINCT
from debatemap.store.filter_state import FILTERS, FilterState
from debatemap.store.kept_places import PLACES, KeptPlaces
from debatemap.store.view_state import view_file

FILE = Path("debate.json")


def test_what_is_kept_is_kept_by_map_and_file() -> None:
    assert DISTINCT.load(FILE, "m") == []
    DISTINCT.save(FILE, "m", [("a", "b"), ("c", "d")])
    assert DISTINCT.load(FILE, "m") == [("a", "b"), ("c", "d")]
    assert DISTINCT.load(FILE, "other") == DISTINCT.load(None, "m") == []


def test_each_kind_has_a_file_of_its_own() -> None:
    filters = FilterState({"mine": "pro"}, ["con"])
    places = KeptPlaces({"a": [(None, "t"), ("l", "c")]}, ["c"])
    FILTERS.save(FILE, "m", filters)
    PLACES.save(FILE, "m", places)
    assert FILTERS.load(FILE, "m") == filters
    assert PLACES.load(FILE, "m") == places
    assert DISTINCT.load(FILE, "m") == []


def test_of_what_is_empty_no_file_is_left() -> None:
    FILTERS.save(FILE, "m", FilterState({}, ["pro"]))
    FILTERS.save(FILE, "m", FilterState({}, []))
    assert not view_file(FILE, "m", "-filters").exists()


def test_what_cannot_be_read_counts_as_nothing() -> None:
    DISTINCT.save(FILE, "m", [("a", "b")])
    view_file(FILE, "m", "-distinct").write_bytes(b'[["a"]]')
    assert DISTINCT.load(FILE, "m") == []
