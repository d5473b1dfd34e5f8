import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from debatemap.tui.system.key_parser import KeyParser

PIECES = st.sampled_from(
    ["\x1b", "\x1b[", "\x1bO", ":", ";", "?", "<", "1", "27", "99999999999999999999", "u", "~", "M",
     "m", "R", "$y", "a", "é", "\x9b", "\x7f", "\r", "漢", "[[", "0;0", "32;2"]
)  # fmt: skip


def keys(text: str) -> list[str]:
    return [event.key for event in KeyParser().feed(text) if isinstance(event, events.Key)]


@pytest.mark.parametrize(
    "sequence", ["\x1b[:u", "\x1b[1:2:u", "\x1b[1114112u", "\x1b[99999999999999999999u"]
)
def test_what_is_no_key_ends_nothing(sequence: str) -> None:
    assert keys(f"a{sequence}b") == ["a", "b"]


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_key_is_heard_after_whatever_came_before(text: str) -> None:
    parser = KeyParser()
    list(parser.feed(text) if text else ())
    list(parser.tick())
    # Whatever sequence was begun is given up by then.
    after = [event for part in ("x" * 99, "\r") for event in parser.feed(part)]
    assert any(isinstance(event, events.Key) and event.key == "enter" for event in after)
