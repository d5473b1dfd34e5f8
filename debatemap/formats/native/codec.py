"""The native file: bytes to a debate, and a debate to its canonical bytes.

The canonical form is what `orjson` writes with an indent of two: known keys in the order of
the format, unknown ones after them, sorted; claims, links and sources sorted by id; nothing
that is empty. Numbers in unknown fields keep their digits. For every file that `dump` wrote,
`dump(parse(data)) == data`; where every line of a file ends in CR LF, so does every line of what
is written in its place. A byte order mark is read past and not written: JSON has none.
"""

import threading
import time
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Any, NamedTuple

import orjson

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header, Link, Source
from debatemap.formats.limits import limits, misfit
from debatemap.formats.native.conformity import FORMAT, VERSION
from debatemap.formats.native.exact_reading import read_again
from debatemap.formats.native.known_claims import KnownClaims, current_versions
from debatemap.formats.native.numbers import json_exactly, restore_numbers
from debatemap.formats.native.piecewise import (
    BETWEEN,
    FOOT,
    HEAD,
    Records,
    TwiceUsedError,
    pretty,
    read_as_written,
    simplify_ratings,
    take_claims,
)
from debatemap.formats.native.records import (
    claim_shape,
    filled,
    header_shape,
    link_shape,
    number,
    read_claim,
    read_header,
    read_link,
    read_source,
    source_shape,
)
from debatemap.formats.native.typos import refuse_slips

__all__ = ["Parsed", "dump", "dumper", "has_crlf", "parse"]

_CHUNK = 50
"""Claims serialised at a time: less than a millisecond, so that a save never holds up a key."""

_LARGE = 20_000_000
"""Bytes of a file of which it is told how far it is read."""

_BREATH = 0.0005
"""Seconds between two chunks. Without it the interpreter changes threads only every 5 ms, and
a key needs a dozen turns."""

Progress = Callable[[str], None]


class Parsed(NamedTuple):
    """A debate, and the version of the format that its file has."""

    debate: Debate
    version: int
    crlf: bool = False
    """Whether the lines of the file end in CR LF."""

    @property
    def newer(self) -> bool:
        """Whether a later version of the program wrote the file: it may only be read."""
        return self.version > VERSION


def parse(data: bytes, name: str = "map", progress: Progress = lambda _: None) -> Parsed:
    """Returns the debate in a file's bytes.

    Args:
        data: The whole file.
        name: What to call the file in an error.
        progress: Called with the name of each stage as it begins. It may raise to stop.

    Raises:
        MapError: The bytes are no map that can be read, with the place and the reason.
    """
    progress("reading")
    allowed = limits()
    allowed.check(data, name)
    crlf, data = has_crlf(data), data.removeprefix(BOM_UTF8)
    written = data.replace(b"\r\n", b"\n") if crlf else data
    is_large = len(data) > _LARGE
    found, version = None, VERSION

    def tell(share: float) -> None:
        progress(f"reading {share:.0%}")

    versions = current_versions()
    read = read_as_written if versions is None else versions.read
    if not allowed.may_be_deep(written):
        found = read(written, tell if is_large else _tell_nobody)
    is_as_written = found is not None
    if found is None:
        shape, version = _read_with_care(data, written, name, progress)
        found = _records_of(shape, name)
    else:
        refuse_slips(found.rest, name)
        progress("checking")
    progress("linking")
    if versions is None or not is_as_written:
        return Parsed(_debate(found), version, crlf)
    debate = _debate(found, versions.debate)
    versions.debate = versions.debate or debate
    return Parsed(debate, version, crlf)


def _tell_nobody(_: float) -> None:
    return


