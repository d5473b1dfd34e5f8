"""The project's own format as one of the formats: everything is written and read back."""

import re
from collections.abc import Callable
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written
from debatemap.formats.native.codec import dump, dumper, has_crlf, parse

__all__ = ["NativeFormat"]

_MARK: Final = re.compile(rb'"format"\s*:\s*"debatemap"')
_ID: Final = re.compile(rb'"map"\s*:\s*\{\s*"id"\s*:\s*"([A-Za-z0-9_-]{1,64})"')


class NativeFormat(Format):
    """A debatemap file: JSON, canonical to the byte."""

    name: ClassVar[str] = "debatemap"
    title: ClassVar[str] = "debatemap JSON"
    suffixes: ClassVar[tuple[str, ...]] = (".json",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    is_lossless: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file says that it is a map, even where it is a broken one.

        Examples:
            >>> NativeFormat().sniff(b'{"format": "debatemap", <<<<<<<')
            True
        """
        return _MARK.search(head) is not None

    def has_crlf(self, data: bytes) -> bool:
        """Tells whether every line of a file ends in CR LF."""
        return has_crlf(data)

    def map_id(self, head: bytes) -> str:
        """Returns the id of the map from a file's first bytes, where this program writes it."""
        found = _ID.search(head)
        return found[1].decode("ascii") if found else ""

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a file, whatever version of the format it has."""
        parsed = parse(data, name, progress)
        newer = f"version {parsed.version} of the format" if parsed.newer else ""
        return Imported(parsed.debate, newer=newer, crlf=parsed.crlf)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:
        """Writes the canonical bytes."""
        return Written(dump(debate, crlf=crlf))

    def writer(self, debate: Debate, *, crlf: bool = False) -> Callable[[], bytes]:
        """Returns a function that writes the canonical bytes and reads them back piece by piece."""
        return dumper(debate, crlf=crlf)
