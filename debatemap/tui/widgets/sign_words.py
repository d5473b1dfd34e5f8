"""Words in the place of signs, in what lists and dialogs say."""

import re
from collections.abc import Mapping
from typing import Final

from textual.content import Content

__all__ = ["SIGN_WORDS", "in_words", "without_columns"]

SIGN_WORDS: Final[Mapping[str, str]] = {
    "+": "pro:",
    "−": "con:",
    "⊣": "undercut:",
    "⊢": "why it follows:",
    "◆": "thesis:",
    "○": "unplaced:",
    "§": "source:",
    "●": "chosen:",
}
"""What signs say that stand alone before words."""
_LEADS_ON: Final = "›"
"""What marks a line that leads on; the keys say so as well."""
_OF_STANCES: Final = "$pro", "$con"
_DRAWN: Final = range(0x2500, 0x25A0)
"""The characters that draw lines, frames and bars."""


_BLANKS: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
"""What lines up the columns of a row."""


def without_columns(content: Content) -> Content:
    r"""Returns content with commas where blanks line its parts up, which a reader would read out.

    Examples:
        >>> without_columns(Content("On tea      1 claim  tea.json\n  reading")).plain
        'On tea, 1 claim, tea.json\n  reading'
    """
    parts, end = [], 0
    for found in _BLANKS.finditer(content.plain):
        ends = content.plain[found.start() - 1] in ".,:;"
        parts += [content[end : found.start()], Content(" " if ends else ", ")]
        end = found.end()
    return Content("").join([*parts, content[end:]]) if parts else content


def in_words(content: Content, words: Mapping[str, str] = SIGN_WORDS) -> Content:
    """Returns content with words in the place of its signs, and without bars.

    A sign is what has a style of its own, alone or with a word of the program that says the same.
    The words of a map are never touched: they have none, or one that begins with them.

    Args:
        content: What is to be shown.
        words: What each sign says.
    """
    parts, end = [], 0
    for span in sorted(content.spans, key=lambda each: (each.start, each.end)):
        text = content.plain[span.start : span.end].rstrip()
        sign, _, said = text.lstrip().partition(" ")
        word = _word(sign, str(span.style), words)
        if word is None or span.start < end:
            continue
        start = span.start + len(text) - len(text.lstrip())
        parts += [content[end:start], Content("" if said else word)]
        end = start + len(sign) + bool(said)
    return Content("").join([*parts, content[end:]]) if parts else content


def _word(sign: str, style: str, words: Mapping[str, str]) -> str | None:
    if sign == _LEADS_ON:
        return " "
    if sign and all(ord(letter) in _DRAWN for letter in sign):
        return words.get(sign, "")
    if sign == "+" and not any(colour in style for colour in _OF_STANCES):
        # It begins something new here.
        return None
    return words.get(sign)
