"""The list of maps and the line of first steps as text, next to what was found good."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from debatemap import save
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.glyphs import Glyphs
from debatemap.core.model import Claim, Header, Link
from debatemap.store.recent import note_opened
from debatemap.tui.features.keeping import start_screen
from debatemap.tui.map_screen import MapScreen
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain

FOLDER: Final = Path(__file__).with_name("started")
LISTS: Final[dict[str, tuple[tuple[int, int], str, Glyphs]]] = {
    "the maps at 40 by 10": ((40, 10), "", "auto"),
    "the maps at 80 by 24": ((80, 24), "", "auto"),
    "the maps at 120 by 40": ((120, 40), "", "auto"),
    "the maps at 200 by 60": ((200, 60), "", "auto"),
    "the maps in ascii": ((80, 24), "", "ascii"),
    "words that are found": ((120, 30), "good", "auto"),
}
STEPS: Final = {
    "first steps at 80 by 24": (80, 24),
    "first steps at 120 by 40": (120, 40),
    "first steps at 200 by 60": (200, 60),
}
_THEN: Final = datetime(2019, 5, 4, 12, tzinfo=UTC).timestamp()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    long = "A title so long that no list has room for all of it, however wide the screen may be"
    claims = {"t": Claim("Tea is good."), "c": Claim("It stains.")}
    tea = Debate(Header("tea_map", long, ("t",)), claims, {"l": Link(("c",), "attacks", "t", "a")})
    hostile = Debate(Header("bad_map", "[b]\x1b[31mbold[/]", ("t",)), {"t": Claim("\u202eLeft.")})
    for name, debate in (("rain.json", rain()), ("tea.json", tea), ("[x] bad.json", hostile)):
        save(debate, Path(name))
        os.utime(name, (_THEN, _THEN))
    Path("broken.json").write_bytes(Path("tea.json").read_bytes()[:-30])
    away = tmp_path / "away.json"
    save(Debate(Header("mugs", "Mugs", ("m",)), {"m": Claim("A good mug is deep.")}), away)
    os.utime(away, (_THEN, _THEN))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    note_opened(away)


@pytest.mark.parametrize("name", LISTS)
async def test_the_list_of_maps_looks_as_it_did(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_screen, "samples", list)
    size, typed, glyphs = LISTS[name]
    async with opened(None, size=size, settings=Config(glyphs=glyphs)) as user:
        await user.press("down", "down")
        await user.type(typed)
        await user.rest_of_screen()
        await looks_as_it_did(user, golden_file(FOLDER, name))


@pytest.mark.parametrize("name", STEPS)
async def test_the_first_steps_look_as_they_did(name: str) -> None:
    async with opened(None, size=STEPS[name]) as user:
        await user.type("first-steps")
        await user.press("enter")
        await user.until(lambda: isinstance(user.screen, MapScreen), "the sample")
        await user.press("j")
        await looks_as_it_did(user, golden_file(FOLDER, name), "#try")


async def test_the_list_of_open_maps_looks_as_it_did() -> None:
    async with opened(Path("rain.json"), size=(80, 24)) as user:
        await user.rest()
        await user.press("j", "~", "g", "o")
        await user.type("tea.json")
        await user.press("enter")
        await user.until(lambda: len(user.app.open_maps) > 1, "the other map")
        await user.rest()
        await user.press("g", "O")
        await looks_as_it_did(user, golden_file(FOLDER, "the open maps"))


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *LISTS, *STEPS, "the open maps")
