import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.system.key_parser import KeyParser, key_name, parted

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


def meant(text: str, keymap: Keymap) -> list[str]:
    """Returns the keys that some bytes are for the program, once no more come."""
    parser = KeyParser()
    # The parser takes what comes for a sequence until its time is over.
    found = [*parser.feed(text), *parser.feed("")]
    events_of = (
        each
        for event in found
        if isinstance(event, events.Event)
        for each in parted(event, keymap.is_known)
    )
    return [key_name(each) for each in events_of if isinstance(each, events.Key)]


@pytest.mark.parametrize("key", [*"adgjqxADGJQXé-1=/:+< ", "\r", "\x01", "\x13"])
def test_escape_and_the_key_behind_it_in_one_read_are_two_keys(key: str) -> None:
    keymap = Keymap()
    assert meant(f"\x1b{key}", keymap) == ["escape", *meant(key, keymap)]


def test_a_key_with_alt_that_means_something_stays_one() -> None:
    assert meant("\x1bh", Keymap()) == ["alt+h"]
    assert meant("\x1bx", Keymap(preset="emacs")) == ["alt+x"]
    assert meant("\x1b<", Keymap(preset="emacs")) == ["alt+<"]
    assert meant("\x1bx", Keymap({"search_next": ["alt+x"]})) == ["alt+x"]
    assert meant("\x1bd", Keymap({"fold_all": ["g alt+d"]})) == ["alt+d"]


def test_what_a_terminal_itself_calls_alt_stays_one_key() -> None:
    assert meant("\x1b[100;3u", Keymap()) == ["alt+d"]
    assert meant("\x1b[1;3A", Keymap()) == ["alt+up"]


@pytest.mark.parametrize(("sent", "key"), [("\x1b\x7f", "ctrl+w"), ("\x1bf", "ctrl+right")])
def test_what_keyboards_send_for_words_stays_what_it_is(sent: str, key: str) -> None:
    assert meant(sent, Keymap()) == [key]
