"""A table of a CSV file: its heads, its rows with their lines, whatever separates the cells."""

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from typing import Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.formats.limits import limits
from debatemap.formats.text_input import at, text_of

__all__ = ["Row", "Table", "read_table", "table_rows"]

_SEPARATORS: Final = ",;\t|"
_NAMED: Final = re.compile(r"\"?sep=([,;\t|])\"?[,;\t|]*\n", re.IGNORECASE)
"""The first line by which Excel is told what separates the cells."""
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "key", "number", "no", "nr", "#", "index", "unnamed: 0"),
    "text": ("text", "claim", "claims", "argument", "statement", "premise", "content", "title"),
    "parent": (
        "parent", "target", "parent id", "parent claim", "reply to", "replies to", "to", "under",
        "supports or attacks",
    ),
    "stance": (
        "stance", "type", "relation", "side", "position", "sign", "pro/con", "pro or con",
        "for/against", "polarity", "kind",
    ),
    "level": ("level", "depth", "indent"),
    "note": ("note", "notes", "comment", "comments", "description", "remark", "remarks"),
    "tags": ("tags", "tag", "labels", "label", "topics"),
    "author": ("author", "by", "who", "user", "person", "name", "speaker"),
    "date": ("date", "created", "day"),
    "sources": ("sources", "source", "url", "urls", "reference", "references", "evidence"),
}  # fmt: skip
"""What the columns of a table made by hand may be called."""


class Row(NamedTuple):
    """A row: its cells by what their column is, further cells by the column's head."""

    line: int
    cells: dict[str, str]
    more: dict[str, str]


class Table(NamedTuple):
    """A table.

    Attributes:
        heads: The heads as they stand there; one that is empty by its number, and one that stands
            there again with a number behind it.
        rows: The rows that hold anything.
        long: Lines of rows with more cells than heads.
    """

    heads: list[str]
    rows: list[Row]
    long: list[int]


def read_table(data: bytes, name: str) -> Table:
    """Returns the table of a file.

    Raises:
        MapError: It is no text, its quotes do not close, or no column is for claims.
    """
    rows = table_rows(data, name)
    _, heads = next(rows, (1, []))
    heads = [head.strip() for head in heads]
    meant = _meant(heads)
    heads = _distinct(heads)
    if "text" not in meant.values():
        problem = "expected a row of heads, one of them `claim` or `text`"
        raise MapError(name, problem, place=at(1), advice="Put heads into the first row.")
    found, long = [], []
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(heads) :]):
            long.append(line)
        found.append(_row(line, cells, heads, meant))
    return Table(heads, found, long)


def table_rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yields the rows of a file with their lines, the first with its heads.

    Raises:
        MapError: It is no text, or its quotes do not close.
    """
    limits().check_values(data, name)
    text = text_of(data, name)
    named = _NAMED.match(text)
    if named is not None:
        return _rows(text[named.end() :], named[1], name, 2)
    first = text.lstrip("\n").partition("\n")[0]
    return _rows(text, max(_SEPARATORS, key=first.count), name)


def _row(line: int, cells: list[str], heads: list[str], meant: dict[int, str]) -> Row:
    known = {meant[n]: cell for n, cell in enumerate(cells) if n in meant}
    more = {
        heads[n]: cell
        for n, cell in enumerate(cells[: len(heads)])
        if n not in meant and cell.strip()
    }
    return Row(line, known, more)


def _distinct(heads: list[str]) -> list[str]:
    """Returns heads of which none is empty and no two are the same.

    Examples:
        >>> _distinct(["", "weight", "weight", "weight 2"])
        ['column 1', 'weight', 'weight 3', 'weight 2']
    """
    taken, found = {*heads}, dict[str, None]()
    for number, head in enumerate(heads, 1):
        name, further = head or f"column {number}", number
        while name in found or (name in taken and name != head):
            name, further = f"{head or 'column'} {further}", further + 1
        found[name] = None
    return [*found]


def _meant(heads: list[str]) -> dict[int, str]:
    """Returns what each column is, by its place; each name is given once.

    A first column without a head numbers the rows, as pandas writes them.
    """
    found: dict[int, str] = {}
    for kind, names in _NAMES.items():
        lower = [head.casefold().replace("_", " ").replace("-", " ").strip() for head in heads]
        place = next((lower.index(name) for name in names if name in lower), None)
        if place is not None and place not in found:
            found[place] = kind
    if "id" not in found.values() and heads and not heads[0]:
        found[0] = "id"
    return found


def _rows(text: str, separator: str, name: str, start: int = 1) -> Iterator[tuple[int, list[str]]]:
    with _long_fields():
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        line = start
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + start
        except csv.Error as error:
            place, advice = at(line), "The file was not touched."
            raise MapError(name, f"no CSV: {error}", place=place, advice=advice) from None


@contextmanager
def _long_fields() -> Iterator[None]:
    """Lets a cell be as long as a file: the limit is that of the file."""
    before = csv.field_size_limit(limits().size)
    try:
        yield
    finally:
        csv.field_size_limit(before)
