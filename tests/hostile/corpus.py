"""A folder of hostile maps, made on the spot: by name, a file of each kind that there is.

The cases of one kind that a map can hold together, such as texts, stand in one map.
"""

import gzip
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import orjson

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link, Source
from debatemap.formats.native.codec import dump
from tests.hostile.payloads import PAYLOADS, fields
from tests.strategies import chain, ladder, star
from tests.system import make_pipe
from tests.tui.hostile import LONG, TEXTS, hostile

__all__ = ["BYTES", "HUGE", "MAPS", "SPECIAL", "make"]

_HEAD: Final = b'{"format":"debatemap","version":1,"map":{"id":"m"}'
_MANY: Final = 100_000
_HUGE: Final = int(os.environ.get("DEBATEMAP_HUGE", "5000"))
"""Claims in the largest maps. With `DEBATEMAP_HUGE=100000` the tests of them take minutes."""


def _shape(**beside: Any) -> dict[str, Any]:  # noqa: ANN401  (any JSON)
    return {"format": "debatemap", "version": 1, "map": {"id": "m", "theses": ["a"]}, **beside}


def _map(**beside: Any) -> bytes:  # noqa: ANN401  (any JSON)
    return orjson.dumps(_shape(**beside))


def _step(target: str, **more: object) -> dict[str, Any]:
    return {"stance": "supports", "to": target, **more}


def _claims(links: Iterable[tuple[str, str, str]]) -> dict[str, Any]:
    """Returns claims and the (id, premise, target) of the links between them."""
    claims: dict[str, Any] = {name: {"text": name} for name in ("a", "b", "c")}
    for link, premise, target in links:
        claims[premise].setdefault("links", {})[link] = _step(target)
    return claims


def _cycle(count: int) -> bytes:
    claims = {f"c{n}": Claim(f"{n}") for n in range(count)}
    links = {f"l{n}": Link((f"c{n}",), "supports", f"c{(n + 1) % count}") for n in range(count)}
    return dump(Debate(Header("m", theses=("c0",)), claims, links))


def _steps_on_steps(count: int) -> bytes:
    """A step for a step for a step, and so on."""
    links = {f"l{n}": Link(("b",), "attacks", f"l{n - 1}" if n else "a") for n in range(count)}
    return dump(Debate(Header("m", theses=("a",)), {"a": Claim("A"), "b": Claim("B")}, links))


def _everything_in_one_step(count: int) -> bytes:
    names = [f"c{n}" for n in range(count)]
    claims = {name: Claim(name) for name in names} | {"a": Claim("A")}
    debate = Debate(Header("m", theses=("a",)), claims, {"l": Link((*names,), "supports", "a")})
    return dump(debate)


def _many_texts(texts: Iterable[str]) -> bytes:
    """Every text in every field of a claim of its own."""
    return dump(fields(list(texts)))


def _long_field(text: str) -> bytes:
    return dump(Debate(Header("m", "T", ("a",)), {"a": Claim(text), "b": Claim("B", note=text)}))


def _sources() -> bytes:
    urls = ["javascript:alert(1)", "file:///etc/passwd", "http://[", "data:text/html,<script>"]
    sources = {f"s{n}": Source("A", "T", url) for n, url in enumerate(urls)}
    return dump(Debate(Header("m", theses=("a",)), {"a": Claim("A")}, sources=sources))


def _twice(key: str) -> bytes:
    return _map(claims={"a": {"text": "A"}, "zz": {"text": "Z"}}).replace(b'"zz"', key.encode())


_BENIGN: Final = _map(claims={"a": {"text": "A"}})
_TITLES: Final = (
    "../../.bashrc",
    "-rf",
    "CON",
    "--help",
    "~",
    "$(reboot)",
    "`id`",
    "%s%n",
    "x" * 300,
)
_MARKS: Final = (b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> theirs\n")
_LAUGHS: Final = "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10)
).encode()

