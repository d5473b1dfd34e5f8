"""Several versions of one map, read so that they share what is the same in them.

Of two versions of a map most claims are the same, byte for byte. The records of such a claim are
made once. So the second version costs little to read, the two are compared at a glance, as one
record stands in both, and a third that has it too is written by copying bytes.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import accumulate, count, groupby, islice, pairwise
from typing import TYPE_CHECKING, Final

from debatemap.core.fields import fields_of
from debatemap.core.model import Claim, Link
from debatemap.core.same_records import differing
from debatemap.formats.native.piecewise import (
    BETWEEN,
    CLOSE,
    Raw,
    Records,
    read_as_written,
    take_piece,
)

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["KnownClaims", "Versions", "current_versions", "reading_versions"]

_END: Final = CLOSE + BETWEEN
_LINES: Final = "".join(
    rf'(?: \n[ ]{{6}}"{field.in_file}":[ ]"[^"\n] [^\n]*+ )?+'
    for field in fields_of("claims")
    if field.kind == "line" and not field.is_later
)
_PLAIN: Final = re.compile(
    rf"""
    (?: [ ]{{4}}"[^\n]++
      \n[ ]{{6}}"text":[ ] [^\n]++
      {_LINES}
      (?: \n[ ]{{6}}"links":[ ]\{{
        (?: \n[ ]{{8}}"[^\n]++
          \n[ ]{{10}}"stance":[ ] [^\n]++
          \n[ ]{{10}}"to":[ ] [^\n]++
          (?: \n[ ]{{10}}"with":[ ]\[ (?: \n[ ]{{12}} [^\n]++ )++ \n[ ]{{10}}\],?+ )?+
          (?: \n[ ]{{10}}"pos":[ ]"[^"\n] [^\n]*+ )?+
          \n[ ]{{8}}\}},?+
        )++
        \n[ ]{{6}}\}}
      )?+
      \n[ ]{{4}}\}} (?: ,\n | (?=\n[ ][ ]\}}) )
    )*+""".encode(),
    re.VERBOSE,
)
"""Claims whose keys are in order, none of them with a value that is left out or put otherwise."""


class KnownClaims:
    """The claims of a file that stands as it would be written, known again by their bytes."""

    def __init__(self) -> None:
        self._data = b""
        self._places: list[int] = []
        self._stops: list[int] = []
        self._numbers: dict[int, int] = {}
        """The number of a claim by the hash of its bytes, of which no copy is kept."""
        self._link_ends = [0]
        """How many links there are before each claim, and after the last one."""
        self._found = Records({}, {}, {})
        self._claims: list[tuple[str, Claim]] = []
        self._links: list[tuple[str, Link]] = []

    def learn(self, data: bytes, place: int, stop: int, into: Records) -> bool:
        """Takes some claims of the file as `take_piece` does, and remembers their bytes."""
        if not take_piece(data, place, stop, into, self._count_links):
            return False
        self._data, self._found = data, into
        claims = _split(data[place:stop])
        self._numbers.update(zip(map(hash, claims), count(len(self._places)), strict=False))
        sizes = (len(claim) + len(_END) for claim in claims)
        bounds = list(accumulate(sizes, initial=place))
        self._places += bounds[:-1]
        self._stops += [bound - len(BETWEEN) for bound in bounds[1:]]
        return True

    def _count_links(self, claims: Raw) -> None:
        numbers = (len(claim.get("links", ())) for claim in claims.values())
        self._link_ends += list(accumulate(numbers, initial=self._link_ends.pop()))

    def finish(self) -> None:
        """Ends the learning: the whole file was read."""
        self._claims, self._links = [*self._found.claims.items()], [*self._found.links.items()]

    def take(self, data: bytes, place: int, stop: int, into: Records) -> bool:
        """Takes some claims of another file as `take_piece` does, known ones as they are known."""
        if not data.endswith(CLOSE, place, stop):
            return False
        claims = _split(data[place:stop])
        numbers = list(map(self._numbers.get, map(hash, claims)))
        new = [claim for claim, number in zip(claims, numbers, strict=True) if number is None]
        made = Records({}, {}, {})
        # Those that are new stand as they would be written wherever they stand: here, together.
        together = _END.join(new) + CLOSE
        if new and not take_piece(together, 0, len(together), made):
            return False
        others, links_of = iter(made.claims.items()), self._by_claim(made.links)
        starts = list(accumulate((len(claim) + len(_END) for claim in claims), initial=place))
        expected, more = len(into.claims) + len(claims), len(into.links) + len(made.links)
        for index, number, run in _runs(numbers):
            if number is None:
                for key, claim in islice(others, run):
                    into.claims[key] = claim
                    into.links.update(links_of.get(key, ()))
                continue
            known = self._data[self._places[number] : self._stops[number + run - 1]]
            # Others may have the same hashes, though they never do.
            if not data.startswith(known, starts[index]):
                return False
            first, end = self._link_ends[number], self._link_ends[number + run]
            into.claims.update(self._claims[number : number + run])
            into.links.update(self._links[first:end])
            more += end - first
        return len(into.claims) == expected and len(into.links) == more

    def _by_claim(self, new: Mapping[str, Link]) -> dict[str, list[tuple[str, Link]]]:
        """Returns links by the claim that they stand in, those that are known as known.

        A claim with other words still has the same links.
        """
        links_of: dict[str, list[tuple[str, Link]]] = {}
        for key, link in new.items():
            known = self._found.links.get(key, link)
            # Of unknown fields 1, 1.0 and True are equal and not the same.
            shared = known if known == link and not link.extra else link
            links_of.setdefault(link.premises[0], []).append((key, shared))
        return links_of

    def still_written(
        self, claims: Mapping[str, Claim], links: Mapping[str, Link]
    ) -> dict[str, int]:
        """Returns the numbers of the claims that would be written as they stand in the file."""
        was = self._found
        changed = set(differing(was.claims, claims))
        for key in differing(was.links, links):
            changed.update(table[key].premises[0] for table in (was.links, links) if key in table)
        changed.update(self._written_otherwise())
        return {claim: n for n, claim in enumerate(was.claims) if claim not in changed}

    def _written_otherwise(self) -> Iterator[str]:
        """Yields the claims that are not written as they stand in the file, or may not be."""
        number = 0
        while number < len(self._places):
            plain = _PLAIN.match(self._data, self._places[number])
            end = plain.end() if plain is not None else 0
            number = bisect_left(self._places, end, number)
            if number < len(self._places):
                yield self._claims[number][0]
            number += 1
        for number, (first, end) in enumerate(pairwise(self._link_ends)):
            if end - first > 1:
                ids = [key for key, _ in self._links[first:end]]
                if ids != sorted(ids):
                    yield self._claims[number][0]

    def written(self, numbers: Iterable[int]) -> bytes:
        """Returns the bytes of claims."""
        return BETWEEN.join(self._data[self._places[n] : self._stops[n]] for n in numbers)


class Versions:
    """The versions of a map that are being read.

    Attributes:
        first: The claims of the first file that stood as it would be written, or None.
        debate: What that file says.
    """

    def __init__(self) -> None:
        self.first: KnownClaims | None = None
        self.debate: Debate | None = None

    def read(self, data: bytes, tell: Callable[[float], object]) -> Records | None:
        """Reads a version as `read_as_written` does."""
        if self.first is not None:
            return read_as_written(data, tell, self.first.take)
        known = KnownClaims()
        found = read_as_written(data, tell, known.learn)
        if found is not None:
            known.finish()
            self.first = known
        return found


_VERSIONS: Final[ContextVar[Versions | None]] = ContextVar("versions", default=None)


@contextmanager
def reading_versions() -> Iterator[None]:
    """Lets the files of one map that are read meanwhile share records, and a writer their bytes."""
    token = _VERSIONS.set(Versions())
    try:
        yield
    finally:
        _VERSIONS.reset(token)


def current_versions() -> Versions | None:
    """Returns the versions of a map that are being read; None where files are read one by one."""
    return _VERSIONS.get()


def _runs(numbers: Iterable[int | None]) -> Iterator[tuple[int, int | None, int]]:
    """Yields (place, number, length) of claims that stand next to each other in both files.

    The number is that of the first one, or None where all of them are new.

    Examples:
        >>> [*_runs([4, 5, None, None, 7, 5])]
        [(0, 4, 2), (2, None, 2), (4, 7, 1), (5, 5, 1)]
    """
    shifts = (None if n is None else n - place for place, n in enumerate(numbers))
    place = 0
    for shift, group in groupby(shifts):
        length = sum(1 for _ in group)
        yield place, None if shift is None else place + shift, length
        place += length


def _split(claims: bytes) -> list[bytes]:
    """Returns the bytes of each of some claims, without the end that all have in common."""
    return claims.removesuffix(CLOSE).split(_END)
