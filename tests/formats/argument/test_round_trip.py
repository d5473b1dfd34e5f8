"""What is written from a map comes back, to the last field."""

from typing import Any

import networkx as nx
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.formats.argument.foreign_fields import as_bytes
from debatemap.formats.format import Imported
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import format_named, format_of, is_map, map_id_in, read_map
from tests.formats.argument.samples import ARGUEBUF, DIALOGUE, SAMPLES, XAIF
from tests.strategies import debates

NAMES = ("aif", "xaif", "arguebuf", "sadface", "node-link")
SPECIAL = (
    "x-id", "x-scheme", "x-schemeID", "x-text", "x-timestamp", "x-metadata", "x-name",
    "x-premiseDescriptors", "x-reference", "x-participant", "x-userdata", "x-type", "x-nodeID",
    "x-debatemap", "x- a", "x-\x1b", "x-sources",
)  # fmt: skip
"""Fields that mean something to a writer, or look as if they did."""
VALUES: tuple[Any, ...] = (
    None, 1, 1.0, "", "a", "Expert Opinion", "\x1b[2J", "2026-01-03 10:00:00", [], ["a"], {},
    {"created": "2026-01-03T10:00:00Z"}, {"resource": "v", "text": "q"}, {"core": {"a": 1}},
    {"debatemap": 1}, 2**64 - 1, "Default Inference", "conflict",
)  # fmt: skip


def written(name: str, debate: Debate) -> bytes:
    return format_named(name).write(debate).data


def again(name: str, debate: Debate) -> Imported:
    return read_map(written(name, debate), "x.json")


@pytest.mark.parametrize("name", NAMES)
@given(debate=debates())
@settings(max_examples=60)
def test_nothing_is_lost_by_writing_and_reading(name: str, debate: Debate) -> None:
    before = parse(dump(debate)).debate
    data = written(name, before)
    read = read_map(data, "x.json")
    assert format_of(data, "x.json").name == name
    assert (read.losses, read.repairs, read.is_foreign) == ((), (), False)
    assert dump(read.debate) == dump(before)
    assert written(name, read.debate) == data


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=60)
def test_fields_that_mean_something_to_a_writer_come_back(name: str, data: st.DataObject) -> None:
    extras = st.dictionaries(st.sampled_from(SPECIAL), st.sampled_from(VALUES), max_size=3)
    days = st.sampled_from(("", "2026-01-03", "2026", "2026-01-03T10:00:00Z", "no day"))
    claims = {
        key: Claim(f"{key}.", by=data.draw(st.sampled_from(("", "Ann"))), created=data.draw(days),
                   extra=data.draw(extras))
        for key in "ab"
    }  # fmt: skip
    links = {
        "l": Link(("a",), "supports", "b", "a0", data.draw(extras)),
        "m": Link(("b",), "attacks", "l", "a0", data.draw(extras)),
    }
    before = parse(dump(Debate(Header("m", theses=("b",)), claims, links))).debate
    assert dump(again(name, before).debate) == dump(before)


@pytest.mark.parametrize("name", NAMES)
def test_numbers_keep_their_digits(name: str) -> None:
    data = dump(Debate(Header("m", "T"), {"a": Claim("A.")}))
    data = data.replace(b'"title"', b'"x-n": [1.50, -0, 1E5],\n    "title"', 1)
    debate = parse(data).debate
    assert dump(again(name, debate).debate) == dump(debate)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_known_by_the_id_of_its_map(name: str) -> None:
    data = written(name, Debate(Header("m_1", "long " * 2_000), {"a": Claim("A.")}))
    assert map_id_in(data[:4_096], "x") == "m_1"
    assert is_map(data)


@pytest.mark.parametrize("name", NAMES)
def test_a_map_that_is_saved_is_read_back_first(name: str) -> None:
    debate = parse(dump(Debate(Header("m", "T"), {"a": Claim("A.\x1b")}))).debate
    assert format_named(name).writer(debate)() == written(name, debate)


@pytest.mark.parametrize("first", NAMES)
@pytest.mark.parametrize("second", NAMES)
def test_a_chain_of_formats_gives_the_same_graph(first: str, second: str) -> None:
    start = read_map(orjson.dumps(SAMPLES[first]), "x.json", first).debate
    there = again(second, start).debate
    back = again(first, there).debate
    assert dump(back) == dump(start)
    assert nx.is_isomorphic(back.graph, start.graph)


def _by_id(raw: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {str(each["nodeID"]): each for each in raw["nodes"]}


@pytest.mark.parametrize("name", ["aif", "dialogue", "xaif"])
def test_each_field_of_a_foreign_node_set_goes_out_again(name: str) -> None:
    sample: Any = DIALOGUE if name == "dialogue" else SAMPLES[name]
    kind = "xaif" if name == "xaif" else "aif"
    debate = read_map(orjson.dumps(sample), "x.json").debate
    out = orjson.loads(written(kind, debate))
    before, after = (sample["AIF"], out["AIF"]) if kind == "xaif" else (sample, out)
    assert _by_id(before).keys() == _by_id(after).keys()
    for key, raw in _by_id(before).items():
        assert raw.items() <= {k: v for k, v in _by_id(after)[key].items() if k in raw}.items()
    ends = [{(e["fromID"], e["toID"]) for e in part["edges"]} for part in (before, after)]
    assert ends[0] == ends[1]
    assert after["locutions"] == before["locutions"]
    if kind == "xaif":
        assert after["participants"] == XAIF["AIF"]["participants"]
        assert [out[key] for key in ("text", "dialog")] == [sample["text"], sample["dialog"]]


def test_each_part_of_a_foreign_graph_of_arguebuf_goes_out_again() -> None:
    debate = read_map(orjson.dumps(ARGUEBUF), "x.json").debate
    out = orjson.loads(written("arguebuf", debate))
    for key, raw in ARGUEBUF["nodes"].items():
        there = out["nodes"][key]
        userdata = {k: v for k, v in there.get("userdata", {}).items() if k != "debatemap"}
        assert as_bytes(userdata) == as_bytes(raw.get("userdata", {}))
        assert {k: v for k, v in there.items() if k != "userdata"} == {
            k: v for k, v in raw.items() if k != "userdata"
        }
    for part in ("participants", "analysts", "metadata", "majorClaim", "schemaVersion"):
        assert out[part] == ARGUEBUF[part]
    ends = [{(e["source"], e["target"]) for e in raw["edges"].values()} for raw in (ARGUEBUF, out)]
    assert ends[0] == ends[1]
