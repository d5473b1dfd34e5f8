import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.core.text import safe, safe_line
from debatemap.documents.judged import verdicts_of
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.registry import format_named, format_of
from tests.documents.parsed_page import Element, parsed
from tests.strategies import chain, debates, ladder, star
from tests.tui.hostile import LONG, TEXTS, hostile
from tests.tui.maps import empty, rain

HTML = format_named("html")
MARKUP = "</style><script>alert(1)</script><img src=x onerror=alert(1)> ]]> &lt; &#0; <!-- \"'"


def page(debate: Debate, *, judged: bool = True) -> Element:
    written = HTML.write_judged(debate, verdicts_of(debate)) if judged else HTML.write(debate)
    return parsed(written.data)


def shown(text: str) -> str:
    return without_noncharacters(safe(text))


def test_a_page_has_a_head_a_title_contents_claims_and_a_footer() -> None:
    found = page(rain())
    assert found.one("h1").text == found.one("title").text == "The weather"
    assert [each.text for each in found.one("nav").all("a")] == [
        "Rain is good.", "Sun is good.", "Not placed yet", "Sources",
    ]  # fmt: skip
    assert [each.text for each in found.one("main").all("h2")] == [
        "Rain is good.", "Sun is good.", "Not placed yet", "Sources",
    ]  # fmt: skip
    assert "9 claims" in found.one("footer").text


def test_stances_stand_in_words_and_an_undercut_under_its_step() -> None:
    rows = {row.attributes["id"]: row for row in page(rain()).all("li") if row.all(kind="label")}
    words = {key: row.all(kind="label")[0].all("b")[0].text for key, row in rows.items()}
    assert words["p-1.1"] == "Pro"
    assert words["p-1.1.1"] == "Undercut of this step"
    assert words["p-1.2"] == "Con"
    winter = rows["p-1.1.1"]
    assert winter.one(kind="text").text == "Not in winter."
    assert rows["p-1.1"] in ancestors(winter)


def ancestors(element: Element) -> list[Element]:
    found = []
    while element.parent is not None:
        element = element.parent
        found.append(element)
    return found


def test_joint_premises_stand_in_one_frame() -> None:
    (frame,) = page(rain()).all("ul", kind="joint")
    assert [each.text for each in frame.all(kind="text")] == ["Wells fill.", "We need wells."]
    assert "2 premises that hold only together" in (frame.parent or frame).text


def test_a_claim_that_stands_again_is_a_link_to_its_first_place_and_back() -> None:
    found = page(rain())
    again = found.one("li", id="p-2.1")
    assert again.one("a").attributes["href"] == "#c-floods"
    assert again.one("a").text == "Streets flood."
    assert found.one(id="c-floods").text == "Streets flood."
    assert "#p-2.1" in [a.attributes["href"] for a in found.one("li", id="p-1.2").all("a")]


def test_details_of_a_claim_stand_with_it() -> None:
    debate = rain()
    debate = Debate(debate.header, debate.claims, debate.links, debate.sources,
                    {"Ann": {"plants": 80.0, "l-plants": 30.0}})  # fmt: skip
    row = page(debate).one("li", id="p-1.1")
    for words in (
        "a longer remark,\nline by line", "after rain, green", "Ann Author, The Almanac [1]",
        "p. 4", "#nature", "by editor", "2026-01-03", "rated 80 by Ann", "Step rated 30 by Ann",
    ):  # fmt: skip
        assert words in row.text
    (source,) = page(debate).all("li", id="source-1")
    assert source.one("a").attributes["href"] == "https://example.org/a"


def test_verdicts_are_words_and_strengths_are_points_of_100() -> None:
    found = page(rain())
    assert found.all(kind="verdict")[0].text == (
        "For, about 60 of 100 (30 to 75) · nobody has rated any of it: this weighs replies only "
        "· 1 objection is unanswered"
    )
    assert ", strength 60 of 100" in found.one("li", id="p-1.1").all(kind="label")[0].text
    assert "strength" not in page(rain(), judged=False).one("main").text


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/?a=1&b='\"", True),
        ("http://example.org", True),
        ("MAILTO:a@example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" https://example.org", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https://example.org javascript:alert(1)", False),
        ("vbscript:x", False),
    ],
)
def test_only_some_addresses_are_links(address: str, *, is_link: bool) -> None:
    claim = Claim("A.", sources=(Citation("s"),))
    debate = Debate(Header("m", theses=("a",)), {"a": claim}, {}, {"s": Source(url=address)})
    source = page(debate).one("li", id="source-1")
    assert [a.attributes["href"] for a in source.all("a")] == ([address] if is_link else [])
    assert safe_line(address) in source.text


