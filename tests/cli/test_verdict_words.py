"""The verdict in the same words wherever a command tells it."""

import json

import pytest

from debatemap import load
from debatemap.core.queries import theses
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict_words import verdict_words
from debatemap.store.locations import samples
from tests.cli.conftest import Run

SAMPLE = next(path for path in samples() if path.name == "open-source-ai.json")


def _words() -> list[str]:
    debate = load(SAMPLE)
    judgement = Judgement(debate)
    return [verdict_words(judgement, claim) for claim in theses(debate)]


@pytest.mark.parametrize("command", ["show", "stats", "judge"])
def test_commands_tell_each_verdict_in_the_same_words(run: Run, command: str) -> None:
    words = _words()
    assert "about 70 of 100 (30 to 80) · nobody has rated any of it: this weighs" in words[0]
    printed = run(command, SAMPLE).stdout
    assert all(each in printed for each in words)


@pytest.mark.parametrize(
    ("command", "table"),
    [("show", "rows"), ("stats", "verdicts"), ("judge", "theses"), ("compare", "options")],
)
def test_data_has_the_same_words_under_the_same_keys(run: Run, command: str, table: str) -> None:
    told = json.loads(run(command, SAMPLE, "--json").stdout)[table]
    judged = [each for each in told if "words" in each]
    assert [each["words"] for each in judged] == _words()
    assert [each["verdict"] for each in judged][:1] == ["for, about 70 of 100 (30 to 80)"]
    assert {"verdict", "words", "side", "strength", "range"} <= set(judged[0])


def test_a_thesis_is_told_of_once_and_no_other_claim(run: Run) -> None:
    printed = run("show", SAMPLE).stdout.splitlines()
    assert sum(line.startswith("    Verdict: ") for line in printed) == len(_words())
    claim = load(SAMPLE).links_into(theses(load(SAMPLE))[0])[0]
    premise = load(SAMPLE).links[claim].premises[0]
    assert "Verdict:" not in run("show", SAMPLE, "--claim", premise).stdout
