"""Our strengths and labels are those that other engines give."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from debatemap.judge.evaluation import Evaluation
from debatemap.judge.judgement import ABSENT, FALSE, Judgement
from debatemap.judge.labels import Label
from debatemap.judge.methods import Method
from tests.judge.known import JUDGE, METHOD_OF, debate_of, framework_of, read, records

CLOSE: Final = 1e-9
_STEP: Final = 1e-6
_CLOSE_TO_A_DIFFERENCE: Final = 1e-5

Source = Callable[[str], list[dict[str, Any]]]
both = pytest.mark.parametrize("source", [records, read], ids=["ours", "all"])


@both
@pytest.mark.parametrize("name", METHOD_OF)
def test_strengths(source: Source, name: str) -> None:
    tried = 0
    for record in source("qbaf"):
        framework = framework_of(record["base"], record["attacks"], record["supports"])
        evaluation = Evaluation(framework, METHOD_OF[name])
        for claim, strength in record["strength"].get(name, {}).items():
            index = framework.index(claim)
            if strength is None or index is None:
                continue
            tried += 1
            assert evaluation.strengths[index] == pytest.approx(strength, abs=CLOSE), record["id"]
            assert index not in evaluation.ranges, record["id"]
    assert tried


@both
def test_what_a_claim_contributes_by_being_there(source: Source) -> None:
    tried = 0
    for record, method, claim, known in _contributions(source):
        judgement = _judgement(record, method)
        whole = judgement.strength(record["topic"])
        for assumption in (ABSENT, FALSE):
            judgement.assume({claim: assumption})
            removed = whole - judgement.strength(record["topic"])
            assert removed == pytest.approx(known["removal"], abs=CLOSE), (record["id"], claim)
        tried += 1
    assert tried


@both
def test_what_a_change_of_a_base_moves(source: Source) -> None:
    """The gradient that they know is that by the base of the claim, not by its strength."""
    for record, method, claim, known in _contributions(source):
        ends = []
        for step in (-_STEP, _STEP):
            bases = {**record["base"], claim: record["base"][claim] + step}
            ends.append(_judgement({**record, "base": bases}, method).strength(record["topic"]))
        slope = (ends[1] - ends[0]) / (2 * _STEP)
        assert slope == pytest.approx(known["gradient_fd"], abs=_CLOSE_TO_A_DIFFERENCE)


@both
def test_grounded_labels(source: Source) -> None:
    graphs = source("dung")
    assert graphs
    for graph in graphs:
        judgement = Judgement(debate_of(dict.fromkeys(graph["arguments"], 0.5), graph["attacks"]))
        stands = {name for name in graph["arguments"] if judgement.label(name) is Label.STANDS}
        assert stands == set(graph["grounded"]), graph["id"]
        hit = {target for attacker, target in graph["attacks"] if attacker in stands}
        defeated = {name for name in graph["arguments"] if judgement.label(name) is Label.DEFEATED}
        assert defeated == hit, graph["id"]


def _contributions(source: Source) -> list[tuple[dict[str, Any], Method, str, dict[str, float]]]:
    """Returns (framework, method, claim, what is known of it) of all that has such answers."""
    return [
        (record, METHOD_OF[name], claim, known)
        for record in source("qbaf")
        for name, claims in record.get("contribution", {}).items()
        for claim, known in claims.items()
    ]


def _judgement(record: dict[str, Any], method: Method) -> Judgement:
    return Judgement(
        debate_of(record["base"], record["attacks"], record["supports"]), method, JUDGE
    )
