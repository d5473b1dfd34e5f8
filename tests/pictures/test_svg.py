import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from debatemap import load
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import safe_line
from debatemap.documents.judged import verdicts_of
from debatemap.formats.format import Written
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.registry import format_named, format_of
from debatemap.pictures.drawn_part import MOST, draw_part
from debatemap.pictures.letters import text_element
from tests.formats.published.charts import HOSTILE
from tests.strategies import chain, debates, ladder, star
from tests.tui.hostile import LONG
from tests.tui.maps import empty, rain

SVG = format_named("svg")
_SPACE = "{http://www.w3.org/2000/svg}"


def written(debate: Debate) -> Written:
    return SVG.write_judged(debate, verdicts_of(debate))


def picture(debate: Debate) -> ET.Element:
    return ET.fromstring(written(debate).data)  # noqa: S314  (our own)


def of_kind(root: ET.Element, kind: str) -> list[ET.Element]:
    return [each for each in root.iter() if kind in each.get("class", "").split()]


def boxes(root: ET.Element) -> dict[str, ET.Element]:
    """Returns the boxes by what their tooltip says first."""
    found = {}
    for group in of_kind(root, "claim"):
        title = group.findtext(f"{_SPACE}title") or ""
        found[title.partition("\n")[0]] = group
    return found


def test_a_picture_has_a_name_a_description_boxes_and_edges() -> None:
    root = picture(rain())
    assert root.get("role") == "img"
    assert root.findtext(f"{_SPACE}title") == "The weather"
    about = root.findtext(f"{_SPACE}desc") or ""
    assert "A map of 9 claims" in about
    assert "Thesis: Rain is good. Verdict: for, about 60 of 100 (30 to 75) · nobody has" in about
    assert set(boxes(root)) == {
        "Thesis: Rain is good.", "Pro: Plants grow.", "Undercut: Not in winter.",
        "Pro: Roots drink.", "Con: Streets flood.", "Pro: Wells fill.", "Pro: We need wells.",
        "Thesis: Sun is good.", "Snow is white.",
    }  # fmt: skip


def test_each_step_has_its_sign_and_a_step_that_is_spoken_of_a_point() -> None:
    root = picture(rain())
    signs = [each.get("class") for each in of_kind(root, "sign")]
    in_legend = 1
    assert signs.count("pro sign") == 3 + in_legend
    assert signs.count("con sign") == 2 + in_legend
    assert signs.count("undercut sign") == 1 + in_legend
    assert [each.get("class") for each in of_kind(root, "point")] == ["pro point", "point any"]


def test_strengths_and_remarks_stand_with_a_claim() -> None:
    plants = boxes(picture(rain()))["Pro: Plants grow."]
    assert "60" in [each.text for each in plants.iter(f"{_SPACE}text")]
    tooltip = plants.findtext(f"{_SPACE}title") or ""
    assert "Strength: 60 of 100" in tooltip
    assert "Note: a longer remark,\nline by line" in tooltip
    unjudged = SVG.write(rain()).data.decode()
    assert "Strength" not in unjudged


def test_no_box_covers_a_sign() -> None:
    for path in (Path(__file__).parents[2] / "maps").glob("*.json"):
        root = picture(load(path))
        edges = [(float(box.get("x", "")), float(box.get("y", ""))) for box in of_kind(root, "box")]
        for each in of_kind(root, "sign"):
            x, y = map(float, each.get("transform", "")[len("translate(") : -1].split())
            right = min((at for at, top in edges if x < at and abs(top - y) < 60), default=x + 99)
            assert x + 7 < right, f"{path.name}: {x}, {y}"


