"""`debatemap check`: what it prints, mends and ends with."""

import json
from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.check import LINTS
from debatemap.cli.exit_status import Status
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.store.locations import samples
from tests.cli.conftest import Run


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A map with two faults that can be mended and one that cannot."""
    claims = {"aaa": Claim("It \x1b[31mrains."), "bbb": Claim("Wet.")}
    save(Debate(Header("m", theses=("aaa", "gone")), claims), tmp_path / "faulty.json")
    return tmp_path / "faulty.json"


def test_the_sample_maps_are_clean(run: Run) -> None:
    result = run("check", *samples())
    assert (result.exit_code, result.stdout, result.stderr) == (Status.DONE, "", "")


def test_findings_are_lines_of_file_place_code_message(run: Run, faulty: Path) -> None:
    result = run("check", faulty)
    assert result.exit_code == Status.FOUND
    assert result.stdout.splitlines() == [
        f"{faulty}: map.theses.1: DM202 there is no claim gone",
        f"{faulty}: claims.aaa.text: DM301 the text holds U+001B",
        f"{faulty}: claims.bbb: DM401 “Wet.” is unplaced",
    ]


def test_fix_mends_what_is_safe_and_says_so(run: Run, faulty: Path) -> None:
    result = run("check", faulty, "--fix")
    assert (result.exit_code, result.stdout) == (
        Status.FOUND,
        f"{faulty}: claims.bbb: DM401 “Wet.” is unplaced\n",
    )
    assert "mended: drop 1 thesis that does not exist, clean 1 text" in result.stderr
    debate = load(faulty)
    assert (debate.claims["aaa"].text, debate.header.theses) == ("It [31mrains.", ("aaa",))


def test_all_mended_is_done(run: Run, faulty: Path) -> None:
    assert run("check", faulty, "--fix", "--ignore", "DM401").exit_code == Status.DONE


def test_what_is_ignored_is_not_mended(run: Run, faulty: Path) -> None:
    run("check", faulty, "--fix", "--ignore", "DM301")
    assert "\x1b" in load(faulty).claims["aaa"].text


def test_nothing_to_mend_writes_nothing(run: Run, faulty: Path) -> None:
    run("check", faulty, "--fix")
    loose = json.dumps(json.loads(faulty.read_bytes())).encode()
    faulty.write_bytes(loose)
    run("check", faulty, "--fix")
    assert faulty.read_bytes() == loose


def test_a_newer_map_is_checked_and_not_mended(run: Run, faulty: Path) -> None:
    newer = faulty.read_bytes().replace(b'"version": 1', b'"version": 2')
    faulty.write_bytes(newer)
    result = run("check", faulty, "--fix")
    assert result.exit_code == Status.FOUND
    assert "nothing was mended: a newer debatemap" in result.stderr
    assert faulty.read_bytes() == newer


def test_one_bad_file_does_not_keep_the_others_from_being_checked(run: Run, faulty: Path) -> None:
    missing = faulty.with_name("none.json")
    result = run("check", missing, faulty)
    assert result.exit_code == Status.BAD
    assert result.stdout.startswith(f"{missing}: DM101 there is no such file. ")
    assert "DM202" in result.stdout


def test_json(run: Run, faulty: Path) -> None:
    findings = json.loads(run("check", faulty, "--json").stdout)
    assert findings[1] == {
        "file": str(faulty),
        "place": "claims.aaa.text",
        "code": "DM301",
        "name": "control-character",
        "message": "the text holds U+001B",
        "mendable": True,
        "warning": False,
    }


def test_the_codes_are_listed(run: Run) -> None:
    lines = run("check", "--list").stdout.splitlines()
    assert [line[:5] for line in lines] == [lint.code for lint in LINTS]
    described = json.loads(run("check", "--list", "--json").stdout)
    assert set(described[0]) == {"code", "name", "explanation", "mendable", "warning"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "name at least one map"), (["x.json", "--ignore", "DM9"], "there is no code DM9")],
)
def test_bad_use(run: Run, arguments: list[str], said: str) -> None:
    result = run("check", *arguments)
    assert result.exit_code == Status.BAD
    assert said in result.stderr
