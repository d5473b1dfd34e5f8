"""Words that a merge joined, kept until somebody has read them."""

import pytest

from debatemap.store.joined_words import forget_joined, joined_words, note_joined
from debatemap.store.locations import state_folder


def test_they_are_kept_until_they_are_read() -> None:
    note_joined("m", {})
    assert not (state_folder() / "joined").exists(), "nothing is written for nothing"
    note_joined("m", {"a": "One."})
    note_joined("m", {"b": "Two."})
    assert joined_words("m") == {"a": "One.", "b": "Two."}
    assert joined_words("n") == {}
    forget_joined("m", ["a", "gone"])
    assert joined_words("m") == {"b": "Two."}
    forget_joined("m", ["b"])
    assert not (state_folder() / "joined" / "m.json").exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"a": 1}', b"\xff"])
def test_a_damaged_file_counts_as_read(data: bytes) -> None:
    note_joined("m", {"a": "One."})
    (state_folder() / "joined" / "m.json").write_bytes(data)
    assert joined_words("m") == {}
    note_joined("m", {"b": "Two."})
    assert joined_words("m") == {"b": "Two."}


def test_a_folder_that_cannot_be_written_does_no_harm() -> None:
    state_folder().mkdir(parents=True, exist_ok=True)
    (state_folder() / "joined").write_bytes(b"")
    note_joined("m", {"a": "One."})
    assert joined_words("m") == {}
