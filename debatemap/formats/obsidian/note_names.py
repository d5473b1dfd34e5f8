"""Names of notes that every system takes and that a link can name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from debatemap.core.text import excerpt, safe_line
from debatemap.formats.markup_text import without_noncharacters

__all__ = ["note_names"]

_REFUSED: Final = re.compile(r'[\\/:*?"<>|#^\[\]`%\x00-\x1f]+')
"""What no file's name may hold on some system, and what ends a link."""
_DEVICES: Final = re.compile(
    r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?"
)
_CELLS: Final = 60
_BYTES: Final = 160
"""What is left of the 255 bytes of a name for an id and an ending."""


def note_names(
    texts: Mapping[str, str], taken: Iterable[str] = (), *, other: str = "claim"
) -> dict[str, str]:
    """Returns a name for each claim: the beginning of its text, with its id where two have that.

    Args:
        texts: The texts by id.
        taken: Names that are in use.
        other: What a claim without words is called.

    Examples:
        >>> note_names({"a": "It rains.", "b": "It rains.", "c": "A/B: [x]?", "d": "CON"})
        {'a': 'It rains', 'b': 'It rains (b)', 'c': 'A B x', 'd': 'claim CON'}
    """
    used = {_compared(name) for name in taken}
    names: dict[str, str] = {}
    for key, text in texts.items():
        name = _plain(text, other)
        if _compared(name) in used:
            name = f"{name} ({key})"
        turn = 2
        while _compared(name) in used:
            name, turn = f"{_plain(text, other)} ({key} {turn})", turn + 1
        used.add(_compared(name))
        names[key] = name
    return names


def _compared(name: str) -> str:
    """Returns a name as a system compares it that takes capitals and accents for the same."""
    return unicodedata.normalize("NFKC", name).casefold()


def _plain(text: str, other: str) -> str:
    words = _REFUSED.sub(" ", without_noncharacters(safe_line(text)))
    words = _within(excerpt(words, _CELLS).removesuffix(" …")).strip(" .")
    if not words:
        return other
    # A device of Windows is one with any ending, and a name that begins with - is an option.
    return f"{other} {words}" if _DEVICES.fullmatch(words) or words[0] in "-~" else words


def _within(words: str) -> str:
    return words.encode()[:_BYTES].decode("utf-8", "ignore")
