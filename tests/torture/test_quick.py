"""A little torture with every run of the tests; `python -m tests.torture` does more of it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.extent import share
from tests.torture.__main__ import ROWS
from tests.torture.report import Report, as_json, as_markdown, as_text, from_json

ROOT: Final = Path(__file__).parents[2]

CAUGHT: Final[dict[str, tuple[str, ...]]] = {
    "truncate": (
        "kills", "kills-in-place", "faults", "crash-states", "full-disk", "files", "machine",
    ),
    "unsynced": ("crash-states",),
    "unflushed": ("kills-editing", "machine"),
    "unlocked": ("races",),
    "gullible": ("spoilt",),
}  # fmt: skip
"""Naive programs, and the rows that must not let them pass."""


def torture(*arguments: str) -> tuple[list[Report], int]:
    """Runs rows in a process of their own, as they fork: the tests' one has threads."""
    command = [sys.executable, "-m", "tests.torture", "--quick", "--json", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.stdout, done.stderr
    return from_json(done.stdout), done.returncode


SETS: Final = tuple(ROWS)[::2], tuple(ROWS)[1::2]
"""What is tried in one process each: to start one takes as long as most rows."""


@pytest.mark.parametrize("rows", SETS, ids=" ".join)
def test_nothing_is_lost(rows: tuple[str, ...]) -> None:
    reports, code = torture(*rows)
    assert len(reports) == len(rows)
    failures = {row: report.failures for row, report in zip(rows, reports, strict=True)}
    assert {row: found for row, found in failures.items() if found} == {}
    assert code == 0
    for row, report in zip(rows, reports, strict=True):
        assert sum(report.counts.values()) or report.skipped, f"{row} tried nothing"


@pytest.mark.parametrize("control", share([*CAUGHT], 1, 2))
def test_a_naive_program_is_caught(control: str) -> None:
    rows = CAUGHT[control]
    # It takes luck to kill a program while it writes: another try until it has been caught.
    tries = ("--kills", "300") if any(row.startswith("kills") for row in rows) else ()
    reports, code = torture(*rows, "--control", control, *tries)
    assert len(reports) == len(rows)
    for row, report in zip(rows, reports, strict=True):
        assert report.failures, f"{row} lets it pass"
    assert code == 1


_FORKED: Final = """
import os, sys
from pathlib import Path
from tests.torture.scenes import Recording

recording = Recording(Path(sys.argv[1]))
if os.fork() == 0:
    recording.edit("two")
    os._exit(0)
os.wait()
print(*sorted(recording.found()))
"""


def test_an_edit_that_a_fork_made_is_found(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _FORKED, str(tmp_path)]
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "HOME": str(tmp_path)}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment
    )
    assert done.stdout.split() == ["one", "two"]


def test_a_report_is_told_in_words_in_a_table_and_in_json() -> None:
    report = Report("a row")
    report.count("kills", 2000)
    report.must("it is lost", held=False)
    report.must("never seen", held=True)
    report.skip("no strace")
    assert as_text([report]) == "a row: 1 FAILED: 2,000 kills, skipped: no strace\n    it is lost\n"
    assert as_markdown([report]).endswith("| a row | 2,000 kills, skipped: no strace | 1 |\n")
    assert from_json(as_json([report])) == [report]
    assert json.loads(as_json([])) == []
