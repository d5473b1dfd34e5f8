"""The keymap of the settings: presets, the user's keys on top, and what makes no sense there."""

import re

import pytest

from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.model import Header
from debatemap.tui.commands.command_table import BY_ID, KEYS, KEYS_BY_ID
from debatemap.tui.commands.key_presets import EX_WORDS, PRESETS
from debatemap.tui.commands.key_settings import read_keys
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.commands.pointer_table import MENUS, POINTER
from debatemap.tui.commands.views_table import VIEWS
from debatemap.tui.system.key_bindings import overrides
from debatemap.tui.system.key_parser import KeyParser, key_name
from tests.tui.driver import opened
from tests.tui.maps import rain

LETTERS = {"h", "j", "k", "l"}


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_a_preset_is_free_of_clashes_and_names_ids_of_the_table(preset: str) -> None:
    assert PRESETS[preset].keys() <= KEYS_BY_ID.keys()
    assert read_keys({}, preset).problems == ()


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_under_every_preset_every_command_of_the_table_with_keys_has_one(preset: str) -> None:
    keymap = Keymap(preset=preset)
    assert {each.id for each in KEYS if each.keys} == {k.id for k in KEYS if keymap.keys(k)}


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_under_every_preset_the_card_the_splits_and_the_menu_s_commands_have_keys(
    preset: str,
) -> None:
    keymap = Keymap(preset=preset)
    in_menus = {name for first, _ in MENUS.values() for name in first}
    for name in {*in_menus, *(each.id for each in (*VIEWS, *POINTER))}:
        chords = [tuple(keys.split()) for keys in keymap.keys(BY_ID[name])]
        assert [keymap.command(chord) for chord in chords] == [BY_ID[name]] * len(chords) != []


async def test_a_split_moves_by_a_key_with_alt_under_every_preset() -> None:
    for preset in PRESETS:
        async with opened(rain(), settings=Config(keymap=preset), size=(160, 40)) as user:
            await user.press("alt+l")
            assert user.map.running == "split_right"


@pytest.mark.parametrize(
    ("preset", "chord", "command"),
    [
        ("vim", "d d", "cut"),
        ("vim", "j", "next"),
        ("vim", "z M", "fold_all"),
        ("emacs", "ctrl+n", "next"),
        ("emacs", "ctrl+x ctrl+s", "save"),
        ("emacs", "alt+x", "palette"),
        ("emacs", "alt+<", "first"),
        ("arrows", "down", "next"),
        ("default", "j", "next"),
    ],
)
def test_a_preset_has_the_keys_that_its_name_promises(
    preset: str, chord: str, command: str
) -> None:
    assert Keymap(preset=preset).command(tuple(chord.split())) is BY_ID[command]


def test_without_letters_for_arrows_the_letters_are_free() -> None:
    keymap = Keymap(preset="arrows")
    assert not any(keymap.command((letter,)) for letter in LETTERS)
    assert Keymap({"save": ["j"]}, "arrows").command(("j",)) is BY_ID["save"]


def test_single_keys_come_on_top_of_a_preset() -> None:
    keymap, problems = read_keys({"save": ["f5"], "next": ["ctrl+t"]}, "emacs")
    assert not problems
    assert keymap.command(("f5",)) is BY_ID["save"]
    assert keymap.command(("ctrl+n",)) is None
    assert keymap.command(("ctrl+x", "ctrl+c")) is BY_ID["quit"]


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"unlnk": ["f5"]}, "there is no command “unlnk”; “unlink” is the nearest"),
        ({"qqqqqqqq": ["f5"]}, "there is no command “qqqqqqqq”; `debatemap keys --json`"),
        ({"save": ["contrl+s"]}, "there is no key “contrl+s”; “ctrl+s” is the nearest; its usual"),
        ({"save": ["C-x C-s"]}, "“ctrl+x ctrl+s” is the nearest"),
        ({"save": ["<Return>"]}, "“enter” is the nearest"),
        ({"save": ["f5", "x"]}, "x cannot run both unlink and save; its other keys count"),
        ({"save": ["g"]}, "g runs save and cannot begin a chord as well"),
        ({"save": ["f5 f5"], "undo": ["f5"]}, "f5 runs undo and cannot begin a chord as well"),
        ({"list_accept": ["y"]}, "y is typed there"),
        ({"conflict_take": ["5", "6", "7", "8", "9"]}, "no use for more than 4 keys"),
        ({"dialog_quit": ["escape"]}, "escape cannot be the key of both"),
    ],
)
def test_what_makes_no_sense_is_told_once_and_the_rest_holds(
    own: dict[str, list[str]], words: str
) -> None:
    keymap, problems = read_keys({"redo": ["f9"], **own, "mark": ["f8"]})
    (problem,) = problems
    assert words in problem
    assert keymap.command(("f9",)) is BY_ID["redo"]
    assert keymap.command(("f8",)) is BY_ID["mark"]


