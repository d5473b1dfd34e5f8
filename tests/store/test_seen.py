import gzip
from pathlib import Path

import pytest

from debatemap.store.locations import state_folder
from debatemap.store.seen import Seen, load_seen, save_seen

OTHER = gzip.compress(b"other", mtime=0)
SPOILT = gzip.compress(b"content", mtime=0)[:12] + b"\xff" * 20


def folder() -> Path:
    return state_folder() / "seen"


def test_what_was_kept_comes_back() -> None:
    assert load_seen("m") is None
    save_seen("m", Seen(b"content", {"a": "12"}))
    assert load_seen("m") == Seen(b"content", {"a": "12"})
    assert load_seen("other") is None
    save_seen("m", Seen(b"newer"))
    assert load_seen("m") == Seen(b"newer", {})


def test_a_content_that_is_kept_is_not_written_again() -> None:
    save_seen("m", Seen(b"content"))
    before = (folder() / "m.json.gz").stat().st_mtime_ns
    save_seen("m", Seen(b"content", {"a": "1"}))
    assert (folder() / "m.json.gz").stat().st_mtime_ns == before
    assert load_seen("m") == Seen(b"content", {"a": "1"})
    (folder() / "m.json.gz").unlink()
    save_seen("m", Seen(b"content"))
    assert load_seen("m") == Seen(b"content")


@pytest.mark.parametrize("name", ["m.json", "m.json.gz"])
@pytest.mark.parametrize(
    "damage",
    [b"", b"\x1f\x8b", b"{}", SPOILT, OTHER, None],
    ids=["empty", "cut short", "no gzip", "spoilt", "other", "gone"],
)
def test_what_is_damaged_counts_as_never_looked_at(name: str, damage: bytes | None) -> None:
    save_seen("m", Seen(b"content"))
    path = folder() / name
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    assert load_seen("m") is None
    save_seen("m", Seen(b"content"))
    assert load_seen("m") == Seen(b"content")


def test_a_disk_that_refuses_is_not_told() -> None:
    folder().parent.mkdir(parents=True, exist_ok=True)
    folder().write_bytes(b"a file in the place of the folder")
    save_seen("m", Seen(b"content"))
    assert load_seen("m") is None
