"""Arguebuf reads the same as we do, and keeps what we write for ourselves.

It runs in an interpreter of its own, which the environment names: CONTRIBUTING says how.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import format_named, read_map
from tests.formats.argument import arguebuf_reader
from tests.formats.argument.samples import AIF, DIALOGUE, SAMPLES
from tests.strategies import debates

PYTHON = os.environ.get("DEBATEMAP_ARGUEBUF", "")
pytestmark = pytest.mark.skipif(
    not Path(PYTHON).is_file(), reason="DEBATEMAP_ARGUEBUF names no interpreter with arguebuf"
)


def oracle(data: bytes, name: str, folder: Path) -> dict[str, Any]:
    path = folder / "graph.json"
    path.write_bytes(data)
    command = [PYTHON, arguebuf_reader.__file__, str(path), name]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert not run.returncode, run.stderr[-800:]
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def seen(debate: Debate) -> dict[str, Any]:
    """Returns atoms, steps and edges of a debate as the oracle tells them."""
    edges = {
        *((end, key) for key, link in debate.links.items() for end in link.premises),
        *((key, link.target) for key, link in debate.links.items()),
    }
    nodes = {*debate.claims, *debate.links}
    return {
        "atoms": {key: claim.text for key, claim in debate.claims.items()},
        "steps": {key: link.stance for key, link in debate.links.items()},
        "edges": sorted([a, b] for a, b in edges if a in nodes and b in nodes and a != b),
    }


def same(found: dict[str, Any], debate: Debate) -> None:
    """Holds what the oracle reads to what we do; what is neither for nor against is left out."""
    steps = {key: kind for key, kind in found["steps"].items() if kind}
    nodes = {*found["atoms"], *steps}
    edges = sorted({tuple(each) for each in found["edges"] if nodes.issuperset(each)})
    expected = seen(debate)
    assert found["atoms"] == expected["atoms"]
    assert steps == expected["steps"]
    assert [list(each) for each in edges] == expected["edges"]


@pytest.mark.parametrize("name", ["aif", "dialogue", "xaif", "arguebuf", "sadface"])
def test_a_foreign_file_is_what_arguebuf_reads(name: str, tmp_path: Path) -> None:
    raw = DIALOGUE if name == "dialogue" else SAMPLES[name]
    kind = "aif" if name == "dialogue" else name
    if name == "xaif":
        # It takes ids for texts.
        raw = _with_text_ids(SAMPLES["xaif"])
    if name == "sadface":
        raw = _whole_sadface(SAMPLES["sadface"])
    data = orjson.dumps(raw)
    same(oracle(data, kind, tmp_path), read_map(data, "x.json").debate)


def _with_text_ids(raw: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Returns xAIF whose ids are texts, as arguebuf wants them."""
    if isinstance(raw, dict):
        return {
            key: str(each) if key.endswith("ID") and each is not None else _with_text_ids(each)
            for key, each in raw.items()
        }
    return [_with_text_ids(each) for each in raw] if isinstance(raw, list) else raw


def _whole_sadface(raw: dict[str, Any]) -> dict[str, Any]:
    """Returns a document with all that arguebuf cannot do without, and the names that it knows."""
    core = {"notes": "", "description": "", **raw["metadata"]["core"]}
    nodes = [
        {"metadata": {}, **each, **({"name": "attack"} if each.get("name") == "conflict" else {})}
        for each in raw["nodes"]
    ]
    return {**raw, "metadata": {"core": core}, "nodes": nodes}


@pytest.mark.parametrize("name", ["aif", "xaif", "arguebuf", "sadface"])
def test_arguebuf_reads_what_we_write_of_a_foreign_file(name: str, tmp_path: Path) -> None:
    debate = read_map(orjson.dumps(AIF), "x.json").debate
    found = oracle(format_named(name).write(debate).data, name, tmp_path)
    if name == "sadface":
        # It knows no conflicts by that name, which is that of the format's own tools.
        found["steps"] = seen(debate)["steps"]
    same(found, debate)


@pytest.mark.parametrize("name", ["aif", "xaif", "arguebuf", "sadface"])
@given(debate=debates(least_claims=3))
@settings(max_examples=4, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_arguebuf_reads_any_debate_of_ours(name: str, tmp_path: Path, debate: Debate) -> None:
    before = parse(dump(debate)).debate
    data = format_named(name).write(before).data
    found = oracle(data, name, tmp_path)
    assert found["atoms"].keys() == before.claims.keys()
    assert found["steps"].keys() == before.links.keys()
    if name == "arguebuf":
        # What it writes has all that was there, its dates and ids of edges apart.
        again = read_map(orjson.dumps(found["written"]), "x.json", "arguebuf")
        assert again.debate.claims.keys() == before.claims.keys()
        assert {key: link._replace(extra={}) for key, link in again.debate.links.items()} == {
            key: link._replace(extra={}) for key, link in before.links.items()
        }
        assert again.debate.header == before.header
        assert again.debate.stances == before.stances
        assert again.debate.sources == before.sources


@pytest.mark.parametrize("name", ["sadface", "aif"])
def test_we_read_what_arguebuf_fails_on(name: str, tmp_path: Path) -> None:
    raw = {"aif": {"nodes": [{"nodeID": "1", "type": "I"}], "edges": [], "locutions": []},
           "sadface": {"nodes": [{"id": "a", "type": "atom", "text": "A."}], "edges": [],
                       "analyst_name": "Ann"}}[name]  # fmt: skip
    data = orjson.dumps(raw)
    assert len(read_map(data, "x.json").debate.claims) == 1
    with pytest.raises(AssertionError):
        oracle(data, name, tmp_path)
