"""The keys that may follow one another, in columns: none is left out for the length of another."""

import pytest

from debatemap.tui.commands.command_table import COMMANDS
from debatemap.tui.commands.key_presets import PRESETS
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
    chords = (key.split() for each in COMMANDS for key in keymap.keys(each))
    for prefix in {chord[0] for chord in chords if len(chord) > 1}:
        entries = [
            (f"{prefix} {more}", command.title, False)
            for more, command in keymap.continuations((prefix,))
        ]
        shown = in_columns(entries, _ROOM, _LINES, "? shows every key").plain
        assert "every key" not in shown
        assert [words for _, words, _ in entries if words not in shown] == []
        assert max(map(len, shown.splitlines())) <= _ROOM
