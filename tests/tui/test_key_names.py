"""Every key that a sentence names is the user's own, and not one that was changed."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import debatemap.tui
from debatemap.config import Config
from debatemap.tui.commands.command_table import BY_ID, COMMANDS, KEYS, KEYS_BY_ID
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.dialog_keys import ABOVE, DIALOG_KEYS, NUMBERED
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.features.finding.search_bar import SearchBar
from tests.tui.driver import Driver, opened
from tests.tui.maps import disputed, rain

_MODIFIERS = "ctrl+alt+", "alt+", "shift+"


def _own_in_dialogs() -> Iterator[tuple[str, list[str]]]:
    """Yields a key for each id of the dialogs that nothing else has which works there as well."""
    numbers: Counter[str] = Counter()
    for key in DIALOG_KEYS:
        numbers[key.group] += 1
        above = ABOVE.get(key.group)
        depth = 0 if above is None else 1 + (above in ABOVE)
        yield key.id, [f"{_MODIFIERS[depth]}f{numbers[key.group]}"]


OWN = {command.id: [chr(0x4E00 + number)] for number, command in enumerate(COMMANDS)}
OWN |= {**dict(_own_in_dialogs()), "dialog_quit": ["ctrl+shift+f1"]}
WORDS = {
    "a",
    ",",
    ";",
    ".",
    "(",
    ")",
    "'",
    '"',
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "space",
    *"123456789",
}
"""Keys that are words or signs of every sentence, too."""
OLD = sorted({k for c in KEYS for k in c.keys} - WORDS, key=len, reverse=True)
_AFTER = r"(?= (?!as\b|is\b)[a-z]+s\b| and \S+ [a-z]+s?\b|, then |\. ?$)"
NAMED = re.compile(rf"(?:^|[\s;:,.(“])(?:{'|'.join(map(re.escape, OLD))})(?![\w”]){_AFTER}")
"""A key of the table, as a sentence names one: "u undoes it", "% % shows them"."""
NO_KEYS = re.compile(r"before the @ is")
"""Words that are no keys."""


def named_in(text: str) -> list[str]:
    return NAMED.findall(NO_KEYS.sub("", text))


def test_every_command_has_a_key_of_its_own_here() -> None:
    assert len(OWN) == len(KEYS)
    Keymap(OWN)


def test_what_is_looked_for_is_found() -> None:
    for sentence in ("u undoes it, p pastes it", "nothing; g d compares", "Press f, then Enter"):
        assert named_in(sentence)
    assert not named_in("What it says is kept.")


def _situations() -> Iterator[Situation]:
    yield Situation()
    yield Situation(claim=True, reply=True, thesis=True, joint=True, beneath=True, places=2)
    yield Situation(claim=True, reply=True, judged=True, assumed=1)


def test_reasons_and_helps_name_the_user_s_keys() -> None:
    keymap = Keymap(OWN)
    filled = 0
    for command in COMMANDS:
        assert not named_in(keymap.fill(command.help)), command.id
        for situation in _situations():
            reason = command.reason(situation)
            assert not named_in(keymap.fill(reason)), reason
            assert "{" not in keymap.fill(reason)
            filled += reason != keymap.fill(reason)
    assert filled > 10
    assert Keymap({"undo": []}).fill("{key:undo} undoes") == "“Undo” undoes"


def _strings(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            is_style = "{" in node.value and ";" in node.value and "\n" in node.value
            is_table = node.value.startswith("|")
            if " " in node.value.strip() and not is_style and not is_table:
                yield node.value


def test_no_sentence_of_the_screen_names_a_key_itself() -> None:
    for file in sorted(Path(debatemap.tui.__path__[0]).rglob("*.py")):
        for text in _strings(file):
            if text not in OLD:
                assert not named_in(text), f"{file.name}: {text!r} names a key; write {{key:ID}}"


def test_lines_of_keys_call_a_key_what_sentences_call_it() -> None:
    keymap = Keymap()
    for each in KEYS:
        if keymap.keys(each) and each.id not in NUMBERED:
            assert keymap.name_in_line(each.id) == keymap.name(each.id)


def test_every_placeholder_is_a_command() -> None:
    found = set()
    for file in Path(debatemap.tui.__path__[0]).rglob("*.py"):
        found |= set(re.findall(r"\{key:(\w+)\}", file.read_text(encoding="utf-8")))
    assert found - {"ID"} <= KEYS_BY_ID.keys()
    assert "mark" in found


async def test_with_every_key_changed_no_old_one_is_named() -> None:
    seen: list[str] = []
    async with opened(disputed(), settings=Config(keys=OWN), size=(160, 40)) as user:
        seen += [user.said, user.text]
        user.map.run_command(BY_ID["conflicts"])
        await user.press()
        seen.append(user.text)
    async with opened(rain(), settings=Config(keys=OWN), size=(160, 40)) as user:
        seen += [user.said, user.text]
        await _run_all(user, seen)
    for text in seen:
        for line in text.splitlines():
            assert not named_in(line), line


async def _run_all(user: Driver, seen: list[str]) -> None:
    """Runs every command once, and gathers what is said, asked and shown."""
    skipped = {"quit", "edit_outside", "open_map"}
    for command in COMMANDS:
        if command.id in skipped:
            continue
        user.map.hints.clear()
        user.map.key = "1"
        user.map.run_command(command)
        await user.press()
        seen += [user.said, user.text]
        for _ in range(4):
            if user.is_asked or user.writing or user.map.part(SearchBar).is_open:
                await user.press("escape")


async def test_the_sentences_say_the_new_keys() -> None:
    async with opened(rain(), settings=Config(keys=OWN), size=(160, 30)) as user:
        user.map.run_command(BY_ID["join"])
        assert user.said.endswith("the claim hangs on no link here")
        await user.go_to("Plants grow.")
        user.map.run_command(BY_ID["join"])
        assert user.said.endswith(f"nothing is marked; {OWN['mark'][0]} marks a claim")
        user.map.run_command(BY_ID["yank"])
        await user.press()
        assert OWN["paste"][0] in user.said
        await user.go_to("Snow is white.")
        await user.rest_of_details()
        assert f"unplaced: {OWN['link'][0]} links it to a claim" in user.details
