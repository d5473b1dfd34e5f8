"""`debatemap history`: what is kept of a map's saves, and the way back, damaged file or not."""

import json
from pathlib import Path

import pytest

from debatemap import edit, load
from debatemap.cli.exit_status import Status
from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump
from debatemap.workspace.session import open_session
from tests.cli.conftest import Run


@pytest.fixture
def saved(map_file: Path) -> Path:
    """A map that was saved twice since it was made."""
    for text in ("Many eyes find all faults.", "Many eyes \x1b[31mfind few faults."):
        session = open_session(map_file)
        session.do(edit.reword(session.debate, "eyes0001", text))
        session.save()
    return map_file


def words(path: Path) -> str:
    return load(path).claims["eyes0001"].text


def test_copies_are_listed_the_newest_first_with_what_was_done_after_each(
    run: Run, saved: Path
) -> None:
    lines = run("history", saved).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert lines[0].endswith("nothing was changed after it")
    assert "then ~ reworded" in lines[1] or "then ~" in lines[1]
    assert "kB" in lines[2]
    assert "\x1b" not in "".join(lines)
    described = json.loads(run("history", saved, "--json").stdout)
    assert [each["number"] for each in described] == [1, 2, 3]
    assert described[2]["since"]


def test_a_copy_is_restored_as_a_new_save_and_what_was_there_is_kept(run: Run, saved: Path) -> None:
    before = words(saved)
    done = run("history", saved, "--restore", "3")
    assert done.exit_code == Status.DONE
    assert "is as it was at" in done.stderr
    assert words(saved) == "Many eyes find faults sooner."
    run("history", saved, "--restore", "2")
    assert words(saved) == before
    again = run("history", saved, "--restore", "1")
    assert "nothing was written" in again.stderr


def test_a_copy_is_found_by_its_time(run: Run, saved: Path) -> None:
    described = json.loads(run("history", saved, "--json").stdout)
    year = described[0]["time"][:5]
    refused = run("history", saved, "--restore", year)
    assert refused.exit_code == Status.BAD
    assert "3 copies are called" in refused.stderr
    for wanted in ("9", "0", "1999-01-01"):
        assert "no copy is called" in run("history", saved, "--restore", wanted).stderr


@pytest.mark.parametrize("kind", ["cut", "empty", "binary", "gone"])
def test_of_a_damaged_file_copies_are_named_and_restored(run: Run, saved: Path, kind: str) -> None:
    data = saved.read_bytes()
    # In a file without any trace of the map, a program that died may tell which one it was.
    session = open_session(saved)
    session.keep_journal()
    session.do(edit.reword(session.debate, "eyes0001", "Not saved."))
    assert session.journal is not None
    session.journal.close(keep=True)
    damaged = {"cut": data[: len(data) // 2], "empty": b"", "binary": b"\0" * 900, "gone": b""}
    saved.write_bytes(damaged[kind])
    if kind == "gone":
        saved.unlink()
    else:
        shown = run("show", saved)
        assert shown.exit_code == Status.BAD
        assert f"`debatemap history {saved}` lists earlier copies" in shown.stderr
        assert saved.read_bytes() == damaged[kind], "it is not written to"
    assert len(run("history", saved).stdout.splitlines()) == 3
    assert run("history", saved, "--restore", "1").exit_code == Status.DONE
    assert saved.read_bytes() == data
    kept = json.loads(run("history", saved, "--json").stdout)
    assert any(each["problem"] for each in kept) == (kind in ("cut", "binary"))


@pytest.mark.parametrize("kind", ["empty", "cut", "gone"])
def test_a_file_without_a_trace_of_its_map_is_known_by_its_name(
    run: Run, saved: Path, tmp_path: Path, kind: str
) -> None:
    data = saved.read_bytes()
    if kind == "gone":
        saved.unlink()
    else:
        saved.write_bytes(b"" if kind == "empty" else b'{"format": "deb')
    assert f"`debatemap history {saved}` lists earlier copies" in run("show", saved).stderr
    assert len(run("history", saved).stdout.splitlines()) == 3
    assert run("history", saved, "--restore", "1").exit_code == Status.DONE
    assert saved.read_bytes() == data
    assert "debatemap history" not in run("show", tmp_path / "never.json").stderr
    large = run("--limit", "size=1KB", "show", saved)
    assert "size=1MB" in large.stderr
    assert "debatemap history" not in large.stderr


def test_without_any_copy_that_is_said(run: Run, map_file: Path) -> None:
    done = run("history", map_file)
    assert done.exit_code == Status.DONE
    assert "no copy is kept yet" in done.stderr or done.stdout
    other = map_file.with_name("never-saved.json")
    other.write_text("{")
    refused = run("history", other)
    assert refused.exit_code == Status.BAD
    with pytest.raises(MapError) as raised:
        open_session(other)
    assert "debatemap history" not in str(raised.value)


def test_what_is_restored_is_the_map_byte_for_byte(run: Run, saved: Path) -> None:
    run("history", saved, "--restore", "3")
    assert saved.read_bytes() == dump(load(saved))
