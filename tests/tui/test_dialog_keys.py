"""The keys of dialogs: one table, the user's own in their place, and Escape always leaves."""

import ast
import re
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Final

import pytest
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea

import debatemap.tui
from debatemap.config import Config
from debatemap.tui.commands.command_table import BY_ID, KEYS_BY_ID
from debatemap.tui.commands.dialog_keys import ABOVE, DIALOG_KEYS, NUMBERED, TYPED_IN
from debatemap.tui.commands.keymap import Keymap, KeymapError
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.features.rating.guided_screen import PassScreen
from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen
from debatemap.tui.system.key_bindings import overrides
from tests.tui.dialogs import KEYS, Kind, each_dialog
from tests.tui.driver import Driver, opened
from tests.tui.maps import disputed, rain

PACKAGE: Final = Path(debatemap.tui.__file__).parent
SOURCES: Final = sorted(PACKAGE.rglob("*.py"))
_BUILDER: Final = "system/key_bindings.py"
_NAMES: Final = frozenset(key for each in DIALOG_KEYS for key in each.keys) - {"space"}
"""Keys, but for the one that Textual names otherwise than by its character."""
_SAID: Final = re.compile(r"(?<!\w)(Enter|Escape|Tab|↑ ↓|ctrl\+\w)(?!\w)")
LEAVING: Final[dict[str, list[str]]] = {key.id: [] for key in DIALOG_KEYS if "escape" in key.keys}


def _parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def hard_keys(tree: ast.AST) -> Iterator[int]:
    """Yields the lines that bind a key, or compare one with a key, by its own name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "Binding":
                yield node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_table = isinstance(node.func.value, ast.Dict | ast.DictComp)
            if is_table and node.func.attr == "get" and any(map(_is_key, node.args)):
                yield node.lineno
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            texts = {
                each.value
                for side in sides
                for each in ast.walk(side)
                if isinstance(each, ast.Constant)
            }
            if any(map(_is_key, sides)) and texts & _NAMES:
                yield node.lineno


def _is_key(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id == "key") or (
        isinstance(node, ast.Attribute) and node.attr in {"key", "character"}
    )


@pytest.mark.parametrize(
    "source",
    [
        'Binding("ctrl+x", "drop")',
        'event.key == "escape"',
        'key in {"left", "h"}',
        '{"enter": 1}.get(event.key)',
    ],
)
def test_a_key_that_is_not_of_the_table_is_found(source: str) -> None:
    assert list(hard_keys(ast.parse(source))) == [1]


def test_every_key_is_of_the_table() -> None:
    found = {_name(path): list(hard_keys(_parsed(path))) for path in SOURCES}
    found.pop(_BUILDER)
    assert {name: lines for name, lines in found.items() if lines} == {}


def _told(tree: ast.AST) -> Iterator[str]:
    """Yields the texts of a module that are no docstrings."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_text_names_a_key_of_a_dialog_itself() -> None:
    for path in SOURCES:
        if path.parent.name != "commands" and _name(path) != _BUILDER:
            for text in _told(_parsed(path)):
                found = f"{_name(path)}: {text!r} names a key; write {{key:ID}}"
                assert not _SAID.search(text), found


def test_every_id_of_the_table_is_that_of_something_done() -> None:
    used = {
        text for path in SOURCES if path.parent.name != "commands" for text in _told(_parsed(path))
    }
    assert {key.id for key in DIALOG_KEYS} <= used
    assert {*ABOVE, *ABOVE.values()} | TYPED_IN <= {key.group for key in DIALOG_KEYS}
    assert KEYS_BY_ID.keys() >= NUMBERED
    assert len(KEYS_BY_ID) == len(BY_ID) + len(DIALOG_KEYS)


