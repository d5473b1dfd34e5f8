import inspect
import re

import pytest

from debatemap.config import Config
from debatemap.edit import EditRefusedError
from debatemap.tui.commands.command_table import BY_ID, COMMANDS, Command
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.fields_table import FIELD_COMMANDS
from debatemap.tui.commands.key_table import markdown_table
from debatemap.tui.commands.keymap import Keymap, KeymapError
from debatemap.tui.features.actions import ACTIONS
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.workspace.session import new_session
from tests.tui.driver import opened
from tests.tui.maps import rain


def test_every_command_has_an_action_and_every_action_a_command() -> None:
    assert set(ACTIONS) == set(BY_ID)
    assert len(BY_ID) == len(COMMANDS)


def test_every_command_says_what_it_does() -> None:
    for command in COMMANDS:
        assert command.keys or command in FIELD_COMMANDS, command.id
        assert command.title
        assert command.group
        assert len(command.title) < 50
        assert not command.title.endswith(".")
        assert command.help == "" or command.help.endswith((".", "?"))
        assert inspect.getdoc(ACTIONS[command.id])


def test_every_key_of_the_table_finds_its_command() -> None:
    keymap = Keymap()
    for command in COMMANDS:
        for key in command.keys:
            assert keymap.command(tuple(key.split())) is command


def test_plain_keys_stand_beside_the_arrows_and_ctrl_keys() -> None:
    for command in COMMANDS:
        plain = [key for key in command.keys if not key.startswith(("ctrl", "alt", "page", "f1"))]
        others = {"pagedown", "pageup", "ctrl+s"}
        has_plain = plain or others & set(command.keys)
        assert has_plain or command in FIELD_COMMANDS, command.id


def test_the_table_for_the_readme_holds_every_command() -> None:
    table = markdown_table()
    for command in COMMANDS:
        assert command.title in table
    assert "`1 … 9`" in table


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_that_needs_something_says_why_not(command: Command) -> None:
    reason = command.reason(Situation(read_only="it was opened read-only"))
    assert reason == "" or len(reason) > 10
    assert not reason.endswith(".")


async def test_every_key_reaches_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    async with opened(rain()) as user:
        monkeypatch.setattr(
            type(user.map), "run_command", lambda _, command: ran.append(command.id)
        )
        for command in COMMANDS:
            for chord in command.keys:
                ran.clear()
                await user.press(*chord.split())
                assert ran == [command.id], chord


async def test_every_command_runs_or_is_refused() -> None:
    async with opened(rain(), size=(60, 12)) as user:
        await user.press("3")
        for number, command in enumerate(COMMANDS):
            if command.id in {"quit", "open_map", "edit_outside", "theme"}:
                continue
            user.map.view.move_to((0, 4, 5)[number % 3])
            user.map.key = "3"
            user.map.run_command(command)
            await user.press()
            for _ in range(4):
                if user.is_asked or user.writing or user.map.part(SearchBar).is_open:
                    await user.press("escape")
            assert not user.is_asked, command.id
            assert not user.writing, command.id
        while user.session.can_undo:
            user.session.undo()
        assert user.debate.claims == rain().claims
        assert user.debate.links == rain().links


async def test_the_palette_finds_a_command_and_runs_it() -> None:
    async with opened(rain()) as user:
        await user.press(":")
        assert "Next claim" in user.text
        await user.type("unfold ev")
        assert "Unfold everything" in user.text
        assert "z o" in user.text
        await user.press("enter")
        assert len(user.rows) == 10
        await user.press("ctrl+p", "escape")
        assert not user.is_asked


async def test_the_palette_asks_to_which_level_it_is_to_unfold() -> None:
    async with opened(rain()) as user:
        await user.press("1", ":", *"unfold to a", "enter")
        assert "which level" in user.text
        await user.press("2")
        assert user.said == "Unfolded to level 2."
        assert "Roots drink." not in user.text
        await user.press(":", *"unfold to a", "enter", "c")
        assert not user.is_asked


async def test_a_screen_that_is_put_up_while_the_program_ends_is_no_crash() -> None:
    async with opened(rain()) as user:
        user.app.exit(0)
        user.app.show_map(new_session())
        await user.rest_until_closed()
    assert not user.app.failure


async def test_the_palette_says_why_a_command_cannot_run_and_so_does_running_it() -> None:
    async with opened(rain()) as user:
        await user.press(":")
        await user.type("redo")
        assert "nothing to redo" in user.text
        await user.press("enter")
        assert user.said == "Redo: nothing to redo"


