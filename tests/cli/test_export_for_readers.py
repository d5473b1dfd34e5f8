"""`debatemap export` to pages, pictures and folders of notes."""

from pathlib import Path

import pytest

from debatemap.cli import foreign_files
from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.formats.registry import format_named
from tests.cli.conftest import Run, small

ROUTES = {
    "html": "map.html", "svg": "map.svg", "dot": "map.gv", "mermaid": "map.mmd", "prose": "map.md",
}  # fmt: skip


@pytest.mark.parametrize("name", ROUTES)
def test_a_file_is_written_with_verdicts(
    run: Run, map_file: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / ROUTES[name]
    result = run("export", map_file, "--to", name, "-o", out)
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert b" of 100" in out.read_bytes()
    printed = run("export", map_file, "--to", name)
    assert printed.stdout_bytes == out.read_bytes()
    assert run("export", map_file, "--to", name, "-o", out).exit_code == Status.BAD


def test_a_folder_is_new_or_empty(run: Run, map_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "notes"
    result = run("export", map_file, "--to", "obsidian", "-o", out)
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert len(list(out.glob("*.md"))) == len(small().claims) + 1
    again = run("export", map_file, "--to", "obsidian", "-o", out)
    assert again.exit_code == Status.BAD
    assert "a folder with files in it stands there already" in again.stderr


def test_an_archive_is_written_where_one_file_is_asked_for(
    run: Run, map_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "notes.zip"
    assert run("export", map_file, "-o", out).exit_code == Status.DONE
    assert out.read_bytes().startswith(b"PK")
    assert run("export", map_file, "--to", "obsidian").stdout_bytes == out.read_bytes()


def test_what_is_left_out_is_told(run: Run, map_file: Path, tmp_path: Path) -> None:
    result = run("export", map_file, "--to", "mermaid", "-o", tmp_path / "map.mmd")
    assert "notes: 1 not carried over (“Many eyes find faults sooner.”)" in result.stderr


def test_what_is_no_text_is_not_put_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    obsidian = format_named("obsidian")
    with pytest.raises(UseError, match="name a file with -o"):
        foreign_files.put_written(obsidian, obsidian.write(small()), None)


def test_png_is_rendered_or_tells_what_is_missing(
    run: Run, map_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    result = run("export", map_file, "-o", tmp_path / "map.png")
    assert result.exit_code == Status.BAD
    assert "pip install 'debatemap[png]'" in result.stderr
    assert not (tmp_path / "map.png").exists()