def test_every_dialog_key_says_what_it_does() -> None:
    for key in DIALOG_KEYS:
        assert key.keys, key.id
        assert key.title[:1].isupper(), key.id
        assert not key.title.endswith("."), key.id
        assert len(key.title) < 50, key.id


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"list_accept": ["ctrl+n"]}, "ctrl+n cannot be the key of both list_next and list_accept"),
        ({"picker_stance": ["down"]}, "down cannot be the key of both list_next and picker_stance"),
        ({"rating_turn": ["alt+pagedown"]}, "prompt_page_down and rating_turn"),
        ({"list_accept": ["escape"]}, "escape cannot be the key of both"),
        ({"list_accept": ["y"]}, "list_accept: y is typed there"),
        ({"question_first": ["space"]}, "question_first: space is typed there"),
        ({"lines_go": ["g g"]}, "lines_go: g g is a chord"),
        ({"lines_go": ["contrl+s"]}, "lines_go: there is no key 'contrl+s'"),
        ({"conflict_take": ["5", "6", "7", "8", "9"]}, "has no use for more than 4 keys"),
        ({"dialog_quit": ["ctrl+t"]}, "ctrl+t cannot be the key of both"),
        ({"dialog_quit": ["escape"]}, "escape cannot be the key of both"),
    ],
)
def test_keys_of_dialogs_that_make_no_sense_are_refused(
    own: dict[str, list[str]], words: str
) -> None:
    with pytest.raises(KeymapError, match=re.escape(words)):
        Keymap(own)


def test_a_key_may_mean_other_things_in_other_places() -> None:
    keymap = Keymap({"lines_go": ["u"], "conflict_go": ["d"], "conflict_keep": ["enter"]})
    assert keymap.in_dialog("lines_go", "u") == "lines_go"
    assert keymap.in_dialog("conflict_go", "enter") == "conflict_keep"
    assert keymap.command(("u",)) is BY_ID["undo"]


def test_only_what_was_changed_overrides_a_binding() -> None:
    assert overrides(Keymap()) == {}
    assert overrides(Keymap({"save": ["f5"]})) == {}
    assert overrides(Keymap({"lines_go": ["x", ","]})) == {"lines_go": "x,comma"}
    assert overrides(Keymap({"lines_leave": []})) == {"lines_leave": "escape"}
    assert len(overrides(Keymap({"conflict_take": ["f"]}))) == 4


def assert_cursor_is_on_the_row_or_in_the_field(user: Driver) -> None:
    """Looks at the terminal's own cursor."""
    place, screen = user.app.cursor_position, user.screen
    assert screen is not user.map
    assert screen.region.contains_point(place)
    options = [each for each in screen.query(OptionList) if each.region and each.option_count]
    fields = [each for each in (screen.focused,) if isinstance(each, Input | TextArea)]
    if options and options[0].highlighted is not None:
        under = screen.get_widget_at(*place)[0]
        assert under in [options[0], *fields]
    elif fields:
        assert fields[0].content_region.contains_point(place)
    else:
        assert user.lines[place.y][place.x :].strip(), "on words"


async def test_every_dialog_has_the_cursor_and_escape_leaves_it_whatever_the_settings_say(
    tmp_path: Path,
) -> None:
    # The way to one of them leads through another that is left.
    keys = {name: own for name, own in LEAVING.items() if name != "pass_leave"}
    async with aclosing(each_dialog(tmp_path, keys=keys, part=(1, 2))) as dialogs:
        async for user, kind in dialogs:
            dialog = user.screen
            await user.press("down")
            assert_cursor_is_on_the_row_or_in_the_field(user)
            if kind is PassScreen:  # the key has chosen a number, which Escape takes back first
                await user.press("escape")
            await user.press("escape")
            await until_gone(user, dialog)


async def until_gone(user: Driver, dialog: Screen[object]) -> None:
    await user.until(lambda: dialog not in user.app.screen_stack, f"{dialog} to go")


@pytest.mark.parametrize("kind", KEYS, ids=lambda kind: kind.__name__)
def test_every_dialog_can_be_left_by_an_id_of_the_table(kind: Kind) -> None:
    ids = {
        getattr(each, "id", "") for part in kind.__mro__ for each in vars(part).get("BINDINGS", ())
    }
    assert ids & LEAVING.keys()


async def test_a_list_takes_the_user_s_keys_and_says_them() -> None:
    keys = {"list_accept": ["ctrl+y"], "list_leave": ["f7"], "list_next": ["f8"]}
    async with opened(rain(), settings=Config(keys=keys)) as user:
        await user.press("g", "c")
        before = user.app.theme
        for told in ("↑ f8 choose", "ctrl+y accepts", " f7 "):
            assert told in user.text
        await user.press("f8", "enter")
        assert user.screen is not user.map, "Enter is no key any more"
        await user.press("ctrl+y")
        assert not user.is_asked
        assert user.app.theme != before
        await user.press("g", "c", "down")
        assert user.app.theme == before, "the arrow is no key any more"
        for leaving in ("f7", "escape"):
            await user.press(leaving)
            assert not user.is_asked
            await user.press("g", "c")


