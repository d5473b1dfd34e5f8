"""Text of a map as text of HTML, SVG and other XML."""

import re
from typing import Final

from debatemap.core.text import safe, safe_line

__all__ = ["is_followed", "markup_line", "markup_text", "without_noncharacters"]

_LAST_TWO: Final = "".join(
    chr(plane + low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)
)
_NONCHARACTERS: Final = re.compile(f"[\ufdd0-\ufdef{_LAST_TWO}]")
"""What stands for no character; XML does not allow all of them."""
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
)
_SPECIAL: Final = re.compile("[&<>\"']")
_FOLLOWED: Final = re.compile(r"(?i)(?:https?://|mailto:)[^\s\\]+")


def without_noncharacters(text: str) -> str:
    """Returns a text without what XML and HTML do not allow in one."""
    return text if text.isascii() else _NONCHARACTERS.sub("", text)


def markup_text(text: str) -> str:
    r"""Returns a text that a parser of HTML or XML reads as `safe` shows it.

    Examples:
        >>> markup_text("a < b & \"c\"\x1b")
        'a &lt; b &amp; &quot;c&quot;'
    """
    shown = without_noncharacters(safe(text))
    return shown.translate(_ESCAPES) if _SPECIAL.search(shown) else shown


def markup_line(text: str) -> str:
    """Returns the same on one line."""
    return markup_text(safe_line(text))


def is_followed(address: str) -> bool:
    """Tells whether a document may link to an address: http, https or mailto, and no other.

    Examples:
        >>> is_followed("https://example.org/a"), is_followed("javascript:alert(1)")
        (True, False)
    """
    return safe(address) == address and _FOLLOWED.fullmatch(address) is not None
