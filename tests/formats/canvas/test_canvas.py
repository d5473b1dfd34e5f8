import json
from itertools import combinations
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header
from debatemap.core.queries import theses
from debatemap.formats.format import Imported
from debatemap.formats.markdown_text import escaped, read_inline, unescaped
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.kialo.test_reading import lines
from tests.formats.tree.samples import again
from tests.strategies import AWKWARD_TEXTS, chain, debates
from tests.tui.maps import rain

CANVAS = format_named("canvas")


def card(key: str, text: str = "", **more: object) -> dict[str, Any]:
    place = {"x": 0, "y": 0, "width": 250, "height": 60}
    return {"id": key, "type": "text", "text": text or f"{key}.", **place, **more}


def edge(start: str, end: str, **more: object) -> dict[str, Any]:
    return {"id": f"{start}{end}", "fromNode": start, "toNode": end, **more}


def read(nodes: list[Any], *edges: dict[str, Any]) -> Imported:
    return read_map(json.dumps({"nodes": nodes, "edges": edges}).encode(), "My trains.canvas")


def cards(*keys: str) -> list[dict[str, Any]]:
    return [card(key) for key in keys]


def test_labels_and_colours_of_edges_say_for_or_against() -> None:
    imported = read(
        cards("A", "B", "C", "D", "E"),
        edge("B", "A", label="supports"),
        edge("C", "A", color="1"),
        edge("D", "A", color="#22bb33"),
        edge("E", "B", label="Con: too dear"),
    )
    assert imported.losses == imported.repairs == ()
    assert lines(imported.debate) == {
        ("B.", "+", "A."), ("C.", "-", "A."), ("D.", "+", "A."), ("E.", "-", "B."),
    }  # fmt: skip
    assert imported.debate.header.title == "My trains"
    assert imported.debate.links["EB"].extra == {"x-label": "Con: too dear"}


def test_a_card_is_its_heading_with_a_note_and_blank_ones_are_told() -> None:
    imported = read([card("A", "## Run *trains* ##\n\nAt night.\n"), card("B", " ")])
    (claim,) = imported.debate.claims.values()
    assert (claim.text, claim.note) == ("Run *trains*", "At night.")
    assert [(each.kind, each.places) for each in imported.repairs] == [
        ("cards without words", ("B",))
    ]


def test_labels_in_the_passive_voice_turn_an_edge() -> None:
    back = read(cards("T", "p", "c"), edge("T", "p", label="supported by", color="1"),
                edge("T", "c", label="opposed by"), edge("p", "c", label="supports"))  # fmt: skip
    assert back.repairs == ()
    assert {(*each.premises, each.stance, each.target) for each in back.debate.links.values()} == {
        ("p", "supports", "T"), ("c", "attacks", "T"), ("p", "supports", "c"),
    }  # fmt: skip


def test_fields_of_other_programs_are_kept_and_those_with_parts_are_told() -> None:
    found = read([card("a", more=1, parts=[2]), card("b")], edge("b", "a", label="pro", inner={}))
    assert found.debate.claims["a"].extra == {"x-more": 1}
    assert [(loss.kind, loss.places) for loss in found.losses] == [
        ("fields with parts", ("a: parts", "ba: inner")),
    ]


def test_an_edge_that_says_nothing_is_told() -> None:
    imported = read(cards("A", "B"), edge("B", "A", color="5", label="see"))
    assert [(each.kind, each.places) for each in imported.repairs] == [
        ("edges that do not say for or against", ("BA",))
    ]


def test_edges_of_a_mind_map_run_the_other_way() -> None:
    imported = read(
        cards("A", "B", "C", "D"), edge("A", "B", label="pro"), edge("A", "C", label="con"),
        edge("C", "D", label="con"),
    )  # fmt: skip
    assert lines(imported.debate) == {("B.", "+", "A."), ("C.", "-", "A."), ("D.", "-", "C.")}
    assert [each.kind for each in imported.repairs] == ["edges from a claim to its replies"]
    back = read(cards("A", "B"), edge("A", "B", label="con", fromEnd="arrow", toEnd="none"))
    assert lines(back.debate) == {("B.", "-", "A.")}


def test_cards_of_every_kind_are_read() -> None:
    imported = read(
        [
            card("A", "see [a page](https://example.org/p) \\*now\\*", color="3", extra="kept"),
            card("B", type="link", url="https://example.org"),
            card("C", type="file", file="notes/Cost of trains.md"),
            card("G", type="group", label="Group"),
        ],
        edge("B", "A", label="pro"),
        edge("C", "A", label="con"),
        edge("gone", "A", label="con"),
    )
    claims = imported.debate.claims
    assert claims["A"].text == "see a page *now*"
    assert claims["A"].extra == {"x-extra": "kept"}
    assert {each.url for each in imported.debate.sources.values()} == {
        "https://example.org/p", "https://example.org",
    }  # fmt: skip
    assert (claims["C"].text, claims["C"].extra) == (
        "Cost of trains", {"x-file": "notes/Cost of trains.md"},
    )  # fmt: skip
    assert [(each.kind, each.places) for each in imported.losses] == [("groups", ("G",))]
    assert {each.kind for each in imported.repairs} == {"cards of files", "steps that lack an end"}


