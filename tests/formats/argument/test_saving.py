"""A map in one of these formats is opened, changed, saved and merged as it is."""

from pathlib import Path

import orjson
import pytest

from debatemap.core.errors import MapError
from debatemap.edit import reword
from debatemap.formats.native.codec import dump
from debatemap.formats.registry import format_named, format_of, read_debate, read_map
from debatemap.sync.merge.files import merge_files
from debatemap.workspace.session import ReadOnlyError, open_session
from tests.formats.argument.samples import SAMPLES
from tests.tui.maps import rain

NAMES = ("aif", "xaif", "arguebuf", "sadface", "node-link")


@pytest.mark.parametrize("name", NAMES)
def test_a_map_is_saved_in_the_format_of_its_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "rain.json"
    path.write_bytes(format_named(name).write(rain()).data)
    session = open_session(path)
    assert not session.read_only
    session.do(reword(session.debate, "plants", "Plants thrive."))
    session.save()
    assert format_of(path.read_bytes(), "x").name == name
    assert open_session(path).debate.claims["plants"].text == "Plants thrive."


@pytest.mark.parametrize("name", NAMES)
def test_two_files_of_a_map_are_merged(name: str) -> None:
    chosen = format_named(name)
    base, ours, theirs = rain(), rain(), rain()
    ours.apply(reword(ours, "plants", "Plants thrive."))
    theirs.apply(reword(theirs, "floods", "Rivers flood."))
    merged = merge_files(chosen.write(base).data, chosen.write(ours).data, dump(theirs), "map.json")
    assert not merged.conflicts
    assert format_of(merged.data, "x") is chosen
    claims = read_map(merged.data, "x").debate.claims
    assert (claims["plants"].text, claims["floods"].text) == ("Plants thrive.", "Rivers flood.")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_another_program_is_not_written_over(name: str, tmp_path: Path) -> None:
    path = tmp_path / "theirs.json"
    data = orjson.dumps(SAMPLES[name])
    path.write_bytes(data)
    session = open_session(path)
    assert session.read_only
    key = next(iter(session.debate.claims))
    with pytest.raises(ReadOnlyError):
        session.do(reword(session.debate, key, "x"))
    session.save(tmp_path / "ours.json")
    assert path.read_bytes() == data
    assert format_of((tmp_path / "ours.json").read_bytes(), "x").name == "debatemap"
    with pytest.raises(MapError):
        read_debate(data, "theirs.json")
