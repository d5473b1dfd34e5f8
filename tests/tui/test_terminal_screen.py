"""The screen that tests of terminals look at shows what pyte's own shows."""

import pyte
from hypothesis import given, reject
from hypothesis import strategies as st

from tests.tui.terminal_screen import KeptScreen

_PARTS = (
    "plain words", "日本", "e\u0301", "\u0301", "👍", "│", "\r", "\n", "\b", "\x1b[2J", "\x1b[K",
    "\x1b[1;31m", "\x1b[0m", "\x1b[2;3H", "\x1b[1;12H", "\x1b[4h", "\x1b[4l", "\x1b[L", "\x1b[M",
    "\x1b[2@", "\x1b[P", "\x1b[?7l", "\x1b[?7h", "\x1b(0", "\x1b(B", "\x1bM", "\x1b[2;3r", "\x1bc",
)  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(_PARTS)).map("".join)), st.integers(1, 14))
def test_it_shows_what_any_sequences_make_of_it(sent: list[str], columns: int) -> None:
    kept, plain = KeptScreen(12, 4), pyte.Screen(12, 4)
    streams = pyte.Stream(kept), pyte.Stream(plain)
    for data in sent:
        for stream in streams:
            stream.feed(data)
        assert kept.display == _shown(plain)
        assert (kept.cursor.x, kept.cursor.y) == (plain.cursor.x, plain.cursor.y)
        assert kept.buffer == plain.buffer
    for screen in (kept, plain):
        screen.resize(3, columns)
    assert kept.display == _shown(plain)


def _shown(screen: pyte.Screen) -> list[str]:
    """Returns what pyte shows, but for the second half of a wide letter that is left alone."""
    try:
        return screen.display
    except IndexError:
        reject()
