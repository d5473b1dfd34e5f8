import json
from typing import Any

import pytest

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.kialo.test_reading import lines
from tests.strategies import chain
from tests.tui.maps import rain

MINDMUP = format_named("mindmup")


def idea(key: object, title: str, *below: dict[str, Any], **attr: object) -> dict[str, Any]:
    ideas = {str(rank): each for rank, each in enumerate(below, 1)}
    return {"id": key, "title": title, "ideas": ideas, "attr": attr}


def group(key: object, kind: str, *below: dict[str, Any]) -> dict[str, Any]:
    return idea(key, "group", *below, group=kind, contentLocked=True)


def read(root: dict[str, Any]) -> Imported:
    return read_map(json.dumps({"formatVersion": 2, **root}).encode(), "x.mup")


def test_groups_of_an_argument_map_are_steps() -> None:
    imported = read(
        idea(1, "A", group(2, "supporting", idea(3, "B"), idea(4, "C"),
                           group(7, "opposing", idea(8, "E"))),
             group(5, "opposing", idea(6, "D")))
    )  # fmt: skip
    debate = imported.debate
    assert imported.repairs == imported.losses == ()
    joint, con, undercut = debate.links.values()
    assert (joint.premises, joint.stance, joint.target) == (("3", "4"), "supports", "1")
    assert (undercut.premises, undercut.stance, undercut.target) == (("6",), "attacks", "1")
    assert (con.premises, con.stance, debate.links[con.target]) == (("8",), "attacks", joint)


def test_a_plain_mind_map_has_its_root_for_a_title() -> None:
    imported = read(
        idea(1, "Trains", idea(2, "Run by night", idea(3, "Pro: calm"), idea(4, "dear")))
    )
    assert imported.debate.header.title == "Trains"
    assert lines(imported.debate) == {("calm", "+", "Run by night"), ("dear", "+", "Run by night")}
    assert [(each.kind, each.places) for each in imported.repairs] == [
        ("claims that do not say for or against", ("idea 4",))
    ]


def test_labels_of_connectors_say_for_or_against() -> None:
    con = idea(3, "They lose money.", parentConnector={"label": "opposes"}, measured=[{"n": 1}])
    objection = idea(4, "Objection: Few were asked.")
    pro = idea(2, "Many use them.", objection, parentConnector={"label": "supports"})
    found = read(idea("root", "", idea(1, "Run trains.", pro, con)))
    assert found.repairs == ()
    assert [loss.places for loss in found.losses] == [("idea 3: measured",)]
    assert [link.stance for link in found.debate.links.values()] == [
        "supports", "attacks", "attacks",
    ]  # fmt: skip
    assert found.debate.claims["4"].text == "Few were asked."


def test_headings_and_ranks_are_followed() -> None:
    root = idea(1, "Run trains?")
    root["ideas"] = {
        "-1": idea(5, "Cons", idea(6, "dear")), "2": idea(3, "Pros", idea(4, "calm")),
        "10": idea(7, "+ green"),
    }  # fmt: skip
    imported = read(root)
    assert lines(imported.debate) == {
        ("dear", "-", "Run trains?"), ("calm", "+", "Run trains?"), ("green", "+", "Run trains?"),
    }  # fmt: skip
    assert list(imported.debate.claims) == ["1", "4", "7", "6"]


def test_notes_and_attributes_are_kept_and_the_rest_is_told() -> None:
    inner = idea(
        2, "A", note={"index": 1, "text": "N."}, weight="3",
        attachment={"content": "<p>x</p>"}, style={"color": "red"},
    )  # fmt: skip
    root = idea(1, "T", inner)
    root["links"] = [{"ideaIdFrom": 2, "ideaIdTo": 1, "attr": {}}]
    imported = read(root)
    assert imported.debate.claims["2"] == Claim("A", note="N.", extra={"x-weight": "3"})
    assert [(each.kind, each.places) for each in imported.losses] == [
        ("attachments", ("idea 2",)), ("cross references", ("2 → 1",)),
    ]  # fmt: skip


def test_it_is_written_as_an_argument_map() -> None:
    root = json.loads(MINDMUP.write(rain()).data)
    assert (root["title"], root["id"], root["formatVersion"]) == ("The weather", "root", 3)
    thesis = root["ideas"]["1"]
    kinds = [each["attr"]["group"] for each in thesis["ideas"].values()]
    assert kinds == ["supporting", "opposing", "supporting"]
    assert [each["title"] for each in thesis["ideas"]["3"]["ideas"].values()] == [
        "Wells fill.", "We need wells.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["[]", '{"title": 3}', '{"title": "a", "ideas": [1]}', '{"title": "a", "ideas": {"1": 2}}'],
)
def test_what_is_no_mind_map_is_refused(text: str) -> None:
    with pytest.raises(MapError):
        read_map(text.encode(), "x.mup", "mindmup")


def test_a_map_that_goes_too_deep_is_refused() -> None:
    with pytest.raises(MapError, match="deeper"):
        MINDMUP.write(chain(100))
    deep = '{"title":"a","ideas":{"1":' * 400 + '{"title":"z"}' + "}}" * 400
    assert len(read_map(deep.encode(), "x.mup").debate.claims) > 300
    with pytest.raises(MapError):
        read_map(('{"ideas":{"1":' * 100_000).encode(), "x.mup")


def test_it_is_known_by_its_first_bytes() -> None:
    for debate in (rain(), Debate(Header("m"))):
        assert format_of(MINDMUP.write(debate).data, "x") is MINDMUP
