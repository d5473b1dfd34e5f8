"""The YAML of Carneades 4."""

import pytest
from hypothesis import given, settings

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim
from debatemap.core.text import clean
from debatemap.formats.format import Imported
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.argument.samples import CARNEADES
from tests.formats.argument.test_aif import counts, ends
from tests.strategies import debates, sketch

FORMAT = format_named("carneades")


def read(text: str) -> Imported:
    assert format_of(text.encode(), "x") is FORMAT
    return read_map(text.encode(), "red.yml")


def test_statements_and_arguments_become_claims_and_links() -> None:
    found = read(CARNEADES)
    debate = found.debate
    texts = {claim.text: key for key, claim in debate.claims.items()}
    joe = texts["joe is an expert in law."]
    joined = ends(found)
    assert joined["a1"] == (("s2", "s4"), "s", "s1")
    assert joined["a3"] == ((joe,), "a", "s1"), "for the opposite of a statement"
    assert joined["a5"] == (("s3",), "s", "jt")
    cuts = [end for end in joined.values() if end[2] in ("a1", "a5")]
    assert sorted(cuts) == [(("s3",), "a", "a1"), (("s4",), "a", "a5")]
    assert debate.links["a1"].extra == {
        "x-scheme": "perception", "x-weight": 0.5, "x-roles": ["minor", "major"],
    }  # fmt: skip
    assert "John does not ride." in texts, "an opposite with words of its own is a claim"
    assert [key for key, claim in debate.claims.items() if "assumed" in claim.tags] == ["s2", "s3"]
    assert debate.header.title == "Red light"
    assert counts(found) == {"issues": 1, "tests": 1, "arguments without a premise": 1}


def test_what_a_map_has_no_place_for_goes_out_again() -> None:
    first = read(CARNEADES).debate
    text = FORMAT.write(first).data.decode()
    again = read(text).debate
    assert again.claims == first.claims
    for part in ("note: A classic", "expert/2:", "weight: 0.5", "minor: s2", "tests:", "¬jt"):
        assert part in text
    assert {key: link._replace(pos="") for key, link in again.links.items()} == {
        key: link._replace(pos="") for key, link in first.links.items()
    }
    assert FORMAT.write(again).data.decode() == text


def test_theses_are_only_told_where_the_file_would_not_give_them_back() -> None:
    debate = sketch("T", p="P + T", c="C - p")
    assert FORMAT.write(debate).losses == ()
    other = Debate(debate.header._replace(theses=("T", "P")), debate.claims, debate.links)
    assert [(loss.kind, loss.places) for loss in FORMAT.write(other).losses] == [("theses", ("P",))]
    padded = Debate(debate.header, {"T": Claim("T. ")}, {})
    assert [loss.kind for loss in FORMAT.write(padded).losses] == ["texts with blanks around them"]


@given(debates())
@settings(max_examples=60)
def test_nothing_is_lost_but_what_the_report_names(debate: Debate) -> None:
    before = parse(dump(debate)).debate
    written = FORMAT.write(before)
    found = read_map(written.data, "x.yml").debate
    lost = {loss.kind for loss in written.losses}
    assert len(found.claims) >= len(before.claims)
    for key, claim in before.claims.items():
        there = found.claims[key]
        assert there.text == clean(claim.text).strip() or "claims without a text" in lost
        kept = (claim.note, claim.by, claim.created)
        assert (there.note, there.by, there.created) == tuple(map(clean, kept))
        assert set(there.tags) == set(claim.tags)
    if not before.links.keys() <= found.links.keys():
        assert "steps for a step, or that lack an end" in lost
    for person in before.stances.values():
        assert not person or "ratings" in lost


def test_cons_and_undercuts_come_back_as_they_were() -> None:
    debate = sketch("T", p="P + T", c="C - T a1", j="D E - T a2", u="U - p", v="V + p")
    written = FORMAT.write(debate)
    found = read_map(written.data, "x.yml").debate
    assert {
        key: (each.premises, each.stance, each.target) for key, each in found.links.items()
    } == {
        key: (each.premises, each.stance, each.target)
        for key, each in debate.links.items()
        if key != "v"
    }
    assert [loss.places for loss in written.losses if "step" in loss.kind] == [("v",)]
    assert b"positions:" in written.data


def test_an_argument_may_be_in_a_list_and_statements_be_added() -> None:
    found = read("arguments:\n- id: a\n  premises: [p, q]\n  conclusion: r\n- 3\n")
    assert ends(found) == {"a": (("p", "q"), "s", "r")}
    assert counts(found) == {"statements that are not declared": 3,
                             "arguments that are no objects": 1}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("statements: [a]\narguments: {}\n", "statements: expected an object, found a list"),
        ("statements: &a {x: y}\narguments: *a\n", "line 2, column 12"),
        ("statements:\n  a: b\n  a: c\narguments: {}\n", "line 3"),
        ("statements: {a: b\narguments:", "no YAML"),
        ("statements: 1\n  x: 2\narguments:\n", "line 2"),
        ("title: x\n", "found neither"),
        ("[1, 2]", "found neither"),
        ("", "found neither"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(text: str, words: str) -> None:
    with pytest.raises(MapError) as caught:
        read_map(text.encode(), "x.yml", "carneades")
    assert words in str(caught.value)
