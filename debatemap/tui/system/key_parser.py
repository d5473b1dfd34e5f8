"""Textual's parser of what a terminal sends, which ends with an error at some sequences."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import _character_to_key
from textual.message import Message

__all__ = ["KeyParser", "key_name", "parted"]

_NO_KEY: Final = "no-key"
"""The name of a key that is never sent on: a sequence that only looks like a key is at its end."""
_ALT: Final = "alt+"
_ESCAPE: Final = "\x1b"
_OF_TEXTUAL: Final = frozenset(f"{_ESCAPE}{sign}" for sign in "1234567890-=§")
"""Escape and a sign that Textual takes for another sign, as some keyboards of macOS have it."""


def key_name(event: events.Key) -> str:
    """Returns a key as the settings name it: by its character, with what was held beside it.

    Examples:
        >>> key_name(events.Key("minus", "-")), key_name(events.Key("alt+x", "x"))
        ('-', 'alt+x')
        >>> key_name(events.Key("space", " ")), key_name(events.Key("alt+less_than_sign", "<"))
        ('space', 'alt+<')
    """
    if not event.is_printable or not event.character or event.key == "space":
        # With ctrl, this sign alone has a name of Textual's own.
        return event.key.replace("underscore", "_")
    is_alt = event.key.startswith(_ALT) and event.key != "alt+space"
    return f"{_ALT if is_alt else ''}{event.character}"


def parted(event: events.Event, is_known: Callable[[str], bool]) -> Sequence[events.Event]:
    """Returns what an event stands for: of a key with alt that means nothing, Escape and the key.

    Most terminals send the same for both, and Escape is often pressed right before another key.

    Args:
        event: What has come.
        is_known: Tells whether a key means something, by its name.

    Examples:
        >>> [key.key for key in parted(events.Key("alt+d", "d"), {"alt+h"}.__contains__)]
        ['escape', 'd']
        >>> [key.key for key in parted(events.Key("alt+h", "h"), {"alt+h"}.__contains__)]
        ['alt+h']
    """
    # Where a terminal says itself that it was alt, there is no character.
    if not isinstance(event, events.Key) or not event.character:
        return [event]
    if not event.key.startswith(_ALT) or is_known(key_name(event)):
        return [event]
    name = event.key.removeprefix(_ALT)
    if event.is_printable:
        name = _character_to_key(event.character)
    return [events.Key("escape", _ESCAPE), events.Key(name, event.character)]


class KeyParser(XTermParser):
    """Makes keys and mouse events of what a terminal sends, and nothing of what is none."""

    def feed(self, data: str) -> Iterator[Message]:
        """Yields the events in what has come; there must be something."""
        for event in super().feed(data):
            if not (isinstance(event, events.Key) and event.key == _NO_KEY):
                yield event

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:  # noqa: FBT001, FBT002  (Textual's own)
        if sequence in _OF_TEXTUAL:
            sequence, alt = sequence[1:], True
        try:
            found = list(super()._sequence_to_key_events(sequence, alt=alt))
        except (ValueError, OverflowError):
            # Such as `ESC [ : u`: the end of one sequence and typed letters look like another.
            return [events.Key(_NO_KEY, None)]
        return [_with_alt(key) for key in found] if alt else found


def _with_alt(key: events.Key) -> events.Key:
    """Returns a key that came with alt under a name that says so, which few have in Textual."""
    return key if key.key.startswith(_ALT) else events.Key(f"{_ALT}{key.key}", key.character)
