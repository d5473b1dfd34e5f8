"""Only a program tunes the garbage collector; a notebook keeps the one that it has."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from debatemap.core import collector

SAMPLE = Path(__file__).parents[2] / "maps" / "open-source-ai.json"
_STATE = "(gc.isenabled(), gc.get_threshold(), gc.get_freeze_count(), sys.getswitchinterval())"


@pytest.mark.parametrize("before", ["", "gc.disable()", "gc.set_threshold(321, 5, 5)"])
def test_a_library_call_leaves_the_collector_alone(tmp_path: Path, before: str) -> None:
    code = f"""
import gc, sys
{before}
from debatemap import load, save
before = {_STATE}
debate = load({str(SAMPLE)!r})
save(debate, {str(tmp_path / "copy.json")!r})
from debatemap.views.outline import Outline
outline = Outline(debate)
outline.open_to_level(100)
assert {_STATE} == before, ({_STATE}, before)
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=150)


@pytest.fixture
def tuned(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(collector._State, "is_tuned", True)
    was = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    gc.collect()
    gc.freeze()  # As tests/conftest.py has it.
    (gc.enable if was else gc.disable)()


@pytest.mark.usefixtures("tuned")
def test_pauses_within_pauses_end_with_the_last() -> None:
    first, second = collector.paused(), collector.paused()
    with first:
        second.__enter__()
        assert not gc.isenabled()
    assert not gc.isenabled(), "the other pause lasts still"
    second.__exit__(None, None, None)
    assert gc.isenabled()


@pytest.mark.usefixtures("tuned")
def test_what_is_kept_is_looked_through_no_more() -> None:
    gc.unfreeze()
    with collector.paused():
        pass
    assert not gc.get_freeze_count()
    with collector.paused() as keep:
        keep(True)  # noqa: FBT003  (its only meaning)
    assert gc.get_freeze_count()


@pytest.mark.usefixtures("tuned")
def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with collector.paused(keep=True):
        pass
    assert not gc.isenabled()
