"""Ratings from a table: a row a rating, or a row a person with a column a claim."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.formats.csv_table import table_rows
from debatemap.formats.text_input import at

__all__ = ["SCALES", "GivenRating", "RatingsTable", "read_ratings"]

_PEOPLE: Final = (
    "person",
    "participant",
    "voter",
    "voter id",
    "user",
    "name",
    "who",
    "rater",
    "author",
)
_CLAIMS: Final = ("claim", "claim id", "id", "comment id", "comment", "statement", "text")
_VALUES: Final = ("rating", "value", "vote", "score", "strength", "holds")
_PASSED_OVER: Final = frozenset(
    {"group id", "n comments", "n votes", "n agree", "n disagree", "xid", "timestamp", "datetime"}
)
"""Columns that Polis writes beside those of the comments."""
_WORDS: Final = {
    "agree": 100.0, "for": 100.0, "yes": 100.0, "true": 100.0,
    "pass": 50.0, "unsure": 50.0, "neutral": 50.0, "open": 50.0,
    "disagree": 0.0, "against": 0.0, "no": 0.0, "false": 0.0,
}  # fmt: skip
SCALES: Final = {"100": (0.0, 100.0), "1": (0.0, 1.0), "votes": (-1.0, 1.0)}
"""By name, the lowest and the highest value."""


class GivenRating(NamedTuple):
    """A rating as the table has it.

    Attributes:
        person: Who rated.
        claim: What: an id, the beginning of one, or the words of a claim.
        value: 0 to 100.
        line: Where it stands.
    """

    person: str
    claim: str
    value: float
    line: int


class RatingsTable(NamedTuple):
    """The ratings of a table.

    Attributes:
        ratings: In the order of the table.
        scale: On which scale its numbers were taken to be, a name of `SCALES`.
        unread: What has a value that is no rating: the line and what it would be of.
    """

    ratings: tuple[GivenRating, ...]
    scale: str
    unread: tuple[tuple[int, str], ...]


class _Cell(NamedTuple):
    person: str
    claim: str
    value: str
    line: int


def read_ratings(data: bytes, name: str, scale: str = "") -> RatingsTable:
    r"""Returns the ratings of a CSV file.

    Each row is a rating, under the heads person, claim and rating (or others of that meaning), or
    it is a person, with a column for each claim, as Polis exports votes. Numbers are from 0 to 100;
    or, where none is beyond these, votes from −1 to 1, or from 0 to 1. Words like agree and
    disagree count too.

    Args:
        data: The file.
        name: What to call it in errors.
        scale: A name of `SCALES`; found out without it.

    Raises:
        MapError: It is no such table.

    Examples:
        >>> read_ratings(b"person,claim,rating\nann,c1,80\n", "votes.csv").ratings
        (GivenRating(person='ann', claim='c1', value=80.0, line=2),)
        >>> read_ratings(b"participant,c1,c2\n0,1,-1\n", "votes.csv")[1:]
        ('votes', ())
    """
    rows = table_rows(data, name)
    _, heads = next(rows, (1, []))
    cells = list(_cells(heads, rows, name))
    numbers = [number for cell in cells if (number := _number(cell.value)) is not None]
    chosen = scale or _scale(numbers)
    low, high = SCALES[chosen]
    found, unread = [], []
    for cell in cells:
        number = _number(cell.value)
        if number is not None:
            value: float | None = 100.0 * (number - low) / (high - low)
        else:
            value = _WORDS.get(cell.value.casefold())
        if value is None or not 0.0 <= value <= 100.0 or not cell.person or not cell.claim:  # noqa: PLR2004
            unread.append((cell.line, cell.claim))
        else:
            found.append(GivenRating(cell.person, cell.claim, value, cell.line))
    return RatingsTable(tuple(found), chosen, tuple(dict.fromkeys(unread)))


def _cells(
    heads: Sequence[str], rows: Iterator[tuple[int, list[str]]], name: str
) -> Iterator[_Cell]:
    known = [head.casefold().replace("_", " ").replace("-", " ").strip() for head in heads]
    person, claim, value = (_place(known, names) for names in (_PEOPLE, _CLAIMS, _VALUES))
    if person is None:
        problem = "expected a row of heads, one of them `person`"
        raise MapError(name, problem, place=at(1), advice="Put heads into the first row.")
    for line, cells in rows:
        row = [cell.strip() for cell in cells] + [""] * (len(heads) - len(cells))
        if not any(row):
            continue
        if claim is not None and value is not None:
            yield _Cell(row[person], row[claim], row[value], line)
            continue
        for place, head in enumerate(heads):
            if place != person and known[place] not in _PASSED_OVER and head and row[place]:
                yield _Cell(row[person], head.strip(), row[place], line)


def _place(heads: Sequence[str], names: Sequence[str]) -> int | None:
    return next((heads.index(name) for name in names if name in heads), None)


def _number(cell: str) -> float | None:
    try:
        number = float(cell.removesuffix("%").strip().replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _scale(numbers: Sequence[float]) -> str:
    """Returns the scale of numbers: the smallest that holds them all."""
    if any(number < 0 for number in numbers):
        return "votes"
    return "1" if numbers and max(numbers) <= 1 else "100"
