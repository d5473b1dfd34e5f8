"""Signs that are no ASCII, what stands for them where they cannot be shown, and when that is.

One table serves the screen and the command line. A claim's own words keep their letters wherever
the encoding has them; only the signs and the quotation marks that the program itself uses are put
in ASCII.
"""

import codecs
import os
import re
import sys
import unicodedata
from collections.abc import Mapping
from typing import Final, Literal

from debatemap.core.cells import graphemes
from debatemap.core.text import width

__all__ = [
    "ASCII",
    "Glyphs",
    "are_plain",
    "encoding_of",
    "for_encoding",
    "in_ascii",
    "in_cells",
    "plain",
]

Glyphs = Literal["auto", "unicode", "ascii"]
"""What the settings may say of signs."""

ASCII: Final[Mapping[str, str]] = {
    # Marks of text.
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}’\N{SINGLE LOW-9 QUOTATION MARK}", "'"),
    **dict.fromkeys("–—−\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "-"),
    "·": "-",
    "×": "x",
    "≈": "~",
    "±": "~",
    "½": "~",
    "σ": "s",
    "‹": "<",
    # Claims and steps: an undercut and its opposite are as the keys that add them.
    "⊣": "_",
    "⊢": "*",
    "◆": "#",
    "◇": "=",
    "○": "o",
    "◦": "o",
    "∅": "0",
    "✗": "x",
    "∞": "@",
    "↛": "/",
    "≠": "!",
    "✱": "*",
    "●": "*",
    "•": "*",
    "✓": "*",
    "§": "s",
    "¶": "n",
    "‡": "b",
    # The outline.
    "▾": "v",
    "▴": "^",
    "▸": ">",
    "›": ">",
    "↺": "@",
    "▌": ">",
    "│": "|",
    "┄": ".",
    "⎧": "/",
    "⎨": "{",
    "⎪": "|",
    "⎩": "\\",
    # Bars, frames and scroll bars.
    "━": "=",
    "╸": "-",
    "─": "-",
    **dict.fromkeys("╺╾╼▔▁▂▃▀▄┈┉═", "-"),
    **dict.fromkeys("┃▏▎▍▊▋▉▐▕║", "|"),
    **dict.fromkeys("┆┊", ":"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝┏┓┗┛", "+"),
    **dict.fromkeys("█▆▇▅▓▒░■▪◼", "#"),
    # Arrows.
    "→": ">",
    "←": "<",
    "↑": "^",
    "↓": "v",
    "↗": "/",
    "▲": "^",
    "▼": "v",
    "▶": ">",
    "◀": "<",
    "…": ".",
    "\N{REPLACEMENT CHARACTER}": "?",
}
"""Every sign in one cell."""

_LONGER: Final[Mapping[int, str]] = str.maketrans(
    {**ASCII, "…": "...", "→": "->", "←": "<-", "±": "+-", "½": "1/2"}
)
"""Every sign where a line may become longer."""

_CELLS: Final = str.maketrans(dict(ASCII))
_NO_UTF8: Final = re.compile(r"(?i)C|POSIX|[^.]*\.(?!utf-?8)[^@]*(@.*)?")
_BAR_ENDS: Final = frozenset("▁▂▃▄▅▆▇")
"""What ends a scroll bar within a cell; a line that is no wider is one of a scroll bar."""
_NOT_ALONE: Final = re.compile(
    # From one number to another.
    r"(?<=\d)…(?=\d)"
    # After a word, and after some of a list; before a word, or in a column of its own.
    r"|(?<=[\w.,:;!?%)\]”’\"']) …|· …|… "
    # A word that is cut, where nothing else can give a cell.
    r"|(?<=\w)[a-zA-Z]…(?! )| …(?! )"
    # A point on a line.
    r"|(?<=[─━┄├])●|●(?=[─━┄┤])"
)
"""What is written otherwise beside other characters than alone."""


def plain(text: str) -> str:
    """Returns text with every sign in ASCII; it may be longer.

    Examples:
        >>> plain("“Many eyes …” → −")
        '"Many eyes ..." -> -'
    """
    return text if text.isascii() else text.translate(_LONGER)


def in_cells(text: str, *, encoding: str = "utf-8") -> str:
    """Returns text with every sign in ASCII, that takes as many cells as before.

    Args:
        text: A part of a line of the screen.
        encoding: What the terminal can show; for what it cannot, a question mark stands.

    Examples:
        >>> in_cells("▾ − Many eyes …   ")
        'v - Many eyes..   '
        >>> in_cells("− … eyes see more …"), in_cells("2 quotes · …"), in_cells("0…9")
        ('- ..eyes see more..', '2 quotes .. ', '0-9')
        >>> in_cells("café 漢", encoding="ascii")
        'cafe ??'
    """
    return for_encoding(in_ascii(text), encoding)


def in_ascii(text: str) -> str:
    """Returns text with every sign of the program in ASCII, a character for each.

    Args:
        text: A line of the screen: a sign may depend on what stands beside it.
    """
    if text.isascii():
        return text
    return " " if text in _BAR_ENDS else _NOT_ALONE.sub(_beside, text).translate(_CELLS)


def for_encoding(text: str, encoding: str) -> str:
    """Returns text that an encoding has, with question marks for what has no other form there."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_shown(each, encoding) for each in graphemes(text))
    return text


def are_plain(setting: Glyphs, encoding: str | None, *, terminal: bool = False) -> bool:
    """Tells whether signs are to be ASCII.

    Args:
        setting: What the user's settings say.
        encoding: How the output is encoded.
        terminal: Whether the output is a terminal.
    """
    if setting != "auto":
        return setting == "ascii"
    if not _is_utf8(encoding) or _asks_for_ascii(os.environ):
        return True
    # The console of Linux has at most 512 glyphs, and few of these.
    return terminal and os.environ.get("TERM") == "linux"


def encoding_of(encoding: str | None) -> str:
    """Returns what can be shown: Python takes a terminal of the locale C for one of UTF-8."""
    return "ascii" if _asks_for_ascii(os.environ) else encoding or "ascii"


def _is_utf8(encoding: str | None) -> bool:
    try:
        return codecs.lookup(encoding or "ascii").name in ("utf-8", "utf-16", "utf-32")
    except LookupError:
        return False


def _asks_for_ascii(environment: Mapping[str, str]) -> bool:
    """Tells whether the user's locale has no UTF-8.

    For such a one Python writes UTF-8 all the same, and says so in LC_CTYPE. Where no locale is
    named at all, as in many containers, nothing is asked for.
    """
    if not sys.flags.utf8_mode or environment.get("PYTHONUTF8") == "1":
        return False
    named = environment.get("LC_ALL") or environment.get("LANG") or ""
    return bool(_NO_UTF8.fullmatch(named))


def _beside(found: re.Match[str]) -> str:
    """Returns what stands for signs beside others, in as many characters."""
    if found[0] == "…":
        return "-"
    return "o" if found[0] == "●" else "..".ljust(len(found[0]))


def _shown(grapheme: str, encoding: str) -> str:
    cells = width(grapheme)
    for form in (grapheme, unicodedata.normalize("NFKD", grapheme)[:1]):
        try:
            form.encode(encoding)
        except UnicodeEncodeError:
            continue
        if width(form) == cells:
            return form
    return "?" * cells
