"""`debatemap judge`: verdicts, and how firm they are."""

import json
from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.cli.exit_status import Status
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import BY_ID
from tests.cli.conftest import Run, small
from tests.judge.test_reasons import UNSETTLED, WHERE_IT_STARTS

_WEIGHS = "nobody has rated any of it: this weighs replies only"
_ODDS = "Of 100 ways to rate it all,"
_FOR = "come out for it"


@pytest.fixture
def rated_file(tmp_path: Path) -> Path:
    """The small map, rated by two people."""
    debate = small()
    stances = {"Ann": {"thesis01": 100, "link-army": 50}, "Bo": {"thesis01": 60}}
    rated = Debate(debate.header, debate.claims, debate.links, debate.sources, stances)
    save(rated, tmp_path / "rated.json")
    return tmp_path / "rated.json"


def test_theses_stand_with_their_own_pros_and_cons(run: Run, map_file: Path) -> None:
    result = run("judge", map_file)
    assert (result.exit_code, result.stderr) == (Status.DONE, "")
    assert result.stdout.splitlines() == [
        "1. Thesis: Releasing model weights makes AI safer.",
        f"    open, about 50 of 100 (30 to 75) · {_WEIGHS} · 1 objection is unanswered",
        f"    0 ───────━━━━━●━━━━━━────── 100  {_ODDS} 40 {_FOR}, 19 open and 41 against it.",
        "    unanswered: Armies deter people, not software.",
        "    holds by 3 of 3 methods that differ in kind",
        (
            "    Each of 2 claims turns it; the likeliest of 4 ways: doubt “Armies deter people, "
            "not software.”, which is an open question, as it stands at 50."
        ),
        "1.1. Pro: Many eyes find faults sooner.",
        "    open, 50 of 100; weighs 50",
        "1.2. Con: Armies deter people, not software.",
        "    open, 50 of 100; weighs 50",
        "2. Thesis: Open weights need strict rules.",
        f"    for, about 70 of 100 (35 to 80) · {_WEIGHS}",
        (
            f"    0 ────────━━━━━━━━━━●━───── 100  {_ODDS} 63 {_FOR}, 20 open and 17 against it. "
            "In public debates 69 of 100 crowds were for what replies favour."
        ),
        "    holds by 3 of 3 methods that differ in kind",
        (
            "    No single claim turns it, two together do; the likeliest of 3 pairs: doubt "
            "“Armies deter people, not software.” (at 50) and doubt “Compute decides who wins the "
            "race.” (at 50), which is an open question."
        ),
        "2.1. Pro, two premises that hold only together:",
        "    weighs 40",
        "2.1a. Compute decides who wins the race.",
        "    open, 50 of 100",
        "2.1b. Governments hold most of the compute.",
        "    against, 40 of 100 · 1 objection is unanswered",
        "2.2. Pro: See 1.2. “Armies deter people, not software.”",
        "    open, 50 of 100; weighs 50",
    ]


def test_all_tells_of_every_claim(run: Run, map_file: Path) -> None:
    printed = run("judge", map_file, "--all").stdout
    debate = load(map_file)
    assert all(claim.text in printed for claim in debate.claims.values())
    assert "U1. A thought for later.\n    open, 50 of 100" in printed


def test_a_step_that_counts_for_less_says_so(run: Run, rated_file: Path) -> None:
    printed = run("judge", rated_file, "--person", "Ann").stdout
    assert "    open, 50 of 100; weighs 25; the step counts 50 of 100" in printed


@pytest.mark.parametrize("method", BY_ID)
@pytest.mark.parametrize("person", ["", "Ann"])
def test_json_is_the_whole_judgement(run: Run, rated_file: Path, method: str, person: str) -> None:
    options = ["--person", person] if person else []
    data = json.loads(run("judge", rated_file, "--method", method, *options, "--json").stdout)
    debate = load(rated_file)
    judgement = Judgement(debate, BY_ID[method], person)
    assert (data["method"], data["person"]) == (method, person or None)
    assert data["claims"].keys() == debate.claims.keys()
    assert data["links"].keys() == debate.links.keys()
    for claim, record in data["claims"].items():
        assert record["strength"] == pytest.approx(judgement.strength(claim), abs=1e-12)
        assert record["grounded"] == judgement.label(claim).term
        assert record["base"] == judgement.base(claim)
        assert record["range"] is None
    for link, record in data["links"].items():
        assert record["contribution"] == pytest.approx(judgement.contribution(link), abs=1e-12)
        assert record["strength"] == pytest.approx(judgement.strength(link), abs=1e-12)
    thesis = data["theses"][0]
    assert (thesis["id"], thesis["side"]) == ("thesis01", judgement.verdict("thesis01").side.value)
    agreement = thesis["agreement"]
    assert len(agreement["holds"]) + len(agreement["differ"]) == 3
    assert len(agreement["partings"]) == len(agreement["differ"])
    assert thesis["robustness"].keys() == {"survived", "of", "complete", "whole"}


def test_what_does_not_settle_is_said_out_loud(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cycle.json"
    stances = {"ann": WHERE_IT_STARTS}
    save(Debate(UNSETTLED.header, UNSETTLED.claims, UNSETTLED.links, {}, stances), path)
    options = ["--method", "df-quad", "--person", "ann"]
    printed = run("judge", path, "--all", *options).stdout
    assert (
        "\n    unsettled, 98 to 99 of 100 · ann has rated 3 of 3 claims · 3 objections go in"
        in printed
    )
    assert "; how much the step counts does not settle: " in printed
    thesis = json.loads(run("judge", path, *options, "--json").stdout)["theses"][0]
    low, high = thesis["range"]
    assert low < thesis["strength"] < high


def test_a_map_without_a_thesis_has_no_verdict(run: Run, tmp_path: Path) -> None:
    save(Debate(Header("m"), {"aaa": Claim("It rains.")}), tmp_path / "x.json")
    result = run("judge", tmp_path / "x.json")
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert "has no thesis" in result.stderr


def test_a_thesis_alone_has_nothing_to_be_doubted(run: Run, tmp_path: Path) -> None:
    save(Debate(Header("m", theses=("aaa",)), {"aaa": Claim("It rains.")}), tmp_path / "x.json")
    assert "    No other claim bears on it.\n" in run("judge", tmp_path / "x.json").stdout


def test_a_premise_that_does_not_exist_is_passed_over(run: Run, tmp_path: Path) -> None:
    links = {"lll": Link(("bbb", "gone"), "supports", "aaa")}
    claims = {"aaa": Claim("It rains."), "bbb": Claim("Wet.")}
    save(Debate(Header("m", theses=("aaa",)), claims, links), tmp_path / "x.json")
    result = run("judge", tmp_path / "x.json")
    assert "A claim that does not exist, gone." in result.stdout
    assert result.exit_code == Status.DONE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--method", "coin"], "there is no method coin; there are quadratic-energy, "),
        (["--person", "Eve"], "Eve has rated nothing in this map; Ann, Bo did"),
    ],
)
def test_bad_use(run: Run, rated_file: Path, arguments: list[str], said: str) -> None:
    result = run("judge", rated_file, *arguments)
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert said in result.stderr
