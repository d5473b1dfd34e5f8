"""Text of a map as text of Markdown: nothing of it is markup, a link, a tag or HTML."""

import re
from collections.abc import Iterator
from typing import Final

from debatemap.core.text import safe, safe_line
from debatemap.formats.markup_text import is_followed, without_noncharacters

__all__ = ["literal", "literal_line", "literal_lines", "literal_link"]

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>#|~$%^&={}!])")
_OPENING: Final = re.compile(r"^(\d+(?=[.)])|(?=[-+:]))")
"""What begins a list, a heading or a definition at the beginning of a line."""


def literal(line: str) -> str:
    r"""Returns a line that Markdown shows as it is.

    Examples:
        >>> print(literal("1. [[a]] *b* <i>"))
        1\. \[\[a\]\] \*b\* \<i\>
    """
    escaped = _SIGNS.sub(r"\\\1", without_noncharacters(line.strip()))
    return _OPENING.sub(r"\1\\", escaped)


def literal_line(text: str) -> str:
    """Returns a text on one line, as Markdown shows it as it is."""
    return literal(safe_line(text))


def literal_lines(text: str) -> Iterator[str]:
    r"""Yields the lines of a text, each line break of which stays one.

    Examples:
        >>> list(literal_lines("a\nb\n\nc"))
        ['a  ', 'b', '', 'c']
    """
    lines = [literal(line) for line in safe(text).strip().split("\n")]
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        yield f"{line}  " if line and below else line


def literal_link(address: str) -> str:
    """Returns an address as a link where a reader may follow it, else as text."""
    if is_followed(address) and not re.search(r"[<>]", address):
        return f"<{address}>"
    return literal_line(address)
