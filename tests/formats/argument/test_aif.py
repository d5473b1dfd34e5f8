"""AIF as others write it: what each node and edge becomes, and what is said of the rest."""

from collections import Counter
from typing import Any

import orjson
import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.argument.samples import AIF, DIALOGUE, XAIF, node


def read(raw: object) -> Imported:
    data = orjson.dumps(raw)
    assert format_of(data, "x.json").name in ("aif", "xaif")
    return read_map(data, "night-trains.json")


def node_set(nodes: list[dict[str, Any]], *edges: tuple[object, object]) -> dict[str, Any]:
    pairs = [{"edgeID": n, "fromID": a, "toID": b} for n, (a, b) in enumerate(edges)]
    return {"nodes": nodes, "edges": pairs, "locutions": []}


def counts(found: Imported) -> dict[str, int]:
    total: Counter[str] = Counter()
    for each in (*found.losses, *found.repairs):
        total[each.kind] += each.number
    return dict(total)


def ends(found: Imported) -> dict[str, tuple[tuple[str, ...], str, str]]:
    links = found.debate.links.items()
    return {key: (link.premises, link.stance[0], link.target) for key, link in links}


def test_steps_join_what_leads_to_them() -> None:
    found = read(AIF)
    assert ends(found) == {
        "4": (("2", "3"), "s", "1"),
        "6": (("5",), "a", "1"),
        "8": (("7",), "a", "4"),
        "10": (("9",), "s", "6"),
    }
    assert found.debate.claims["1"].created == "2015-11-06"
    assert found.debate.header.title == "night-trains"
    assert found.debate.header.theses == ("1",)
    assert found.is_foreign
    assert counts(found) == {"rephrases": 1}


def test_a_scheme_is_kept_and_a_default_one_is_not_named() -> None:
    links = read(AIF).debate.links
    assert links["4"].extra["x-scheme"] == "Argument From Expert Opinion"
    assert links["4"].extra["x-schemeID"] == "5"
    for key in ("6", "8", "10"):
        assert "x-scheme" not in links[key].extra


def test_a_claim_that_stands_alone_is_no_thesis() -> None:
    found = read(AIF)
    assert "11" in found.debate.claims
    assert not found.debate.is_placed("11")


def test_locutions_become_authors_and_quotes() -> None:
    found = read(DIALOGUE)
    trains, money = (found.debate.claims[key] for key in "14")
    assert (trains.by, money.by) == ("Ann", "Bob")
    (cited,) = trains.sources
    assert cited.quote == "night trains should run, I say"
    assert found.debate.sources[cited.ref].author == "Ann"
    assert counts(found) == {"locutions": 3, "illocutions": 4, "transitions": 1}
    became = {each.becomes: each.number for each in found.losses if each.kind == "locutions"}
    assert became["became authors and quotes"] == 2


@pytest.mark.parametrize(
    ("first", "second", "author"),
    [
        ("Ann : we should", "Ann : we must", "Ann"),
        ("Ann: we should", "Ann: we must", "Ann"),
        ("As I said: we should", "Again: we must", ""),
        ("As I said: we should", "we must", ""),
        ("we should", "we must", ""),
    ],
)
def test_a_locution_names_its_speaker_by_what_it_always_begins_with(
    first: str, second: str, author: str
) -> None:
    nodes = [node("1", "I", "We should."), node("2", "L", first), node("3", "YA", "Asserting"),
             node("4", "L", second)]  # fmt: skip
    raw = node_set(nodes, ("2", "3"), ("3", "1"))
    raw["locutions"] = [{"nodeID": "2", "personID": 1}, {"nodeID": "4", "personID": 1}]
    assert read(raw).debate.claims["1"].by == author


def test_participants_are_the_authors_in_xaif_and_ids_may_be_numbers() -> None:
    found = read(XAIF)
    assert ends(found) == {"7": (("5",), "s", "3")}
    assert [found.debate.claims[key].by for key in "35"] == ["Ann Lee", "Bob"]
    assert found.debate.claims["5"].sources == (), "the quote would be the claim once more"


def test_an_edge_from_a_claim_to_a_claim_is_support() -> None:
    found = read(node_set([node("1", "I", "A."), node("2", "I", "B.")], ("1", "2")))
    (link,) = found.debate.links.values()
    assert link == Link(("1",), "supports", "2", "a0")
    assert counts(found) == {"edges from claim to claim": 1}


def test_a_scheme_without_a_kind_is_support_and_reported() -> None:
    nodes = [node("1", "I", "A."), node("2", "I", "B."), node("3", "", "Unknown")]
    found = read(node_set(nodes, ("1", "3"), ("3", "2")))
    assert ends(found) == {"3": (("1",), "s", "2")}
    assert counts(found) == {"schemes that do not say for or against": 1}


def test_conflicts_may_be_about_conflicts() -> None:
    nodes = [node("1", "I", "A."), node("2", "I", "B."), node("3", "CA", "CA"),
             node("4", "I", "C."), node("5", "CA", "CA")]  # fmt: skip
    found = read(node_set(nodes, ("2", "3"), ("3", "1"), ("4", "5"), ("5", "3")))
    assert ends(found) == {"3": (("2",), "a", "1"), "5": (("4",), "a", "3")}


