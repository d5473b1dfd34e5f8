"""The keys that may follow one another, in columns: none is left out for the length of another."""

import pytest

from debatemap.tui.commands.command_table import COMMANDS
from debatemap.tui.commands.key_presets import PRESETS
from debatemap.tui.commands.key_table import in_short
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.widgets.bars import in_columns

_ROOM, _LINES = 78, 18
_MANY = [
    (f"g {chr(ord('a') + n)}", "What this key does, at length" + "!" * n, False) for n in range(26)
]


def test_words_are_cut_before_keys_are_left_out() -> None:
    shown = in_columns(_MANY, _ROOM, _LINES, "? shows every key").plain
    assert all(key in shown for key, _, _ in _MANY)
    assert "every key" not in shown
    assert max(map(len, shown.splitlines())) <= _ROOM


def test_words_stay_whole_where_there_are_lines_enough() -> None:
    shown = in_columns(_MANY, _ROOM, len(_MANY), "? shows every key").plain
    assert all(words in shown for _, words, _ in _MANY)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_menu_of_each_prefix_says_all_in_24_lines_of_80(preset: str) -> None:
    keymap = Keymap(preset=preset)
    pressed = (key.split() for each in COMMANDS for key in keymap.keys(each))
    for prefix in {keys[0] for keys in pressed if len(keys) > 1}:
        chords: dict[str, list[str]] = {}
        for more, command in keymap.continuations((prefix,)):
            chords.setdefault(command.title, []).append(f"{prefix} {more}")
        entries = [
            (key, title, False) for title, keys in chords.items() for key in in_short(tuple(keys))
        ]
        shown = in_columns(entries, _ROOM, _LINES, "? shows every key").plain
        assert "every key" not in shown
        assert [words for _, words, _ in entries if words not in shown] == []
        assert max(map(len, shown.splitlines())) <= _ROOM
