"""How a map was looked at is kept beside the map, and losing it does no harm."""

from pathlib import Path

import pytest

from debatemap.store.locations import state_folder
from debatemap.store.view_state import View, load_view, save_view

FILE = Path("/maps/trains.json")
VIEW = View([(0, None, "a"), (1, "l", "b")], [], [(None, "a"), ("l", "b")])


def test_a_view_comes_back_as_it_was_kept() -> None:
    save_view(FILE, "m", VIEW)
    assert load_view(FILE, "m") == VIEW
    assert load_view(FILE, "other") is None
    assert load_view(None, "m") is None
    assert load_view(FILE.with_name("copy.json"), "m") is None


@pytest.mark.parametrize("content", [b"", b"{}", b"[[], [], 7]", b"\xff", b'[[["0"]],[],[]]'])
def test_a_broken_view_is_no_view(content: bytes) -> None:
    save_view(FILE, "m", VIEW)
    next((state_folder() / "views").iterdir()).write_bytes(content)
    assert load_view(FILE, "m") is None


def test_a_folder_that_cannot_be_made_is_passed_over() -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("a file stands here")
    save_view(FILE, "m", VIEW)
    assert load_view(FILE, "m") is None


def test_a_link_to_a_map_is_the_same_file(tmp_path: Path) -> None:
    path, link = tmp_path / "map.json", tmp_path / "link.json"
    path.touch()
    link.symlink_to(path)
    save_view(link, "m", VIEW)
    assert load_view(path, "m") == VIEW
