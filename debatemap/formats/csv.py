"""CSV of all claims, one row each, for spreadsheets and statistics; it is only written.

The format: RFC 4180, in UTF-8 with a byte order mark, without which a spreadsheet reads accents as
two letters each. `link` names the step by which a claim stands on its `target`: joint premises
share it, and the target of an undercut is another row's link.
"""

import csv
from collections.abc import Callable, Iterator
from io import StringIO
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.core.depth import depths
from debatemap.core.model import Claim
from debatemap.core.queries import places
from debatemap.core.reading_order import read
from debatemap.core.text import safe
from debatemap.formats.format import Format, Loss, Written, losses_of

__all__ = ["CSV"]

_MARK: Final = b"\xef\xbb\xbf"
_PLACED: Final = ("id", "link", "target", "stance", "depth", "replies", "places")
_OWN: Final[dict[str, Callable[[Claim], str]]] = {
    "text": lambda claim: claim.text,
    "author": lambda claim: claim.by,
    "date": lambda claim: claim.created,
    "tags": lambda claim: ", ".join(claim.tags),
    "note": lambda claim: claim.note,
}
"""What a claim's own record says, by the head of its column."""
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


def _rows(debate: Debate) -> Iterator[list[str | int]]:
    depth = depths(debate)
    for key in read(debate).order:
        claim, link = debate.claims[key], _first_link(debate, key)
        target = debate.links[link].target if link else ""
        yield [
            *map(_cell, (key, link, target, _stance(debate, key, link))),
            depth.get(key, ""),
            len(debate.links_into(key)),
            len(places(debate, key)),
            *(_cell(value(claim)) for value in _OWN.values()),
            _cell(_sources(debate, claim)),
        ]


def _first_link(debate: Debate, claim: str) -> str:
    """Returns the link by which a claim first has a place; empty for a thesis or unplaced claim."""
    if debate.is_thesis(claim):
        return ""
    links = debate.links
    targets = ((link, links[link].target) for link in debate.links_from(claim))
    return next((link for link, to in targets if to in debate.claims or to in links), "")


def _stance(debate: Debate, claim: str, key: str) -> str:
    if not key:
        return "thesis" if debate.is_thesis(claim) else "unplaced"
    link = debate.links[key]
    if link.target in debate.links and link.stance == "attacks":
        return "undercut"
    return "pro" if link.stance == "supports" else "con"


def _sources(debate: Debate, claim: Claim) -> str:
    cited = (debate.sources.get(each.ref) for each in claim.sources)
    return "; ".join(each.title or each.url or each.author for each in cited if each is not None)


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
    rated = dict.fromkeys(node for held in debate.stances.values() for node in held)
    cited = (key for key, claim in debate.claims.items() if claim.sources)
    marked = (key for key, claim in debate.claims.items() if _has_controls(claim))
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


def _has_controls(claim: Claim) -> bool:
    return any(safe(text) != text for text in (value(claim) for value in _OWN.values()))
