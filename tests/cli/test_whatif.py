"""`debatemap whatif`."""

import json
from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.cli.exit_status import Status
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.scenarios import SCENARIOS, scenarios_in
from tests.cli.conftest import Run
from tests.cli.test_safety import PAYLOADS, _raw


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    """A thesis with a con that is rated, an undercut, and a pro of a pro."""
    claims = {
        "thesis01": Claim("It will rain."),
        "dry00001": Claim("The air is dry."),
        "cloud001": Claim("There are clouds."),
        "seen0001": Claim("I see them."),
        "not00001": Claim("Dry air brings storms."),
    }
    links = {
        "l-dry": Link(("dry00001",), "attacks", "thesis01", "a0"),
        "l-cloud": Link(("cloud001",), "supports", "thesis01", "a1"),
        "l-seen": Link(("seen0001",), "supports", "cloud001", "a0"),
        "l-not": Link(("not00001",), "attacks", "l-dry", "a0"),
    }
    header = Header("rain", theses=("thesis01",), beside={SCENARIOS: {"Odd": 1}})
    path = tmp_path / "rain.json"
    save(Debate(header, claims, links, stances={"Ada": {"dry00001": 100}}), path)
    return path


def test_each_thesis_and_what_moves_most_are_told(run: Run, rain: Path) -> None:
    before = rain.read_bytes()
    result = run("whatif", rain, "--assume", "seen=0", "--assume", "dry00001=absent")
    assert (result.exit_code, result.stderr) == (Status.DONE, "")
    assert result.stdout.splitlines() == [
        "If",
        "  seen0001  “I see them.” is false",
        "  dry00001  “The air is dry.” is absent",
        "Theses",
        "  thesis01  50 → 60 of 100 (30 to 75): open → for  It will rain.",
        "Claims that move most",
        "  cloud001  60 → 50 of 100  There are clouds.",
    ]
    assert rain.read_bytes() == before


def test_a_link_is_assumed_as_well_and_what_stays_is_said_once(run: Run, rain: Path) -> None:
    lines = run("whatif", rain, "--assume", "l-not=TRUE", "--assume", "l-dry=1").stdout.splitlines()
    assert lines[1:3] == [
        "  l-not  the step from “Dry air brings storms.” counts in full",
        "  l-dry  the step from “The air is dry.” counts in full",
    ]
    same = run("whatif", rain, "--assume", "l-not=1").stdout.splitlines()
    assert same[2:] == ["Theses", "  thesis01  about 50 of 100 (30 to 70): open  It will rain."]


def test_json_has_all_in_full(run: Run, rain: Path) -> None:
    printed = run("whatif", rain, "--assume", "cloud001=1", "--method", "df-quad", "--json").stdout
    told = json.loads(printed)
    thesis = told["theses"][0]
    assert (told["assumed"], told["method"]) == ({"cloud001": "true"}, "df-quad")
    assert told["person"] is None
    assert (thesis["id"], thesis["text"]) == ("thesis01", "It will rain.")
    assert thesis["after"]["side"] == "for"
    assert thesis["before"]["strength"] < thesis["after"]["strength"] < 1
    assert told["moved"] == []


def test_a_persons_view_counts(run: Run, rain: Path) -> None:
    everybody, ada = (
        run("whatif", rain, "--assume", "cloud001=0", "--json", *options).stdout
        for options in ([], ["--person", "Ada"])
    )
    assert json.loads(ada)["person"] == "Ada"
    assert json.loads(everybody)["theses"] != json.loads(ada)["theses"]


