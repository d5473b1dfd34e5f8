"""The shape of verdicts in JSON, as the schemas describe it."""

import json
from itertools import islice
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import TypeAdapter

from debatemap.cli.json import crux, judge, reason_data, what_if
from debatemap.cli.json.answer_shapes import ANSWERS
from debatemap.cli.json.verdict_shape import VerdictShape
from debatemap.core.debate import Debate
from debatemap.core.queries import theses
from debatemap.judge.explain.what_if import suppose
from debatemap.judge.judgement import FALSE, Judgement
from tests.cli.conftest import Run
from tests.cli.test_verdict_words import SAMPLE
from tests.strategies import debates

VERDICT = TypeAdapter(VerdictShape)


def checked(command: str, answer: object) -> dict[str, Any]:
    """Returns an answer as JSON has it, which has the shape of its schema."""
    found: dict[str, Any] = json.loads(json.dumps(answer))
    ANSWERS[command].validate_python(found)
    return found


@given(debates())
def test_what_judge_prints_has_the_shape_of_the_schema(debate: Debate) -> None:
    found = checked("judge", judge.described(Judgement(debate)))
    for claim, record in found["claims"].items():
        assert record["raters"] == len(record["ratings"])
        assert record["text"] == debate.claims[claim].text
    for link, record in found["links"].items():
        assert tuple(record["source"]) == debate.links[link].premises
        assert record["weight"] == record["contribution"]


@settings(max_examples=20)
@given(debates())
def test_a_verdict_is_the_same_in_judge_why_crux_and_whatif(debate: Debate) -> None:
    judgement = Judgement(debate)
    judged = {one["id"]: one for one in checked("judge", judge.described(judgement))["theses"]}
    rated = [name for name, ratings in debate.stances.items() if ratings]
    two = (rated[0], rated[1]) if len(rated) > 1 else None
    turned = checked("crux", crux.described(judgement, list(judged), two))["theses"]
    for node in islice((*theses(debate), *debate.links), 6):
        reason = checked("why", reason_data.described(judgement, node))
        assert all(reason[key] == value for key, value in _verdict(judged.get(node, {})).items())
    for each in turned:
        assert _verdict(each) == _verdict(judged[each["id"]])
    assumed = dict.fromkeys(islice(debate.claims, 1), FALSE)
    outcome = suppose(judgement, assumed)
    for each in checked("whatif", what_if.described(judgement, assumed, outcome))["theses"]:
        assert each["before"] == _verdict(judged[each["id"]])
        judgement.assume(assumed)
        assert each["after"] == _verdict(
            checked("judge", judge.described(judgement))["theses"][list(judged).index(each["id"])]
        )
        judgement.assume({})


def _verdict(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key in VerdictShape.__annotations__}


@pytest.mark.parametrize(
    ("command", "table"),
    [("show", "rows"), ("stats", "verdicts"), ("compare", "options"), ("crux", "theses")],
)
def test_each_command_tells_verdicts_in_that_shape(run: Run, command: str, table: str) -> None:
    printed = json.loads(run(command, SAMPLE, "--json").stdout)[table]
    verdicts = [each for each in printed if "words" in each]
    assert verdicts
    for each in verdicts:
        VERDICT.validate_python(each)


def test_the_schemas_are_printed(run: Run) -> None:
    printed = json.loads(run("schema", "verdict").stdout)
    assert {"BasisShape", "IntervalShape", "ThesisShape"} <= set(printed["$defs"])
    for command in ("why", "whatif", "crux", "people", "replay"):
        defined = json.loads(run("schema", command).stdout)["$defs"]
        assert {"TurningShape", "AgreementShape"} <= set(defined)
    assert run("schema", "nothing").exit_code == 2
