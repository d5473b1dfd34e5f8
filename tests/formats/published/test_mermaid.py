import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import safe, safe_line
from debatemap.documents.judged import verdicts_of
from debatemap.formats.drawn_steps import claims_to_draw
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.mermaid import _label
from debatemap.formats.registry import format_named, format_of
from tests.formats.published.charts import HOSTILE
from tests.oracles import browser, node, node_package
from tests.strategies import debates, star, typed_texts
from tests.tui.maps import empty, rain

MERMAID = format_named("mermaid")
SCRIPT = Path(__file__).with_name("mermaid.mjs")
_LABEL = r"(?:[^\"#;\n]|#\d+;|<br/>)*"
_LINE = re.compile(
    r'---|title: ".*"|flowchart BT|  s\d+\(\(" "\)\):::step'
    rf'|  c\d+\["{_LABEL}"\]:::(?:claim|thesis)'
    r"|  [cs]\d+ (?:---|-\.-) s\d+|  [cs]\d+ (?:-->|-\.->|-\.-x)\|\w+\| [cs]\d+"
    r"|  linkStyle [\d,]+ stroke:#\w+,color:#\w+|  classDef \w+ .*"
)


def lines_of(debate: Debate) -> list[str]:
    return MERMAID.write_judged(debate, verdicts_of(debate)).data.decode().splitlines()


def read_by_mermaid(*found: Debate) -> Any:  # noqa: ANN401  (any JSON)
    charts = [MERMAID.write(debate).data.decode() for debate in found]
    return node(SCRIPT, charts, "mermaid", "jsdom")


def shown(text: str) -> str:
    return "".join(without_noncharacters(safe(text)).split())


def test_steps_of_one_premise_are_edges_and_others_points() -> None:
    lines = lines_of(rain())
    assert lines[:4] == ["---", 'title: "The weather"', "---", "flowchart BT"]
    assert '  c1["Rain is good.<br/>59 of 100"]:::thesis' in lines
    assert "  c5 -.->|con| c1" in lines
    assert {"  c6 --- s2", "  c7 --- s2", "  s2 -->|pro| c1", "  c3 -.-x|undercut| s1"} <= {*lines}


@given(debates())
def test_each_line_is_a_statement(debate: Debate) -> None:
    lines = lines_of(debate)
    assert lines == lines_of(debate)
    assert not [line for line in lines if not _LINE.fullmatch(line)]


@given(typed_texts)
def test_a_label_is_read_as_its_text(text: str) -> None:
    label = _label(text).replace("\N{WORD JOINER}", "")
    read = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)
    assert read.replace("<br/>", "\n") == without_noncharacters(safe(text))


@pytest.mark.slow
def test_mermaid_reads_texts_as_they_are() -> None:
    found = read_by_mermaid(*HOSTILE.values(), rain(), empty())
    for debate, chart in zip(HOSTILE.values(), found, strict=False):
        boxes = dict(chart["boxes"])
        for number, key in enumerate(claims_to_draw(debate), 1):
            words = boxes[f"c{number}"].replace("\N{WORD JOINER}", "")
            assert "".join(words.split()) == shown(debate.claims[key].text)
    assert ["c3", "s1", "undercut"] in found[-2]["edges"]
    assert len(found[-2]["edges"]) == 9
    assert found[-1]["boxes"] == []


@pytest.mark.slow
def test_mermaid_reads_any_debate() -> None:
    drawn: list[Debate] = []

    @given(debates())
    def draw(debate: Debate) -> None:
        drawn.append(debate)

    draw()
    for debate, chart in zip(drawn, read_by_mermaid(*drawn), strict=True):
        assert sum(key.startswith("c") for key, _ in chart["boxes"]) == len(debate.claims)


_PAGE = """<!doctype html><meta charset="utf-8"><body><script src="{script}"></script><script>
mermaid.initialize({{startOnLoad: false}});
mermaid.render('x', {chart}).then(drawn => {{
  const box = document.createElement('div');
  box.innerHTML = drawn.svg;
  const labels = [...box.querySelectorAll('.node .nodeLabel')].map(each => each.textContent);
  document.body.textContent = 'found' + JSON.stringify(labels) + 'end';
}});
</script>"""


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["markup", "a tag with a value", "tabs and line breaks"])
def test_mermaid_shows_texts_as_they_are(kind: str, tmp_path: Path) -> None:
    script = node_package("mermaid") / "dist" / "mermaid.min.js"
    chart = json.dumps(MERMAID.write(HOSTILE[kind]).data.decode()).replace("</", "<\\/")
    page = tmp_path / "page.html"
    page.write_text(_PAGE.format(script=script.as_uri(), chart=chart), encoding="utf-8")
    document = browser(page, tmp_path / "profile")
    found = re.search(r"<body>found(.*)end", document, re.DOTALL)
    assert found is not None, document[-800:]
    labels = {
        "".join(each.split()).replace("\N{WORD JOINER}", "")
        for each in json.loads(html.unescape(found[1]))
    }
    assert labels - {""} == {shown(claim.text) for claim in HOSTILE[kind].claims.values()}


def test_what_mermaid_reads_once_more_is_taken_apart() -> None:
    joiner = "\N{WORD JOINER}"
    assert _label("$$x$$") == f"#36;{joiner}#36;x#36;{joiner}#36;"
    assert _label("ﬂ°°35¶ß") == f"ﬂ{joiner}°°35¶{joiner}ß"


def test_what_mermaid_would_not_draw_is_told() -> None:
    losses = {loss.kind: loss.number for loss in MERMAID.write(star(2_000)).losses}
    assert losses["edges"] == 2_000
    assert losses["characters"] > 50_000
    assert not MERMAID.write(star(100)).losses


def test_what_a_chart_leaves_out_is_told() -> None:
    claim = Claim("A.", note="N.", tags=("t",))
    debate = Debate(Header("m", theses=("a",)), {"a": claim}, {"l": Link(("a",), "supports", "x")})
    losses = [loss.kind for loss in MERMAID.write(debate).losses]
    assert losses == ["notes", "tags", "links onto what is missing"]


def test_the_title_has_the_question() -> None:
    debate = Debate(Header("m", 'A "b"\n---', question="Why?"))
    assert lines_of(debate)[1] == f'title: "A \\"b\\" ---: Why?"'  # noqa: F541  (quotes of both kinds)
    assert safe_line('A "b"\n---') == 'A "b" ---'


def test_a_chart_is_known() -> None:
    assert format_of(MERMAID.write(rain()).data, "x") is MERMAID
    assert format_of(b"graph TD\n a-->b", "x") is MERMAID
    assert format_of(b"flowchart of things\n", "x") is not MERMAID
