"""Arguebuf and SADFace as others write them."""

from typing import Any

import orjson
import pytest

from debatemap.formats.format import Imported
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.argument.samples import ARGUEBUF, SADFACE
from tests.formats.argument.test_aif import counts, ends


def read(raw: object, name: str) -> Imported:
    data = orjson.dumps(raw)
    assert format_of(data, "x.json").name == name
    return read_map(data, "x.json")


def test_a_graph_of_arguebuf_has_authors_quotes_and_schemes() -> None:
    found = read(ARGUEBUF, "arguebuf")
    debate = found.debate
    assert ends(found) == {"s": (("b",), "s", "a"), "t": (("c",), "a", "s")}
    assert debate.links["s"].extra["x-scheme"] == "Expert Opinion"
    assert (debate.claims["a"].by, debate.claims["a"].created) == ("Ann Lee", "2026-01-03")
    (cited,) = debate.claims["b"].sources
    assert cited.quote == "many want them"
    source = debate.sources[cited.ref]
    assert (source.title, source.url) == ("Survey", "https://example.org/s")
    assert debate.header.theses == ("a",)
    assert counts(found) == {"rephrases": 1, "dates of edges": 2}


def test_names_of_arguebuf_may_have_underscores_and_schemes_numbers() -> None:
    raw: dict[str, Any] = {
        "nodes": {
            "a": {"atom": {"text": "A."}}, "b": {"atom": {"text": "B."}},
            "s": {"scheme": {"support": 2, "premise_descriptors": ["b"]}},
            "t": {"scheme": {}}, "u": {}, "c": {"atom": {}},
        },
        "edges": {
            "1": {"source": "b", "target": "s"}, "2": {"source": "s", "target": "a"},
            "3": {"source": "c", "target": "t"}, "4": {"source": "t", "target": "b"},
        },
        "major_claim": "a", "schema_version": 1,
    }  # fmt: skip
    found = read(raw, "arguebuf")
    assert found.debate.links["s"].extra["x-scheme"] == "Expert Opinion"
    assert found.debate.links["s"].extra["x-premiseDescriptors"] == ["b"]
    assert found.debate.header.theses == ("a",)
    assert counts(found) == {
        "schemes that do not say for or against": 1, "nodes without a text": 1,
        "nodes that are neither atom nor scheme": 1,
    }  # fmt: skip


def test_schemes_go_from_one_format_to_another() -> None:
    debate = read(ARGUEBUF, "arguebuf").debate
    nodes = orjson.loads(format_named("aif").write(debate).data)["nodes"]
    assert {each["nodeID"]: each["text"] for each in nodes}["s"] == "Expert Opinion"
    assert read_map(orjson.dumps({"nodes": nodes, "edges": []}), "x", "aif")


def _without(raw: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: each for key, each in raw.items() if key not in keys}


def layouts() -> dict[str, dict[str, Any]]:
    """Returns the four layouts of SADFace that are about, of one document."""
    core: dict[str, Any] = SADFACE["metadata"]["core"]
    nodes: list[dict[str, Any]] = SADFACE["nodes"]
    bare = {
        "nodes": [_without(each, "metadata", "sources") for each in nodes],
        "edges": SADFACE["edges"],
    }
    return {
        "top": {**bare, **_without(core, "version"), "resources": []},
        "flat metadata": {**bare, "metadata": core},
        "0.2": SADFACE,
        "ends without id": {
            **bare, "analyst_name": "Ann Lee", "title": "Night trains", "claim": "a",
            "edges": [
                {"id": each["id"], "source": each["source_id"], "target": each["target_id"]}
                for each in SADFACE["edges"]
            ],
        },
    }  # fmt: skip


@pytest.mark.parametrize("layout", layouts())
def test_each_layout_of_sadface_is_read(layout: str) -> None:
    found = read(layouts()[layout], "sadface")
    assert ends(found) == {"s": (("b", "d"), "s", "a"), "t": (("c",), "a", "b")}
    assert found.debate.header.title == "Night trains"
    assert found.debate.header.theses == ("a",)
    assert counts(found) == {}


def test_sources_and_metadata_of_sadface_are_kept() -> None:
    debate = read(SADFACE, "sadface").debate
    (cited,) = debate.claims["a"].sources
    assert cited.quote == "should run"
    assert debate.sources[cited.ref].url == "https://example.org/s"
    assert debate.claims["b"].extra["x-metadata"]["org.example"] == {"mark": 3}
    out = orjson.loads(format_named("sadface").write(debate).data)
    there = {each["id"]: each for each in out["nodes"]}
    assert there["b"]["metadata"]["org.example"] == {"mark": 3}
    assert there["a"]["sources"][0]["offset"] == 4
    assert out["metadata"]["core"]["analyst_name"] == "Ann Lee"
    assert out["resources"][0]["content"] == "Night trains should run, they say."


@pytest.mark.parametrize(
    ("name", "stance", "scheme"),
    [
        ("support", "supports", None), ("inference", "supports", None),
        ("Expert Opinion", "supports", "Expert Opinion"), ("conflict", "attacks", None),
        ("attack", "attacks", None), ("rebuttal of an expert", "attacks", "rebuttal of an expert"),
        ("undercuts", "attacks", "undercuts"),
    ],
)  # fmt: skip
def test_names_of_schemes_say_for_or_against(name: str, stance: str, scheme: str | None) -> None:
    raw = {
        "nodes": [{"id": "a", "type": "atom", "text": "A."},
                  {"id": "b", "type": "atom", "text": "B."},
                  {"id": "s", "type": "scheme", "name": name}],
        "edges": [{"id": "1", "source_id": "b", "target_id": "s"},
                  {"id": "2", "source_id": "s", "target_id": "a"}],
    }  # fmt: skip
    link = read(raw, "sadface").debate.links["s"]
    assert (link.stance, link.extra.get("x-scheme")) == (stance, scheme)
    debate = read(raw, "sadface").debate
    out = orjson.loads(format_named("sadface").write(debate).data)
    assert next(each["name"] for each in out["nodes"] if each["id"] == "s") == name


@pytest.mark.parametrize("name", ["arguebuf", "sadface"])
def test_what_another_program_edits_in_a_file_of_ours_is_taken(name: str) -> None:
    debate = read(SADFACE, "sadface").debate
    raw = orjson.loads(format_named(name).write(debate).data)
    if name == "arguebuf":
        raw["nodes"]["a"]["atom"]["text"] = "Edited."
        raw["userdata"]["title"] = "New"
        raw["nodes"]["t"]["scheme"] = {"support": "SUPPORT_DEFAULT"}
    else:
        nodes = {each["id"]: each for each in raw["nodes"]}
        nodes["a"]["text"], nodes["t"]["name"] = "Edited.", "support"
        raw["metadata"]["core"]["title"] = "New"
    found = read(raw, name)
    assert found.debate.claims["a"].text == "Edited."
    assert found.debate.claims["a"].sources == debate.claims["a"].sources
    assert found.debate.header.title == "New"
    assert found.debate.links["t"].stance == "supports"
