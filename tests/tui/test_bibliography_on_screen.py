"""Sources come from the file of a reference manager by a few letters, and go out as a list."""

import json
import sys
from pathlib import Path

import pytest

from debatemap import save
from debatemap.core.model import Citation, Source
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.workspace.session import open_session
from tests.tui.driver import opened
from tests.tui.maps import rain

RAIN = {
    "title": "On rain",
    "author": [{"given": "Ann", "family": "Able"}],
    "issued": {"date-parts": [[2001]]},
}
BIB = (
    "@book{hill, author = {Bo Hill}, title = {On hills}, year = 1999, url = {https://example.org}}"
)


@pytest.fixture
def weather(tmp_path: Path) -> Path:
    save(rain(), tmp_path / "weather.json")
    (tmp_path / "mine.json").write_text(json.dumps([RAIN, {"title": "On sun"}]), encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    return tmp_path / "weather.json"


async def test_a_source_is_picked_by_a_few_letters_and_quoted(weather: Path) -> None:
    async with opened(open_session(weather), size=(100, 30)) as user:
        await user.press("B", "b")
        assert "refs.bib" in user.text
        assert "mine.json" in user.text
        assert "weather.json" not in user.text, "a map is no bibliography"
        await user.type("mine")
        await user.press("enter")
        await user.until_shown("mine.json: cite which of 2 sources?")
        assert "§ Ann Able, On rain, 2001" in user.text
        assert user.text.count("2001") == 1
        await user.type("able")
        assert "On sun" not in user.text
        await user.press("enter")
        await user.until_shown("On rain")
        await user.type("It pours.")
        await user.press("enter")
        cited = user.debate.claims["rain"].sources[-1]
        assert cited == Citation(cited.ref, "It pours.")
        assert user.debate.sources[cited.ref] == Source("Ann Able", "On rain", "", "2001")
        await user.press("B", "b")
        await user.type("mine")
        await user.press("enter")
        await user.until_shown("in the map")
        await user.type("on rain")
        await user.press("enter")
        await user.until_shown("known source 2 of 2")
        await user.type("Again.")
        await user.press("enter")
        assert user.debate.claims["rain"].sources[-1] == Citation(cited.ref, "Again.")


async def test_what_cannot_be_read_is_said(weather: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pybtex.database", None)
    async with opened(open_session(weather), size=(120, 30)) as user:
        await user.press("B", "b")
        await user.type("refs")
        await user.press("enter")
        await user.until_shown("BibTeX needs pybtex: pip install 'debatemap[bib]'")
        assert not user.is_asked


async def test_the_sources_are_written_as_a_list(weather: Path) -> None:
    async with opened(open_session(weather), size=(100, 30)) as user:
        await user.press("B", "w")
        await user.type("bibtex")
        await user.press("enter")
        assert isinstance(user.screen, PromptScreen)
        await user.press("enter")
        await user.until(lambda: user.said.startswith("Written to"), "what was written")
        written = weather.with_name("weather-sources.bib").read_text(encoding="utf-8")
        assert "{The Almanac}" in written
