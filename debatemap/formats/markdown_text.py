r"""Text as it stands in Markdown: signs that would be markup get a backslash.

What is read loses its backslashes, and links become their words; other markup stays as it is.
"""

import re
from html import unescape
from typing import Final, NamedTuple

__all__ = ["Inline", "escaped", "read_inline", "unescaped"]

_ACTIVE: Final = re.compile(
    r"[\\`*\[\]$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|%(?=%)|=(?=[=\s]|$)|~(?=~)"
    r"|\|(?=\|)|#(?=\w)"
)
_AT_START: Final = re.compile(
    r"^([ \t]*)(?:(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=-)|=|~|\||:)|(\d{1,9})([.)])(?=\s|$))",
    re.MULTILINE,
)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK: Final = re.compile(
    r"\\[!-/:-@\[-`{-~]|`[^`\n]*`|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});"
    r"|!?\[((?:\\.|[^\[\]\\\n])*)\]\(\s*<?((?:\\.|[^()\s\\<>]|\([^()\s]*\))*)>?"
    r"(?:\s+\"[^\"\n]*\")?\s*\)"
)


class Inline(NamedTuple):
    """The words of a line, and the links in it as (words, address)."""

    text: str
    links: list[tuple[str, str]]


def escaped(text: str) -> str:
    r"""Returns text in which nothing is markup.

    Examples:
        >>> print(escaped("1. *Rain* in e_1 <b>"))
        1\. \*Rain\* in e_1 \<b>
    """
    text = _ACTIVE.sub(r"\\\g<0>", text)
    return _AT_START.sub(_at_start, text)


def _at_start(found: re.Match[str]) -> str:
    if found[2]:
        return f"{found[1]}\\{found[2]}"
    return f"{found[1]}{found[3]}\\{found[4]}"


def unescaped(text: str) -> str:
    """Returns text without the backslashes that `escaped` and others put there."""
    return _ESCAPE.sub(r"\1", text)


def read_inline(text: str) -> Inline:
    """Returns the words of a text without its links and backslashes.

    Examples:
        >>> read_inline("see [the survey](https://example.org/s)")
        Inline(text='see the survey', links=[('the survey', 'https://example.org/s')])
    """
    links: list[tuple[str, str]] = []

    def replaced(found: re.Match[str]) -> str:
        if found[0].startswith("\\"):
            return found[0][1]
        if found[1] is None:
            return unescape(found[0]) if found[0].startswith("&") else found[0]
        words = unescaped(found[1])
        if found[2]:
            links.append((words, unescaped(found[2])))
        return words

    return Inline(_LINK.sub(replaced, text), links)
