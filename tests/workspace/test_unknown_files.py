"""Files that no format knows."""

from pathlib import Path

import pytest

from debatemap.core.errors import MapError
from debatemap.workspace.foreign_file import read_foreign


@pytest.mark.parametrize("data", [b"A\n  + B\n  - C\n", b"PK\x03\x04\x00", b"[]", b"\xff\xfeA\x00"])
def test_that_an_unknown_file_is_not_called_a_broken_map(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "no-suffix"
    file.write_bytes(data)
    with pytest.raises(MapError, match=r"none of the formats that can be read.*--from"):
        read_foreign(file)


def test_of_office_files_a_way_is_named(tmp_path: Path) -> None:
    for name, way in (("a b.docx", r"pandoc '.*a b.docx' -t markdown"), ("x.xmind", "OPML")):
        (tmp_path / name).write_bytes(b"PK\x03\x04\x00")
        with pytest.raises(MapError, match=way):
            read_foreign(tmp_path / name)


def test_that_a_broken_map_is_still_told_as_one(tmp_path: Path) -> None:
    file = tmp_path / "map.json"
    file.write_bytes(b"[1,")
    with pytest.raises(MapError, match="JSON"):
        read_foreign(file)


def test_that_a_file_with_the_name_of_a_place_in_the_advice_keeps_it(tmp_path: Path) -> None:
    file = tmp_path / "MAP of FILE {map}.docx"
    file.write_bytes(b"PK\x03\x04\x00")
    with pytest.raises(MapError, match=r"MAP of FILE {map}.docx'.*MAP of FILE {map}.json'"):
        read_foreign(file)