MAPS: Final[dict[str, Callable[[], bytes]]] = {
    "escape sequences": lambda: _many_texts(PAYLOADS),
    "texts of each class": lambda: _many_texts(
        text for text in TEXTS.values() if "\ud800" not in text
    ),
    "markup": lambda: dump(hostile("[/b] [ [/ [@click=app.quit]x[/] " + "[b]" * 2000)),
    "marks": lambda: _long_field(LONG["100,000 combining marks"]),
    "a claim of a megabyte": lambda: _long_field(LONG["a megabyte"]),
    "a word of a megabyte": lambda: _long_field(LONG["a megabyte without a space"]),
    "wide letters": lambda: _long_field("漢字👩\u200d👩\u200d👧" * 20_000),
    "100,000 lines": lambda: _long_field(LONG["100,000 lines"]),
    "100,000 tags": lambda: _map(
        claims={"a": {"text": "A", "tags": ["t", *map(str, range(_MANY))]}}
    ),
    "dangling": lambda: _map(
        claims=_claims([("l", "a", "gone"), ("m", "b", "gone")]), stances={"x": {"gone": 1}}
    ),
    "to itself": lambda: _map(claims=_claims([("l", "a", "a"), ("m", "b", "m")])),
    "two that need each other": lambda: _map(
        claims=_claims([("l", "a", "b"), ("m", "b", "a"), ("n", "c", "l")])
    ),
    "steps that bear on each other": lambda: _map(
        claims=_claims([("l", "a", "m"), ("m", "b", "l")])
    ),
    "no root": lambda: orjson.dumps(
        {**_shape(claims=_claims([("l", "b", "c"), ("m", "c", "b")])), "map": {"id": "m"}}
    ),
    "one thesis often": lambda: orjson.dumps(
        {**_shape(claims=_claims([])), "map": {"id": "m", "theses": ["a"] * 1000}}
    ),
    "premises twice": lambda: _map(
        claims={"a": {"text": "A", "links": {"l": _step("a", **{"with": ["a", "a"]})}}}
    ),
    "a ladder of 42": lambda: dump(ladder(42)),
    "names of files": lambda: _many_texts(_TITLES),
    "formulas": lambda: _many_texts(
        ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(1)", "\t=1", '=HYPERLINK("x")']
    ),
    "scripts": lambda: _many_texts(
        ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "]]>", "{{7*7}}", '`a"];b["`']
    ),
    "addresses": _sources,
    "values 64 deep": lambda: _HEAD + b',"x":' + b"[" * 63 + b"0" + b"]" * 63 + b"}",
    "odd conflicts": lambda: _map(
        claims={"a": {"text": "A", "conflicts": [{"field": {}, "values": 5}, None, "x"]}},
        conflicts=["x", [], {"a": {}}],
    ),
    "a newer version": lambda: orjson.dumps(
        {**_shape(claims={"a": {"text": "\x1b[c"}}), "version": 99}
    ),
    "unknown fields": lambda: _map(
        claims={"a": {"text": "A", "\x1b[2J": {"[/b]": "\x9b2J"}}}, **{"\x1b]0;x\x07": 1, "": None}
    ),
    "an empty map": lambda: _HEAD + b"}",
}
"""Files that are maps, and that must open, show, merge and be saved."""

HUGE: Final[dict[str, Callable[[], bytes]]] = {
    "a cycle": lambda: _cycle(_HUGE),
    "a chain": lambda: dump(chain(_HUGE)),
    "a star": lambda: dump(star(_HUGE)),
    "premises of one step": lambda: _everything_in_one_step(_HUGE),
    "steps on steps": lambda: _steps_on_steps(_HUGE),
}
"""Maps of very many claims in shapes that break a naive walk."""

