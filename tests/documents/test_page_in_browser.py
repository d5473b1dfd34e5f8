"""The page in a real browser, with axe-core, and before validators."""

import html
import json
import re
from pathlib import Path

import pytest

from debatemap.documents.judged import verdicts_of
from debatemap.formats.registry import format_named
from tests.oracles import browser, java, node_package
from tests.strategies import chain
from tests.tui.hostile import TEXTS, hostile
from tests.tui.maps import empty, rain

PAGES = {
    "rain": rain(),
    "hostile": hostile("<script>document.title = 'run'</script>" + TEXTS["a tag with a value"]),
    "chain": chain(40),
    "empty": empty(),
}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def written(name: str) -> str:
    debate = PAGES[name]
    return format_named("html").write_judged(debate, verdicts_of(debate)).data.decode()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, tmp_path: Path) -> None:
    axe = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    run = (
        "axe.run({resultTypes: ['violations']}).then(found => {document.body.textContent ="
        " 'found' + JSON.stringify(found.violations.map(each => [each.id, each.impact,"
        " each.nodes.map(node => node.html.slice(0, 200))])) + 'end'})"
    )
    # The policy of the page would let no script run.
    text = _POLICY.sub("", written(name)).replace(
        "</body>", f"<script>{axe}</script><script>{run}</script></body>"
    )
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    document = browser(page, tmp_path / "profile")
    found = re.search(r"<body>found(.*)end", document, re.DOTALL)
    assert found is not None, document[-500:]
    assert json.loads(html.unescape(found[1])) == []


def test_a_browser_runs_nothing(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(written("hostile"), encoding="utf-8")
    document = browser(page, tmp_path / "profile")
    assert "<title>run</title>" not in document
    # A script that is put in by force does not run under the policy.
    forced = written("rain").replace("</body>", "<script>document.title='run'</script></body>")
    page.write_text(forced, encoding="utf-8")
    assert "<title>The weather</title>" in browser(page, tmp_path / "profile")


@pytest.mark.parametrize("name", PAGES)
def test_a_strict_parser_finds_no_error(name: str) -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")
    html5lib.HTMLParser(strict=True).parse(written(name))


def test_the_validator_finds_no_error(tmp_path: Path) -> None:
    archive = node_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    pages = []
    for name in PAGES:
        pages.append(tmp_path / f"{name}.html")
        pages[-1].write_text(written(name), encoding="utf-8")
    done = java(archive, "--errors-only", "--stdout", *map(str, pages))
    assert done.stdout == ""
    assert done.returncode == 0
