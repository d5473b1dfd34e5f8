"""Text and titles of a map, written so that they read back the same."""

import re
from typing import Final

from debatemap.core.text import clean
from debatemap.formats.argdown import tokens as t
from debatemap.formats.argdown.argdown_model import Member
from debatemap.formats.argdown.lexer import tokenize
from debatemap.formats.argdown.plain_text import read_content
from debatemap.formats.argdown.shortcodes import SHORTCODES
from debatemap.formats.argdown.tokens import LexerError

__all__ = ["shown", "tag", "title_for"]

_AWKWARD: Final = re.compile(r"_|[^\w ,;!?'\"()%&+–—-]|  |^ | $|^$|[ ]\Z")
"""What may need care: a text without it is written as it is."""
_SIGNS: Final = re.compile(r"[\\#*_\[<{]|/(?=[/*])|(?<=/)[/*]|=(?===)|(?<==)=|(?<===)=|@(?=[\[<])")
_CODES: Final = re.compile(r"([.:])(?=([^\s]+?)\1)")
_NEUTRAL: Final = re.compile(r"[^\s\\#*_\[\]<>{}@/=()]+")
_TAG: Final = re.compile(r"[a-zA-Z0-9\-\u00C0-\uD7FF]+")
_LONG_TAG: Final = re.compile(r"[^\s()\\{}<>\[\]](?:[^()\\{}<>\[\]\n\t]*[^\s()\\{}<>\[\]])?")
_TITLE: Final = re.compile(r"[\w(][\w ,;!?'\"()%&+.–—-]{0,99}")
_BUILT_IN: Final = frozenset({
    "constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "toLocaleString",
    "propertyIsEnumerable", "__proto__", "__defineGetter__", "__defineSetter__",
    "__lookupGetter__", "__lookupSetter__",
})  # fmt: skip
"""Titles that the reference implementation takes for something of its own."""


def shown(text: str) -> tuple[str, bool]:
    r"""Returns a text as a line of Argdown, and whether it reads back as the same text.

    Examples:
        >>> shown("It rains."), shown("a_b # c"), shown("one\ntwo")
        (('It rains.', True), ('a\\_b \\# c', True), ('one two', False))
    """
    if not _AWKWARD.search(text.rstrip(".")):
        return text, True
    line = " ".join(clean(text).split())
    if not line:
        return "…", False
    escaped = _CODES.sub(_code, _SIGNS.sub(r"\\\g<0>", line))
    if _read(escaped) != line:
        # Every sign that is no letter, digit or blank can stand behind a backslash.
        escaped = "".join(sign if sign.isalnum() or sign == " " else f"\\{sign}" for sign in line)
    return escaped, line == text


def _code(found: re.Match[str]) -> str:
    """Escapes the first sign of what would be a shortcode, or hides marks from view."""
    name = f"{found[1]}{found[2]}{found[1]}"
    is_plain = name not in SHORTCODES and _NEUTRAL.fullmatch(found[2])
    return found[1] if is_plain else f"\\{found[1]}"


def _read(escaped: str) -> str:
    """Returns what a line reads as behind a title."""
    try:
        tokens = tokenize(f"[t]: {escaped}\n\nx", by_lines=False).tokens
    except LexerError:
        return ""
    member = Member("", 0, None)
    read = read_content(tokens, 1, member, keeps_tags=True)
    whole = tokens[read.after][0] == t.EMPTYLINE and not (read.text or member.tags)
    return (member.text or "").strip() if whole else ""


def tag(text: str) -> str:
    """Returns a tag as it stands behind a text; empty where it cannot.

    Examples:
        >>> tag("cost"), tag("two words"), tag("a)b")
        ('#cost', '#(two words)', '')
    """
    if _TAG.fullmatch(text):
        return f"#{text}"
    return f"#({text})" if _LONG_TAG.fullmatch(text) and clean(text) == text else ""


def title_for(key: str) -> str:
    """Returns a title for an id: the id, or one that no id can be.

    Examples:
        >>> title_for("a1"), title_for("-f"), title_for("constructor")
        ('a1', '~-f', '~constructor')
    """
    return f"~{key}" if key.startswith("-") or key in _BUILT_IN else key


def is_title(text: str) -> bool:
    """Tells whether a text can be a title that reads back the same."""
    return _TITLE.fullmatch(text) is not None and text == clean(text).strip()
