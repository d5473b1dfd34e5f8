"""What a dead process left is removed, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

from debatemap.store.temp_files import passing_name, sweep
from debatemap.workspace.session import new_session, open_session

MAKE = "from debatemap.store.temp_files import passing_name; print(passing_name())"


def name_of_a_dead_process() -> str:
    done = subprocess.run([sys.executable, "-c", MAKE], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_only_what_a_dead_process_of_this_machine_left_is_removed(tmp_path: Path) -> None:
    dead, living = name_of_a_dead_process(), passing_name()
    machine = dead.split("-")[1]
    elsewhere = dead.replace(machine, "00000000")
    others = [living, elsewhere, "map.json", ".debatemap-notes.tmp", dead + ".json"]
    for name in (dead, *others):
        (tmp_path / name).write_text(name)
    sweep(tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted(others)  # noqa: PTH208  (the names are enough)


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere")


def test_a_folder_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / name_of_a_dead_process()).mkdir()
    sweep(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_opening_a_map_sweeps_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    new_session("m").save(path)
    (tmp_path / name_of_a_dead_process()).write_text("half a map")
    open_session(path)
    assert [each.name for each in tmp_path.iterdir()] == ["map.json"]
