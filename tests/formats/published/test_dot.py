import re
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from debatemap.core.debate import Debate
from debatemap.core.text import safe
from debatemap.documents.judged import verdicts_of
from debatemap.formats.dot import _label
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.registry import format_named, format_of
from tests.formats.published.charts import HOSTILE
from tests.strategies import chain, debates, typed_texts
from tests.tui.maps import rain

DOT = format_named("dot")
_STRING = r'"(?:[^"\\]|\\.)*"'
_VALUE = rf"(?:{_STRING}(?: \+ {_STRING})*|[\w.]+)"
_ATTRIBUTES = rf"\[\w+={_VALUE}(?:, \w+={_VALUE})*\]"
_LINE = re.compile(
    rf"digraph {_STRING} \{{|\}}|  (?:graph|node|edge) {_ATTRIBUTES};"
    rf"|  {_STRING}(?: -> {_STRING})? {_ATTRIBUTES};"
)


def lines_of(debate: Debate) -> list[str]:
    return DOT.write_judged(debate, verdicts_of(debate)).data.decode().splitlines()


def unescaped(label: str) -> str:
    """Returns a label as Graphviz reads it."""
    words = {"n": "\n", "\\": "\\", '"': '"'}
    plain = re.sub(r"\\(.)", lambda found: words[found[1]], label)
    return re.sub("&amp;", "&", plain)


def test_steps_of_one_premise_are_edges_and_others_points() -> None:
    text = "\n".join(lines_of(rain()))
    assert '"floods" -> "rain" [color="#a84a00"' in text
    assert '"l-wells" [shape=point' in text
    assert '"fill" -> "l-wells"' in text
    assert '"need" -> "l-wells"' in text
    assert re.search(
        r'"winter" -> "l-plants" \[.*style=dashed, label=undercut, arrowhead=tee', text
    )
    assert '"rain" [label="Rain is good.\\n59 of 100"' in text


@given(debates())
def test_each_line_is_a_statement(debate: Debate) -> None:
    lines = lines_of(debate)
    assert lines == lines_of(debate)
    assert not [line for line in lines if not _LINE.fullmatch(line)]
    nodes = [line for line in lines if " -> " not in line and "[label=" in line]
    assert len(nodes) >= len(debate.claims)


@given(typed_texts)
def test_a_label_is_read_as_its_text(text: str) -> None:
    label = _label(safe(text))
    assert re.fullmatch(_VALUE, label)
    assert unescaped(label[1:-1]) == without_noncharacters(safe(text))


def graphviz(debate: Debate) -> "dict[str, str]":
    """Returns the label of each node as Graphviz shows it, without blanks."""
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed")
    data = DOT.write(debate).data
    done = subprocess.run(["dot", "-Tsvg"], input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"syntax" not in done.stderr
    found = {}
    for group in ET.fromstring(done.stdout).iter("{http://www.w3.org/2000/svg}g"):  # noqa: S314  (Graphviz wrote it)
        if group.get("class") == "node":
            title = group.findtext("{http://www.w3.org/2000/svg}title") or ""
            texts = group.iter("{http://www.w3.org/2000/svg}text")
            found[title] = "".join("".join("".join(each.itertext()).split()) for each in texts)
    return found


@pytest.mark.parametrize("kind", HOSTILE)
def test_graphviz_shows_hostile_texts_as_they_are(kind: str) -> None:
    debate = HOSTILE[kind]
    found = graphviz(debate)
    for key, claim in debate.claims.items():
        shown = without_noncharacters(safe(claim.text))
        assert found[key] == "".join(shown.split()).replace("\N{NO-BREAK SPACE}", "")


@settings(max_examples=15)
@given(debates())
def test_graphviz_reads_any_debate(debate: Debate) -> None:
    found = graphviz(debate)
    assert debate.claims.keys() <= found.keys()


def test_a_long_chain_is_written() -> None:
    assert DOT.write(chain(3_000)).data.count(b" -> ") == 2_999


def test_what_goes_into_tooltips_is_told() -> None:
    losses = {loss.kind: loss.becomes for loss in DOT.write(rain()).losses}
    assert losses["notes"] == losses["sources"] == "became tooltips"
    tooltip = next(line for line in lines_of(rain()) if line.startswith('  "plants" ['))
    assert "Note: a longer remark,\\nline by line\\nSource: Ann Author, The Almanac" in tooltip


def test_a_chart_is_known() -> None:
    assert format_of(DOT.write(rain()).data, "x") is DOT
    assert format_of(b"strict graph {", "x") is DOT
    assert format_of(b"graph theory is fun", "x") is not DOT
