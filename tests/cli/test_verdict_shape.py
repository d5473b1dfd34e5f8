"""The shape of verdicts in JSON, as the schema describes it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from pydantic import TypeAdapter

from debatemap.cli.json.judge import described
from debatemap.cli.json.verdict_shape import JudgeShape, VerdictShape
from debatemap.core.debate import Debate
from debatemap.judge.judgement import Judgement
from tests.cli.conftest import Run
from tests.cli.test_verdict_words import SAMPLE
from tests.strategies import debates

VERDICT = TypeAdapter(VerdictShape)
JUDGED = TypeAdapter(JudgeShape)


@given(debates())
def test_what_judge_prints_has_the_shape_of_the_schema(debate: Debate) -> None:
    found = json.loads(json.dumps(described(Judgement(debate))))
    JUDGED.validate_python(found)
    for claim, record in found["claims"].items():
        assert record["raters"] == len(record["ratings"])
        assert record["text"] == debate.claims[claim].text
    for link, record in found["links"].items():
        assert tuple(record["source"]) == debate.links[link].premises
        assert record["weight"] == record["contribution"]


@pytest.mark.parametrize(
    ("command", "table"),
    [("show", "rows"), ("stats", "verdicts"), ("judge", "theses"), ("compare", "options")],
)
def test_each_command_tells_verdicts_in_that_shape(run: Run, command: str, table: str) -> None:
    printed = json.loads(run(command, SAMPLE, "--json").stdout)[table]
    verdicts = [each for each in printed if "words" in each]
    assert verdicts
    for each in verdicts:
        VERDICT.validate_python(each)


def test_the_schema_is_printed(run: Run, tmp_path: Path) -> None:
    del tmp_path
    printed = json.loads(run("schema", "verdict").stdout)
    assert {"BasisShape", "IntervalShape", "ThesisShape"} <= set(printed["$defs"])
    assert run("schema", "nothing").exit_code == 2