def _read_with_care(
    data: bytes, written: bytes, name: str, progress: Progress
) -> tuple[dict[str, Any], int]:
    """Reads a file that somebody else wrote, or says what is wrong with it.

    Args:
        data: The file.
        written: The same with the ends of lines that are written.
        name: What to call it in an error.
        progress: As for `parse`.

    Returns:
        What the file says, and its version.
    """
    # pydantic takes longer to load than a small map does to be read.
    from debatemap.formats.native.diagnosis import diagnose  # noqa: PLC0415
    from debatemap.formats.native.schema import file_adapter  # noqa: PLC0415

    try:
        shape, version = file_adapter().validate_json(data), VERSION
    except ValueError as error:
        shape, version = diagnose(data, name, error)
    refuse_slips(shape, name)
    simplify_ratings(shape)
    progress("checking")
    as_ours = _written(shape, name)
    limits().check_depth(shape, as_ours, name)
    if as_ours != written:
        # A key may stand twice, and JSON readers keep the last without a word; and a number may
        # have digits that they do not keep.
        exact = read_again(data, name, shape)
        exact.pop("stances", None)
        restore_numbers(exact, shape)
    return shape, version


def has_crlf(data: bytes) -> bool:
    r"""Tells whether every line of a file ends in CR LF.

    Examples:
        >>> has_crlf(b"{\r\n}\r\n"), has_crlf(b"{\r\n}\n"), has_crlf(b"{}")
        (True, False, False)
    """
    first = data.find(b"\n")
    # Most files are told by their first line.
    return data[first - 1 : first] == b"\r" and data.count(b"\n") == data.count(b"\r\n")


def dump(debate: Debate, *, crlf: bool = False) -> bytes:
    """Returns the canonical bytes of a debate's file.

    Args:
        debate: What to write.
        crlf: Whether its lines end in CR LF.
    """
    return _ended(b"".join(_chunks(debate.header, _Tables.of(debate), _known())), crlf=crlf)


def _ended(data: bytes, *, crlf: bool) -> bytes:
    """Returns a file with the wanted ends of lines; JSON has no other line breaks in it."""
    return data.replace(b"\n", b"\r\n") if crlf else data


class _Tables(NamedTuple):
    """The records of a debate at one moment; safe to read while the debate goes on changing."""

    claims: Mapping[str, Claim]
    links: Mapping[str, Link]
    sources: Mapping[str, Source]
    stances: Mapping[str, Mapping[str, float]]

    @classmethod
    def of(cls, debate: Debate) -> "_Tables":
        tables = debate.tables()
        return cls(*(tables[name] for name in cls._fields))


def dumper(debate: Debate, *, crlf: bool = False) -> Callable[[], bytes]:
    """Returns a function that writes the debate as it is now, to be run in any thread.

    It reads back what it wrote, piece by piece, and raises a MapError where that is not what
    the debate says: better no file than one that says another thing.
    """
    header, tables, known = debate.header, _Tables.of(debate), _known()
    return lambda: _ended(b"".join(_chunks(header, tables, known, _check_claims)), crlf=crlf)


def _known() -> KnownClaims | None:
    """Returns claims whose bytes are known from a file that was read, where there are such."""
    versions = current_versions()
    return None if versions is None else versions.first


def _written(shape: dict[str, Any], name: str) -> bytes:
    """Returns a file as it would be written, or refuses what could be read and never saved."""
    try:
        return pretty(shape)
    except TypeError as error:
        advice = "A map like this could never be saved. The file was not touched."
        unknown = MapError(name, f"a value is out of range: {error}", advice=advice)
        raise (misfit(shape, name) or unknown) from error


def _records_of(shape: dict[str, Any], name: str) -> Records:
    """Returns the records of a file that was read as a whole, whose objects are used up."""
    found = Records(shape, {}, {})
    try:
        take_claims(shape.pop("claims", {}), found)
        found.refuse_shared_ids()
    except TwiceUsedError as error:
        place = f"claims.{error.claim}.links.{error.link}"
        advice = "Give one of the two another id."
        raise MapError(name, str(error), place=place, advice=advice) from None
    return found