def test_a_scenario_is_kept_listed_used_and_dropped(run: Run, rain: Path) -> None:
    before = rain.read_bytes()
    kept = run("whatif", rain, "--assume", "dry=0", "--assume", "l-not=absent", "--keep", "No dry")
    assert f"{rain}: kept the scenario “No dry”\n" == kept.stderr
    assert "50 → 63 of 100 (30 to 75): open → for" in kept.stdout
    scenario = {"dry00001": "false", "l-not": "absent"}
    assert scenarios_in(load(rain).header) == {"No dry": scenario}
    assert run("whatif", rain, "--list").stdout.splitlines() == [
        "No dry",
        "  dry00001  “The air is dry.” is false",
        "  l-not  the step from “Dry air brings storms.” is absent",
    ]
    assert json.loads(run("whatif", rain, "--list", "--json").stdout) == {
        "scenarios": {"No dry": scenario}
    }
    used = run("whatif", rain, "--scenario", "No dry", "--assume", "dry00001=1", "--json").stdout
    assert json.loads(used)["assumed"] == {**scenario, "dry00001": "true"}
    dropped = run("whatif", rain, "--drop", "No dry")
    assert (dropped.exit_code, dropped.stdout) == (Status.DONE, "")
    assert rain.read_bytes() == before


def test_no_scenario_yet(run: Run, map_file: Path) -> None:
    result = run("whatif", map_file, "--list")
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert "no scenario yet; --assume ID=0 --keep NAME adds one" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "nothing is assumed; say what, as in --assume 3f8k2m9xqz=0, or --scenario NAME"),
        (["--keep", "X"], "nothing is assumed"),
        (["--assume", "dry00001"], "dry00001: expected ID=0, ID=1 or ID=absent"),
        (["--assume", "dry00001=0.5"], "expected ID=0, ID=1 or ID=absent"),
        (["--assume", "nothing=1"], "there is no claim or link nothing"),
        (["--scenario", "Odd"], "the map has no scenario “Odd”; it has none"),
        (["--drop", "Dry"], "the map has no scenario “Dry”"),
        (["--assume", "dry=1", "--keep", "Odd"], "something else under that name"),
        (["--assume", "dry=1", "--list"], "ask for one at a time"),
        (["--assume", "dry=1", "--method", "guess"], "there is no method guess"),
        (["--assume", "dry=1", "--person", "Bo"], "Bo has rated nothing"),
    ],
)
def test_a_refusal_is_one_sentence_and_leaves_the_file(
    run: Run, rain: Path, arguments: list[str], said: str
) -> None:
    before = rain.read_bytes()
    result = run("whatif", rain, *arguments)
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert rain.read_bytes() == before


def test_a_scenario_of_what_is_gone_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gone.json"
    beside = {SCENARIOS: {"Dry": {"gone": "true"}, "Wet": {"a": "false", "gone": "true"}}}
    save(Debate(Header("m", theses=("a",), beside=beside), {"a": Claim("A.")}), path)
    result = run("whatif", path, "--scenario", "Dry")
    assert "all that “Dry” is about is gone" in result.stderr
    assert "  gone  does not exist" in run("whatif", path, "--list").stdout
    used = run("whatif", path, "--scenario", "Wet", "--json").stdout
    assert json.loads(used)["assumed"] == {"a": "false"}


def test_a_map_of_a_newer_version_is_left_alone(run: Run, rain: Path) -> None:
    newer = rain.read_bytes().replace(b'"version": 1', b'"version": 2')
    rain.write_bytes(newer)
    result = run("whatif", rain, "--assume", "dry=0", "--keep", "Dry")
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert "a newer debatemap wrote this map" in result.stderr
    assert rain.read_bytes() == newer
    assert run("whatif", rain, "--assume", "dry=0").exit_code == Status.DONE


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_nothing_raw_is_printed(run: Run, tmp_path: Path, payload: str) -> None:
    bad, path = f"rain {payload}", tmp_path / "x.json"
    beside = {SCENARIOS: {bad: {"aaa": "true", bad: "false"}}}
    header = Header("m", bad, ("aaa",), beside=beside)
    links = {"lll": Link(("bbb",), "supports", "aaa")}
    save(Debate(header, {"aaa": Claim(bad), "bbb": Claim(bad)}, links), path)
    for arguments in (
        ["--list"],
        ["--list", "--json"],
        ["--assume", "bbb=0"],
        ["--assume", "lll=absent", "--json"],
        ["--scenario", "none"],
        ["--drop", payload],
        ["--assume", f"{payload}=0"],
        ["--assume", payload],
        ["--assume", "bbb=0", "--keep", bad],
        ["--scenario", f"rain {payload}"],
    ):
        assert not _raw(run("whatif", path, *arguments).output), arguments
