"""`debatemap crux`: what it prints, and what it ends with."""

import json
from pathlib import Path
from typing import Any

import pytest

from debatemap import load, save
from debatemap.cli.exit_status import Status
from debatemap.cli.json.verdict_data import verdict_data
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.judge.explain.crux import cruxes, robustness, smallest_sets
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import BY_ID
from debatemap.store.locations import samples
from tests.cli.conftest import Run
from tests.strategies import sketch, star

STANCES = {
    "Ada": {"thesis01": 55, "eyes0001": 90, "armies01": 10},
    "Bo": {"thesis01": 45, "eyes0001": 10, "armies01": 15},
    "\x1b[2JEve": {"inbox001": 3},
}


@pytest.fixture
def disputed(tmp_path: Path) -> Path:
    """A map on which people differ about one claim that decides, and one that does not."""
    claims = {
        "thesis01": Claim("Releasing model weights makes AI safer."),
        "eyes0001": Claim("Many eyes\x1b[31m find faults sooner."),
        "armies01": Claim("Armies deter people, not software."),
        "inbox001": Claim("A thought for later."),
    }
    links = {
        "link-eyes": Link(("eyes0001",), "supports", "thesis01", "a0"),
        "link-army": Link(("armies01",), "attacks", "thesis01", "a1"),
    }
    header = Header("m", "Weights", ("thesis01",))
    return written(Debate(header, claims, links, stances=STANCES), tmp_path)


def written(debate: Debate, folder: Path) -> Path:
    save(debate, folder / "map.json")
    return folder / "map.json"


def printed(run: Run, *arguments: str | Path) -> Any:  # noqa: ANN401  (any JSON)
    result = run("crux", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (Status.DONE, "")
    return json.loads(result.stdout)


def test_it_prints_the_verdict_the_crux_and_what_each_claim_does(run: Run, disputed: Path) -> None:
    result = run("crux", disputed, "--person", "Ada")
    rated = "Ada has rated 3 of 3 claims · 1 objection is unanswered"
    assert (result.exit_code, result.stderr) == (Status.DONE, "")
    rated = "Ada has rated 3 of 3 claims · 1 objection is unanswered"
    assert result.stdout.splitlines() == [
        "Releasing model weights makes AI safer.",
        f"  for, about 75 of 100 (50 to 75) · {rated}",
        (
            "  Each of 2 claims turns it; the likeliest way: grant “Armies deter people, not "
            "software.” [armies01], which is very implausible, as it stands at 10."
        ),
        "  The crux: “Armies deter people, not software.” [armies01], which stands at 10",
        "    doubted 73 → 75 of 100; granted 73 → 54 of 100, open",
        "    the verdict turns once opinion on it rises from 10 to 90 of 100",
        "  Turns it too: “Many eyes[31m find faults sooner.” [eyes0001], which stands at 90",
        "    doubted 73 → 54 of 100, open; granted 73 → 75 of 100",
        (
            "  Most worth checking: “Armies deter people, not software.” [armies01], held at 5 to "
            "15, takes the verdict from 74 to 71; not rated by [2JEve."
        ),
        (
            "    then “Many eyes[31m find faults sooner.” [eyes0001], held at 85 to 95, takes "
            "the verdict from 71 to 74; not rated by [2JEve"
        ),
    ]


def test_without_a_crux_it_names_the_smallest_set(run: Run, tmp_path: Path) -> None:
    lines = run("crux", written(star(3), tmp_path)).stdout.splitlines()
    assert "  Moves it most, does not turn it: “Claim 1.” [c1], which stands at 50" in lines
    assert lines[2] == (
        "  No one or two claims turn it, three together do: doubt “Claim 1.” [c1] (at 50), doubt "
        "“Claim 2.” [c2] (at 50) and doubt “Claim 3.” [c3] (at 50), which is an open question."
    )
    lines = run("crux", written(star(12), tmp_path)).stdout.splitlines()
    assert lines[2] == (
        "  No one, two or three claims turn it, but the 12 that move it farthest do together: "
        "doubt “Claim 1.” [c1] and 11 more (at 50 each)."
    )
    assert lines[-1] == "  No rating of a single claim without replies moves it by a point."
    assert "    doubted 1 → 2 of 100; granted it stays at 1 of 100" in lines


def test_what_was_not_tried_is_told(run: Run, tmp_path: Path) -> None:
    lines = run("crux", written(star(80), tmp_path)).stdout.splitlines()
    assert lines[2].endswith(" (at 50 each). 20,000 of 670,080 sets of up to three were tried.")
    rated = {"Ada": dict.fromkeys(star(4_100).claims, 1.0)}
    large = star(4_100)
    large = Debate(large.header, large.claims, large.links, stances=rated)
    lines = run("crux", written(large, tmp_path), "--person", "Ada").stdout.splitlines()
    assert any(
        line.startswith("  Only ")
        and line.endswith(" of the 4,100 claims that bear on it were tried.")
        for line in lines
    )


def test_it_tells_of_the_claim_that_is_named(run: Run, disputed: Path) -> None:
    result = run("crux", disputed, "inb")
    rated = "1 person has rated 1 of 1 claim"
    assert result.stdout.splitlines() == [
        "A thought for later.",
        f"  against, about 30 of 100 (20 to 50) · {rated}",
        "  No other claim bears on it.",
    ]
    assert [top["id"] for top in printed(run, disputed, "armies01")["theses"]] == ["armies01"]


def test_two_people_hear_where_to_look(run: Run, disputed: Path) -> None:
    lines = run("crux", disputed, "--people", "Ada", "Bo").stdout.splitlines()
    ada = lines.index("  Ada: for, about 75 of 100 (50 to 75) · Ada has rated 3 of 3 claims")
    eyes = "“Many eyes[31m find faults sooner.” [eyes0001]"
    assert lines[ada + 1 :] == [
        "  Bo: against, 45 of 100 (41 to 49) · Bo has rated 3 of 3 claims",
        "  No one claim divides them. Agreed on these 3 they would be 0 apart, not 28.",
        f"    1 {eyes}",
        "      Ada holds it at 90, Bo holds it at 10; agreed on it 10 apart",
        "    2 “Releasing model weights makes AI safer.” [thesis01]",
        "      Ada holds it at 55, Bo holds it at 45; agreed on it 20 apart",
        "    3 “Armies deter people, not software.” [armies01]",
        "      Ada holds it at 10, Bo holds it at 15; agreed on it 27 apart",
        f"  To check by a source, as nothing is said of it: {eyes}.",
        "  To argue out, reply by reply: “Releasing model weights makes AI safer.” [thesis01].",
    ]
    hostile = run("crux", disputed, "--people", "Ada", "\x1b[2JEve").stdout
    assert "[2JEve: open, about 50 of 100 (" in hostile
    assert "\x1b" not in hostile


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ({}, "They hold the same of every claim that bears on it."),
        ({"c1": 20}, "They are less than 1 apart, though they hold one claim differently."),
        ({"c0": 20}, "One claim divides them: agreed on it they would be 0 apart, not 1."),
    ],
)
def test_what_divides_two_people_never_ends_in_nothing(
    run: Run, tmp_path: Path, ratings: dict[str, float], said: str
) -> None:
    debate = star(12)
    stances = {"Ada": {"c0": 70.0}, "Bo": {"c0": 70.0, **ratings}}
    debate = Debate(debate.header, debate.claims, debate.links, stances=stances)
    lines = run("crux", written(debate, tmp_path), "--people", "Ada", "Bo").stdout.splitlines()
    assert f"  {said}" in lines


