"""The collector with several maps open: what is loaded is never looked through while keys wait."""

import gc
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from debatemap.core import collector
from debatemap.store.locations import samples
from debatemap.tui.map_screen import MapScreen
from tests.tui.driver import opened

MAPS = ("open-source-ai.json", "inner-city-traffic.json", "shipment-storage.json")
FULL = 2
"""The generation of a look through everything, which stops all threads for as long as it takes."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path in samples():
        if path.name in MAPS:
            shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def looks() -> Iterator[list[int]]:
    """Tunes the collector as the program does; notes the generation of each look."""
    before, turn, found = gc.get_threshold(), sys.getswitchinterval(), []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            found.append(about["generation"])

    gc.collect()
    gc.callbacks.append(note)
    collector.tune()
    yield found
    gc.callbacks.remove(note)
    collector._State.is_tuned = False
    gc.unfreeze()
    gc.set_threshold(*before)
    sys.setswitchinterval(turn)


async def test_no_key_waits_for_a_look_through_all_open_maps(
    folder: Path, looks: list[int]
) -> None:
    async with opened(folder / MAPS[0], size=(120, 40)) as user:
        await user.rest()
        for name in MAPS[1:]:
            await user.press("g", "o")
            await user.type(name)
            await user.rest_of_screen()
            await user.press("enter")
            await user.until(lambda: isinstance(user.screen, MapScreen), name)
            await user.rest()
        for _ in MAPS:
            await user.press("g", "]", "j", "e", "escape")
        assert len(user.app.open_maps) == len(MAPS)
        assert FULL not in looks
        looked_through = set(map(id, gc.get_objects()))
        tables = [id(each.session.debate.links) for each in user.app.open_maps]
        assert looked_through.isdisjoint(tables), "what is loaded stays out of it"
