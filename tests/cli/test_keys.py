"""`debatemap keys` prints the keys in force, and tells what makes no sense in the settings."""

import json
from pathlib import Path

import pytest

from debatemap.tui.commands.command_table import KEYS
from tests.cli.conftest import Run


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "settings" / "debatemap" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_they_are_the_keymap_s_with_the_user_s_in_their_place(run: Run, settings: Path) -> None:
    settings.write_text('keymap = "vim"\n[keys]\nsave = ["f5"]\n', encoding="utf-8")
    printed = run("keys")
    assert "d d  delete" in printed.stdout
    assert not printed.stderr
    found = {each["id"]: each["keys"] for each in json.loads(run("keys", "--json").stdout)}
    assert found["save"] == ["f5"]
    assert found["cut"] == ["d d", "delete"]
    assert found.keys() == {each.id for each in KEYS}
    assert "| `f5` | Save." in run("keys", "--markdown").stdout


def test_what_makes_no_sense_is_told_on_stderr_and_the_rest_is_printed(
    run: Run, settings: Path
) -> None:
    settings.write_text('keymap = "vmi"\n[keys]\nunlnk = ["f5"]\nredo = ["f9"]\n', encoding="utf-8")
    printed = run("keys")
    assert printed.exit_code == 0
    assert "there is no preset “vmi”; “vim” is the nearest" in printed.stderr
    assert "there is no command “unlnk”; “unlink” is the nearest" in printed.stderr
    assert printed.stderr.count(str(settings)) == 2
    assert "f9" in printed.stdout


def test_another_keymap_can_be_looked_at(run: Run) -> None:
    assert "alt+x" in run("keys", "--keymap", "emacs").stdout
    wrong = run("keys", "--keymap", "emcas")
    assert wrong.exit_code == 2
    assert "“emacs” is the nearest" in wrong.stderr
