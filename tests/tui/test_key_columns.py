"""The keys that may follow one another, in columns: none is left out for the length of another."""

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
