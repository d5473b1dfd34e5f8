"""The form of a source is kept while it is filled: a killed program offers it again."""

import json
from pathlib import Path

import pytest

from debatemap import edit, save
from debatemap.core.model import Citation, Source
from debatemap.store.journal import Origin
from debatemap.store.leftovers import Left, left_behind
from debatemap.tui.features.writing.source_form import SourceForm
from debatemap.tui.features.writing.sources_screen import SourcesScreen
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

SIZE = (100, 34)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    debate = rain()
    debate.apply(edit.cite(debate, "sun", "almanac", quote="It shines.", at="p. 7", kind="news"))
    save(debate, path)
    return path


def left(file: Path) -> list[Left]:
    """Returns what ended programs left of the map."""
    return list(left_behind(Origin(str(file), "rain_map")))


async def killed_after(file: Path, *keys: str) -> None:
    """Presses keys, lets the watcher look, and ends the program as a signal does."""
    async with opened(file, size=SIZE) as user:
        await user.rest()
        await user.go_to("Sun is good.")
        await user.press(*keys)
        user.map.watcher.poll()
        user.app.exit(return_code=143)
        await user.rest_until_closed()


async def brought_back(user: Driver) -> None:
    """Waits for the question about what was not saved, and keeps that."""
    await user.rest_while_asked()
    await user.press()
    assert "text that was being written" in " ".join(user.text.replace("▌", " ").split())
    await user.press("k")
    await user.until(lambda: isinstance(user.screen, SourceForm), "the form")
    await user.press()


async def test_a_new_source_with_its_quote_comes_back(file: Path) -> None:
    await killed_after(
        file,
        *("Q", "shift+tab", "up", "tab", *"Ann", "tab", *"The Post", "tab", "tab", "tab"),
        *(*"One line", "ctrl+j", *"and another", "tab", *"p. 3", "tab", "n"),
    )
    assert [each.writing is not None for each in left(file)] == [True]
    async with opened(file, size=SIZE) as user:
        await brought_back(user)
        await user.press("enter")
        claim = user.debate.claims["sun"]
        cited = claim.sources[-1]
        assert (cited.quote, cited.at) == ("One line\nand another", "p. 3")
        assert cited.kind
        assert user.debate.sources[cited.ref] == Source("Ann", "The Post")
        user.map.watcher.poll()
        await user.press("ctrl+s")
        await user.rest()
    assert not left(file)


async def test_a_quote_of_a_known_source_comes_back_with_the_source(file: Path) -> None:
    await killed_after(file, "Q", *"So it was.")
    async with opened(file, size=SIZE) as user:
        await brought_back(user)
        assert "Ann Author" in user.text
        await user.press("enter")
        assert user.debate.claims["sun"].sources[-1] == Citation("almanac", "So it was.")


async def test_what_was_mended_comes_back_and_changes_that_citation(file: Path) -> None:
    await killed_after(file, "s", "enter", *" Very.")
    async with opened(file, size=SIZE) as user:
        await brought_back(user)
        assert "What “Sun is good.” cites" in user.text
        await user.press("enter")
        (cited,) = user.debate.claims["sun"].sources
        assert "Very." in cited.quote
        assert cited.at == "p. 7"


async def test_a_form_in_front_of_the_editor_comes_back_with_the_claim(file: Path) -> None:
    await killed_after(file, "+", *"It warms.", "ctrl+r", *"warm")
    async with opened(file, size=SIZE) as user:
        await brought_back(user)
        await user.until_shown("A source of “It warms.”")
        await user.press("enter")
        await user.until(lambda: any(c.text == "It warms." for c in user.debate.claims.values()))
        claim = next(c for c in user.debate.claims.values() if c.text == "It warms.")
        assert claim.sources == (Citation("almanac", "warm"),)


async def test_a_form_that_is_left_or_accepted_is_not_offered(file: Path) -> None:
    async with opened(file, size=SIZE) as user:
        await user.rest()
        for keys in (("Q", *"one", "escape", "escape"), ("Q", *"two", "enter")):
            await user.press(*keys[:4])
            user.map.watcher.poll()
            assert any(each.writing for each in _now(user))
            await user.press(*keys[4:])
            user.map.watcher.poll()
            assert not any(each.writing for each in _now(user))


def _now(user: Driver) -> list[Left]:
    """Returns what a journal would leave if the program were killed now."""
    journal = user.session.journal
    assert journal is not None
    lines = [json.loads(line[9:]) for line in journal._lines]
    writing = next((each["writing"] for each in reversed(lines) if "writing" in each), None)
    return [Left(Path(), Origin("", ""), [], writing, 0)]


async def test_the_words_are_kept_where_the_claim_is_gone(file: Path) -> None:
    await killed_after(file, "Q", *"So it was.")
    session = open_session(file)
    session.do(edit.delete_claim(session.debate, "sun"))
    session.save()
    async with opened(file, size=SIZE) as user:
        await user.rest_while_asked()
        await user.press("k")
        await user.until(lambda: user.writing, "the editor")
        assert "So it was." in user.text


async def test_the_list_of_sources_is_where_it_was_after_mending(file: Path) -> None:
    async with opened(file, size=SIZE) as user:
        await user.go_to("Sun is good.")
        await user.press("s", "enter", *" More.", "enter")
        assert isinstance(user.screen, SourcesScreen)
        assert "More." in user.text
