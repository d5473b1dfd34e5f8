"""Argdown, the markup language for argument maps: https://argdown.org."""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written
from debatemap.formats.text_input import line_text_of

__all__ = ["Argdown"]

_FRONT: Final = re.compile(r"\s*===+[ \t]*\n(?:.*\n)*?===+[ \t]*(?:\n|\Z)")
_SIGN: Final = r"(?:\+>|->|<?[+\-_]|><|_>|<_)[ \t]+"
_DEFINED: Final = re.compile(
    rf"^[ \t]*(?:{_SIGN})?(?:\[[^\]\n^]+\]:(?![ \t]*<?\w+:/)|<\w[^>\n=\"/]*>:)[ \t]", re.MULTILINE
)
_RELATED: Final = re.compile(
    rf"^[ \t]+{_SIGN}(?:\[[^\]\n]{{2,}}\]|<[^>\n/=]+>)[ \t]*(?:#.*)?$", re.MULTILINE
)
_STRUCTURE: Final = re.compile(r"^\(1\) .*\n(?:.*\n){0,12}?--+", re.MULTILINE)
_OTHERS: Final = re.compile(
    r"\s*(?:<\?xml|<!doctype|<html|[{]|Discussion (?:Title|Name):)", re.IGNORECASE
)
"""How files of other formats begin that may hold such lines."""


class Argdown(Format):
    """Argdown, read as the reference implementation reads it, and written for it."""

    name: ClassVar[str] = "argdown"
    title: ClassVar[str] = "Argdown"
    suffixes: ClassVar[tuple[str, ...]] = (".argdown", ".ad")
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file defines or relates statements as Argdown does."""
        encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        text = head.decode(encoding, "replace").replace("\r\n", "\n")
        if _OTHERS.match(text):
            return False
        signs = (_DEFINED, _RELATED, _STRUCTURE)
        return _FRONT.match(text) is not None or any(sign.search(text) for sign in signs)

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a text."""
        from debatemap.formats.argdown.reader import read_argdown  # noqa: PLC0415  (names come light)

        text = line_text_of(data, name)
        return read_argdown(text, name, progress, crlf=_ends_in_crlf(data))

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF is read by all)
        """Writes statements as trees, and what is joint or undercut with its premises."""
        from debatemap.formats.argdown.writer import write_argdown  # noqa: PLC0415  (as above)

        return write_argdown(debate)


def _ends_in_crlf(data: bytes) -> bool:
    return b"\r\n" in data[:4096] or b"\r\x00\n\x00" in data[:4096]