BYTES: Final[dict[str, Callable[[], bytes]]] = {
    "an id twice": lambda: _map(
        claims={"a": {"text": "", "links": {"b": _step("a")}}, "b": {"text": ""}}
    ),
    "a key twice": lambda: _twice('"a"'),
    "a key twice, spelt in two ways": lambda: _twice('"\\u0061"'),
    "NaN": lambda: _HEAD + b',"x":NaN}',
    "1e999": lambda: _HEAD + b',"x":[1e999]}',
    "a big integer": lambda: _HEAD + b',"x":' + b"9" * 40 + b"}",
    "a million digits": lambda: _HEAD + b',"x":' + b"9" * 10**6 + b"}",
    "a lone surrogate": lambda: _HEAD + b',"x":"\\ud800"}',
    "half of a letter": lambda: _HEAD + b',"x":"\xc3"}',
    "UTF-16": lambda: _BENIGN.decode().encode("utf-16"),
    "UTF-32": lambda: _BENIGN.decode().encode("utf-32"),
    "gzip": lambda: gzip.compress(_BENIGN, mtime=0),
    "marks of a conflict": lambda: (
        _MARKS[0] + _BENIGN + b"\n" + _MARKS[1] + _BENIGN + b"\n" + _MARKS[2]
    ),
    "marks that do not end": lambda: _BENIGN + b"\n" + _MARKS[0] + b"\x1b[2J\n",
    "NUL": lambda: _BENIGN.replace(b"A", b"A\x00"),
    "only NUL": lambda: b"\x00" * 10**6,
    "a trailing comma": lambda: _HEAD + b",}",
    "two documents": lambda: _BENIGN + _BENIGN,
    "half a document": lambda: _BENIGN[:-9],
    "nothing": lambda: b"",
    "too deep": lambda: _HEAD + b',"x":' + b"[" * 65 + b"]" * 65 + b"}",
    "far too deep": lambda: _HEAD + b',"x":' + b'{"a":' * 250 + b"0" + b"}" * 251,
    "a million brackets": lambda: b"[" * 10**6,
    "a million objects": lambda: b'{"a":' * 10**6,
    "four million values": lambda: _HEAD + b',"x":[' + b"0," * 4 * 10**6 + b"0]}",
    "wrong everywhere": lambda: _map(claims={f"c{n}": 5 for n in range(10_000)}),
    "a key of a megabyte": lambda: _map(claims={"x" * 10**6: {"text": ""}}),
    "escapes in a key": lambda: _map(claims={"\x1b]52;c;aGk=\x07": {"text": ""}}),
    "escapes in a key twice": lambda: _HEAD + b',"\\u001b[2J":1,"\\u001b[2J":2}',
    "escapes in the format": lambda: b'{"format":"\\u001b]0;x\\u0007\xc2\x9b2J"}',
    "escapes that are no JSON": lambda: b"{\x1b[2J\x1b]52;c;aGk=\x07",
    "billion laughs": lambda: b"<!DOCTYPE a [" + _LAUGHS + b"]><a>&a9;</a>",
    "an outer entity": lambda: b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "YAML": lambda: b"a: &a [x,x]\nb: &b [*a,*a]\nc: !!python/object/apply:os.system [id]\n",
    "HTML": lambda: b"<html><script>alert(1)</script>",
    "a table": lambda: b"=1+1,@SUM(1)\r\n",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100,
    "a number": lambda: b"1e5",
    "a rating of a word": lambda: _map(stances={"x": {"a": "80"}}),
}
"""Files that are no maps; each is refused in a sentence."""


def _growing(path: Path) -> None:
    # One of the system's own files: it has no size, and is made up as it is read.
    path.symlink_to("/proc/self/smaps" if Path("/proc/self/smaps").exists() else "/dev/zero")


def _hole(path: Path) -> None:
    path.touch()
    os.truncate(path, 101_000_000)


SPECIAL: Final[dict[str, Callable[[Path], object]]] = {
    "a pipe": make_pipe,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a terminal": lambda path: path.symlink_to("/dev/tty"),
    "a folder": Path.mkdir,
    "a loop": lambda path: path.symlink_to(path),
    "a link to nothing": lambda path: path.symlink_to("gone"),
    "a growing file": _growing,
    "a hole of 101 MB": _hole,
}
"""What stands where a map should, and is no ordinary file."""


def make(folder: Path, name: str) -> Path:
    """Makes the case of a name in a folder, and returns the file."""
    path = folder / f"{name.replace(' ', '-')}.json"
    if name in SPECIAL:
        SPECIAL[name](path)
    else:
        path.write_bytes((MAPS | HUGE | BYTES)[name]())
    return path
