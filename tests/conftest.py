"""What every test stands on: settings and state of its own, and no colours of the machine's."""

import gc
import os
import re
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, settings

from tests.slow import is_slow, listed

if TYPE_CHECKING:
    from tests.fork_server import ForkServer

# Where this is set, each process that a test starts compiles the program anew, and each that runs
# tests the tests: half of the time that either takes to start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# What a busy machine makes a command take says nothing of the command.
os.environ["DEBATEMAP_PROGRESS"] = "0"

# No deadline and no check of how long examples take to draw: both measure the machine, which other
# programs may keep busy. Examples are random, so that each run looks further, where the variable CI
# is set too; the blob that is printed with a failure brings the same example back anywhere.
# `--hypothesis-profile long` looks ten times as far in one run.
settings.register_profile(
    "suite",
    settings.get_profile("default"),
    max_examples=40,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("suite"), max_examples=400)
settings.load_profile("suite")

_COLLECT: Final = 10_000, 10, 5
"""When to look for garbage: as seldom as keeps the memory of a process that runs tests small."""


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Leaves what was imported and collected out of every look for garbage: it stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    slow = listed()
    for item in items:
        if is_slow(item.nodeid, slow):
            item.add_marker(pytest.mark.slow)


_number: Final = count()


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the test's own.

    That of pytest looks for a free number at the folders of all tests before.
    """
    name = re.sub(r"\W", "_", request.node.name)[:30]
    folder = tmp_path_factory.getbasetemp() / f"{name}{next(_number)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps the tester's own settings and state out of the tests, and the tests out of those."""
    home = tmp_path_factory.getbasetemp() / f"home{next(_number)}"  # made by the first that writes
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv("NO_COLOR", raising=False)
    # A screen has all colours, whatever terminal the tests run in.
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture(scope="session")
def forked(tmp_path_factory: pytest.TempPathFactory) -> Iterator["ForkServer"]:
    """The program, loaded once by a process that forks for each run."""
    from tests.fork_server import fork_server  # noqa: PLC0415  (elsewhere than on POSIX, it skips)

    with fork_server(tmp_path_factory.mktemp("forked")) as started:
        yield started


def _interpreter() -> tuple[object, ...]:
    """Returns what the whole process shares, and what a test has to leave as it was."""
    return gc.isenabled(), gc.get_threshold(), sys.getswitchinterval()


@pytest.fixture(autouse=True)
def _interpreter_as_it_was() -> Iterator[None]:
    """Finds a test that leaves the collector off: all later ones of its process would leak."""
    before = _interpreter()
    yield
    assert _interpreter() == before, "the test has changed the collector or the turns of threads"


_ROOT: Final = Path(__file__).parent.parent


def _files_of_the_project() -> set[str]:
    """Returns what stands at the project's root, without the caches of tools."""
    names = os.listdir(_ROOT)  # noqa: PTH208  (before and after each test: paths take thrice as long)
    kept = {name for name in names if not name.startswith((".", "__pycache__"))}
    return {name for name in kept if not name.endswith(".egg-info")}


@pytest.fixture(autouse=True)
def _no_file_at_the_root() -> Iterator[None]:
    """Finds a test that writes into the folder in which the tests were started.

    Where several processes run tests, it may be one that another process runs just now.
    """
    before = _files_of_the_project()
    yield
    assert not (added := _files_of_the_project() - before), f"written at the root: {added}"
