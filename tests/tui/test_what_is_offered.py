"""What is offered can be done: hints, commands by other words, and the columns of the help."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import Static

from debatemap import save
from debatemap.core.debate import Debate
from debatemap.core.model import Header
from debatemap.core.search_query import Query
from debatemap.tui.commands.command_table import BY_ID, COMMANDS, KEYS
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.commands.other_words import OTHER_WORDS
from debatemap.tui.dialogs.command_list import help_screen, palette_screen
from debatemap.tui.dialogs.key_rows import KEYS as COLUMN
from debatemap.tui.dialogs.key_rows import KeyListScreen
from debatemap.tui.widgets.legend import SIGNS
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

WORDS = ["legend", "sign", "export", "share", "git", "vote", "sort", "replace", "narrow", "print"]
STATES = {
    "as opened": (),
    "unfolded": ("z", "o", "j", "j"),
    "stepped in": ("j", "enter"),
    "edited": ("j", "~"),
    "undone": ("j", "~", "u"),
    "searched": ("/", "r", "a", "enter"),
    "what is found is gone": ("/", "s", "n", "o", "w", "enter", "D"),
    "yanked": ("y", "j"),
    "in the table": ("%", "t"),
    "a what-if": ("w", "w"),
}


async def assert_offers_hold(user: Driver) -> None:
    """Asserts that no hint leads to a command that is refused or finds nothing to do."""
    situation = user.map.situation()
    keymap = user.map.keymap
    for hint in [c for c in COMMANDS if c.hint]:
        shown = f"{keymap.name(hint.id)} {hint.hint}" in user.hints
        if shown:
            assert hint.reason(situation) == "", hint.id
            assert hint.offer(situation) == "", hint.id


@pytest.mark.parametrize("keys", STATES.values(), ids=STATES)
async def test_hints_offer_only_what_can_be_done(keys: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "rain.json"
    save(rain(), path)
    async with opened(open_session(path), size=(200, 24)) as user:
        await user.press(*keys)
        user.map.hints.clear()
        await assert_offers_hold(user)
        assert "next unseen" not in user.hints, "nothing is unseen"


async def test_lists_offer_only_what_can_be_done_with_what_they_hold() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        for keys, offered, others in (
            ("s", "Enter changes or adds   Escape leaves", "ctrl+"),
            ("% a", "ctrl+t adds what is marked, or selected   Escape leaves", "Enter"),
            ("g f", "Enter filters by it   Escape leaves", "ctrl+"),
            ("L x x x", "ctrl+l claim or step   Escape leaves", "Enter"),
        ):
            await user.press(*keys.split())
            keys_shown = hints_of_list(user)
            assert keys_shown.endswith(offered)
            assert others not in keys_shown
            await user.press("escape", "escape")
        await user.press("s", *"A book", "enter")
        await user.press("enter")
        assert "ctrl+x removes" in hints_of_list(user)
        assert "ctrl+o" not in hints_of_list(user), "the book has no address"


def hints_of_list(user: Driver) -> str:
    content = user.screen.query_one("#chooser-hint", Static).content
    assert isinstance(content, Content)
    return content.plain


async def test_an_empty_map_offers_nothing_of_claims() -> None:
    async with opened(Debate(Header("m")), size=(200, 24)) as user:
        user.map.hints.clear()
        await assert_offers_hold(user)


def test_escape_names_the_key_that_leaves_what_there_is() -> None:
    reason = BY_ID["show_all"].reason
    assert reason(Situation(filtered=True, stepped_in=True)) == ""
    assert "{key:step_out} steps out" in reason(Situation(stepped_in=True, marked=1))
    assert "{key:drop_assumptions} leaves" in reason(Situation(assumed=1))
    assert "{key:unmark_all} unmarks" in reason(Situation(marked=2))
    assert "{key:quit} quits" in reason(Situation())


def test_what_might_be_unseen_is_no_offer() -> None:
    command = BY_ID["next_unseen"]
    situation = Situation(unseen=True)
    assert command.reason(situation) == ""
    assert command.offer(situation)


@pytest.mark.parametrize("word", WORDS)
async def test_a_command_is_found_by_what_people_call_it(word: str) -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.press(":", *word)
        assert "No command has such a name." not in user.text


@pytest.mark.parametrize("screen", [palette_screen, help_screen])
def test_words_of_other_programs_lead_to_commands(
    screen: Callable[[Keymap, Situation], KeyListScreen],
) -> None:
    assert OTHER_WORDS.keys() <= BY_ID.keys()
    find = screen(Keymap(), Situation(claim=True))._find
    for name, words in OTHER_WORDS.items():
        for word, why in words.items():
            rows = {choice.value.id: choice.label.plain for choice in find(word)}
            assert name in rows, word
            said = " ".join(rows[name].split())
            assert f"{word}: {why}" in said or Query(word).fits(said), "found by its own words"


def test_what_is_found_by_name_comes_before_what_is_found_by_meaning() -> None:
    choices = palette_screen(Keymap(), Situation(claim=True))._find("share")
    [meant] = [choice for choice in choices if choice.value.id == "save_as"]
    assert "share: the file that it writes can be sent" in meant.label.plain
    by_name = [BY_ID[choice.value.id].group for choice in choices if choice is not meant]
    assert set(by_name) == {"Compare and share"}
    assert all(choice.kind == "Can run now" for choice in choices[: choices.index(meant) + 1])
    assert all(choice.kind == "Cannot run now" for choice in choices[choices.index(meant) + 1 :])


def test_keys_of_the_help_never_run_into_its_words() -> None:
    choices = [c for c in help_screen(Keymap(), Situation())._find("") if not c.disabled]
    assert len(choices) == len(KEYS) + len(SIGNS)
    for choice in choices[: len(KEYS)]:
        lines = choice.label.plain.splitlines()
        titled = next(line for line in lines if choice.value.title in line)
        assert titled.index(choice.value.title) == COLUMN, titled
        assert titled[COLUMN - 1] == " ", titled