def test_no_box_meets_another_and_all_lie_within() -> None:
    root = picture(rain())
    wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
    found = [
        tuple(float(each.get(name, "0")) for name in ("x", "y", "width", "height"))
        for each in of_kind(root, "box")
    ]
    for number, (x, y, w, h) in enumerate(found):
        assert x + w < wide
        assert y + h < high
        for left, top, across, down in found[:number]:
            assert x >= left + across or left >= x + w or y >= top + down or top >= y + h


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_are_read_as_they_are_shown(kind: str) -> None:
    root = picture(HOSTILE[kind])
    for claim in HOSTILE[kind].claims.values():
        text = without_noncharacters(safe_line(claim.text))
        assert any(found.endswith(text) for found in boxes(root)), text
    for each in root.iter():
        assert each.tag.removeprefix(_SPACE) in (
            "svg", "title", "desc", "style", "rect", "g", "path", "circle", "text",
        )  # fmt: skip
        assert not [name for name in each.attrib if name.startswith(("on", "{")) or name == "href"]


@given(debates())
def test_any_debate_is_drawn_the_same_each_time(debate: Debate) -> None:
    assert written(debate).data == written(debate).data
    assert len(boxes(picture(debate))) <= len(of_kind(picture(debate), "claim"))
    assert len(of_kind(picture(debate), "claim")) == len(debate.claims)


@pytest.mark.parametrize("debate", [chain(400), star(1_000), ladder(80)])
def test_a_large_map_is_cut_off_and_says_so(debate: Debate) -> None:
    found = written(debate)
    drawn = len(of_kind(picture(debate), "claim"))
    assert drawn <= MOST + 1
    (loss,) = [each for each in found.losses if each.kind == "claims"]
    assert loss.number == len(debate.claims) - drawn
    assert "are not drawn" in loss.becomes
    words = "".join(picture(debate).itertext())
    assert f"Only the {drawn} claims nearest the theses are drawn" in words
    assert "not drawn" in "".join(
        "".join(box.itertext()) for box in of_kind(picture(debate), "claim")
    )


def test_a_map_of_fifty_claims_is_drawn_whole() -> None:
    assert not [loss for loss in written(star(50)).losses if loss.kind == "claims"]
    assert len(of_kind(picture(star(50)), "claim")) == len(star(50).claims)


def test_a_step_of_joint_premises_is_drawn_with_all_of_them() -> None:
    claims = {f"c{number}": Claim(f"Claim {number}.") for number in range(MOST + 20)}
    links = {
        f"l{number}": Link((f"c{number}", f"c{number + 1}"), "supports", "c0", f"a{number:02}")
        for number in range(1, MOST + 18, 2)
    }
    part = draw_part(Debate(Header("m", theses=("c0",)), claims, links), with_strengths=False)
    assert all(len(premises) == 2 for premises in part.forest.premises.values())


@pytest.mark.parametrize("kind", LONG)
def test_a_long_text_ends_early_and_is_told(kind: str) -> None:
    debate = Debate(Header("m", theses=("a",)), {"a": Claim(LONG[kind]), "b": Claim("Short.")})
    found = written(debate)
    shortened = [loss.places for loss in found.losses if loss.kind == "texts"]
    assert shortened == ([] if kind == "100,000 combining marks" else [("a",)])
    root = picture(debate)
    assert float(root.get("height", "0")) < 700


def test_text_that_may_be_too_wide_is_squeezed() -> None:
    assert "textLength" in text_element("W" * 32, 0, 0, 13, 240, "words")
    assert "textLength" not in text_element(
        "many words of some length here", 0, 0, 13, 240, "words"
    )


def test_the_style_knows_dark_and_every_class() -> None:
    root = picture(rain())
    style = root.findtext(f"{_SPACE}style") or ""
    assert "prefers-color-scheme:dark" in style
    assert "url(" not in style
    used = {name for each in root.iter() for name in each.get("class", "").split()}
    assert used - {"claim"} <= set(re.findall(r"\.([a-z]+)", style))


def test_an_empty_map_is_a_picture() -> None:
    assert not of_kind(picture(empty()), "claim")
    assert ET.fromstring(SVG.write(empty()).data).get("role") == "img"  # noqa: S314  (our own)


def test_a_picture_is_known() -> None:
    assert format_of(written(rain()).data, "x") is SVG
    assert format_of(b'<?xml version="1.0"?>\n<!-- x -->\n<svg>', "x") is SVG
    assert format_of(b"<graphml><svg/>", "x") is not SVG
