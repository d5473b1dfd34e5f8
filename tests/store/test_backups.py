"""Backups: what is kept, for how long, and that nothing depends on them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from debatemap import edit
from debatemap.core.errors import MapError
from debatemap.store import backups as room
from debatemap.store.atomic import fingerprint
from debatemap.store.backups import Backup, backups, find_backup, keep_backup, read_backup
from debatemap.store.locations import state_folder
from debatemap.workspace.session import new_session, open_session

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def keep(content: str, when: datetime) -> None:
    with patch.object(room, "datetime", wraps=datetime) as clock:
        clock.now.return_value = when
        keep_backup("map", content.encode())


def contents() -> list[str]:
    return [read_backup(backup).decode() for backup in backups("map")]


def test_what_was_kept_comes_back_newest_first() -> None:
    for number in range(3):
        keep(f"content {number}", NOON + timedelta(minutes=number))
    assert contents() == ["content 2", "content 1", "content 0"]
    assert backups("another") == []


def test_the_same_content_is_kept_once_until_another_comes_between() -> None:
    for minute, content in enumerate(("one", "one", "two", "one")):
        keep(content, NOON + timedelta(minutes=minute))
    assert contents() == ["one", "two", "one"]


def test_the_last_ten_stay_and_one_a_day_for_thirty_days() -> None:
    for day in range(40):
        for hour in range(3):
            keep(f"{day}-{hour}", NOON + timedelta(days=day, hours=hour))
    kept = contents()
    assert kept[:10] == [
        "39-2",
        "39-1",
        "39-0",
        "38-2",
        "38-1",
        "38-0",
        "37-2",
        "37-1",
        "37-0",
        "36-2",
    ]
    assert kept[10:] == [f"{day}-2" for day in range(35, 8, -1)]


def test_a_content_is_found_by_its_fingerprint() -> None:
    keep("one", NOON)
    found = find_backup("map", fingerprint(b"one").hex())
    assert found is not None
    assert read_backup(found) == b"one"
    assert find_backup("map", fingerprint(b"two").hex()) is None


@pytest.mark.parametrize("damage", [b"", b"no gzip", b"\x1f\x8b\x08\x00", None])
def test_a_damaged_backup_is_refused_in_words(damage: bytes | None) -> None:
    keep("one", NOON)
    backup = backups("map")[0]
    whole = backup.path.read_bytes()
    inside = bytes([whole[12] ^ 0xFF])
    backup.path.write_bytes(whole[:12] + inside + whole[13:] if damage is None else damage)
    with pytest.raises(MapError, match="backup"):
        read_backup(backup)


def test_a_backup_with_another_content_is_refused() -> None:
    keep("one", NOON)
    keep("two", NOON + timedelta(hours=1))
    new, old = backups("map")
    with pytest.raises(MapError, match="damaged"):
        read_backup(Backup(old.path, old.taken, new.fingerprint))


def test_other_files_in_the_folder_are_no_backups() -> None:
    keep("one", NOON)
    folder = state_folder() / "backups" / "map"
    (folder / "notes.txt").write_text("mine")
    (folder / ".half.tmp").write_text("half")
    assert contents() == ["one"]


def test_a_folder_that_cannot_be_written_loses_no_save() -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("a file where the folder should be")
    keep_backup("map", b"one")
    assert backups("map") == []


def test_a_save_keeps_what_it_replaced_and_what_it_wrote(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    session = new_session("Trains")
    session.do(edit.add_thesis(session.debate, "Trains are good."))
    session.save(path)
    first = path.read_bytes()
    for backup in backups(session.debate.header.id):
        backup.path.unlink()
    again = open_session(path)
    again.do(edit.set_title(again.debate, "Night trains"))
    again.save()
    kept = [read_backup(backup) for backup in backups(session.debate.header.id)]
    assert kept == [path.read_bytes(), first]
