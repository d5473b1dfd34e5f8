"""`debatemap split`."""

from pathlib import Path

import pytest

from debatemap import load
from debatemap.cli.exit_status import Status
from debatemap.core.errors import MapError
from debatemap.core.other_map import other_map_of
from debatemap.store.atomic import write_bytes
from tests.cli.conftest import Run


def test_a_branch_goes_to_a_file_of_its_own(run: Run, map_file: Path, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    new = tmp_path / "parts" / "weights.json"
    before = load(map_file)
    result = run("split", map_file, "thesis02", new)
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert result.stderr.startswith(f"{map_file}: moved ")
    made, left = load(new), load(map_file)
    assert made.header.theses == ("thesis02",)
    assert {"compute1", "compute2"} <= made.claims.keys()
    assert not {"compute1", "compute2"} & left.claims.keys()
    other = other_map_of(left.claims["thesis02"])
    assert other is not None
    assert (map_file.parent / other.file).resolve() == new.resolve()
    assert other.map == made.header.id
    assert before.claims.keys() == left.claims.keys() | made.claims.keys()


def test_a_file_that_is_there_is_left_alone(run: Run, map_file: Path, tmp_path: Path) -> None:
    new = tmp_path / "there.json"
    new.write_text("mine")
    before = map_file.read_bytes()
    result = run("split", map_file, "thesis02", new)
    assert result.exit_code == Status.BAD
    assert str(new) in result.stderr
    assert (new.read_text(), map_file.read_bytes()) == ("mine", before)


def test_where_the_first_map_cannot_be_saved_no_file_is_left(
    run: Run, map_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, data: bytes, **more: object) -> str:
        if path == map_file:
            raise MapError(path, "it is read-only")
        return write_bytes(path, data, **more)  # type: ignore[arg-type]  # the same as it was given

    monkeypatch.setattr("debatemap.workspace.session.write_bytes", refuse)
    before = map_file.read_bytes()
    assert run("split", map_file, "thesis02", tmp_path / "x.json").exit_code == Status.BAD
    assert not (tmp_path / "x.json").exists()
    assert map_file.read_bytes() == before


def test_what_has_nothing_beneath_it_is_refused(run: Run, map_file: Path, tmp_path: Path) -> None:
    result = run("split", map_file, "inbox001", tmp_path / "x.json")
    assert result.exit_code == Status.BAD
    assert "nothing stands beneath it" in result.stderr
    assert not (tmp_path / "x.json").exists()