def test_an_undercut_is_known_by_its_label_where_another_program_dropped_the_rest() -> None:
    data = json.loads(CANVAS.write(rain()).data)
    imported = read(data["nodes"], *data["edges"])
    assert imported.debate.links["l-winter"].target == "l-plants"
    assert imported.debate.header.title == "The weather"


def test_cards_never_overlap_and_stand_in_their_group() -> None:
    data = json.loads(CANVAS.write(rain()).data)
    whole, *boxes = data["nodes"]
    assert whole["label"] == "The weather"
    for one, other in combinations(boxes, 2):
        assert (
            one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            or one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
        )  # fmt: skip
    for box in boxes:
        assert whole["x"] < box["x"]
        assert whole["y"] < box["y"]
        assert box["x"] + box["width"] < whole["x"] + whole["width"]
        assert box["y"] + box["height"] < whole["y"] + whole["height"]


@given(debates())
def test_what_is_written_keeps_to_the_specification(debate: Debate) -> None:
    data = json.loads(CANVAS.write(debate).data)
    keys = [each["id"] for each in data["nodes"]]
    assert len(set(keys)) == len(keys)
    for each in (*data["nodes"], *data["edges"]):
        assert "debatemap" not in each
    for each in data["nodes"]:
        assert each["type"] in ("text", "group")
        assert all(isinstance(each[name], int) for name in ("x", "y", "width", "height"))
        assert isinstance(each.get("text", each.get("label")), str)
    ids = [each["id"] for each in data["edges"]]
    assert len(set(ids)) == len(ids)
    for each in data["edges"]:
        assert {each["fromNode"], each["toNode"]} <= set(keys)
        assert each["fromSide"] == "left"
        assert each["toSide"] == "right"
        assert each["color"] in ("1", "4")


@given(st.one_of(st.sampled_from(AWKWARD_TEXTS), st.text()))
def test_markup_in_a_text_is_no_markup_and_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert read_inline(escaped(text)) == (text, [])


@pytest.mark.parametrize(
    "text", ["# A", "- a", "1. a", "> a", "*a*", "<b>", "[a](b)", "a\n# b", "![a](b)", "&lt;"]
)
def test_markup_gets_a_backslash(text: str) -> None:
    assert escaped(text) != text


def test_colons_in_ids_and_ids_used_twice() -> None:
    imported = read([card("a:b"), card("a:b", "Other."), card("c")], edge("a:b", "c", label="con"))
    assert [claim.extra.get("x-id") for claim in imported.debate.claims.values()] == [
        "a:b",
        "a:b",
        None,
    ]
    assert [each.kind for each in imported.repairs] == ["ids used twice"]
    assert len(imported.debate.links) == 1
    data = json.loads(CANVAS.write(read([card("a:b")]).debate).data)
    assert data["nodes"][-1]["id"] == "a:b"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", "JSON object"),
        ('{"nodes": {}}', "nodes: expected a list"),
        ('{"nodes": [1]}', r"nodes\.0"),
        ('{"nodes": [', "line 1, column"),
        ("[" * 100_000, "nested|JSON"),
    ],
    ids=lambda each: each[:30],
)
def test_what_is_no_canvas_is_refused(text: str, words: str) -> None:
    with pytest.raises(MapError, match=words):
        read_map(text.encode(), "x.canvas", "canvas")


def test_a_long_chain_and_an_empty_map_are_written() -> None:
    assert len(again("canvas", chain(3_000)).debate.links) == 2_999
    assert again("canvas", Debate(Header("m", "T"))).debate.header == Header("m", "T")
    assert theses(again("canvas", rain()).debate) == ["rain", "sun"]


def test_it_is_known_by_its_first_bytes() -> None:
    assert format_of(CANVAS.write(rain()).data, "x") is CANVAS
    assert format_of(orjson.dumps({"nodes": cards("A"), "edges": []}), "x.json") is CANVAS
    assert format_of(b'{"nodes": [{"id": 1, "type": "text"}]}', "x.json") is not CANVAS


def test_fields_that_are_none_are_told() -> None:
    imported = read([card("A", debatemap={"tags": 3}), card("B", debatemap={"note": ["N."]})])
    assert imported.debate.claims["B"] == Claim("B.", note="N.")
    assert [(each.kind, each.places) for each in imported.repairs] == [
        ("fields that cannot be read", ("A",))
    ]
