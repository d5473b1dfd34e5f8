"""CSV of all claims, one row each, for spreadsheets and statistics; it is only written.

The format: RFC 4180, in UTF-8 with a byte order mark, without which a spreadsheet reads accents as
two letters each. `link` names the step by which a claim stands on its `target`: joint premises
share it, and the target of an undercut is another row's link.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import ClassVar, Final

from debatemap.core.claim_columns import OWN, Value, column, first_link
from debatemap.core.debate import Debate
from debatemap.core.depth import depths
from debatemap.core.queries import places
from debatemap.core.reading_order import read
from debatemap.core.text import safe
from debatemap.formats.format import Format, Written
from debatemap.formats.loss import Loss, losses_of

__all__ = ["CSV"]

_MARK: Final = b"\xef\xbb\xbf"
_PLACED: Final = ("id", "link", "target", "stance", "depth", "replies", "places")
_OWN: Final = tuple(each.name for each in OWN)
"""The columns of what a claim's own record says."""
_HEADS: Final = (*_PLACED, *_OWN, "sources")
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001  (wide forms are run too)
"""How a cell begins that a spreadsheet may run; behind an apostrophe it is shown as it is."""


class CSV(Format):
    """A table of claims."""

    name: ClassVar[str] = "csv"
    title: ClassVar[str] = "CSV"
    suffixes: ClassVar[tuple[str, ...]] = (".csv",)
    writes: ClassVar[bool] = True

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins with the heads of the table."""
        return head.removeprefix(_MARK).startswith(",".join(_HEADS[:4]).encode())

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (it is always)
        """Writes one row a claim, in reading order; of several places the first."""
        table = StringIO()
        writer = csv.writer(table)
        writer.writerow(_HEADS)
        writer.writerows(_rows(debate))
        data = _MARK + table.getvalue().encode("utf-8", "replace")
        return Written(data, tuple(_losses(debate)))


def _rows(debate: Debate) -> Iterator[list[Value]]:
    depth = depths(debate)
    for key in read(debate).order:
        link = first_link(debate, key) or ""
        target = debate.links[link].target if link else ""
        yield [
            *map(_cell, (key, link, target, _column_words(debate, key, "stance"))),
            depth.get(key, ""),
            *(column(name).value(debate, key) or 0 for name in ("replies", "places")),
            *(_cell(_column_words(debate, key, name)) for name in (*_OWN, "sources")),
        ]


def _column_words(debate: Debate, claim: str, name: str) -> str:
    """Returns what a column of words says of a claim."""
    return str(column(name).value(debate, claim) or "")


def _cell(value: str) -> str:
    """Returns a text as a cell that is shown as it is, and never run as a formula.

    Examples:
        >>> _cell("=1+1"), _cell(" -2"), _cell("It rains.")
        ("'=1+1", "' -2", 'It rains.')
    """
    text = safe(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def _losses(debate: Debate) -> Iterator[Loss]:
    several = (key for key in debate.claims if len(places(debate, key)) > 1)
    rated = dict.fromkeys(node for ratings in debate.stances.values() for node in ratings)
    cited = (key for key, claim in debate.claims.items() if claim.sources)
    marked = (key for key in debate.claims if _has_controls(debate, key))
    records = (debate.claims, debate.links, debate.sources)
    unknown = (key for table in records for key, record in table.items() if record.extra)
    loose = (key for key, link in debate.links.items() if not _ends(debate, link.target))
    yield from losses_of("claims with further places", several, "keep the first")
    yield from losses_of("ratings", rated)
    yield from losses_of("claims with sources", cited, "name the titles alone")
    yield from losses_of("links onto what is missing", loose)
    yield from losses_of("texts with control characters", marked, "became texts without them")
    yield from losses_of("records with unknown fields", unknown, "lost those")
    yield from losses_of("tables of the file", debate.header.beside)


def _ends(debate: Debate, target: str) -> bool:
    return target in debate.claims or target in debate.links


def _has_controls(debate: Debate, claim: str) -> bool:
    return any(safe(text) != text for text in (_column_words(debate, claim, name) for name in _OWN))
