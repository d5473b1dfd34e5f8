"""Take pastes out of what a terminal sends, before keys are looked for in the rest.

Textual's own parser takes an escape sequence inside of a paste for a key, which would run as a
command, and mixes up the order of the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from debatemap.tui.system.paste_brackets import (
    BEGIN,
    END,
    ESCAPE,
    goes_on,
    is_torn_off,
    without_part_of,
)

__all__ = ["Pasted", "Pastes"]

_UNTIL_CUT_OFF: Final = 50
"""Moments of silence after which a paste is taken to be at its end."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted at once."""

    text: str


class Pastes:
    """Splits a stream of text, as it comes in reads of any length, into keys and pastes."""

    def __init__(self) -> None:
        self._held = ""
        self._pasted: list[str] | None = None
        self._silent = 0
        self._was_cut_off = self._has_escaped = False

    def split(self, text: str) -> Iterator[str | Pasted]:
        """Yields the text that keys are in, and pastes once they have ended, in order.

        What may be the beginning of a bracket is held until more comes, or `rest` is asked for.
        """
        if self._silent and self._has_escaped and is_torn_off(text):
            # That escape was told as a key by now.
            text = f"{ESCAPE}{text}"
        text, self._held, self._silent = self._held + text, "", 0
        self._has_escaped = False
        if self._was_cut_off and goes_on(text):
            self._was_cut_off = False
            self._pasted = None if text.startswith(END) else []
            text = text.removeprefix(END)
        while text:
            mark = BEGIN if self._pasted is None else END
            before, found, text = text.partition(mark)
            if not found:
                before, self._held = without_part_of(mark, before)
            if self._pasted is not None:
                self._pasted.append(before)
            elif before:
                self._has_escaped = not found and before.endswith(ESCAPE)
                yield before
            if found and self._pasted is None:
                self._pasted, self._was_cut_off = [], False
            elif found and self._pasted is not None:
                yield Pasted("".join(self._pasted))
                self._pasted = None

    def rest(self) -> Iterator[str | Pasted]:
        """Yields what is held, as nothing has followed for a moment: it is no bracket.

        A paste whose end does not come is ended after many such moments, for else no key would
        be heard any more. A line that stalled may still bring the rest of it.
        """
        self._silent += 1
        if self._pasted is None:
            if self._held:
                yield self._held
        elif self._silent >= _UNTIL_CUT_OFF:
            yield Pasted("".join(self._pasted) + self._held)
            self._pasted, self._was_cut_off = None, True
        else:
            return
        self._held = ""
