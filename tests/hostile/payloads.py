"""Texts that a terminal would obey, and a map with each of them in every field."""

from collections.abc import Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.fractional_index import evenly
from debatemap.core.model import Citation, Claim, Header, Link, Source

__all__ = ["PAYLOADS", "fields"]

_SINGLE: Final = [f"\x1b{final}" for final in "c789=>DEFHMNOVWZ\\^_nlo|}~"]
_CHARSETS: Final = ["\x1b(0", "\x1b)B", "\x1b#8", "\x1b%G", "\x1b F", "\x1b$)C", "\x0e\x0f"]
_CONTROL: Final = [
    *("31m", "2J", "3J", "c", ">c", "=c", "5n", "6n", "?6n", "?1049l", "?1049h", "?25l", "?1000h"),
    *("?1003h", "?2004l", "?1004h", "?u", ">1u", "<u", "20t", "21t", "18t", "8;1;1t", "3;0;0t"),
    *("?2026$p", "4h", "12l", "99999b", "99999@", "1;1H", "9999A", "5i", "4i", "!p", '62"p', "0 q"),
    *("1;1r", "s", "u", "38;2;1;2;3m", "8m", ">q", "=1;1;1;1w", "1;2;3", "?", "\x00c", "1\n;1H"),
]
_STRINGS: Final = [
    *("]0;PWNED", "]2;PWNED", "]4;1;?", "]8;;http://example.org", "]10;?", "]11;?", "]52;c;aGk="),
    *("]52;c;?", "]7;file:///etc", "]9;hello", "]9;4;1;50", "]133;A", "]777;notify;a;b", "]104"),
    *("]1337;File=name=YQ==;inline=1:YQ==", "]1337;ReportCellSize", "]50;?", "]22;pointer"),
    *("P+q544e", "P$qm", "Pq#0;2;0;0;0#0~~", "P1000p", "_Gi=1,a=q;AAAA", "^privacy", "Xstring"),
]
_ENDS: Final = ["\x07", "\x1b\\", "\x9c", "", "\x18", "\x1b"]
_C1: Final = [chr(code) for code in range(0x80, 0xA0)]
_OTHERS: Final = [
    *("\x05", "\x07\x07", "over\rwritten", "a\b\b\bb", "\x7f\x7f", "\x0b\x0c", "\x00", "\x1a"),
    "\x1b",
    *("\x1b\x1b[c", "\x1b[\x1b[c", "\x1b]0;a\x1b]0;b\x07", "\x1b[31\x9bm", "\\x1b[2J", "^[[2J"),
    *("\u241b[2J", "&#27;[2J", "%1b[2J", "\ufffd[2J", "\u202e\u2066\u2069", "\u2028\u2029\x85"),
    *("\U000e0001\U000e0041", "\ufeff\u200b\u2060", "\u061c\u200e\u200f", "\ufff9a\ufffab\ufffb"),
]  # fmt: skip

PAYLOADS: Final = [
    *(_SINGLE + _CHARSETS + _OTHERS + _C1),
    *(f"{begin}{rest}" for rest in _CONTROL for begin in ("\x1b[", "\x9b")),
    *(f"\x1b{rest}{end}" for rest in _STRINGS for end in _ENDS[:2]),
    *(f"{chr(ord(rest[0]) + 0x40)}{rest[1:]}{end}" for rest in _STRINGS for end in _ENDS[2:3]),
    *(f"\x1b{_STRINGS[0]}{end}" for end in _ENDS[3:]),
]
"""Sequences of every class, in seven bits and in eight, whole, broken off and nested."""


def fields(texts: Sequence[str]) -> Debate:
    """Returns a map in which each text stands in every field of a claim of its own.

    Where one field ends with the beginning of a sequence, the next begins with the rest of it.
    """
    claims = {"top": Claim("top")}
    links: dict[str, Link] = {}
    sources: dict[str, Source] = {}
    for number, (text, place) in enumerate(zip(texts, evenly(len(texts)), strict=True)):
        cited = Citation(f"s{number}", text, f"{text}\x1b")
        claims[f"c{number}"] = Claim(
            f"[c{text} {number}\x1b", f"[c{text}\n{text}\x1b", (text, "[c\x1b", f"[c{text}"),
            f"[c{text}\x1b", f"[c{text}", (cited,), {f"x{text}": text},
        )  # fmt: skip
        links[f"l{number}"] = Link((f"c{number}",), "supports", "top", place)
        sources[f"s{number}"] = Source(text, f"[c{text}\x1b", f"https://example.org/{text}", text)
    titles = "".join(texts[:50])
    ratings = {text: {"top": 5.0} for text in texts}
    return Debate(Header("m", titles, ("top",)), claims, links, sources, ratings)
