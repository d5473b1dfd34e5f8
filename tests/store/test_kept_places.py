"""Bookmarks and the cards to present, kept beside the view state."""

from pathlib import Path

from debatemap.store.kept_places import PLACES, KeptPlaces
from debatemap.store.view_state import View, load_view, save_view, view_file

FILE = Path("maps/rain.json")
KEPT = KeptPlaces({"a": [(None, "t"), ("l", "c")]}, ["c", "t"])


def test_places_are_kept_by_map_and_file_beside_the_view() -> None:
    save_view(FILE, "m", View([], [], []))
    PLACES.save(FILE, "m", KEPT)
    assert PLACES.load(FILE, "m") == KEPT
    assert load_view(FILE, "m") == View([], [], [])
    assert PLACES.load(FILE.with_name("copy.json"), "m") == KeptPlaces({}, [])
    assert PLACES.load(FILE, "other") == KeptPlaces({}, [])


def test_nothing_is_left_where_there_is_nothing_to_keep() -> None:
    PLACES.save(FILE, "m", KEPT)
    PLACES.save(FILE, "m", KeptPlaces({}, []))
    assert not view_file(FILE, "m", "-places").exists()


def test_a_damaged_file_counts_as_none() -> None:
    PLACES.save(FILE, "m", KEPT)
    view_file(FILE, "m", "-places").write_text("[1")
    assert PLACES.load(FILE, "m") == KeptPlaces({}, [])
