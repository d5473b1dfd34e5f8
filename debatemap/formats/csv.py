"""CSV of all claims, one row each, for spreadsheets and statistics, and back.

A table made by hand is read, too: with a column for claims, and if need be for what each stands
under, or how deep, and for its stance.

The format: RFC 4180, in UTF-8 with a byte order mark, without which a spreadsheet reads accents as
two letters each. `link` names the step by which a claim stands on its `target`: joint premises
share it, and the target of an undercut is another row's link.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import ClassVar, Final

from debatemap.core.claim_columns import OWN, Value, column, first_link, first_stance
from debatemap.core.debate import Debate
from debatemap.core.depth import depths
from debatemap.core.reading_order import read
from debatemap.core.text import safe
from debatemap.formats.features import CARRIED, LOST, Carries, losses_by_declaration
from debatemap.formats.format import Format, Imported, Progress, Written
from debatemap.formats.loss import Loss, losses_of, repeated_premises

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
    suffixes: ClassVar[tuple[str, ...]] = (".csv", ".tsv")
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED,
        joint_premises=CARRIED,
        reuse="keep the first place",
        loops="keep one place of each claim",
        unplaced=CARRIED,
        title=LOST,
        sources="became titles",
        notes=CARRIED,
        tags=CARRIED,
        authors=CARRIED,
        dates=CARRIED,
        ids=CARRIED,
    )

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins with the heads of the table."""
        return head.removeprefix(_MARK).startswith(",".join(_HEADS[:4]).encode())

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads the table that `write` makes, or one made by hand."""
        from debatemap.formats.csv_reader import read_claims  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_claims(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (it is always)
        """Writes one row a claim, in reading order; of several places the first."""
        table = StringIO()
        writer = csv.writer(table)
        writer.writerow(_HEADS)
        writer.writerows(_rows(debate))
        data = _MARK + table.getvalue().encode("utf-8", "replace")
        losses = (
            *losses_by_declaration(debate, self.carries),
            *_losses(debate),
            *repeated_premises(debate),
        )
        return Written(data, losses)


def _rows(debate: Debate) -> Iterator[list[Value]]:
    depth = depths(debate)
    for key in read(debate).order:
        link = first_link(debate, key) or ""
        target = debate.links[link].target if link else ""
        yield [
            *map(_cell, (key, link, target, first_stance(debate, key))),
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
        >>> _cell("=1+1"), _cell(" -2"), _cell("It rains."), _cell("'=1")
        ("'=1+1", "' -2", 'It rains.', "''=1")
    """
    text = safe(value)
    # One that stands there already gets another, so that a reader knows which to take away.
    return f"'{text}" if text.lstrip("'").lstrip().startswith(_FORMULA) else text


def _is_plain_tag(tag: str) -> bool:
    return bool(tag) and tag == tag.strip().removeprefix("#") and "," not in tag


def _losses(debate: Debate) -> Iterator[Loss]:
    marked = (key for key in debate.claims if _has_controls(debate, key))
    loose = (key for key, link in debate.links.items() if not _ends(debate, link.target))
    yield from losses_of("links onto what is missing", loose)
    yield from losses_of("texts with control characters", marked, "became texts without them")
    shown = {first_link(debate, key) for key in debate.claims}
    hidden = (
        key
        for key in debate.claims
        if (link := first_link(debate, key))
        and debate.links[link].target in debate.links
        and debate.links[link].target not in shown
    )
    yield from losses_of("undercuts of a step in a further place", hidden, "name no row")
    odd = (key for key, each in debate.claims.items() if not all(map(_is_plain_tag, each.tags)))
    yield from losses_of("tags with commas", odd, "became several")


def _ends(debate: Debate, target: str) -> bool:
    return target in debate.claims or target in debate.links


def _has_controls(debate: Debate, claim: str) -> bool:
    return any(safe(text) != text for text in (_column_words(debate, claim, name) for name in _OWN))
