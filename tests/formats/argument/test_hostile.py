"""Files made to break a reader: they are read or refused, and nothing else comes out."""

import contextlib
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.errors import MapError
from debatemap.formats.argument.head import shape_of
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import format_named, names, read_map
from tests.formats.argument.samples import CARNEADES, SAMPLES
from tests.strategies import json_values

FRAMEWORKS = {
    "af": b"p af 3\n# a\n# b\n# c\n1 2\n3 1\n",
    "apx": b"% one\narg(a).\narg(b). att(a,b).\nsupport(b,a).\n",
    "tgf": b"1 One\n2\n#\n1 2 con\n",
    "carneades": CARNEADES.encode(),
}


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401  (any JSON)
    """Returns each object or list within a value, with each of its keys or numbers."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            found.append((holder, key))
            if isinstance(holder[key], (dict, list)):
                waiting.append(holder[key])
    return found


def taken(data: bytes, name: str) -> None:
    """Reads a file; what comes of it can be saved."""
    with contextlib.suppress(MapError):
        debate = read_map(data, "x", name).debate
        assert dump(parse(dump(debate)).debate) == dump(debate)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("whose", ["theirs", "ours"])
@given(data=st.data())
@settings(max_examples=60)
def test_any_value_in_any_place_is_read_or_refused(
    name: str, whose: str, data: st.DataObject
) -> None:  # fmt: skip
    raw = orjson.loads(orjson.dumps(SAMPLES[name]))
    if whose == "ours":
        debate = read_map(orjson.dumps(raw), "x", name).debate
        raw = orjson.loads(format_named(name).write(debate).data)
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(_places(raw)))
        others = st.sampled_from(("a", "1", "s", "RA", "atom", 0, {}, [], "\x1b[2J", "{", "[[1]]"))
        holder[key] = data.draw(st.one_of(others, json_values))
    taken(orjson.dumps(raw), name)


@pytest.mark.parametrize("name", [*SAMPLES, *FRAMEWORKS])
@given(data=st.data())
@settings(max_examples=60)
def test_a_spoilt_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    raw = FRAMEWORKS.get(name) or orjson.dumps(SAMPLES[name])
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 20)))
    taken(raw[:start] + data.draw(st.binary(max_size=6)) + raw[end:], name)


@given(st.binary(max_size=60))
@settings(max_examples=200)
def test_no_bytes_upset_a_reader_or_the_recognition(data: bytes) -> None:
    shape_of(b"{" + data)
    for name in (*SAMPLES, *FRAMEWORKS):
        format_named(name).sniff(data)
        taken(data, name)


DEEP = b"[" * 100_000
TALL = b'{"a":' * 100_000


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(
    "inner", [DEEP, TALL, b"[" * 300 + b"]" * 300, b"[" * 80 + b"]" * 80], ids=len
)
def test_what_is_nested_too_deep_is_refused(name: str, inner: bytes) -> None:
    data = orjson.dumps({**SAMPLES[name], "odd": 0}).replace(b'"odd":0', b'"odd":' + inner)
    with pytest.raises(MapError):
        read_map(data, "x", name)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("depth", [80, 300, 1_000, 1_020])
def test_what_is_nested_too_deep_in_a_file_of_ours_is_refused_or_read(
    name: str, depth: int
) -> None:
    debate = read_map(orjson.dumps(SAMPLES[name]), "x", name).debate
    data = format_named(name).write(debate).data
    inner = b"[" * depth + b"]" * depth
    taken(data.replace(b"{", b'{"odd": %s,' % inner, 1), name)
    taken(data.replace(b'"nodes": [', b'"odd": %s, "nodes": [' % inner, 1), name)


@pytest.mark.parametrize("number", ["1e999", "NaN", "Infinity"])
def test_numbers_that_are_none_are_refused(number: str) -> None:
    data = orjson.dumps({**SAMPLES["aif"], "odd": 0}).replace(
        b'"odd":0', b'"odd":' + number.encode()
    )
    with pytest.raises(MapError):
        read_map(data, "x", "aif")


def test_a_long_chain_and_a_long_loop_are_read() -> None:
    count = 20_000
    nodes = [{"nodeID": str(n), "text": f"{n}.", "type": "I"} for n in range(count)]
    nodes += [{"nodeID": f"s{n}", "text": "RA", "type": "RA"} for n in range(count)]
    edges = [{"edgeID": n, "fromID": str(n), "toID": f"s{n}"} for n in range(count)]
    edges += [{"edgeID": n, "fromID": f"s{n}", "toID": str((n + 1) % count)} for n in range(count)]
    debate = read_map(orjson.dumps({"nodes": nodes, "edges": edges}), "x", "aif").debate
    assert debate.header.theses == ("0",)
    assert len(debate.links) == count


def test_a_node_without_bounds_is_refused_by_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATEMAP_LIMIT", "size=1000 values=100")
    for name in (*SAMPLES, *FRAMEWORKS):
        with pytest.raises(MapError, match="up to"):
            read_map(b" " * 1_001, "x", name)
    with pytest.raises(MapError, match="up to 100 are read"):
        read_map(b"p af 999999\n", "x", "af")


def test_each_format_says_what_it_carries() -> None:
    for name in names(writes=True):
        if name in (*SAMPLES, *FRAMEWORKS):
            assert format_named(name).carries is not None
