"""Bookmarks and the cards to present, kept beside the view state."""

from pathlib import Path

from debatemap.store.kept_places import KeptPlaces, load_places, save_places
from debatemap.store.view_state import View, load_view, save_view, view_file

FILE = Path("maps/rain.json")
PLACES = KeptPlaces({"a": [(None, "t"), ("l", "c")]}, ["c", "t"])


def test_places_are_kept_by_map_and_file_beside_the_view() -> None:
    save_view(FILE, "m", View([], [], []))
    save_places(FILE, "m", PLACES)
    assert load_places(FILE, "m") == PLACES
    assert load_view(FILE, "m") == View([], [], [])
    assert load_places(FILE.with_name("copy.json"), "m") == KeptPlaces({}, [])
    assert load_places(FILE, "other") == KeptPlaces({}, [])


def test_nothing_is_left_where_there_is_nothing_to_keep() -> None:
    save_places(FILE, "m", PLACES)
    save_places(FILE, "m", KeptPlaces({}, []))
    assert not view_file(FILE, "m", "-places").exists()


def test_a_damaged_file_counts_as_none() -> None:
    save_places(FILE, "m", PLACES)
    view_file(FILE, "m", "-places").write_text("[1")
    assert load_places(FILE, "m") == KeptPlaces({}, [])
