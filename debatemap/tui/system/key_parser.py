"""Textual's parser of what a terminal sends, which ends with an error at some sequences."""

from collections.abc import Iterable, Iterator
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

__all__ = ["KeyParser"]

_NO_KEY: Final = "no-key"
"""The name of a key that is never sent on: a sequence that only looks like a key is at its end."""


class KeyParser(XTermParser):
    """Makes keys and mouse events of what a terminal sends, and nothing of what is none."""

    def feed(self, data: str) -> Iterator[Message]:
        """Yields the events in what has come; there must be something."""
        for event in super().feed(data):
            if not (isinstance(event, events.Key) and event.key == _NO_KEY):
                yield event

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:  # noqa: FBT001, FBT002  (Textual's own)
        try:
            return list(super()._sequence_to_key_events(sequence, alt=alt))
        except (ValueError, OverflowError):
            # Such as `ESC [ : u`: the end of one sequence and typed letters look like another.
            return [events.Key(_NO_KEY, None)]