def _debate(found: Records, like: Debate | None = None) -> Debate:
    rest = found.rest
    del rest["format"], rest["version"]
    rest.pop("claims", None)
    raw_header = rest.pop("map")
    sources = {key: read_source(raw) for key, raw in rest.pop("sources", {}).items()}
    stances = rest.pop("stances", {})
    header = read_header(raw_header, rest)
    make = Debate if like is None else like.version
    return make(header, found.claims, found.links, sources, stances)


_NOTHING: Mapping[str, Any] = {}


Check = Callable[["_Tables", bytes], None]
"""Is given the bytes of some claims, as a whole object."""


def _no_check(_: "_Tables", __: bytes) -> None:
    return


def _check_claims(tables: "_Tables", data: bytes) -> None:
    """Raises a MapError where the bytes of some claims do not say what the claims do."""
    changed = _changed(tables, orjson.loads(data))
    # Numbers with digits of their own are known again only by a slower reader.
    changed = changed and _changed(tables, json_exactly(data))
    if changed:
        problem = "it cannot be written so that it reads back the same"
        advice = "Nothing was written. Undo what was done last, and save again."
        raise MapError("the map", problem, place=f"claims.{changed}", advice=advice)


def _changed(tables: "_Tables", read: dict[str, Any]) -> str:
    """Returns the id of a claim that was read back as another one, or nothing."""
    claims, links = tables.claims, tables.links
    for key, raw in read["claims"].items():
        for link_id, shape in raw.pop("links", _NOTHING).items():
            if read_link(key, shape) != links[link_id]:
                return str(key)
        if read_claim(raw) != claims[key]:
            return str(key)
    return ""


def _chunks(
    header: Header, tables: _Tables, known: KnownClaims | None, check: Check = _no_check
) -> Iterator[bytes]:
    """Yields the file piece by piece: the claims are many, the rest is not."""
    beside = dict(sorted(header.beside.items()))
    before = {
        "format": FORMAT,
        "version": VERSION,
        "map": header_shape(header),
        "sources": {key: source_shape(source) for key, source in sorted(tables.sources.items())},
    }
    after = {
        "stances": {
            person: {node: number(value) for node, value in sorted(ratings.items())}
            for person, ratings in sorted(tables.stances.items())
        }
    }
    if not tables.claims:
        yield pretty({**filled(before), **filled(after), **beside})
        return
    yield pretty(filled(before)).removesuffix(b"\n}\n") + b',\n  "claims": {\n'
    yield from _claim_chunks(tables, known, check)
    tail = pretty({**filled(after), **beside})
    yield b"\n  }\n}\n" if tail == b"{}\n" else b"\n  },\n" + tail.removeprefix(b"{\n")


def _claim_chunks(tables: _Tables, known: KnownClaims | None, check: Check) -> Iterator[bytes]:
    same = {} if known is None else known.still_written(tables.claims, tables.links)
    links_of: dict[str, list[str]] = {}
    for count, (link_id, link) in enumerate(tables.links.items()):
        if link.premises[0] not in same:
            links_of.setdefault(link.premises[0], []).append(link_id)
        if count % (20 * _CHUNK) == 0:
            _let_others_run()
    joint = b""
    for is_same, group in groupby(sorted(tables.claims), same.__contains__):
        while part := list(islice(group, _CHUNK)):
            if known is not None and is_same:
                yield joint + known.written(map(same.__getitem__, part))
            else:
                shapes = {key: _claim_shape(tables, key, links_of.get(key, ())) for key in part}
                written = pretty({"claims": shapes})
                check(tables, written)
                yield joint + written.removeprefix(HEAD).removesuffix(FOOT)
            joint = BETWEEN
            _let_others_run()


def _let_others_run() -> None:
    """Hands the interpreter to the thread that answers keys, where a save has one of its own."""
    if threading.current_thread() is not threading.main_thread():
        time.sleep(_BREATH)


def _claim_shape(tables: _Tables, claim_id: str, link_ids: Iterable[str]) -> dict[str, Any]:
    links = {key: link_shape(tables.links[key]) for key in sorted(link_ids)}
    return claim_shape(tables.claims[claim_id], links)
