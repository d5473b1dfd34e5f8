"""Make text safe to show, wrap it, and measure it in terminal cells.

The text of a map is hostile. An escape sequence in it can write the clipboard or press
keys, and a bidirectional control can make a line read as what it is not. Two functions stand
between it and a reader: `clean` for what is typed, pasted or imported, and `safe` for what is
shown. `SafeText` is the type that views and printed lines take, so that a type checker finds
the text that was not made safe.
"""

import os
import re
import shlex
import unicodedata
from functools import lru_cache
from typing import Final, NewType

from debatemap.core.cells import graphemes, is_narrow, width

__all__ = [
    "SafeText",
    "clean",
    "count_lines",
    "excerpt",
    "safe",
    "safe_line",
    "shell_word",
    "thin_marks",
    "width",
    "wrap",
]

SafeText = NewType("SafeText", str)
"""Text that holds no control character but the line feed."""

_LINE_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_TAGS: Final = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0000-\U000e007f]")
_MARKS: Final = 30
"""How many combining marks in a row are kept: the Stream-Safe Text Format of UAX #15. Beyond
it no script goes, and normalisation takes quadratic time."""
_TAB: Final = "    "


def clean(text: str) -> str:
    r"""Returns text as it may enter a map: one kind of line break, no controls, NFC.

    Kept are line feeds, tabs and the joiners that emoji and Indic scripts need.

    Examples:
        >>> clean("a\r\nb\x1b]52;c;aGk=\x07")
        'a\nb]52;c;aGk='
        >>> clean("e\u0301")
        'é'
    """
    if text.isprintable() and is_narrow(text):
        return text
    text = _UNSAFE.sub("", _LINE_BREAKS.sub("\n", text))
    text = _TAGS.sub(r"\1", text)
    if text.isascii():
        return text
    # Normal form C takes some marks apart, so that their number is only known after it.
    thin = thin_marks(text)
    text = unicodedata.normalize("NFC", thin)
    return text if text == thin else thin_marks(text)


def safe(text: str) -> SafeText:
    r"""Returns text as it may be shown, on any number of lines.

    Examples:
        >>> safe("a\tb\x9b2J")
        'a    b2J'
    """
    if text.isprintable() and is_narrow(text):
        return SafeText(text)
    return _safe_slowly(text)


def safe_line(text: str) -> SafeText:
    r"""Returns text as it may be shown on one line.

    Examples:
        >>> safe_line("one\n two")
        'one two'
    """
    if text.isprintable() and is_narrow(text) and "  " not in text and text == text.strip():
        return SafeText(text)
    return SafeText(" ".join(safe(text).split()))


def shell_word(name: object) -> SafeText:
    r"""Returns a file's name as it may be pasted into a command.

    Examples:
        >>> print(shell_word("my map.json"), shell_word("-rf"), shell_word("it's"))
        'my map.json' ./-rf 'it'"'"'s'
        >>> print(shell_word("two\nlines\x1b"))
        $'two\012lines\033'
    """
    text = os.fspath(name) if isinstance(name, os.PathLike) else str(name)
    word = f"./{text}" if text.startswith("-") else text
    if safe_line(word) == word:
        return SafeText(shlex.quote(word))
    # What would not be shown is written as bytes.
    plain = (sign if _is_plain(sign) else _octal(sign) for sign in word)
    return SafeText(f"$'{''.join(plain)}'")


def _is_plain(sign: str) -> bool:
    return safe_line(sign) == sign and sign not in "'\\"


def _octal(sign: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in os.fsencode(sign))


