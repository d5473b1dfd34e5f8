"""`debatemap compare`."""

import json
from pathlib import Path

from debatemap import save
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from tests.cli.conftest import Run


def test_options_are_compared_in_words_and_as_data(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    texts = {"one": "Take A.", "two": "Take B.", "cheap": "A is cheap.\x1b[31m"}
    links = {
        "l1": Link(("cheap",), "supports", "one", "a0"),
        "l2": Link(("cheap",), "attacks", "two", "a0"),
    }
    claims = {key: Claim(text) for key, text in texts.items()}
    save(Debate(Header("m", theses=("one", "two"), question="Which?"), claims, links), path)
    lines = run("compare", path).stdout.splitlines()
    assert lines[:2] == ["Which?", "1. Take A."]
    assert "    strongest pro: A is cheap." in "\n".join(lines)
    assert "Helps one and hurts another:" in lines
    assert "\x1b" not in "".join(lines)
    told = json.loads(run("compare", path, "--json").stdout)
    assert [option["thesis"] for option in told["options"]] == ["one", "two"]
    assert told["options"][1]["pro"] is None
    (tradeoff,) = told["tradeoffs"]
    assert tradeoff["claim"] == "cheap"
    assert tradeoff["moves"]["one"] > 0 > tradeoff["moves"]["two"]