def test_a_key_that_clashes_leaves_the_others_of_its_command() -> None:
    keymap, problems = read_keys({"save": ["f5", "x"]})
    assert len(problems) == 1
    assert keymap.keys(BY_ID["save"]) == ("f5",)
    assert keymap.command(("x",)) is BY_ID["unlink"]


def test_an_unknown_preset_leaves_the_usual_keys_and_the_user_s() -> None:
    keymap, (problem,) = read_keys({"save": ["f5"]}, "emcas")
    assert "no preset “emcas”; “emacs” is the nearest" in problem
    assert keymap.command(("f5",)) is BY_ID["save"]
    assert keymap.command(("j",)) is BY_ID["next"]
    assert "take one of default, vim, emacs, arrows" in read_keys({}, "zzz").problems[0]


def test_keys_of_hostile_settings_are_short_and_safe_in_what_is_said() -> None:
    keymap, problems = read_keys({"\x1b[31m" + "a" * 500: ["x"], "save": ["\x1b]0;x" * 90]})
    assert len(problems) == 2
    assert all("\x1b" not in each and len(each) < 200 for each in problems)
    assert keymap.keys(BY_ID["save"]) == BY_ID["save"].keys


def test_two_commands_may_exchange_their_keys() -> None:
    keymap, problems = read_keys({"next": ["k"], "previous": ["j"]})
    assert not problems
    assert keymap.command(("k",)) is BY_ID["next"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [("\x1bx", "alt+x"), ("\x1b<", "alt+<"), ("<", "<"), ("\x1f", "ctrl+_"), ("\x00", "ctrl+@")],
)
def test_a_key_that_a_terminal_sends_has_the_name_of_the_settings(typed: str, name: str) -> None:
    parser = KeyParser()
    (event,) = (each for each in [*parser.feed(typed), *parser.feed("")])
    assert key_name(event) == name  # type: ignore[arg-type]  # a key


def test_a_key_with_a_sign_has_textual_s_name_in_a_dialog() -> None:
    assert overrides(Keymap({"lines_go": ["alt+<", "ctrl+@"]}))["lines_go"] == (
        "alt+less_than_sign,ctrl+@"
    )


async def test_with_alt_a_letter_is_another_key() -> None:
    async with opened(rain(), settings=Config(keys={"fold_all": ["alt+x"]})) as user:
        await user.go_to("Plants grow.")
        before = user.debate.claims.keys() | user.debate.links.keys()
        await user.press("alt+x")
        assert user.debate.claims.keys() | user.debate.links.keys() == before
        assert user.map.running == "fold_all"


async def test_a_preset_works_on_the_screen_and_stands_in_the_help() -> None:
    async with opened(rain(), settings=Config(keymap="emacs"), size=(110, 40)) as user:
        assert "ctrl+n and ctrl+p move" in user.said
        row = user.map.row
        await user.press("ctrl+n")
        assert user.map.row is not row
        await user.press("?")
        await user.type("quit")
        assert re.search(r"ctrl\+x ctrl\+c", user.text)
        await user.press("ctrl+g", "ctrl+g")  # It asks before what was typed is dropped.
        assert not user.is_asked


def test_with_the_keys_of_emacs_ctrl_g_leaves_what_escape_leaves() -> None:
    keymap = Keymap(preset="emacs")
    left = [each.id for each in KEYS if "escape" in keymap.keys(each)]
    assert left
    assert [name for name in left if "ctrl+g" not in keymap.keys(KEYS_BY_ID[name])] == []


def test_what_vim_has_after_a_colon_are_commands() -> None:
    assert EX_WORDS.keys() == PRESETS.keys()
    assert {name for words in EX_WORDS.values() for name in words.values()} <= BY_ID.keys()
    taken = {key for each in KEYS if each.id in BY_ID for key in Keymap().keys(each)}
    assert not taken & EX_WORDS["default"].keys(), "keys can be looked up as they are"


async def test_the_first_words_speak_of_arrows_and_signs() -> None:
    async with opened(rain()) as user:
        assert user.said == (
            "The arrows move and unfold; + adds a pro, - a con; ? shows every key."
        )
        assert len(user.said) < 80
    async with opened(Debate(Header("m"))) as user:
        assert user.said == ""
    async with opened(rain(), settings=Config(keymap="vim")) as user:
        assert user.said.startswith("j and k move, l unfolds, h folds; ")


async def test_what_is_wrong_with_the_keys_is_said_once_on_the_screen() -> None:
    settings = Config(keys={"unlnk": ["f5"], "save": ["contrl+s"]})
    async with opened(rain(), settings=settings) as user:
        assert "Settings: keys: there is no command “unlnk”; “unlink” is the nearest" in user.said
        assert "1 more: `debatemap keys` tells" in user.said
        assert not user.app.key_problems
        await user.press("j")
        assert "Settings" not in user.said