def excerpt(text: str, cells: int = 40, *, at_a_word: bool = True) -> SafeText:
    """Returns the beginning of a text on one line, cut at a word, within so many cells.

    Examples:
        >>> excerpt("Many eyes find faults sooner.", 14)
        'Many eyes …'

        A word is cut only where two thirds of the room would be left free.

        >>> excerpt("We leave everything as it is.", 19), excerpt("A weatherproof jacket", 10)
        ('We leave …', 'A weathe …')

        Of a name, a part of a word says more than none.

        >>> excerpt("Mark Zuckerberg", 10, at_a_word=False)
        'Mark Zuck…'
    """
    line = safe_line(text[: cells * 4])
    if width(line) <= cells and len(text) <= cells * 4:
        return line
    if cells < len(" …"):
        return SafeText("…"[: max(0, cells)])
    head = _cut(line, cells - 1)
    if not at_a_word:
        return SafeText(f"{head.rstrip()}…")
    space = head.rfind(" ")
    return SafeText(head[:space] + " …" if space * 3 > len(head) else _cut(line, cells - 2) + " …")


def wrap(text: str, cells: int) -> list[SafeText]:
    """Returns the lines of a text within so many cells, broken at spaces where it can be.

    Args:
        text: Any text; it is made safe first.
        cells: The width of a line, at least 1.

    Examples:
        >>> wrap("Many eyes find faults sooner.", 12)
        ['Many eyes', 'find faults', 'sooner.']
        >>> wrap("under “Many eyes …”", 18)
        ['under “Many', 'eyes …”']
    """
    cells = max(1, cells)
    lines: list[SafeText] = []
    for paragraph in safe(text).split("\n"):
        if is_narrow(paragraph):
            lines.extend(SafeText(paragraph[a:b]) for a, b in _narrow_spans(paragraph, cells))
        else:
            lines.extend(SafeText(line) for line in _wrap_wide(paragraph, cells))
    return lines


def count_lines(text: str, cells: int) -> int:
    """Returns `len(wrap(text, cells))`, at once for a text that fits on one line.

    Examples:
        >>> count_lines("Many eyes find faults sooner.", 12)
        3
    """
    if text.isascii() and text.isprintable():
        if len(text) <= cells:
            return 1
        return len(_narrow_spans(text, max(1, cells)))
    return len(wrap(text, cells))


def _narrow_spans(line: str, cells: int) -> list[tuple[int, int]]:
    """Returns (start, end) of each wrapped piece of a line in which a character is a cell."""
    spans = []
    start, length = 0, len(line)
    find = line.rfind
    while length - start > cells:
        end = find(" ", start + 1, start + cells + 1)
        if end != -1 and line.startswith("…", end + 1):
            # The dots that end an excerpt stay with the word before them.
            before = find(" ", start + 1, end)
            end = end if before == -1 else before
        if end == -1:
            end = start + cells
            spans.append((start, end))
            start = end
        else:
            spans.append((start, end))
            start = end + 1
    spans.append((start, length))
    return spans


def _wrap_wide(line: str, cells: int) -> list[str]:
    """Wraps a line of any script: one walk over its graphemes, however long it is."""
    if width(line) <= cells:
        return [line]
    lines = []
    start = here = taken = tail = 0
    space = -1
    for grapheme in graphemes(line):
        size = width(grapheme)
        while taken + size > cells and here > start:
            end = here if grapheme[0] == " " or space <= start else space
            lines.append(line[start:end])
            start = end + (line[end] == " ")
            taken = tail if end == space else 0
        if start > here:
            taken = 0
        elif grapheme[0] == " ":
            space, tail, taken = here, 0, taken + size
        else:
            tail, taken = tail + size, taken + size
        here += len(grapheme)
    return [*lines, line[start:]]


def _cut(line: str, cells: int) -> str:
    """Returns the longest beginning of a line, in whole graphemes, within so many cells."""
    if is_narrow(line):
        return line[:cells]
    taken, end = 0, 0
    for grapheme in graphemes(line):
        taken += width(grapheme)
        if taken > cells:
            break
        end += len(grapheme)
    return line[:end]


def thin_marks(text: str) -> str:
    """Returns text with no more than `_MARKS` combining marks in a row."""
    if not any(map(unicodedata.combining, text)):
        return text
    kept, run = [], 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= _MARKS:
            kept.append(character)
    return "".join(kept)


@lru_cache(maxsize=4096)
def _safe_slowly(text: str) -> SafeText:
    return SafeText(clean(text).replace("\t", _TAB))
