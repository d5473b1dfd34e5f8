"""The user's own commands in a terminal: run, and ended with the program."""

from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.core.platform import is_alive
from debatemap.store.hook_folders import remember
from debatemap.store.locations import config_file
from tests.tui.maps import rain
from tests.tui.terminal import loaded


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(rain(), tmp_path / "rain.json")
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(
        f"""[commands.shout]
run = 'printf %s "$DEBATEMAP_TEXT" | tr a-z A-Z'
keys = ["f6"]
[commands.sleep]
run = 'echo $$ > "{tmp_path}/pid"; exec sleep 600'
keys = ["f7"]
limit = 600
""",
        encoding="utf-8",
    )
    return tmp_path / "rain.json"


def test_the_output_of_a_line_becomes_a_claim(file: Path) -> None:
    with loaded(file) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("\x1b[17~")
        terminal.wait_for("RAIN IS GOOD.", "as a con")
        terminal.press("-")
        terminal.wait_for("Added the con")
        terminal.press("\x13")
        terminal.wait_for("Saved to")
    assert "RAIN IS GOOD." in {claim.text for claim in load(file).claims.values()}


def test_what_runs_ends_with_the_program(file: Path) -> None:
    kept = file.with_name("pid")
    with loaded(file) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("\x1b[18~")
        terminal.wait_for("Running")
        terminal.wait_until(lambda: kept.exists() and bool(kept.read_text()), "no process")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert not is_alive(int(kept.read_text()))


def test_a_hook_on_save_runs_to_its_end_before_the_program_ends(file: Path) -> None:
    line = "sleep 1; touch " + str(file.with_name("hooked"))
    config_file().write_text(f"hooks.save = '{line}'\n", encoding="utf-8")
    remember(file.parent.absolute(), allowed=True)
    with loaded(file) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("Tq")
        terminal.wait_for("save")
        terminal.press("s")
        assert terminal.wait_for_end() == 0
    assert file.with_name("hooked").exists()
