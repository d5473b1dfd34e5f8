"""The brackets that a terminal sends around a paste, whole or cut anywhere."""

from typing import Final

__all__ = ["BEGIN", "END", "goes_on", "without_part_of"]

BEGIN: Final = "\x1b[200~"
END: Final = "\x1b[201~"
_GOES_ON: Final = 64
"""Characters in one read, after a long silence, that nobody types: a paste goes on."""


def goes_on(text: str) -> bool:
    """Tells whether what comes after a paste was cut off is the rest of it.

    Reports of a mouse that moves are as long as that, but are sequences.
    """
    before, found, _ = text.partition(END)
    return BEGIN not in before if found else len(text) >= _GOES_ON and "\x1b" not in text


def without_part_of(mark: str, text: str) -> tuple[str, str]:
    """Splits off what may be the beginning of a bracket, at the end of a text.

    A lone escape at the end is the key outside of a paste, which must not have to wait.
    """
    shortest = 1 if mark == END else 2
    for length in range(len(mark) - 1, shortest - 1, -1):
        if text.endswith(mark[:length]):
            return text[:-length], mark[:length]
    return text, ""