async def test_what_can_run_stands_first_in_the_palette() -> None:
    async with opened(rain()) as user:
        await user.press(":")
        await user.type("undercut")
        lines = [line for line in user.lines if "hangs on no link" in line]
        assert lines, "the thesis has no step to undercut"
        await user.press("escape", "escape", "j", ":")
        await user.type("undercut")
        await user.press("enter")
        assert user.writing
        await user.press("escape")


async def test_help_is_searched_by_key_and_runs_what_is_chosen() -> None:
    async with opened(rain()) as user:
        await user.press("?")
        for group in ("Move", "Next claim"):
            assert group in user.text
        await user.type("~")
        assert "Turn pro into con" in user.text
        assert "Next claim" not in user.text
        await user.press("escape", "escape", "f1")
        await user.type("zzz")
        assert "No command has such a name." in user.text
        await user.press("enter")
        assert user.is_asked
        await user.press("ctrl+u")
        await user.type("figures")
        await user.press("enter")
        assert "theses" in user.text
        await user.press("escape")
        assert not user.is_asked


async def test_the_hints_fit_the_selection_and_the_width() -> None:
    async with opened(rain()) as user:
        assert "_ undercut" not in user.hints
        await user.press("j")
        assert "_ undercut" in user.hints
        assert "u undo" not in user.hints
        await user.press("~", "k", "j")
        assert "u undo" in user.hints
        await user.press("j")
        assert "g n other place" in user.hints
        for width in (80, 60, 40):
            await user.pilot.resize_terminal(width, 20)
            await user.pilot.pause()
            line = user.lines[-1]
            assert "? keys" in line
            assert "…" not in line
        await user.press("+")
        await user.pilot.pause()
        assert "Enter" in user.lines[-1]
        assert "Escape" in user.lines[-1]
        await user.press("escape")


async def test_a_theme_is_shown_while_it_is_looked_at_and_taken_back() -> None:
    async with opened(rain()) as user:
        assert user.app.theme == "debatemap-dark"
        await user.press("g", "c", "down")
        assert user.app.theme == "debatemap-light"
        await user.press("escape")
        assert user.app.theme == "debatemap-dark"
        await user.press("g", "c", "down", "enter")
        assert user.app.theme == "debatemap-light"
        assert not user.is_asked


async def test_other_themes_draw_the_map_too() -> None:
    async with opened(rain()) as user:
        for name in ("debatemap-light", "textual-dark", "ansi-light", "nord", "solarized-light"):
            user.app.theme = name
            await user.pilot.pause(0)
            assert "Rain is good." in user.text


def test_keys_of_the_settings_take_the_place_of_the_usual_ones() -> None:
    keymap = Keymap({"save": ["ctrl+w"], "first": ["g 9", "f5"]})
    assert keymap.command(("ctrl+w",)) is BY_ID["save"]
    assert keymap.command(("ctrl+s",)) is None
    assert keymap.command(("g", "9")) is BY_ID["first"]
    assert keymap.is_prefix(("g",))


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"nosuch": ["x"]}, "there is no command nosuch"),
        ({"save": ["contrl+s"]}, "there is no key 'contrl+s'"),
        ({"save": [""]}, "there is no key ''"),
        ({"save": ["ctrl+"]}, "there is no key 'ctrl+'"),
        ({"save": ["j"]}, "j cannot run both"),
        ({"save": ["g"]}, "g runs save and cannot begin a chord as well"),
        ({"save": ["j j"]}, "j runs next and cannot begin a chord as well"),
    ],
)
def test_keys_that_make_no_sense_are_refused(own: dict[str, list[str]], words: str) -> None:
    with pytest.raises(KeymapError, match=re.escape(words)):
        Keymap(own)


def test_a_command_may_have_no_key() -> None:
    keymap = Keymap({"quit": []})
    assert keymap.command(("q",)) is None


async def test_the_settings_keys_work_and_stand_in_the_hints() -> None:
    settings = Config(keys={"add_pro": ["P"], "paste_copy": [], "theme": ["f9"]}, theme="nord")
    async with opened(rain(), settings=settings) as user:
        assert user.app.theme == "nord"
        await user.press("j")
        assert "P pro" in user.hints
        await user.press("P")
        assert user.writing
        await user.press("escape", "+")
        assert not user.writing


async def test_a_theme_that_does_not_exist_is_passed_over() -> None:
    async with opened(rain(), settings=Config(theme="nosuch")) as user:
        assert user.app.theme == "debatemap-dark"


async def test_a_refusal_is_said_and_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise EditRefusedError("it makes no sense")

    monkeypatch.setitem(ACTIONS, "flip", refuse)
    async with opened(rain()) as user:
        await user.press("j", "~")
        assert user.said == "It makes no sense."
        assert not user.session.dirty
