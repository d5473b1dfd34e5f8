"""Abstract argumentation frameworks: AF, APX and TGF."""

import os
from pathlib import Path

import pytest
from argumentation.core.dung import ArgumentationFramework
from argumentation.interop.iccma import parse_af, parse_apx, parse_tgf
from hypothesis import given, settings

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header
from debatemap.formats.format import Imported
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import format_named, read_map
from tests.strategies import debates, sketch

NAMES = ("af", "apx", "tgf")
PARSERS = {"af": parse_af, "apx": parse_apx, "tgf": parse_tgf}
CORPUS = Path(os.environ.get("DEBATEMAP_CORPUS", "no-corpus")) / "iccma"
SMALL = {
    "af": b"p af 4\n# three attacks\n1 2\n\n2 3\n3 1\n",
    "apx": b"arg(a).\narg(b).\narg(c1).\natt(a,b).\natt(c1,a).\n",
    "tgf": b"a\nb\n3\n#\na b\n3 a\n",
}


def attacks(debate: Debate) -> set[tuple[str, str]]:
    return {
        (debate.claims[link.premises[0]].text, debate.claims[link.target].text)
        for link in debate.links.values()
        if link.stance == "attacks"
    }


def framework(data: bytes, name: str) -> ArgumentationFramework:
    return PARSERS[name](data.decode())


@pytest.mark.parametrize("name", NAMES)
def test_a_framework_is_what_another_reader_reads(name: str) -> None:
    found = read_map(SMALL[name], f"x.{name}")
    expected = framework(SMALL[name], name)
    assert {claim.text for claim in found.debate.claims.values()} == set(expected.arguments)
    assert attacks(found.debate) == set(expected.defeats)
    assert (found.losses, found.repairs) == ((), ())
    assert found.is_foreign


@pytest.mark.parametrize("name", NAMES)
@given(debate=debates())
@settings(max_examples=40)
def test_what_is_written_is_what_another_reader_reads(name: str, debate: Debate) -> None:
    before = parse(dump(debate)).debate
    written = format_named(name).write(before)
    there = framework(written.data, name)
    found = read_map(written.data, f"x.{name}").debate
    single = {
        (link.premises[0], link.target)
        for link in before.links.values()
        if link.stance == "attacks"
        and len(link.premises) == 1
        and link.target in before.claims
        and link.premises[0] != link.target
    }
    assert len(found.claims) == len(before.claims) == len(there.arguments)
    assert len(found.links) == len(single)
    kinds = {loss.kind for loss in written.losses}
    assert ("links" in kinds) == any(
        link.stance == "supports" and len(link.premises) == 1 and link.target in before.claims
        for link in before.links.values()
    )
    assert ("ratings" in kinds) == any(before.stances.values())


@pytest.mark.parametrize("first", NAMES)
@pytest.mark.parametrize("second", NAMES)
def test_a_chain_of_formats_keeps_names_and_attacks(first: str, second: str) -> None:
    start = read_map(SMALL[first], f"x.{first}").debate
    there = read_map(format_named(second).write(start).data, f"x.{second}").debate
    back = read_map(format_named(first).write(there).data, f"x.{first}").debate
    for each in (there, back):
        assert attacks(each) == attacks(start)
        assert sorted(claim.text for claim in each.claims.values()) == sorted(
            claim.text for claim in start.claims.values()
        )


def test_what_a_framework_does_not_hold_is_reported() -> None:
    debate = sketch("T", p="P + T", c="C - T", j="D E - T", u="U - p")
    written = format_named("apx").write(debate)
    assert {loss.kind: loss.number for loss in written.losses} == {
        "claims": 6, "links": 1, "joint premises": 1, "undercuts": 1,
    }  # fmt: skip
    single = sketch("T", c="C - T")
    named = {key: claim._replace(text=key) for key, claim in single.claims.items()}
    whole = Debate(Header("m", theses=("T",)), named, single.links)
    assert not format_named("apx").write(whole).losses
    aside = Debate(whole.header, {**named, "X": Claim("X")}, whole.links)
    assert not format_named("apx").write(aside).losses, "a claim without a link stays unplaced"
    other = Debate(whole.header._replace(theses=("T", "C")), named, whole.links)
    assert [loss.places for loss in format_named("apx").write(other).losses] == [("C",)]
    assert b"att(C,T)." in written.data
    assert b"% T: T.\narg(T).\n" in written.data


