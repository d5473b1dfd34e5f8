"""The native file: bytes to a debate, and a debate to its canonical bytes.

The canonical form is what `orjson` writes with an indent of two: known keys in the order of
the format, unknown ones after them, sorted; claims, links and sources sorted by id; nothing
that is empty. Numbers in unknown fields keep their digits. For every file that `dump` wrote,
`dump(parse(data)) == data`; where every line of a file ends in CR LF, so does every line of what
is written in its place. A byte order mark is read past and not written: JSON has none.
"""

import sys
import threading
import time
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

import orjson

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header, Link, Source
from debatemap.formats.limits import limits, misfit
from debatemap.formats.native.conformity import FORMAT, VERSION, conforms
from debatemap.formats.native.exact_reading import read_again
from debatemap.formats.native.numbers import as_written, json_exactly, restore_numbers
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

_PIECE = 10_000
"""Claims of a file that are written at a time, to see whether it would be written so."""

_HEAD, _FOOT = b'{\n  "claims": {\n', b"\n  }\n}\n"
"""What stands around claims that are written by themselves."""

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
    shape, version = _canonical(written), VERSION
    if shape is None:
        shape, version = _read_with_care(data, written, name, progress)
    else:
        refuse_slips(shape, name)
        progress("checking")
        allowed.check_depth(shape, written, name)
    progress("linking")
    return Parsed(_debate(shape, name), version, crlf)


def _canonical(data: bytes) -> dict[str, Any] | None:
    """Returns what a file says that this program may have written itself, or None of any other.

    It stands there as it would be written, so that no key is twice in it and each number keeps its
    digits, and nothing need be asked of it that takes longer.
    """
    try:
        shape = orjson.loads(data)
        if not conforms(shape):
            return None
        _simplify_ratings(shape)
        return shape if _is_written_so(shape, data) else None
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None


def _is_written_so(shape: dict[str, Any], data: bytes) -> bool:
    """Tells whether a file stands as it would be written.

    The claims are written piece by piece, as a large file would take its size in memory again.
    """
    claims = shape.get("claims", _NOTHING)
    if len(claims) <= _PIECE:
        return _pretty(shape) == data
    # A line that begins so far to the left stands in no value.
    mark = b'\n  "claims": {'
    before, after = _pretty(shape | {"claims": {}}).split(mark + b"}", 1)
    place = len(before) + len(mark)
    if data[:place] != before + mark:
        return False
    items, joint = iter(claims.items()), b"\n"
    while part := dict(islice(items, _PIECE)):
        piece = joint + _pretty({"claims": part}).removeprefix(_HEAD).removesuffix(_FOOT)
        if data[place : place + len(piece)] != piece:
            return False
        place, joint = place + len(piece), b",\n"
    return data[place:] == b"\n  }" + after


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
    _simplify_ratings(shape)
    progress("checking")
    pretty = _written(shape, name)
    limits().check_depth(shape, pretty, name)
    if pretty != written:
        # A key may stand twice, and JSON readers keep the last without a word; and a number may
        # have digits that they do not keep.
        exact = read_again(data, name, shape)
        exact.pop("stances", None)
        restore_numbers(exact, shape)
    return shape, version


def _simplify_ratings(shape: dict[str, Any]) -> None:
    for ratings in shape.get("stances", _NOTHING).values():
        ratings.update((node, number(value)) for node, value in ratings.items())


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
    return _ended(b"".join(_chunks(debate.header, _Tables.of(debate))), crlf=crlf)


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
    header, tables = debate.header, _Tables.of(debate)
    return lambda: _ended(b"".join(_chunks(header, tables, check=_check_claims)), crlf=crlf)


def _written(shape: dict[str, Any], name: str) -> bytes:
    """Returns a file as it would be written, or refuses what could be read and never saved."""
    try:
        return _pretty(shape)
    except TypeError as error:
        advice = "A map like this could never be saved. The file was not touched."
        unknown = MapError(name, f"a value is out of range: {error}", advice=advice)
        raise (misfit(shape, name) or unknown) from error


def _pretty(value: dict[str, Any]) -> bytes:
    return orjson.dumps(value, as_written, orjson.OPT_INDENT_2) + b"\n"


def _debate(shape: dict[str, Any], name: str) -> Debate:
    raw_claims: dict[str, Any] = shape.pop("claims", {})
    claims, links = _records_of(raw_claims, name)
    del shape["format"], shape["version"]
    raw_header = shape.pop("map")
    sources = {key: read_source(raw) for key, raw in shape.pop("sources", {}).items()}
    stances = shape.pop("stances", {})
    return Debate(read_header(raw_header, shape), claims, links, sources, stances)


def _records_of(raw_claims: dict[str, Any], name: str) -> tuple[dict[str, Claim], dict[str, Link]]:
    """Returns the claims and links of a file, whose objects it uses up."""
    claims: dict[str, Claim] = {}
    links: dict[str, Link] = {}
    intern = sys.intern
    for claim_id in list(raw_claims):
        # What is read already is given back as it goes.
        first, raw = intern(claim_id), raw_claims.pop(claim_id)
        for link_id, raw_link in raw.pop("links", _NOTHING).items():
            if link_id in links:
                raise _used_twice(link_id, first, name)
            links[link_id] = read_link(first, raw_link)
        claims[first] = read_claim(raw)
    for link_id in links.keys() & claims.keys():
        raise _used_twice(link_id, links[link_id].premises[0], name)
    return claims, links


def _used_twice(link: str, claim: str, name: str) -> MapError:
    place, advice = f"claims.{claim}.links.{link}", "Give one of the two another id."
    return MapError(name, f"the id {link} is used twice", place=place, advice=advice)


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
    for key, raw in read["claims"].items():
        links = {link: read_link(key, shape) for link, shape in raw.pop("links", _NOTHING).items()}
        if read_claim(raw) != tables.claims[key] or any(
            link != tables.links[link_id] for link_id, link in links.items()
        ):
            return str(key)
    return ""


def _chunks(header: Header, tables: _Tables, check: Check = _no_check) -> Iterator[bytes]:
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
        yield _pretty({**filled(before), **filled(after), **beside})
        return
    yield _pretty(filled(before)).removesuffix(b"\n}\n") + b',\n  "claims": {\n'
    yield from _claim_chunks(tables, check)
    tail = _pretty({**filled(after), **beside})
    yield b"\n  }\n}\n" if tail == b"{}\n" else b"\n  },\n" + tail.removeprefix(b"{\n")


def _claim_chunks(tables: _Tables, check: Check) -> Iterator[bytes]:
    links_of: dict[str, list[str]] = {}
    for count, (link_id, link) in enumerate(tables.links.items()):
        links_of.setdefault(link.premises[0], []).append(link_id)
        if count % (20 * _CHUNK) == 0:
            _let_others_run()
    ids = iter(sorted(tables.claims))
    joint = b""
    while part := list(islice(ids, _CHUNK)):
        shapes = {key: _claim_shape(tables, key, links_of.get(key, ())) for key in part}
        written = _pretty({"claims": shapes})
        check(tables, written)
        yield joint + written.removeprefix(_HEAD).removesuffix(_FOOT)
        joint = b",\n"
        _let_others_run()


def _let_others_run() -> None:
    """Hands the interpreter to the thread that answers keys, where a save has one of its own."""
    if threading.current_thread() is not threading.main_thread():
        time.sleep(_BREATH)


def _claim_shape(tables: _Tables, claim_id: str, link_ids: Iterable[str]) -> dict[str, Any]:
    links = {key: link_shape(tables.links[key]) for key in sorted(link_ids)}
    return claim_shape(tables.claims[claim_id], links)
