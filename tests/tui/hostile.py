"""Texts that a hostile map may hold, one or more of each class."""

import re
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source

__all__ = ["FLAGS", "LONG", "TEXTS", "UNSAFE", "hostile"]

UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What must not stand in a line that goes to the terminal."""

FLAGS: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""The one use that tag characters have: the flags of Scotland and its like."""

TEXTS: Final[dict[str, str]] = {
    "a closing tag": "[/b]",
    "an open bracket": "a [ b",
    "half a closing tag": "[/",
    "an action": "[@click=app.quit]x[/]",
    "a tag for every letter": "[b]" * 2000,
    "a tag with a value": "[link=https://example.org]x[/link] [red]y[/red] \\[z]",
    "a 7-bit sequence": "\x1b[31mred\x1b[0m \x1b[2J \x1b[6n \x1bc \x1b[?1049l",
    "a C1 sequence": "\x9b31m \x90q\x9c \x9d0;t\x9c \x84\x85",
    "a clipboard write": "\x1b]52;c;aGk=\x07",
    "a window title": "\x1b]0;PWNED\x07 \x1b]2;PWNED\x1b\\",
    "an answer-back": "\x1b[c \x1b[>c \x1bZ",
    "an unfinished sequence": "text \x1b]8;;http://example.org",
    "bidirectional controls": "\u202eevil\u202c \u2066x\u2069 \u061c \u200f",
    "zero-width characters": "a\u200bb\u2060c\ufeffd\u200d\u200c",
    "tag characters": "\U000e0001\U000e0041\U000e007f \U0001f3f4\U000e0067\U000e007f",
    "lone surrogates": "a\ud800b\udfff",
    "NUL and its kind": "a\x00b\x07c\x08d\x0be\x0cf\x7fg",
    "tabs and line breaks": "a\tb\nc\r\nd\re\u2028f\u2029g\x85h",
    "a very long word": "x" * 5000,
    "wide letters": "漢字" * 300 + "👩\u200d👩\u200d👧🇩🇪❤\ufe0f" * 50,
    "nothing": "",
    "only spaces": "   ",
    "the name of a file": "../../.bashrc -rf CON ~",
}

LONG: Final[dict[str, str]] = {
    "100,000 combining marks": "a" + "\u0301" * 100_000,
    "a megabyte": "many words " * 95_000,
    "a megabyte without a space": "x" * 1_000_000,
    "100,000 lines": "line\n" * 100_000,
}


def hostile(text: str) -> Debate:
    """Returns a debate in which every field that takes text holds this one."""
    claims = {
        name: Claim(
            f"{name} {text}",
            note=text,
            tags=(text, "tag"),
            by=text,
            created=text,
            sources=(Citation("source", text, text), Citation("gone", text, text)),
        )
        for name in ("top", "pro", "con", "undercut", "joint", "inbox")
    }
    links = {
        "l-pro": Link(("pro",), "supports", "top", "a0"),
        "l-con": Link(("con", "joint"), "attacks", "top", "a1"),
        "l-under": Link(("undercut",), "attacks", "l-pro", "a0"),
        "l-again": Link(("undercut",), "supports", "con", "a0"),
        "l-cycle": Link(("top",), "supports", "undercut", "a0"),
        "l-gone": Link(("pro",), "supports", "nowhere", "a0"),
    }
    sources = {"source": Source(text, text, text, text)}
    stances = {text: {"top": 50.0}}
    return Debate(Header("m", text, ("top",)), claims, links, sources, stances)