def test_the_policy_lets_the_page_load_nothing_and_only_its_own_style() -> None:
    found = page(hostile(MARKUP))
    style = found.one("style").text
    own = b64encode(sha256(style.encode()).digest()).decode()
    policy = found.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{own}'"]
    assert "url(" not in style
    assert "@import" not in style
    allowed = {"a": {"href", "rel", "class"}, "meta": set[str]()}
    for element in found.all():
        assert element.name not in ("script", "img", "iframe", "object", "link", "form", "base")
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
        addresses = {"href", "src", "action", "srcset", "formaction"} & element.attributes.keys()
        assert not addresses - allowed.get(element.name, set())


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_texts_are_read_as_they_are_shown(kind: str) -> None:
    text = TEXTS[kind] + MARKUP
    found = page(hostile(text))
    for key, claim in hostile(text).claims.items():
        assert found.one(id=f"c-{key}").text == shown(claim.text)
    assert found.one("h1").text == safe_line(text)
    assert {each.text for each in found.all("p", kind="note")} == {shown(text)}


@given(debates())
def test_every_claim_is_written_out_once_and_every_link_leads_somewhere(debate: Debate) -> None:
    data = HTML.write_judged(debate, verdicts_of(debate)).data
    assert data == HTML.write_judged(debate, verdicts_of(debate)).data
    found = parsed(data)
    named = [each.attributes["id"] for each in found.all() if "id" in each.attributes]
    assert len(named) == len(set(named))
    for key, claim in debate.claims.items():
        expected = shown(claim.text) if claim.text.strip() else "A claim without words"
        assert found.one(id=f"c-{key}").text == expected
    for link in found.all("a"):
        target = link.attributes["href"]
        assert target.removeprefix("#") in named or not target.startswith("#")


@given(debates())
def test_a_step_is_on_the_page_or_told(debate: Debate) -> None:
    written = HTML.write(debate)
    told = {"links onto what is missing", "links that no claim leads to"}
    lost = sum(loss.number for loss in written.losses if loss.kind in told)
    found = parsed(written.data)
    placed = [each for each in found.all("li") if each.attributes.get("class") in {
        "pro", "con", "undercut", "backing"}]  # fmt: skip
    assert len(placed) == len(debate.links) - lost


@pytest.mark.parametrize("debate", [chain(2_000), star(2_000), ladder(40), empty()])
def test_shapes_are_written_with_few_levels(debate: Debate) -> None:
    found = page(debate)
    assert len(found.one("main").all(kind="text")) + len(debate.header.theses) >= len(debate.claims)
    deepest = max(len(ancestors(each)) for each in found.all())
    assert deepest < 100


@pytest.mark.parametrize("kind", LONG)
def test_long_texts_are_written(kind: str) -> None:
    claim = Claim(LONG[kind])
    found = page(Debate(Header("m", theses=("a",)), {"a": claim}))
    assert found.one(id="c-a").text == shown(LONG[kind])


def test_what_a_page_leaves_out_is_told() -> None:
    debate = Debate(
        Header("m", "Rain", ("a",), beside={"x": 1, "scenarios": {"Dry": {"a": "false"}}}),
        {"a": Claim("A.")},
        {"l": Link(("a",), "supports", "gone")},
    )
    losses = {loss.kind: loss.number for loss in HTML.write(debate).losses}
    assert losses == {"unknown fields": 1, "links onto what is missing": 1}
    assert page(debate).one(id="scenarios").all("dd")[0].text == "“A.” is taken as false"


def test_a_page_is_known_and_cannot_be_read() -> None:
    data = HTML.write(rain()).data
    assert format_of(data, "x") is HTML
    assert format_of(b"  <HTML lang=de>", "x") is HTML
    assert format_of(b"<htmlish/>", "x") is not HTML


def test_all_rules_of_the_style_name_what_the_page_has() -> None:
    # A class that is renamed on one side alone would go unseen.
    found = page(rain())
    used = {name for each in found.all() for name in each.attributes.get("class", "").split()}
    style = found.one("style").text
    rules = re.sub(r"\{[^{}]*\}", "{}", re.sub(r"/\*.*?\*/", "", style))
    named = set(re.findall(r"\.([a-z][a-z-]*)", rules))
    assert named - used <= {"backing", "on", "goes-on", "question"}


def test_texts_that_are_not_shown_whole_are_told() -> None:
    claims = {
        "a": Claim("A\x1b[2J."), "b": Claim("B.", note="\u202eb"), "c": Claim("\uffff"),
        "d": Claim("e\u0301 and\ta tab\r\n"),
    }  # fmt: skip
    (loss,) = HTML.write(Debate(Header("m", theses=tuple(claims)), claims)).losses
    assert (loss.kind, loss.places) == ("texts with control characters", ("a", "b"))
