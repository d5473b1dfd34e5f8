"""Read a file that this program wrote, piece by piece.

Each piece is checked, compared with how it would be written, and made records before the next is
read. So a large file never takes the memory of all its JSON at once, a piece is worked on while
it is in the processor's caches, and keys are answered in between. Of any other file nothing is
read here: `debatemap.formats.native.codec` then reads it with care.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import orjson

from debatemap.core.model import Claim, Link
from debatemap.formats.native.conformity import are_claims, conforms
from debatemap.formats.native.numbers import as_written
from debatemap.formats.native.records import number, read_claim, read_link

__all__ = [
    "BETWEEN",
    "CLOSE",
    "FOOT",
    "HEAD",
    "Raw",
    "Records",
    "TwiceUsedError",
    "pretty",
    "read_as_written",
    "simplify_ratings",
    "take_claims",
    "take_piece",
]

HEAD: Final = b'{\n  "claims": {\n'
FOOT: Final = b"\n  }\n}\n"
"""What stands around claims that are written by themselves."""
_BEGIN: Final = b'\n  "claims": {\n'
_END: Final = b"\n  }"
CLOSE: Final = b"\n    }"
"""The end of a claim. Lines that begin so far to the left stand in no value: a text has no line
break in it."""
BETWEEN: Final = b",\n"
"""What stands between two claims."""
_PIECE: Final = 120_000
"""Bytes of a piece, about: its objects fit in the caches, which saves a third of the time."""
_NOTHING: Final[Mapping[str, Any]] = {}


class TwiceUsedError(ValueError):
    """An id stands for two links, or for a link and a claim.

    Args:
        link: The id.
        claim: The claim that one of the links stands in.
    """

    def __init__(self, link: str, claim: str) -> None:
        super().__init__(f"the id {link} is used twice")
        self.link, self.claim = link, claim


class Records(NamedTuple):
    """What a file says.

    Attributes:
        rest: All but the claims, as the file has it.
        claims: The claims.
        links: The links.
    """

    rest: dict[str, Any]
    claims: dict[str, Claim]
    links: dict[str, Link]

    def refuse_shared_ids(self) -> None:
        """Raises a TwiceUsedError where a link has the id of a claim."""
        for link in self.links.keys() & self.claims.keys():
            raise TwiceUsedError(link, self.links[link].premises[0])


Raw = dict[str, Any]
"""Claims as a file has them, by id."""

Take = Callable[[bytes, int, int, Records], bool]
"""Makes records of the claims between two places of a file; tells whether they stand there as they
would be written, and none of them was there before."""


def take_piece(
    data: bytes,
    place: int,
    stop: int,
    into: Records,
    note: Callable[[Raw], object] = lambda _: None,
) -> bool:
    """Makes records of some claims.

    Args:
        data: What they stand in.
        place: Where the first one begins.
        stop: Where the last one ends.
        into: Gets the records.
        note: Is told of the claims before their objects are used up.

    Returns:
        Whether they stand as they would be written, and no claim among them was there before.

    Raises:
        orjson.JSONDecodeError: It is no JSON.
        TwiceUsedError: Two links have one id.
    """
    whole = HEAD + data[place:stop] + FOOT
    shape = orjson.loads(whole)
    claims = shape["claims"]
    if not are_claims(claims) or pretty(shape) != whole:
        return False
    note(claims)
    count = len(into.claims) + len(claims)
    take_claims(claims, into)
    return len(into.claims) == count


def read_as_written(
    data: bytes, tell: Callable[[float], object] = lambda _: None, take: Take = take_piece
) -> Records | None:
    """Returns what a file says that stands as it would be written, or None of any other.

    No key is twice in such a file and each number keeps its digits, and nothing need be asked of
    it that takes longer.

    Args:
        data: The file.
        tell: Is told which share of it is read, before each piece; it may raise to stop.
        take: Does what `take_piece` does.
    """
    start = data.find(_BEGIN)
    end = data.find(_END, start + len(_BEGIN) - 1) if start >= 0 else -1
    around = data
    if end >= 0:
        around = data[:start] + b'\n  "claims": {}' + data[end + len(_END) :]
    found = Records({}, {}, {})
    try:
        rest = orjson.loads(around)
        if not conforms(rest):
            return None
        simplify_ratings(rest)
        if pretty(rest) != around:
            return None
        found.rest.update(rest)
        take_claims(rest.get("claims", {}), found)
        for place, stop in _pieces(data, start + len(_BEGIN), end):
            tell(place / len(data))
            if not take(data, place, stop, found):
                return None
        found.refuse_shared_ids()
    except (orjson.JSONDecodeError, orjson.JSONEncodeError, TwiceUsedError):
        return None
    return found


def _pieces(data: bytes, place: int, end: int) -> Iterator[tuple[int, int]]:
    """Yields where some claims begin and end, and then the next ones."""
    while place < end:
        stop = data.find(CLOSE + BETWEEN, min(place + _PIECE, end), end)
        stop = end if stop < 0 else stop + len(CLOSE)
        yield place, stop
        place = stop + len(BETWEEN)


def take_claims(claims: dict[str, Any], into: Records) -> None:
    """Makes records of claims as a file has them, whose objects are used up.

    Raises:
        TwiceUsedError: Two links have one id.
    """
    intern, taken, links = sys.intern, into.claims, into.links
    for claim_id, raw in claims.items():
        first = intern(claim_id)
        for link_id, raw_link in raw.pop("links", _NOTHING).items():
            if link_id in links:
                raise TwiceUsedError(link_id, first)
            links[link_id] = read_link(first, raw_link)
        taken[first] = read_claim(raw)


def simplify_ratings(shape: dict[str, Any]) -> None:
    """Makes whole numbers of the ratings that are whole, as they are written."""
    for ratings in shape.get("stances", _NOTHING).values():
        ratings.update((node, number(value)) for node, value in ratings.items())


def pretty(value: dict[str, Any]) -> bytes:
    """Returns what a file says as it is written."""
    return orjson.dumps(value, as_written, orjson.OPT_INDENT_2) + b"\n"
