"""What an earlier import brought into a map: the base when a newer version of its file comes.

It stands within the map, so that it travels with it. In the file it is at the top level, one entry
a file that was imported:

    "x-imports": {"kialo night-trains.txt": {"format": "kialo", "base": "…"}}

`base` is the imported map in the native format, compressed with zlib, as base 85.
"""

import base64
import zlib
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.extra_tables import table_in, with_table
from debatemap.core.model import Header
from debatemap.core.text import safe_line
from debatemap.formats.limits import limits
from debatemap.formats.native.codec import dump, parse

__all__ = ["IMPORTS", "ImportedBase", "bases_in", "with_base", "without_bases"]

IMPORTS: Final = "x-imports"
"""The key under which a file keeps them."""


class ImportedBase(NamedTuple):
    """What was imported once.

    Attributes:
        key: The entry's name.
        format_name: The format of the file.
        debate: What came in, with the ids that it has in the map.
    """

    key: str
    format_name: str
    debate: Debate


def bases_in(header: Header) -> Iterator[ImportedBase]:
    """Yields what was imported into a map, as far as it can be read."""
    for key, entry in (table_in(header, IMPORTS) or {}).items():
        if isinstance(entry, Mapping):
            name, packed = entry.get("format"), entry.get("base")
            debate = _unpacked(packed) if isinstance(packed, str) else None
            if isinstance(name, str) and debate is not None:
                yield ImportedBase(key, name, debate)


def with_base(header: Header, base: ImportedBase) -> Header:
    """Returns a header that keeps what was imported."""
    packed = base64.b85encode(zlib.compress(dump(base.debate), 9)).decode("ascii")
    entry = {"base": packed, "format": base.format_name}
    table = {**(table_in(header, IMPORTS) or {}), safe_line(base.key): entry}
    return with_table(header, IMPORTS, table)


def without_bases(header: Header) -> Header:
    """Returns a header without what it keeps of imports."""
    return with_table(header, IMPORTS, {})


def _unpacked(packed: str) -> Debate | None:
    """Returns the map in an entry; None where there is none, or more than may be read."""
    reader = zlib.decompressobj()
    try:
        data = reader.decompress(base64.b85decode(packed), limits().size)
        return parse(data).debate if reader.eof else None
    except (ValueError, zlib.error, MapError):
        return None
