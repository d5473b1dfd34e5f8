import json
from pathlib import Path

import pytest

from debatemap.core.queries import statistics
from debatemap.formats.native.codec import dump, parse
from tests.bench.__main__ import ROWS, main
from tests.bench.bench import Bench, Sizes
from tests.bench.fresh import QUESTIONS
from tests.bench.growth import exponent
from tests.bench.maps import Shape, map_bytes
from tests.bench.measure import Measure, as_markdown, as_text
from tests.extent import some

_TINY = Sizes(20, 30, 40, 60, rounds=1, keys=2, seconds=0.1, idle=0.1)


@pytest.mark.parametrize("shape", ["tree", "deep", "wide"])
def test_a_map_is_in_the_layout_of_the_program_and_the_same_every_time(shape: Shape) -> None:
    data = map_bytes(300, shape)
    assert data == map_bytes(300, shape)
    debate = parse(data).debate
    assert dump(debate) == data
    figures = statistics(debate)
    assert (figures.claims, figures.theses, figures.unplaced) == (300, 1, 0)
    assert figures.depth == 299 if shape == "deep" else figures.depth <= 36
    assert figures.widest == 299 if shape == "wide" else figures.widest <= 28


def test_a_tree_has_undercuts_joint_premises_and_shared_claims() -> None:
    figures = statistics(parse(map_bytes(1000)).debate)
    assert min(figures.undercuts, figures.joint, figures.shared) > 0
    assert 1.15 < figures.links / figures.claims < 1.25


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_answered_with_a_number(tmp_path: Path, question: str) -> None:
    path = Bench(tmp_path, _TINY).map(40)
    assert QUESTIONS[question](path) >= 0


@pytest.mark.parametrize("row", some(["keys", "idle"], "idle"))
def test_a_row_is_measured_in_a_real_terminal(tmp_path: Path, row: str) -> None:
    measures = ROWS[row](Bench(tmp_path, _TINY))
    assert measures
    assert all(measure.unit in {"×", "ms", "bytes", "%"} for measure in measures)


@pytest.mark.parametrize("row", ["weigh", "judge-edit", "crux"])
def test_judging_is_measured_on_a_small_map(tmp_path: Path, row: str) -> None:
    measures = ROWS[row](Bench(tmp_path, _TINY))
    assert all(measure.measured > 0 for measure in measures)
    assert measures[0].target is not None


def test_reading_a_node_set_is_measured(tmp_path: Path) -> None:
    (measure,) = ROWS["aif"](Bench(tmp_path, _TINY))
    assert measure.target == 100
    assert measure.measured > 0


def test_an_exponent_tells_how_work_grows_at_the_largest_maps() -> None:
    assert exponent([1, 10, 100], [7, 10, 100]) == pytest.approx(1)
    assert Measure("growth", 1.1, 1.234, "").cells()[2] == "1.23"


def test_the_table_has_target_beside_measured() -> None:
    measures = [Measure("a key", 8, 9.25, "ms", "in a terminal"), Measure("", None, 1.26, "×")]
    head, first, second = as_text(measures).splitlines()
    assert head.split() == ["what", "at", "most", "measured", "against"]
    assert first.split() == ["a", "key", "8", "ms", "9.2", "ms", "misses", "in", "a", "terminal"]
    assert second.split() == ["1.26", "×"]
    assert "| a key | 8 ms | 9.2 ms | misses | in a terminal |" in as_markdown(measures)


def test_the_command_prints_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ROWS, "idle", lambda _: [Measure("idle: drawn", 0, 0, "bytes")])
    assert main(["--quick", "--json", "idle"]) == 0
    (line,) = json.loads(capsys.readouterr().out)
    assert (line["what"], line["verdict"]) == ("idle: drawn", "ok")
