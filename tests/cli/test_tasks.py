"""`debatemap tasks`."""

import json
from pathlib import Path

from debatemap import load, save
from debatemap.cli.exit_status import Status
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from tests.cli.conftest import Run


def test_what_is_left_to_do_is_printed_with_ids(run: Run, map_file: Path) -> None:
    result = run("tasks", map_file)
    assert result.exit_code == Status.DONE
    lines = result.stdout.splitlines()
    assert any("Answer “Armies deter people" in line and "[armies01]" in line for line in lines)
    argued = [line.split()[0] for line in lines if "Name a source" not in line]
    effects = [int(words) for words in argued if words.isdecimal()]
    assert len(effects) > 1
    assert effects == sorted(effects, reverse=True)


def test_every_claim_without_a_source_is_listed(run: Run, map_file: Path) -> None:
    lines = run("tasks", map_file, "--kind", "unsourced").stdout.splitlines()
    without = [key for key, claim in load(map_file).claims.items() if not claim.sources]
    assert {line.rpartition("[")[2].rstrip("]") for line in lines} == set(without)
    assert lines[-1].endswith("[thesis02]") or lines[-1].endswith("[compute2]"), (
        "claims with replies come last"
    )


def test_as_data(run: Run, map_file: Path) -> None:
    told = json.loads(run("tasks", map_file, "--json").stdout)
    assert {task["kind"] for task in told["tasks"]} == {"unanswered", "unsupported", "unsourced"}
    assert set(told["tasks"][0]) == {"kind", "claim", "link", "effect", "words"}
    few = json.loads(run("tasks", map_file, "--kind", "unanswered", "--json").stdout)
    assert {task["kind"] for task in few["tasks"]} == {"unanswered"}


def test_an_unknown_kind_is_refused_with_those_that_there_are(run: Run, map_file: Path) -> None:
    result = run("tasks", map_file, "--kind", "sources")
    assert result.exit_code == Status.BAD
    assert "sources" in result.stderr
    assert "unanswered, unsupported, unsourced" in result.stderr


def test_hostile_words_are_safe_and_an_empty_map_has_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    save(Debate(Header("m", theses=("a",)), {"a": Claim("A\x1b[31m\nB.")}), path)
    assert "\x1b" not in run("tasks", path).stdout
    assert len(run("tasks", path).stdout.splitlines()) == 1
    save(Debate(Header("m")), path)
    result = run("tasks", path)
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert "nothing of that is left to do" in result.stderr
