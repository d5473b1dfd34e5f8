"""Filters on the command line: `find` and `export --filter`."""

import json
from pathlib import Path

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.formats.native.codec import dump
from debatemap.formats.registry import read_map
from tests.cli.conftest import Run


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    claims = {
        "t": Claim("Trains run."),
        "c": Claim("They cost much.", by="Ann", sources=(Citation("s", "so much"),)),
        "u": Claim("Cost is not all."),
        "p": Claim("They are fast.", tags=("speed",)),
    }
    links = {
        "k": Link(("c",), "attacks", "t", "a0"),
        "l": Link(("p",), "supports", "t", "a1"),
        "m": Link(("u",), "attacks", "k"),
    }
    sources = {"s": Source("Maria Khan", "Rail")}
    ratings = {"Bo": {"c": 80.0, "p": 10.0}}
    path = tmp_path / "talk.json"
    path.write_bytes(dump(Debate(Header("talk", theses=("t",)), claims, links, sources, ratings)))
    return path


def test_a_query_of_several_words_and_terms(run: Run, talk: Path) -> None:
    found = run("find", talk, "con", "by:ann")
    assert found.stdout.split()[0] == "c"
    assert len(found.stdout.splitlines()) == 1


def test_words_of_a_source_find_the_claims_that_cite_it(run: Run, talk: Path) -> None:
    shown = json.loads(run("find", talk, "khan", "--json").stdout)
    assert [each["id"] for each in shown] == ["c"]


def test_a_wrong_query_is_marked_where_it_is_wrong(run: Run, talk: Path) -> None:
    found = run("find", talk, "trains srouce:x")
    assert found.exit_code == 2
    lines = found.stderr.splitlines()
    assert lines[0].endswith("trains srouce:x")
    assert lines[1].index("^") == lines[0].index("srouce")
    assert "nearest is “source:x”" in found.stderr


def test_a_query_may_begin_with_what_is_excluded(run: Run, talk: Path) -> None:
    found = run("find", talk, "-con", "-has:tag", "--json")
    assert [each["id"] for each in json.loads(found.stdout)] == ["t", "u"]


def test_a_slip_in_a_term_is_told_where_nothing_is_found(run: Run, talk: Path) -> None:
    found = run("find", talk, "unansered")
    assert found.exit_code == 1
    assert "“unanswered” finds claims that object" in found.stderr


def test_words_that_are_near_are_told_where_nothing_is_found(run: Run, talk: Path) -> None:
    assert "Words that are near: trains" in run("find", talk, "trians").stderr
    assert "near" not in run("find", talk, "zzzzz").stderr


def test_an_export_of_what_matches_has_the_steps_between(run: Run, talk: Path) -> None:
    out = talk.with_suffix(".graphml")
    assert run("export", talk, "--filter", "thesis or con or undercut", "-o", out).exit_code == 0
    part = read_map(out.read_bytes(), out.name).debate
    assert set(part.claims) == {"t", "c", "u"}
    assert set(part.links) == {"k", "m"}
    assert part.stances["Bo"] == {"c": 80.0}
    assert set(part.sources) == {"s"}


def test_an_export_of_nothing_writes_no_file(run: Run, talk: Path) -> None:
    out = talk.with_suffix(".csv")
    ended = run("export", talk, "--filter", "#nothing", "-o", out)
    assert ended.exit_code == 1
    assert "No claim matches" in ended.stderr
    assert not out.exists()
