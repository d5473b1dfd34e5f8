"""How a map was looked at is kept beside the map, and losing it does no harm."""

import pytest

from debatemap.store.paths import state_folder
from debatemap.store.views import View, load_view, save_view

VIEW = View([(0, None, "a"), (1, "l", "b")], [], [(None, "a"), ("l", "b")])


def test_a_view_comes_back_as_it_was_kept() -> None:
    save_view("m", VIEW)
    assert load_view("m") == VIEW
    assert load_view("other") is None


@pytest.mark.parametrize("content", [b"", b"{}", b"[[], [], 7]", b"\xff", b'[[["0"]],[],[]]'])
def test_a_broken_view_is_no_view(content: bytes) -> None:
    save_view("m", VIEW)
    next((state_folder() / "views").iterdir()).write_bytes(content)
    assert load_view("m") is None


def test_a_folder_that_cannot_be_made_is_passed_over() -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("a file stands here")
    save_view("m", VIEW)
    assert load_view("m") is None
