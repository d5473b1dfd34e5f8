"""No text of a map reaches the terminal raw, whatever command prints it."""

import json
import unicodedata
from pathlib import Path

import pytest

from debatemap import save
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from tests.cli.conftest import Run

PAYLOADS = (
    "\x1b]52;c;aGk=\x07",
    "\x1b[31m\x1b[c",
    "\x9b2J\x90q\x9d0;t\x9c",
    "\u202eevil\u202c\u2066",
    "\u200b\ufeff\u2028\U000e0041",
    "\r\n\x00\x7f\x08",
)


@pytest.fixture(params=PAYLOADS, ids=ascii)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A map with a payload in every text field."""
    bad = f"rain {request.param}"
    claims = {
        "aaa": Claim(bad, bad, (bad,), bad, bad, (Citation("sss", bad, bad),)),
        "bbb": Claim(bad),
        "ccc": Claim(bad),
    }
    links = {"lll": Link(("bbb",), "supports", "aaa", bad)}
    sources = {"sss": Source(bad, bad, bad, bad), "ttt": Source(bad)}
    header = Header("m", bad, ("aaa", "bbb", "gone"))
    save(Debate(header, claims, links, sources, {bad: {"aaa": 1, "zzz": 2}}), tmp_path / "x.json")
    return tmp_path / "x.json"


def _raw(text: str) -> set[str]:
    """Returns the characters that a terminal may obey or a reader cannot see."""
    risky = {character for character in text if unicodedata.category(character)[0] in "CZ"}
    return risky - {"\n", " "}


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "--depth", "0"],
        ["show", "--claim", "bbb"],
        ["show", "--json"],
        ["find", "rain"],
        ["find", "rain", "--json"],
        ["stats"],
        ["check"],
        ["check", "--json"],
        ["check", "--fix"],
        ["judge", "--all"],
        ["judge", "--json"],
        ["why", "aaa"],
        ["why", "lll", "--json"],
        ["add", "also wet", "--pro", "aaa"],
        ["add", "also wet", "--undercut", "aaa"],
        ["add", "also wet", "--undercut", "bbb"],
    ],
    ids=" ".join,
)
def test_nothing_raw_is_printed(run: Run, hostile: Path, arguments: list[str]) -> None:
    command, *rest = arguments
    result = run(command, hostile, *rest)
    assert not _raw(result.output)


def test_json_is_faithful(run: Run, hostile: Path) -> None:
    rows = json.loads(run("show", hostile, "--json").stdout)["rows"]
    stored = json.loads(hostile.read_bytes())["claims"]["aaa"]["text"]
    assert rows[0]["text"] == stored


def test_a_hostile_query_and_file_name_are_not_echoed(run: Run, map_file: Path) -> None:
    assert not _raw(run("find", map_file, "\x1b[31mfoo").output)
    assert not _raw(run("show", map_file.with_name("\x1b[31m.json")).output)
    assert not _raw(run("show", map_file, "--claim", "\x1b[31mfoo").output)
