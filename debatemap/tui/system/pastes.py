"""Take pastes out of what a terminal sends, before keys are looked for in the rest.

Textual's own parser takes an escape sequence inside of a paste for a key, which would run as a
command, and mixes up the order of the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Pasted", "Pastes"]

_BEGIN: Final = "\x1b[200~"
_END: Final = "\x1b[201~"
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

    def split(self, text: str) -> Iterator[str | Pasted]:
        """Yields the text that keys are in, and pastes once they have ended, in order.

        What may be the beginning of a bracket is held until more comes, or `rest` is asked for.
        """
        text, self._held, self._silent = self._held + text, "", 0
        while text:
            mark = _BEGIN if self._pasted is None else _END
            before, found, text = text.partition(mark)
            if not found:
                before, self._held = _without_part_of(mark, before)
            if self._pasted is not None:
                self._pasted.append(before)
            elif before:
                yield before
            if found and self._pasted is None:
                self._pasted = []
            elif found and self._pasted is not None:
                yield Pasted("".join(self._pasted))
                self._pasted = None

    def rest(self) -> Iterator[str | Pasted]:
        """Yields what is held, as nothing has followed for a moment: it is no bracket.

        A paste whose end does not come is ended after many such moments, for else no key would
        be heard any more.
        """
        self._silent += 1
        if self._pasted is None:
            if self._held:
                yield self._held
        elif self._silent >= _UNTIL_CUT_OFF:
            yield Pasted("".join(self._pasted) + self._held)
            self._pasted = None
        else:
            return
        self._held = ""


def _without_part_of(mark: str, text: str) -> tuple[str, str]:
    """Splits off what may be the beginning of a bracket, at the end of a text.

    A lone escape at the end is the key outside of a paste, which must not have to wait.
    """
    shortest = 1 if mark == _END else 2
    for length in range(len(mark) - 1, shortest - 1, -1):
        if text.endswith(mark[:length]):
            return text[:-length], mark[:length]
    return text, ""
