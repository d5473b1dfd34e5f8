"""A new map: it asks for its thesis and for a title, and what is typed there is text."""

from pathlib import Path

import pytest

from debatemap import load
from debatemap.core.debate import Debate
from debatemap.core.model import Header
from debatemap.tui.commands.command import Command
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.keeping.start_screen import StartScreen
from debatemap.workspace.session import new_session
from tests.tui.driver import opened
from tests.tui.terminal import loaded


async def test_a_new_map_from_the_list_takes_what_is_typed_as_its_thesis_and_its_title() -> None:
    async with opened(None) as user:
        assert isinstance(user.screen, StartScreen)
        user.send("enter", "enter", *"dogs quit", "enter", *"Dogs", "enter")
        await user.press()
        await user.until(lambda: bool(user.debate.header.title), "a title")
        assert [claim.text for claim in user.debate.claims.values()] == ["dogs quit"]
        assert user.debate.header.theses == tuple(user.debate.claims)
        assert user.debate.header.title == "Dogs"
        assert user.words == "dogs quit"
        await user.until_shown("Called the map “Dogs”. + adds a pro, - a con; ? shows every key.")
        await user.press("g", "t", *"!", "enter")
        await user.until_shown("Called the map “Dogs!”")
        assert "adds a pro" not in user.text, "it was told of already"


async def test_a_map_that_has_a_title_is_not_asked_for_one() -> None:
    async with opened(new_session("Fresh")) as user:
        assert user.writing
        await user.type("a thesis")
        await user.press("enter")
        assert not user.is_asked
        assert user.debate.header.title == "Fresh"


@pytest.mark.parametrize("key", ["a", "A", "O"])
async def test_the_first_claim_is_a_thesis_whichever_key_adds_it(key: str) -> None:
    async with opened(new_session("Fresh")) as user:
        await user.press("escape")
        assert not user.writing
        for name in ("add_pro", "add_con", "add_sibling", "add_unplaced", "add_undercut"):
            user.map.run_command(_command(name))
            await user.press()
            assert user.heading.startswith("◆ thesis"), name
            await user.press("escape")
        await user.press(key)


async def test_a_map_without_claims_that_cannot_be_changed_asks_nothing() -> None:
    session = new_session("Fresh")
    session.read_only = "it is only read"
    async with opened(session) as user:
        assert not user.writing
        assert "Nothing is claimed yet." in user.text


async def test_the_question_is_the_head_of_the_map_and_a_chord_edits_it() -> None:
    debate = Debate(Header("m", "Storage", question="Which database?"))
    async with opened(debate) as user:
        await user.press("escape")
        assert user.lines[0].strip().startswith("Which database? · Storage")
        await user.press("g", "q", "ctrl+u", *"What now?", "enter")
        assert user.debate.header.question == "What now?"
        await user.press("u")
        assert user.debate.header.question == "Which database?"


def test_a_path_that_is_not_there_begins_a_map_and_keys_typed_at_the_start_are_text(
    tmp_path: Path,
) -> None:
    path = tmp_path / "fresh.json"
    with loaded(path, size=(200, 30)) as terminal:
        terminal.send(b"dogs quit, ask")
        # Before that, it is the terminal itself that echoes what is typed.
        terminal.wait_for("◆ thesis", "dogs quit, ask")
        terminal.press("\r")
        terminal.wait_for("The title of the map")
        terminal.press("Dogs\r")
        terminal.wait_for("Dogs", "dogs quit, ask")
        terminal.press("\x13")
        terminal.wait_for("Saved to")
    debate = load(path)
    assert debate.header.title == "Dogs"
    assert [debate.claims[claim].text for claim in debate.header.theses] == ["dogs quit, ask"]


def _command(name: str) -> Command:
    return BY_ID[name]
