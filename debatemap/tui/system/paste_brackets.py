"""The brackets that a terminal sends around a paste, whole or cut anywhere."""

import re
from typing import Final

__all__ = ["BEGIN", "END", "ESCAPE", "goes_on", "is_torn_off", "without_part_of"]

ESCAPE: Final = "\x1b"
BEGIN: Final = "\x1b[200~"
END: Final = "\x1b[201~"
_GOES_ON: Final = 64
"""Characters in one read, after a long silence, that nobody types: a paste goes on."""


_is_torn_off: Final = re.compile(
    # A key without a character, a key with others held, a mouse, a bracket.
    r"\[(?:[A-DFH]|\d+(?:;\d+)*[A-DFHPQRSu~]|<\d+;\d+;\d+[Mm])"
).match


def is_torn_off(text: str) -> bool:
    """Tells whether text is what follows the escape of a sequence, which came much earlier.

    A slow line tears them apart. That escape was taken for the key by then; all letters of a paste
    must not be taken for keys, too.
    """
    return _is_torn_off(text) is not None


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
