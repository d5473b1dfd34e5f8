"""Bad input gets one clear sentence: file, place, what was expected, what to do."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump, parse
from debatemap.workspace.session import open_session
from tests.formats.native.test_codec import at, full, put, to_bytes
from tests.strategies import sketch
from tests.system import make_link, make_pipe

quick = settings(max_examples=200)
HEAD = '{"format":"debatemap","version":1,"map":{"id":"m"'
UNTOUCHED = "The file was not touched."


def refused(data: bytes) -> MapError:
    """Returns why bytes are no map."""
    with pytest.raises(MapError) as caught:
        parse(data, "my.json")
    error = caught.value
    assert error.file == "my.json"
    assert error.problem
    assert error.advice
    assert str(error).startswith("my.json")
    assert not error.problem.endswith(".")
    assert "Traceback" not in str(error)
    assert "pydantic" not in str(error)
    return error


def spoiled(place: str, value: object) -> bytes:
    """Returns a full map with another value at a place."""
    shape = full()
    put(shape, place, value)
    return to_bytes(shape)


def opened(data: bytes) -> Debate | MapError:
    """Returns the debate in some bytes, which can be saved then, or why they are no map."""
    try:
        debate = parse(data).debate
    except MapError as error:
        return error
    assert dump(parse(dump(debate)).debate) == dump(debate)
    return debate


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
        (b"[]", "expected an object in braces, found a list"),
        (b"null", "found null"),
        (b'"text"', 'found "text"'),
        (b"17", "found 17"),
        (b"{}", "found JSON of another kind"),
        (b'{"format": "other"}', "found \"format\": 'other'"),
        (b'{"nodes": [], "edges": []}', "found a graph of nodes and edges"),
        (b'{"nodes": [], "links": []}', "found a graph of nodes and edges"),
        (b'{"nodes": [{"id": 1}], "edges": [{"from": {"id": 1}}]}', "found an analysis of OVA 2"),
        (b'{"elements": {"nodes": []}}', "found a graph of Cytoscape"),
        (b'{"statements": {}, "arguments": {}}', "found what Argdown exports as JSON"),
        (b'{"@context": {}, "@graph": []}', "found linked data"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "it is not text"),
        (gzip.compress(b"{}", mtime=0), "it is not text"),
        (dump(sketch("T")).decode().encode("utf-16"), "it is not text"),
        (dump(sketch("T")).decode().encode("utf-16-le"), "it is not text"),
        ("é".encode("latin-1"), "it is not text"),
        (b"\x00", "it is not text"),
        (b"# Title\n\ntext", "it is not JSON"),
        (b"{'format': 'debatemap'}", "it is not JSON"),
        (b'{"format": "debatemap",}', "it is not JSON"),
        (dump(sketch("T")) + dump(sketch("T")), "it is not JSON"),
    ],
)
def test_what_is_no_map_is_refused_with_what_it_is(data: bytes, problem: str) -> None:
    error = refused(data)
    assert problem in error.problem
    assert UNTOUCHED in error.advice or "`debatemap new` makes a map" in error.advice


def test_json_that_breaks_off_is_refused_with_line_and_column() -> None:
    error = refused(b'{\n  "format": "debatemap",\n  "version" 1\n}')
    assert error.place == "line 3, column 13"
    assert str(error).startswith("my.json, line 3, column 13: it is not JSON")


@pytest.mark.parametrize("text", ["T.", "a\u2028b\u0085c\u2029d"])
def test_conflict_markers_of_git_are_named(text: str) -> None:
    lines = to_bytes(full()).decode().splitlines(keepends=True)
    ours = '      "text": "Thesis."\n'
    where = lines.index(ours)
    marks = ["<<<<<<< HEAD\n", ours, "=======\n", f'      "text": "{text}"\n', ">>>>>>> theirs\n"]
    lines[1] = f'  "x": "{text}",\n{lines[1]}'
    lines[where : where + 1] = marks
    error = refused("".join(lines).encode())
    assert "two versions stand in it, marked by git" in error.problem


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        ("map", [], "expected an object in braces, found a list"),
        ("map.id", "not an id", "expected an id: 1 to 64 letters, digits, _ or -"),
        ("map.id", "", "expected an id"),
        ("map.title", 5, "expected text in quotes, found 5"),
        ("map.theses", "t", 'expected a list in square brackets, found "t"'),
        ("map.theses.0", None, "expected text in quotes, found null"),
        ("sources", [], "expected an object in braces"),
        ("sources.s", None, "expected an object in braces, found null"),
        ("sources.s.date", 2024, "expected text in quotes, found 2024"),
        ("claims.t", "Thesis.", 'expected an object in braces, found "Thesis."'),
        ("claims.t.text", None, "expected text in quotes, found null"),
        ("claims.t.text", ["Thesis."], "expected text in quotes, found a list"),
        ("claims.a.note", "one", "expected a list in square brackets"),
        ("claims.a.note.1", 5, "expected text in quotes"),
        ("claims.a.tags", {}, "expected a list in square brackets, found an object"),
        ("claims.a.sources.0", "s", "expected an object in braces"),
        ("claims.a.sources.0.ref", "no id", "expected an id"),
        ("claims.a.links", [], "expected an object in braces, found a list"),
        ("claims.a.links.l.to", 5, "expected text in quotes, found 5"),
        ("claims.a.links.l.to", "x" * 65, "expected an id"),
        ("claims.a.links.l.stance", "pro", "expected one of 'supports' or 'attacks'"),
        ("claims.a.links.m.with", "t", "expected a list in square brackets"),
        ("claims.a.links.l.pos", 0, "expected text in quotes, found 0"),
        ("stances.ann", [], "expected an object in braces"),
        ("stances.ann.a", "80", 'expected a number, found "80"'),
        ("stances.ann.a", 101, "expected a number from 0 to 100"),
        ("stances.ann.a", -0.5, "expected a number from 0 to 100"),
        ("stances.ann.a", True, "expected a number, found true or false"),
        ("version", "1", "expected one of 1"),
        ("version", 0, "expected one of 1"),
        ("version", 1.5, "expected one of 1"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(place: str, value: object, expected: str) -> None:
    error = refused(spoiled(place, value))
    assert error.place == place
    assert expected in error.problem
    assert error.advice == f"Mend it and open the map again. {UNTOUCHED}"


@pytest.mark.parametrize(
    "place", ["map", "map.id", "claims.t.text", "claims.a.links.l.to", "claims.a.links.l.stance"]
)
def test_a_missing_field_is_refused_with_its_place(place: str) -> None:
    shape = full()
    *path, last = place.split(".")
    del at(shape, ".".join(path))[last]
    error = refused(to_bytes(shape))
    assert error.place == place
    assert "it is missing" in error.problem


@pytest.mark.parametrize("place", ["claims", "sources", "claims.a.links", "stances.ann"])
def test_a_key_that_is_no_id_is_refused(place: str) -> None:
    shape = full()
    holder = at(shape, place)
    holder["not an id"] = next(iter(holder.values()))
    error = refused(to_bytes(shape))
    assert error.place == f"{place}.not an id"
    assert "expected an id" in error.problem


def test_several_faults_are_counted() -> None:
    shape = full()
    shape["claims"]["t"] = shape["claims"]["u"] = None
    assert refused(to_bytes(shape)).problem.endswith("(and 1 more such faults)")


@pytest.mark.parametrize(
    ("twin", "place"),
    [
        ('"format": "debatemap"', "format"),
        ('"title": "Title"', "map.title"),
        ('"author": "A"', "sources.s.author"),
        ('"t": {', "claims.t"),
        ('"by": "ann"', "claims.a.by"),
        ('"ref": "s"', "claims.a.sources.0.ref"),
        ('"to": "t"', "claims.a.links.l.to"),
        ('"bob": {', "stances.bob"),
    ],
)
def test_a_key_that_stands_twice_is_refused_with_its_place(twin: str, place: str) -> None:
    data = to_bytes(full()).decode()
    ending = {"claims.t": '"text": ""}', "stances.bob": "}"}.get(place, "")
    error = refused(data.replace(twin, f"{twin}{ending}, {twin}", 1).encode())
    key = place.rpartition(".")[2]
    assert f'the key "{key}" stands twice in one object' in error.problem
    assert error.place == place


@pytest.mark.parametrize("key", ["t", "l", "a"])
def test_an_id_that_is_used_twice_is_refused_with_its_place(key: str) -> None:
    shape = full()
    shape["claims"]["u"]["links"] = {key: {"stance": "supports", "to": "t"}}
    error = refused(to_bytes(shape))
    assert error.problem == f"the id {key} is used twice"
    assert f"links.{key}" in error.place


@pytest.mark.parametrize(
    "value",
    [
        "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1" + "0" * 30, "-" + "9" * 25,
        "1" + "0" * 400, "1" * 5000, "1" * 5000 + ".5", '"\\ud800"', '"\\udc00\\ud800"', "01", "+1",
        ".5", "0x10", "[1,]", "tru", '"\\x"', '"a\nb"', '"unfinished',
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", [HEAD + ',"x":', '{"stances":{"ann":{"a":', '{"version":'])
def test_a_value_that_no_map_can_hold_is_refused(head: str, value: str) -> None:
    refused(f"{head}{value}{'}' * head.count('{')}".encode())


@pytest.mark.parametrize(
    "depth", [1, 62, 63, 128, 188, 200, 254, 255, 256, 1000, 1022, 1024, 100_000]
)
@pytest.mark.parametrize("brackets", ["[]", "{}"])
@pytest.mark.parametrize("version", [1, 9])
def test_deep_nesting_is_read_or_refused_and_what_is_read_can_be_saved(
    depth: int, brackets: str, version: int
) -> None:
    opening = '{"k":' if brackets == "{}" else "["
    head = HEAD.replace('"version":1', f'"version":{version}')
    data = f'{head},"x":{opening * depth}0{brackets[1] * depth}}}}}'.encode()
    result = opened(data)
    if isinstance(result, MapError):
        assert depth > 62, "and two objects around it"
        assert result.advice


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, '[{"a":' * 50_000, "[" * 10**6], ids=len
)
def test_a_hundred_thousand_open_brackets_are_refused(text: str) -> None:
    refused(text.encode())


def test_a_newer_version_that_is_not_understood_says_what_to_install() -> None:
    shape = full() | {"version": 2, "claims": []}
    error = refused(to_bytes(shape))
    assert "version 2 of the format, and this program reads 1" in error.problem
    assert "Install a newer debatemap" in error.advice


def test_a_map_cut_at_any_byte_is_refused() -> None:
    data = to_bytes(full())
    for end in range(len(data) - 2):
        refused(data[:end])
    assert parse(data[:-1]).debate.claims.keys() == {"a", "t", "u"}


@pytest.mark.parametrize("flip", [0x01, 0x80, 0xFF])
def test_a_map_with_any_byte_spoiled_is_read_or_refused(flip: int) -> None:
    data = to_bytes(full())
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= flip
        result = opened(bytes(changed))
        assert isinstance(result, Debate) or result.problem


@quick
@given(st.binary(max_size=60) | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refused(data)


json_anything: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from([None, True, 0, 1, -1, 2.5, "", "t", "supports", "not an id"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["to", "k"]), inner)
    ),
    max_leaves=4,
)


@quick
@given(
    st.sampled_from(["map", "sources", "claims", "stances", "map.theses", "claims.a",
                     "claims.a.links", "claims.a.links.l", "claims.a.links.m.with", "version",
                     "claims.a.sources", "claims.a.sources.0", "stances.ann", "format"]),
    json_anything,
)  # fmt: skip
def test_any_value_anywhere_is_read_or_refused(place: str, value: object) -> None:
    result = opened(spoiled(place, value))
    assert isinstance(result, Debate) or (result.problem and result.advice)


def test_what_an_error_quotes_of_the_file_is_short_and_safe() -> None:
    for data in (
        spoiled("claims.t.text", {"\x1b]52;c;aGk=\x07": 1}),
        spoiled("claims.a.links.l.stance", "\x1b[2J" + "long " * 1000),
        spoiled("stances", {"\x1b[2J": 5}),
        b'{"format": "\x1b[2J' + b"x" * 5000 + b'"}',
        to_bytes(full()).replace(b'"title"', b'"\\u001b[2J": 1, "\\u001b[2J": 2, "title"'),
    ):
        message = str(refused(data))
        assert "\x1b" not in message
        assert len(message) < 400


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        pytest.param(lambda _: None, "there is no such file", id="missing"),
        pytest.param(Path.mkdir, "expected a file, found a folder", id="folder"),
        pytest.param(make_pipe, "found a pipe", id="FIFO"),
        pytest.param(lambda path: make_link(path, path), "too many levels", id="loop"),
        pytest.param(lambda path: make_link(path, "/dev/null"), "found a device", id="device"),
        pytest.param(
            lambda path: make_link(path, "nowhere"), "a link to nowhere, and no", id="broken link"
        ),
    ],
)
def test_what_is_no_file_is_refused(
    tmp_path: Path, make: Callable[[Path], None], problem: str
) -> None:
    path = tmp_path / "map.json"
    make(path)
    with pytest.raises(MapError, match=problem) as caught:
        open_session(path)
    assert caught.value.file == str(path)
    assert caught.value.advice


@pytest.mark.parametrize("name", ["x" * 300, "map.json/map.json"])
def test_a_name_that_the_disk_refuses_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "map.json").write_bytes(dump(sketch("T")))
    with pytest.raises(MapError):
        open_session(tmp_path / name)


@pytest.mark.parametrize("data", [b"{", orjson.dumps({"format": "x"}), spoiled("map.id", 5)])
def test_a_file_that_is_refused_is_not_touched(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "map.json"
    path.write_bytes(data)
    before = path.stat()
    with pytest.raises(MapError):
        open_session(path)
    after = path.stat()
    assert path.read_bytes() == data
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
