"""What holds for the tests themselves."""

import ast
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import settings

import tests
from tests.extent import is_long
from tests.slow import is_slow, listed, measured

FOLDER = Path(tests.__file__).parent
ROOT = FOLDER.parent
_PLAYED = FOLDER / "platforms" / "played" / "tests.py"


def _collect(seed: str, *program: str) -> list[str]:
    """Returns the ids of all tests, as a process with its own order of hashes finds them."""
    command = [sys.executable, "-m", *program, "--collect-only", "-q", "-n", "0"]
    command += ["--hypothesis-profile", "long"] if is_long() else []
    environment = os.environ | {"PYTHONHASHSEED": seed}
    collected = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return [line for line in collected.stdout.splitlines() if "::" in line]


def _by_file(tests: Iterable[str]) -> dict[str, list[str]]:
    """Returns the tests of each file in their order; the files may be given in any."""
    files: defaultdict[str, list[str]] = defaultdict(list)
    for test in tests:
        files[test.partition("::")[0]].append(test)
    return files


@pytest.mark.slow
def test_every_process_finds_the_same_tests(request: pytest.FixtureRequest) -> None:
    # Where it can be played, the other process is on macOS, which has all tests that Linux has.
    played = ("tests.platforms.taken_away", "macos", str(_PLAYED))
    found = _collect("2", *(played if sys.platform == "linux" else ("pytest",)))
    here = [item.nodeid for item in request.session.items]
    known = set(here)
    assert _by_file(test for test in found if test in known) == _by_file(here)
    names = {test.partition("[")[0] for test in found}
    assert listed() <= names, "the list of slow tests names tests that are no more"


def test_no_property_is_held_to_a_time() -> None:
    assert settings.default is not None
    assert settings.default.deadline is None
    for path in sorted(FOLDER.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.keyword) and node.arg == "deadline"), (
                f"{path.name}:{node.value.lineno}: the profile in conftest.py says it for all"
            )


def test_slow_tests_are_found_in_a_report() -> None:
    report = """
    0.10s call     tests/a/test_b.py::test_c[one case]
    0.10s setup    tests/a/test_b.py::test_c[another]
    0.05s teardown tests/a/test_b.py::test_c
    0.10s call     tests/a/test_b.py::test_d
    """
    assert measured(report) == ["tests/a/test_b.py::test_c"]
    slow = frozenset(measured(report))
    assert is_slow("tests/a/test_b.py::test_c[x[y]]", slow)
    assert not is_slow("tests/a/test_b.py::test_d", slow)


_COSTS = """
import subprocess, sys, time
def test_waits():
    time.sleep(0.6)
def test_works():
    work = "import time\\nwhile time.process_time() < 0.6: pass"
    subprocess.run([sys.executable, "-c", work], check=True)
"""


def test_a_slow_test_is_one_that_the_processor_works_for(tmp_path: Path) -> None:
    (tmp_path / "test_costs.py").write_text(_COSTS, encoding="utf-8")
    report = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.processor_time", "-n", "0", "--durations=0",
         "--rootdir", tmp_path, "-c", os.devnull, tmp_path],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert measured(report) == ["test_costs.py::test_works"]
