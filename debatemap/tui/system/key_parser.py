"""Textual's parser of what a terminal sends, which ends with an error at some sequences."""

from collections.abc import Iterable, Iterator
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

__all__ = ["KeyParser", "key_name"]

_NO_KEY: Final = "no-key"
"""The name of a key that is never sent on: a sequence that only looks like a key is at its end."""


_ALT: Final = "alt+"


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


class KeyParser(XTermParser):
    """Makes keys and mouse events of what a terminal sends, and nothing of what is none."""

    def feed(self, data: str) -> Iterator[Message]:
        """Yields the events in what has come; there must be something."""
        for event in super().feed(data):
            if not (isinstance(event, events.Key) and event.key == _NO_KEY):
                yield event

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:  # noqa: FBT001, FBT002  (Textual's own)
        try:
            found = list(super()._sequence_to_key_events(sequence, alt=alt))
        except (ValueError, OverflowError):
            # Such as `ESC [ : u`: the end of one sequence and typed letters look like another.
            return [events.Key(_NO_KEY, None)]
        return [_with_alt(key) for key in found] if alt else found


def _with_alt(key: events.Key) -> events.Key:
    """Returns a key that came with alt under a name that says so, which no sign has in Textual."""
    has_sign = key.is_printable and not key.key.startswith(_ALT)
    return events.Key(f"{_ALT}{key.key}", key.character) if has_sign else key