def read(data: bytes, name: str) -> Imported:
    return read_map(data, f"x.{name}")


def test_labels_of_nodes_are_texts_and_those_of_edges_stances() -> None:
    found = read(b"1 Run them.\n2 They cost.\n3 Why?\n#\n2 1 con\n3 2 pro\n3 1 hm\n", "tgf")
    assert found.debate.claims["1"].text == "Run them."
    assert [link.stance for link in found.debate.links.values()] == [
        "attacks", "supports", "attacks",
    ]  # fmt: skip
    (loss,) = found.losses
    assert (loss.kind, loss.places) == ("edges that do not say for or against", ("line 7",))


def test_comments_before_the_first_attack_are_names_where_each_argument_has_one() -> None:
    found = read(b"p af 2\n# run\n# cost\n2 1\n", "af")
    assert {key: each.text for key, each in found.debate.claims.items()} == {
        "1": "run",
        "2": "cost",
    }
    assert read(b"p af 2\n# run\n2 1\n", "af").debate.claims["1"].text == "1"


def test_facts_may_stand_in_any_layout() -> None:
    data = (
        b'att( a , b ).arg(a).arg(\n  b). % c\narg("x y").support(b,a).att(a,"x y"):0.3. val(a,v).'
    )
    found = read(data, "apx")
    assert attacks(found.debate) == {("a", "b"), ("a", "x y")}
    assert max(link.stance for link in found.debate.links.values()) == "supports"
    assert [loss.kind for loss in found.losses] == ["facts val(…)"]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("apx", b"arg(a).\natt(a,b).", "arguments that are only named by attacks"),
        ("tgf", b"a\n#\na b\n", "nodes that are only named by edges"),
    ],
)
def test_what_is_only_named_by_an_attack_is_added(name: str, data: bytes, kind: str) -> None:
    found = read(data, name)
    assert attacks(found.debate) == {("a", "b")}
    assert [repair.kind for repair in found.repairs] == [kind]


def test_an_attack_on_itself_is_reported() -> None:
    found = read(b"p af 1\n1 1\n", "af")
    assert [loss.kind for loss in found.losses] == ["arguments that attack themselves"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("af", b"", "no AF"),
        ("af", b"# c\np cnf 3\n", "line 2: expected `p af`"),
        ("af", b"p af 2\n1 2\n1\n", "line 3: expected the numbers of two arguments"),
        ("af", b"p af 2\n1 3\n", "line 2, column 3: there is no argument 3"),
        ("af", b"p af 2\n0 1\n", "line 2, column 1: there is no argument 0"),
        ("apx", b"arg(a).\n arg(b)\n", "line 2, column 2: expected a fact"),
        ("apx", b"hello", "line 1, column 1: expected a fact"),
        ("tgf", b"1\n2\n", "no line"),
        ("tgf", b"1\n1\n#\n", "line 2: the node 1 is there twice"),
        ("tgf", b"1\n#\n1\n", "line 3: expected an edge of two nodes"),
        ("tgf", b"1\xff\n", "UTF-8"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(name: str, data: bytes, words: str) -> None:
    with pytest.raises(MapError) as caught:
        read(data, name)
    assert words in str(caught.value)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="DEBATEMAP_CORPUS names no folder with iccma/")
@pytest.mark.parametrize("file", ["admbuster_1000.af"])
def test_a_framework_of_a_competition_is_what_another_reader_reads(file: str) -> None:
    data = (CORPUS / file).read_bytes()
    debate = read_map(data, file).debate
    expected = parse_af(data.decode())
    pairs = {(link.premises[0], link.target) for link in debate.links.values()}
    assert set(debate.claims) == set(expected.arguments)
    assert pairs == set(expected.defeats)
    again = read_map(format_named("tgf").write(debate).data, "x.tgf").debate
    assert attacks(again) == attacks(debate)