async def test_the_help_shows_the_user_s_keys_of_dialogs_and_runs_none() -> None:
    keys = {"lines_go": ["f5"], "list_accept": ["f6"]}
    async with opened(rain(), settings=Config(keys=keys), size=(100, 30)) as user:
        await user.press("?", *"lines lead claims")
        assert "In lines that lead to claims" in user.text
        assert re.search(r"f5 +Go to the claim", user.text)
        assert "f6 runs a command" in user.text
        await user.press("f6")
        assert not user.is_asked
        assert "it is a key of the dialog" in user.said
        await user.press(":", *"lines lead claims")
        assert "No command has such a name." in user.text


async def test_lines_take_the_user_s_keys_and_say_them() -> None:
    keys = {"lines_go": ["x"], "lines_leave": ["z"], "why_ask": ["tab"]}
    async with opened(rain(), settings=Config(keys=keys)) as user:
        await user.go_to("Plants grow.")
        await user.press("!")
        await user.rest_of_screen()
        assert "x goes there   z leaves" in user.text
        await user.press("space", "q")
        assert isinstance(user.screen, WhyScreen)
        await user.press("x")
        assert not user.is_asked
        await user.press("!", "z")
        assert not user.is_asked


async def test_a_conflict_takes_the_user_s_keys_and_says_them() -> None:
    keys = {"conflict_take": ["f", "m"], "conflict_later": [], "conflict_who": ["?"]}
    async with opened(disputed(), settings=Config(keys=keys), size=(130, 30)) as user:
        await user.press("C")
        assert isinstance(user.screen, ConflictsScreen)
        assert "f m choose   ? who wrote it" in user.text
        assert "later" not in user.text
        assert "f keep" in user.text
        left = len(user.screen._conflicts)
        await user.press("1", "l")
        assert len(user.screen._conflicts) == left
        await user.press("m")
        assert len(user.screen._conflicts) == left - 1


async def test_a_pass_takes_the_user_s_keys_and_says_them() -> None:
    keys = {
        "pass_number": [*"abcdefghi", "o"],
        "pass_skip": ["tab"],
        "pass_less": [","],
        "pass_more": ["."],
    }
    settings = Config(name="ann", keys=keys)
    async with opened(rain(), settings=settings, size=(120, 30)) as user:
        await user.press("R")
        assert isinstance(user.screen, PassScreen)
        await user.rest_of_screen()
        assert "a…o rate" in user.text
        assert ", . ±5" in user.text
        assert "Tab skips" in user.text
        await user.press("e", "f")
        assert "  45" in user.text
        await user.press(".")
        assert "  50" in user.text
        await user.press(",", ",")
        assert "  40" in user.text


async def test_a_question_and_a_line_take_the_user_s_keys_and_say_them() -> None:
    keys = {"question_first": ["ctrl+y"], "line_accept": ["ctrl+o"], "line_leave": ["f7"]}
    async with opened(rain(), settings=Config(keys=keys)) as user:
        await user.go_to("Plants grow.")
        await user.press("t")
        assert "ctrl+o accepts   f7 leaves" in user.text
        await user.press(*", wet", "enter")
        assert user.screen is not user.map
        await user.press("ctrl+o")
        assert not user.is_asked
        assert "wet" in user.map.session.debate.claims["plants"].tags
        await user.press("D", "enter")
        assert user.screen is not user.map
        await user.press("ctrl+y")
        assert not user.is_asked
        assert "plants" not in user.map.session.debate.claims


async def test_the_editor_the_search_and_the_details_take_the_user_s_keys() -> None:
    keys = {"editor_accept": ["ctrl+y"], "search_accept": ["f5"], "details_note": ["x"]}
    async with opened(rain(), settings=Config(keys=keys), size=(120, 30)) as user:
        await user.press("O", *"New")
        assert "ctrl+y accepts" in user.hints
        await user.press("enter")
        assert user.writing, "Enter is a new line now"
        await user.press("ctrl+y")
        assert any(claim.text == "New" for claim in user.map.session.debate.claims.values())
        await user.press("escape", "/", *"Plants", "enter")
        assert user.map.part(SearchBar).is_open
        await user.press("f5")
        assert not user.map.part(SearchBar).is_open
        await user.press("tab", "n")
        assert not user.is_asked
        await user.press("x")
        assert "A note on" in user.text
