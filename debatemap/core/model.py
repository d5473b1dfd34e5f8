"""The records of a map, and their ids.

A record is an immutable value. An edit puts a new record in the place of an old one, so
that undo, merge and a file's diff can all compare them. Known fields are attributes;
`extra` holds every field of the file that this version does not know.
"""

import secrets
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

__all__ = [
    "CITATION_KINDS",
    "ID_PATTERN",
    "NO_EXTRA",
    "STANCES",
    "Citation",
    "Claim",
    "Extra",
    "Header",
    "Link",
    "Ratings",
    "Source",
    "SourceText",
    "Stance",
    "new_id",
]

Stance = Literal["supports", "attacks"]
STANCES: Final[tuple[Stance, Stance]] = ("supports", "attacks")

CITATION_KINDS: Final = ("study", "statistic", "expert", "law", "testimony", "news", "own")
"""What a claim may rest on in a source; `own` is what the author has seen."""

Extra = Mapping[str, Any]
"""Fields of the file that this version does not know, as parsed JSON."""

NO_EXTRA: Final[Extra] = MappingProxyType({})

Ratings = Mapping[str, float]
"""What one person holds: 0 to 100 by the id of a claim or a link."""

ID_PATTERN: Final = r"^[A-Za-z0-9_-]{1,64}$"
_CROCKFORD: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_ID_LENGTH: Final = 10


class Header(NamedTuple):
    """What the map says of itself."""

    id: str
    title: str = ""
    theses: tuple[str, ...] = ()
    extra: Extra = NO_EXTRA
    beside: Extra = NO_EXTRA
    """Unknown keys at the top level of the file, beside `map`."""
    question: str = ""
    """What the map asks, with its theses as the answers to choose from."""


class SourceText(NamedTuple):
    """Where the text of a source is: in a file beside the map, or in the map itself."""

    file: str = ""
    """A path from the map's folder that does not leave it; see `core.source_text`."""
    sha256: str = ""
    """Of the file's bytes when the source was given its text, in hexadecimal digits."""
    kept: str = ""
    """The text itself, where the map keeps it."""
    kind: str = ""
    """What is kept, where that is not plain text: one of `core.source_text.KINDS`."""


class Source(NamedTuple):
    """Where claims come from: a book, an article, a page."""

    author: str = ""
    title: str = ""
    url: str = ""
    date: str = ""
    extra: Extra = NO_EXTRA
    text: SourceText | None = None


class Citation(NamedTuple):
    """A claim's use of a source: which words of it, and where they stand."""

    ref: str
    quote: str = ""
    at: str = ""
    kind: str = ""
    """One of CITATION_KINDS, or nothing; what else a file has there is in `extra`."""
    extra: Extra = NO_EXTRA


class Claim(NamedTuple):
    """One statement that can be true or false."""

    text: str
    note: str = ""
    tags: tuple[str, ...] = ()
    by: str = ""
    created: str = ""
    sources: tuple[Citation, ...] = ()
    extra: Extra = NO_EXTRA


class Link(NamedTuple):
    """A step from one or more premises to a target, which is a claim or another link."""

    premises: tuple[str, ...]
    stance: Stance
    target: str
    pos: str = ""
    """A fractional index among the links into the same target; see `core.fractional_index`."""
    extra: Extra = NO_EXTRA


def new_id() -> str:
    """Returns ten random characters of lower-case Crockford base32, 50 bits.

    Examples:
        >>> len(new_id())
        10
    """
    return "".join(secrets.choice(_CROCKFORD) for _ in range(_ID_LENGTH))