def test_what_is_wrong_in_a_node_set_is_mended_and_counted() -> None:
    nodes: list[Any] = [
        node("1", "I", "A."), node("2", "I", "B."), node("3", "RA", "RA"), node("4", "RA", "RA"),
        node("1", "I", "Again."), {"text": "No id.", "type": "I"}, {"nodeID": "7", "type": "I"},
        {"nodeID": "8", "text": "No type."}, "odd", node("9", "RA", "RA"), node("10", "XY", "?"),
    ]  # fmt: skip
    raw = node_set(
        nodes, ("2", "3"), ("3", "1"), ("3", "8"), ("1", "1"), ("1", "404"), ("4", "1"), ("2", "9")
    )
    found = read(raw | {"edges": [*raw["edges"], "odd"]})
    assert counts(found) == {
        "ids that stand twice": 1, "nodes without an id": 1, "nodes without a text": 1,
        "nodes without a type": 1, "nodes that are no objects": 1, "edges that are no objects": 1,
        "steps with several conclusions": 1, "edges from a node to itself": 1,
        "edges with an end that is no node": 1, "steps that lack an end": 2,
        "nodes of the type XY": 1,
    }  # fmt: skip
    assert ends(found) == {"3": (("2",), "s", "1"), "3-2": (("2",), "s", "8")}
    assert found.debate.claims["7"].text == "7"
    assert found.debate.claims["node-6"].text == "No id."


@pytest.mark.parametrize(
    "raw",
    [{"nodes": [], "edges": [], "locutions": []}, {"AIF": {"nodes": []}}, {"AIF": None, "OVA": {}}],
)
def test_an_empty_file_is_an_empty_map(raw: object) -> None:
    debate = read_map(orjson.dumps(raw), "x.json", "xaif").debate
    assert (debate.claims, debate.links) == ({}, {})


def test_ids_that_no_map_can_have_go_out_again() -> None:
    nodes = [node("http://a/1", "I", "A."), node("b c", "I", "B."), node("s 1", "RA", "RA")]
    found = read(node_set(nodes, ("b c", "s 1"), ("s 1", "http://a/1")))
    out = orjson.loads(format_named("aif").write(found.debate).data)
    assert {each["nodeID"] for each in out["nodes"]} == {"http://a/1", "b c", "s 1"}
    assert ends(read(out)) == ends(found)


def test_texts_are_cleaned_and_other_scripts_kept() -> None:
    raw = node_set([node("1", "I", "a\x1b[2Jb 猫", note={"\x9b": ["\x1b]0;x\x07"]})])
    (claim,) = read(raw).debate.claims.values()
    assert claim.text == "a[2Jb 猫"
    assert claim.extra["x-note"] == {"": ["]0;x"]}


def edited(debate: Any, name: str = "aif") -> dict[str, Any]:  # noqa: ANN401  (a debate)
    raw: dict[str, Any] = orjson.loads(format_named(name).write(debate).data)
    return raw


@pytest.mark.parametrize("name", ["aif", "xaif"])
def test_what_another_program_edits_in_a_file_of_ours_is_taken(name: str) -> None:
    debate = read(AIF).debate
    raw = edited(debate, name)
    part = raw.get("AIF", raw)
    by_id = {each["nodeID"]: each for each in part["nodes"]}
    by_id["1"]["text"] = "The region may run night trains."
    by_id["6"]["type"] = "RA"
    part["nodes"] = [each for each in part["nodes"] if each["nodeID"] != "3"]
    part["nodes"] += [node("20", "I", "They pollute less."), node("21", "RA", "RA"),
                      node("22", "L", "Cy : hm")]  # fmt: skip
    part["edges"] += [{"edgeID": "x", "fromID": "20", "toID": "21"},
                      {"edgeID": "y", "fromID": "21", "toID": "1"}]  # fmt: skip
    found = read(raw)
    assert found.debate.claims["1"].text == "The region may run night trains."
    assert found.debate.claims["20"] == Claim(
        "They pollute less.", created="2015-11-06", extra={"x-timestamp": "2015-11-06 14:09:10"}
    )
    assert ends(found)["4"] == (("2",), "s", "1"), "its other premise is deleted"
    assert ends(found)["6"] == (("5",), "s", "1")
    assert ends(found)["21"] == (("20",), "s", "1")
    assert found.debate.links_into("1")[-1] == "21", "what is new stands behind what was there"
    assert {each["nodeID"] for each in found.debate.header.extra["x-aif"]["nodes"]} == {"12", "22"}
    assert not found.is_foreign
    assert counts(found) == {"edges with an end that is no node": 1}


def test_authors_become_speakers_in_xaif_and_are_read_as_authors_by_others() -> None:
    claims = {"a": Claim("A.", by="Ann Lee"), "b": Claim("B.", by="Bob"), "c": Claim("C.")}
    debate = Debate(Header("m", theses=("a",)), claims, {"l": Link(("b",), "attacks", "a", "a0")})
    raw = edited(debate, "xaif")
    part = raw["AIF"]
    assert [each["firstname"] for each in part["participants"]] == ["Ann Lee", "Bob"]
    assert sorted(each["type"] for each in part["nodes"]) == ["CA", *"III", *"LL", "YA", "YA"]
    assert read(raw).debate.tables() == debate.tables()
    del raw["debatemap"]
    for each in part["nodes"]:
        each.pop("debatemap")
    assert [read(raw).debate.claims[key].by for key in "abc"] == ["Ann Lee", "Bob", ""]
    assert not any(each["type"] == "L" for each in edited(debate, "aif")["nodes"])


def test_speakers_of_a_dialogue_are_not_added_twice() -> None:
    debate = read(XAIF).debate
    out = edited(debate, "xaif")["AIF"]
    assert len(out["nodes"]) == len(XAIF["AIF"]["nodes"])
    assert out["participants"] == XAIF["AIF"]["participants"]


def test_a_claim_that_another_program_makes_a_locution_is_kept() -> None:
    raw = edited(read(AIF).debate)
    next(each for each in raw["nodes"] if each["nodeID"] == "11")["type"] = "L"
    found = read(raw)
    assert "11" not in found.debate.claims
    kept = found.debate.header.extra["x-aif"]["nodes"]
    assert [each["nodeID"] for each in kept].count("11") == 1
