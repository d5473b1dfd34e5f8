"""Runs tests that are coroutines, keeps threads from open maps, and saves what no test reads."""

import asyncio
import inspect
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.thread_guard import watched
from tests.tui.frames import without_terminal
from tests.tui.textual_caches import caches

_NEVER = 86_400.0
"""Seconds: longer than any test runs."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture(autouse=True)
def _no_thread_at_the_map() -> Iterator[None]:
    with watched() as found:
        yield
    assert not found, f"a thread looked at an open map: {found}"


@pytest.fixture(autouse=True)
def _nothing_comes_with_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps back what the program does of itself after a while, which a slow machine would meet.

    A test that is about one of these asks for it, or sets the time anew.
    """
    features = "debatemap.tui.features"
    monkeypatch.setattr(f"{features}.keeping.file_watcher._EVERY", _NEVER)
    monkeypatch.setattr(f"{features}.comparing.review._LOOKED_AT", _NEVER)
    monkeypatch.setattr(f"{features}.judging.judging._SHOWN_FOR", _NEVER)


@pytest.fixture(autouse=True)
def _ids_are_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives new claims the same ids in each run: what is drawn of a claim follows from its id."""
    monkeypatch.setattr("debatemap.core.model.secrets", Random(1))  # noqa: S311  (no secret here)


@pytest.fixture(autouse=True)
def _nobody_cuts_the_power(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets nothing wait for the disk: what a screen shows of a file is there without."""
    for call in {"fsync", "fdatasync"} & {*dir(os)}:  # macOS has the first alone
        monkeypatch.setattr(os, call, lambda _: None)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what is saved under a name without a folder out of the project."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _textual_keeps_what_it_finds() -> Iterator[None]:
    with caches():
        yield


@pytest.fixture(autouse=True)
def _nothing_goes_to_a_terminal() -> Iterator[None]:
    with without_terminal():
        yield
