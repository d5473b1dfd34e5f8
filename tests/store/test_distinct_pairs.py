from pathlib import Path

from debatemap.store.distinct_pairs import load_distinct, save_distinct
from debatemap.store.view_state import view_file

FILE = Path("debate.json")


def test_pairs_are_kept_by_map_and_file() -> None:
    assert load_distinct(FILE, "m") == set()
    save_distinct(FILE, "m", {("a", "b"), ("c", "d")})
    assert load_distinct(FILE, "m") == {("a", "b"), ("c", "d")}
    assert load_distinct(FILE, "other") == load_distinct(None, "m") == set()


def test_what_cannot_be_read_counts_as_nothing() -> None:
    save_distinct(FILE, "m", {("a", "b")})
    kept = view_file(FILE, "m").with_suffix(".distinct.json")
    kept.write_bytes(b'[["a"]]')
    assert load_distinct(FILE, "m") == set()
