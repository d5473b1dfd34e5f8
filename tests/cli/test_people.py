"""`debatemap rate` and `debatemap people`: ratings from a table, and what they say of people."""

import json
from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.cli.exit_status import Status
from debatemap.cli.json.answer_shapes import ANSWERS
from debatemap.core.debate import Debate
from debatemap.store.locations import config_file
from tests.cli.conftest import Run
from tests.strategies import sketch, star


@pytest.fixture
def star_file(tmp_path: Path) -> Path:
    """A thesis with eight cons, named by their ids or their words."""
    save(star(8), tmp_path / "star.json")
    return tmp_path / "star.json"


def table_in(folder: Path, text: str) -> Path:
    (folder / "votes.csv").write_text(text, encoding="utf-8")
    return folder / "votes.csv"


def grouped() -> str:
    """Returns a table in which three people vote one way, three another, and one hardly votes."""
    heads = "participant," + ",".join(f"c{n}" for n in range(1, 9))
    rows = [f"p{n},1,1,1,1,-1,-1,-1,1" for n in range(3)]
    rows += [f"q{n},-1,-1,-1,-1,1,1,1,1" for n in range(3)]
    return "\n".join([heads, *rows, "rare,1"])


def test_a_table_is_taken_in_and_groups_are_told(run: Run, star_file: Path, tmp_path: Path) -> None:
    result = run("rate", star_file, "--from", table_in(tmp_path, grouped()))
    assert result.exit_code == Status.DONE
    assert "took in 49 ratings by 7 people" in result.stderr
    assert "its numbers were taken to be votes from -1 to 1" in result.stderr
    assert load(star_file).stances["p0"] == {
        f"c{n}": float(100 * (n in {1, 2, 3, 4, 8})) for n in range(1, 9)
    }
    told = run("people", star_file)
    assert (told.exit_code, told.stderr) == (Status.DONE, "")
    lines = told.stdout.splitlines()
    assert lines[0].startswith("6 people in 2 groups; two axes hold 100 of 100")
    assert "Group A (3): p0, p1, p2" in lines
    assert "Group B (3): q0, q1, q2" in lines
    assert lines[lines.index("What unites them") + 1] == "  for: “Claim 8.” [c8] (A 100 · B 100)"
    assert "  “Claim 1.” [c1] (A 100 · B 0)" in lines
    assert "Too few ratings to be in a group: rare" in lines
    data = json.loads(run("people", star_file, "--json", "--person", "p0").stdout)
    ANSWERS["people"].validate_python(data)
    assert [group["people"] for group in data["groups"]["groups"]] == [
        ["p0", "p1", "p2"],
        ["q0", "q1", "q2"],
    ]
    assert len(data["without"][0]["people"]) == 7


def test_claims_are_found_by_their_words_and_what_is_not_is_told(
    run: Run, star_file: Path, tmp_path: Path
) -> None:
    table = table_in(
        tmp_path, "person,claim,rating\nAnn,claim 1.,80\nAnn,c2,70\nAnn,no such,5\nAnn,c3,x\n"
    )
    result = run("rate", star_file, "--from", table)
    assert result.exit_code == Status.FOUND
    assert "no claim of the map is called no such" in result.stderr
    assert "no rating was found on line 5" in result.stderr
    assert load(star_file).stances == {"Ann": {"c1": 80, "c2": 70}}


def test_a_column_that_is_no_claim_is_told_once_and_a_scale_that_was_named_is_not(
    run: Run, star_file: Path, tmp_path: Path
) -> None:
    table = table_in(tmp_path, "person,c1,c2,comment\nAnn,1,-1,good map\nBo,1,x,ok\n")
    result = run("rate", star_file, "--from", table, "--scale", "votes")
    assert result.exit_code == Status.FOUND
    assert "no claim of the map is called comment\n" in result.stderr
    assert "no rating was found on line 3\n" in result.stderr
    assert "--scale" not in result.stderr
    assert load(star_file).stances == {"Ann": {"c1": 100, "c2": 0}, "Bo": {"c1": 100}}


def test_a_rating_is_by_the_name_in_the_settings(run: Run, tmp_path: Path) -> None:
    save(sketch("A"), tmp_path / "m.json")
    config_file().parent.mkdir(parents=True)
    config_file().write_text('name = "Ada"')
    assert run("rate", tmp_path / "m.json", "A", "90").exit_code == Status.DONE
    assert load(tmp_path / "m.json").stances == {"Ada": {"A": 90}}


def test_one_rating_and_one_person_against_the_rest(run: Run, tmp_path: Path) -> None:
    debate = sketch("T", a="A + T")
    debate = Debate(debate.header, debate.claims, debate.links, stances={"Bo": {"A": 10}})
    save(debate, tmp_path / "m.json")
    assert run("rate", tmp_path / "m.json", "A", "90", "--person", "Ann").exit_code == Status.DONE
    assert load(tmp_path / "m.json").stances["Ann"] == {"A": 90}
    lines = run("people", tmp_path / "m.json", "--person", "Ann").stdout.splitlines()
    assert lines[0].startswith("Ann: for, about 70 of 100 (")
    assert lines[0].endswith(") · Ann has rated 1 of 2 claims")
    assert lines[1].startswith("all others: for, about ")
    assert lines[2] == "  “A.” [A]: Ann 90, the others 10 (mean of one other)"
    lines = run("people", tmp_path / "m.json", "--thesis", "T").stdout.splitlines()
    assert lines[0] == "Too few people have rated enough to tell groups apart: 2, and it takes 4."
    assert lines[1] == "Without one person: “T.” [T]"
    assert lines[2].startswith("  with everybody: for, about 60 of 100 (")
    assert lines[2].endswith(") · 2 people have rated 1 of 2 claims, 80 points apart on average")
    assert lines[3].startswith("  without Bo: 60 → 64 of 100 (")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["c1"], "name a CLAIM, a VALUE from 0 to 100 and --person"),
        (["c1", "101", "--person", "A"], "a rating is a number from 0 to 100"),
        (["c1", "--from", "x.csv"], "--from takes all from the table"),
    ],
)
def test_bad_use(run: Run, star_file: Path, arguments: list[str], said: str) -> None:
    result = run("rate", star_file, *arguments)
    assert result.exit_code == Status.BAD
    assert said in result.stderr


def test_a_map_that_nobody_has_rated(run: Run, star_file: Path) -> None:
    result = run("people", star_file)
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert "nobody has rated anything" in result.stderr
