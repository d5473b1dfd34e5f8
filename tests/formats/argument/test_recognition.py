"""The formats that share the ending `.json` are known by their keys."""

from typing import Any

import orjson
import pytest

from debatemap.core.errors import MapError
from debatemap.formats.registry import format_of, read_map
from tests.formats.argument.samples import CARNEADES, SAMPLES


def _orders(raw: Any) -> list[Any]:  # noqa: ANN401  (any JSON)
    """Returns JSON with the keys of each object as they are, sorted, and the other way round."""

    def turned(value: Any, reverse: bool | None) -> Any:  # noqa: ANN401, FBT001  (any JSON; an order)
        if isinstance(value, dict):
            keys = list(value) if reverse is None else sorted(value, reverse=reverse)
            return {key: turned(value[key], reverse) for key in keys}
        return [turned(each, reverse) for each in value] if isinstance(value, list) else value

    return [turned(raw, order) for order in (None, False, True)]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_known_with_its_keys_in_any_order(name: str, encoding: str) -> None:
    for raw in _orders(SAMPLES[name]):
        for text in (orjson.dumps(raw).decode(), orjson.dumps(raw, option=2).decode()):
            data = text.replace("\n", "\r\n").encode(encoding)
            assert format_of(data, "x.json").name == name
            read_map(data, "x.json")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"text": {"txt": "' + b"long " * 2_000 + b'"}, "AIF": {"nodes": []}}', "xaif"),
        (b'{"OVA": {"nodes": []}, "AIF": {}}', "xaif"),
        (b'{"nodes": [], "edges": [], "locutions": [{"nodeID": 1}]}', "aif"),
        (b'{"edges": [{"toID": 1, "fromID": 2}], "nodes": []}', "aif"),
        (b'{"nodes": {}, "edges": {}, "schemaVersion": 1}', "arguebuf"),
        (b'{"edges": {"e": {"target": "a", "source": "b"}}}', "arguebuf"),
        (b'{"metadata": {"core": {"version": "0.2", "analyst_name": "A"}}}', "sadface"),
        (b'{"nodes": [{"id": "a", "type": "atom", "te', "sadface"),
        (b'{"nodes": [], "links": [{"source": 0, "target": 1}]}', "node-link"),
        (b'{"directed": true, "graph": {}, "nodes": []}', "node-link"),
        (b'{"format": "debatemap", "nodes": [{"nodeID": 1}]}', "debatemap"),
        (b'{"a": "\\"nodes\\": [{\\"nodeID\\": 1}]"}', "debatemap"),
        (b'{"type": "FeatureCollection", "features": []}', "debatemap"),
        (b'[{"nodeID": 1}]', "debatemap"),
        (b"p af 3\n1 2\n", "af"),
        (b"# by hand\np af 3\r\n", "af"),
        (b"% by hand\narg(a).", "apx"),
        (b"att(a,b).arg(a).", "apx"),
        (b"1\n2\n#\n1 2\n", "tgf"),
        (b"1 One\r\n2 Two\r\n#\r\n1 2 con\r\n", "tgf"),
        (b"# A heading\n\n- a list\n", "debatemap"),
        (b"one two\n#\nthree four\n", "debatemap"),
        (CARNEADES.encode(), "carneades"),
        (b"language:\n  expert/2: x\nmeta:\n  a: 1\n", "carneades"),
        (b"arguments:\n  a1:\n    conclusion: b\n", "carneades"),
        (b"arguments: none\n", "debatemap"),
    ],
)
def test_a_file_is_known_by_what_it_holds(data: bytes, name: str) -> None:
    assert format_of(data, "x").name == name


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a": 1}', "expected a debate map"),
        (b'{"nodes": [], "edges": []}', "a graph of nodes and edges"),
        (b'{"nodes": 3, "edges": [{"fromID": 1}]}', "nodes: expected a list, found a number"),
        (b'{"AIF": []}', "AIF: expected an object, found a list"),
        (b'{"nodes": [{"nodeID": "1",}]}', "line 1, column"),
        (b'{"nodes": [{"nodeID": "1", "nodeID": "2"}]}', 'the key "nodeID" stands twice'),
        (b'{"nodes": {"a": {"atom": {}}, "a": {"atom": {}}}}', 'the key "a" stands twice'),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(MapError) as caught:
        read_map(data, "x.json")
    assert words in str(caught.value)
