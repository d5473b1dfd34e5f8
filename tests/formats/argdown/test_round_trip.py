"""Our maps as Argdown and back: nothing is lost but what the report names."""

from typing import Any

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header, Link, Source
from debatemap.core.text import clean
from debatemap.formats.argdown.ends import Ends
from debatemap.formats.argdown.format import Argdown
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_of
from tests.strategies import (
    AWKWARD_TEXTS,
    chain,
    debates,
    ladder,
    sketch,
    star,
    typed_texts,
)

ARGDOWN = Argdown()


def back(debate: Debate) -> Imported:
    data = ARGDOWN.write(debate).data
    assert format_of(data, "x").name == "argdown"
    return ARGDOWN.read(data, "x", lambda _: None)


def comparable(debate: Debate) -> dict[str, Any]:
    """Returns what a debate says: as texts are when they come in, and links in their order."""
    tables: dict[str, Any] = debate.tables()
    ends = Ends(debate)
    into = {
        node: [key for key in debate.links_into(node) if key in ends.premises]
        for node in (*debate.claims, *debate.links)
    }
    tables["links"] = {
        key: link._replace(premises=ends.premises[key], pos="")
        for key, link in debate.links.items()
        if key in ends.premises
    }
    tables["claims"] = {key: cleaned(claim) for key, claim in debate.claims.items()}
    tables["sources"] = {key: cleaned(source) for key, source in debate.sources.items()}
    header = debate.header._replace(title=clean(debate.header.title))
    return {**tables, "header": header, "order": {key: keys for key, keys in into.items() if keys}}


def cleaned(record: Any) -> Any:  # noqa: ANN401  (any record)
    changed: dict[str, Any] = {
        name: clean(value) for name, value in record._asdict().items() if isinstance(value, str)
    }
    if isinstance(record, Claim):
        changed["tags"] = tuple(dict.fromkeys(map(clean, record.tags)))
        changed["sources"] = tuple(map(cleaned, record.sources))
    if isinstance(record, Source) and record.text is not None:
        changed["text"] = cleaned(record.text)
    return record._replace(**changed)


@given(debates())
def test_a_debate_comes_back(debate: Debate) -> None:
    imported = back(debate)
    assert comparable(imported.debate) == comparable(debate)
    assert not imported.losses
    assert not imported.repairs


@given(typed_texts)
def test_any_text_comes_back(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    debate = Debate(Header("m", theses=("a",)), {"a": Claim(text)})
    assert back(debate).debate.claims["a"].text == clean(text)


@pytest.mark.parametrize(
    "debate",
    [
        chain(3_000), star(3_000), ladder(12), Debate(Header("m"), {}),
        sketch("T", p="A B + T", c="C D - T", u="U V - p", w="W + p", x="X - u", y="A - T a1"),
        sketch("T", a="P + b", b="P + a", c="P + c"), sketch("T", l="A + T", m="A + T", n="A - T"),
        Debate(Header("m"), {f"c{n}": Claim(text) for n, text in enumerate(AWKWARD_TEXTS)}),
    ],
    ids=["chain", "star", "ladder", "empty", "steps", "circles", "twice", "texts"],
)  # fmt: skip
def test_shapes_come_back(debate: Debate) -> None:
    imported = back(debate)
    assert comparable(imported.debate) == comparable(debate)
    assert not imported.losses
    assert not imported.repairs


def test_what_cannot_be_said_is_reported() -> None:
    links = {
        "k": Link(("a",), "supports", "gone"), "l": Link(("b",), "attacks", "k"),
        "m": Link(("a", "gone"), "supports", "b"),
    }  # fmt: skip
    debate = Debate(Header("m", theses=("b",)), {"a": Claim("A."), "b": Claim("B.")}, links)
    kinds = {loss.kind: loss.number for loss in ARGDOWN.write(debate).losses}
    assert kinds == {"steps that lack an end": 2, "steps with premises that are missing": 1}


def test_titles_of_a_file_go_out_again() -> None:
    text = b"[A claim]: One. #tag {colour: red}\n  - <An argument>: Two.\n"
    debate = ARGDOWN.read(text, "x", lambda _: None).debate
    lines = ARGDOWN.write(debate).data.decode().splitlines()
    assert "[A claim]: One. #tag {colour: red}" in lines
    assert any(line.startswith("  - <An argument>: Two. {step: ") for line in lines)
    assert comparable(back(debate).debate) == comparable(debate)


def test_what_somebody_adds_to_a_file_of_ours_is_taken() -> None:
    data = ARGDOWN.write(sketch("T", p="P + T")).data
    added = data + b"\n[P]\n  - [New]: So what? {note: mine}\n\n[T]: T, reworded.\n"
    debate = ARGDOWN.read(added, "x", lambda _: None).debate
    assert debate.claims["T"].text == "T, reworded."
    assert debate.claims["New"].note == "mine"
    assert [link.target for link in debate.links.values() if link.premises == ("New",)] == ["P"]


@pytest.mark.parametrize(
    "record",
    ["1", "{map: 1}", "{map: {id: a, theses: 3}}", "{map: {id: a}, ratings: {x: {T: 400}}}"],
)
def test_a_record_of_another_shape_is_refused(record: str) -> None:
    text = f"===\ndebatemap: {record}\n===\n\n[T]: t\n"
    if record == "1":
        assert ARGDOWN.read(text.encode(), "x", lambda _: None).debate.claims["T"].text == "t"
        return
    with pytest.raises(MapError, match="x"):
        ARGDOWN.read(text.encode(), "x", lambda _: None)