def test_json_is_complete(run: Run, disputed: Path) -> None:
    debate = load(disputed)
    (top,) = printed(run, disputed, "--people", "Ada", "Bo", "--method", "df-quad")["theses"]
    judgement = Judgement(debate, BY_ID["df-quad"])
    found = cruxes(judgement, "thesis01")
    assert top["crux"] == (found.crux.claim if found.crux else None)
    assert [effect["claim"] for effect in top["effects"]] == [one.claim for one in found.effects]
    for given, effect in zip(top["effects"], found.effects, strict=True):
        assert (given["impact"], given["checking"]) == (effect.impact, effect.checking)
        assert given["text"] == debate.claims[effect.claim].text
        assert given["granted"] == verdict_data(effect.granted)
    assert top["robustness"] == robustness(judgement, "thesis01")._asdict()
    sets = smallest_sets(judgement, "thesis01")
    assert (top["smallest_sets"]["size"], top["smallest_sets"]["complete"]) == sets[1:3]
    assert top["double_crux"]["people"] == ["Ada", "Bo"]
    assert {one["claim"] for one in top["double_crux"]["disputes"]} <= {"eyes0001", "armies01"}
    assert top["division"]["steps"][0]["claim"] == "eyes0001"
    assert top["division"]["words"] == "Agreed on these 3 they would be 0 apart, not 48."
    assert top["turning"]["words"].startswith("Each of 2 claims turns it;")
    assert top["leaves"]["next"] in {"eyes0001", "armies01"}
    assert top["double_crux"]["differences"] == ["armies01", "eyes0001"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--people", "Ada", "Zoe"], "Zoe has rated nothing in this map; Ada, Bo, [2JEve did"),
        (["--people", "Ada", ""], "--people takes the names of two people who differ"),
        (["--people", "Ada", "Ada"], "--people takes the names of two people who differ"),
        (["--people", "Ada"], "requires 2 arguments"),
        (["--person", "Zoe"], "Zoe has rated nothing"),
        (["--method", "nope"], "there is no method nope; there are quadratic-energy, df-quad"),
        (["nothere"], "there is no claim nothere in this map"),
    ],
)
def test_bad_use_is_explained(run: Run, disputed: Path, arguments: list[str], said: str) -> None:
    result = run("crux", disputed, *arguments)
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert said in result.stderr


def test_a_map_without_a_thesis_is_told(run: Run, tmp_path: Path) -> None:
    path = written(sketch("", a="A + T"), tmp_path)
    result = run("crux", path)
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert result.stderr.endswith("has no thesis; name a claim to tell what it turns on.\n")
    assert printed(run, path)["theses"] == []


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_the_samples_have_something_to_turn_on(run: Run, path: Path) -> None:
    result = run("crux", path)
    assert result.exit_code == Status.DONE
    assert "  The crux: “" in result.stdout
