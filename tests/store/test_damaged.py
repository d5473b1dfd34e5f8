"""Which map a file held that cannot be read."""

from pathlib import Path

from debatemap.store.backups import keep_backup
from debatemap.store.damaged import map_id_of

_DATA = b'{"debatemap": 1, "map": {"id": "map_1"}}'


def test_a_file_that_is_too_large_is_not_read_whole_for_its_id(tmp_path: Path) -> None:
    keep_backup("map_1", _DATA)
    file = tmp_path / "map.json"
    with file.open("wb") as opened:
        opened.write(_DATA)
        opened.truncate(10**13)  # Nothing stands behind it on the disk.
    assert map_id_of(file) == "map_1"
