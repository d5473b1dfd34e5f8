"""`debatemap similar`: pairs, what is like a text, and scores of pairs of texts."""

import json
from pathlib import Path

from debatemap.similarity import point_similarity
from tests.cli.conftest import Run


def test_what_is_like_a_text_is_printed_with_its_score(run: Run, map_file: Path) -> None:
    result = run("similar", map_file, "With many eyes a fault is found sooner")
    assert result.exit_code == 0
    assert result.stdout.endswith("  eyes0001  Many eyes find faults sooner.\n")
    found = json.loads(run("similar", map_file, "Many eyes find faults.", "--json").stdout)
    assert found[0]["id"] == "eyes0001"
    assert 0.55 <= found[0]["score"] <= 1


def test_it_ends_with_1_where_nothing_is_alike(run: Run, map_file: Path) -> None:
    for given in (["Unicorns."], []):
        result = run("similar", map_file, *given)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert "No claim" in result.stderr


def test_pairs_of_a_map_are_printed(run: Run, map_file: Path) -> None:
    run("add", map_file, "Faults are found sooner by many eyes.")
    result = run("similar", map_file)
    assert result.exit_code == 0
    assert "Many eyes find faults sooner." in result.stdout
    (pair,) = json.loads(run("similar", map_file, "--json").stdout)
    assert len({each["id"] for each in pair["claims"]}) == 2


def test_pairs_of_texts_get_scores(run: Run, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(
        '{"a": "Bans work.", "b": "A ban works", "id": 7}\n\n{"a": "x\x7fy", "b": "é"}\n'
    )
    result = run("similar", pairs, "--pairs")
    assert result.exit_code == 0
    first, second = map(json.loads, result.stdout.splitlines())
    assert first == {
        "a": "Bans work.",
        "b": "A ban works",
        "id": 7,
        "score": point_similarity("Bans work.", "A ban works"),
    }
    assert second["b"] == "é"
    pairs.write_text('{"a": "Bans work."}\n')
    result = run("similar", pairs, "--pairs")
    assert result.exit_code == 2
    assert "line 1" in result.stderr
