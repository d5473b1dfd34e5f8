"""What it costs to read files of other programs."""

import random
from itertools import pairwise
from time import process_time
from typing import Any, Final

import orjson

from debatemap.formats.registry import read_map
from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle

__all__ = ["node_set", "reading_a_node_set"]

_NODES: Final = 1_378
"""As many as the largest of a few thousand published node sets has."""
_SPEAKERS: Final = 7


def reading_a_node_set(bench: Bench) -> list[Measure]:
    """Measures a dialogue in AIF, with its locutions."""
    data = orjson.dumps(node_set(_NODES))
    read_map(data, "dialogue.json")
    taken = []
    for _ in range(bench.sizes.rounds):
        started = process_time()
        read_map(data, "dialogue.json")
        taken.append((process_time() - started) * 1_000)
    note = f"of a processor, median, {len(data) / 1e6:.1f} MB"
    return [Measure(f"read AIF of {_NODES:,} nodes", 100.0, middle(taken), "ms", note)]


class _NodeSet:
    """A node set that is written piece by piece."""

    def __init__(self) -> None:
        self.nodes: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []

    def node(self, kind: str, text: str, **more: str) -> str:
        """Adds a node, and returns its id."""
        key = str(100_001 + len(self.nodes))
        stamp = "2015-11-06 14:09:10"
        self.nodes.append({"nodeID": key, "text": text, "type": kind, "timestamp": stamp, **more})
        return key

    def join(self, *keys: str) -> None:
        """Adds edges from each node to the next."""
        for start, end in pairwise(keys):
            key = str(500_001 + len(self.edges))
            self.edges.append({"edgeID": key, "fromID": start, "toID": end, "formEdgeID": None})


def node_set(count: int) -> dict[str, Any]:
    """Returns a dialogue of about so many nodes: the same every time."""
    chance = random.Random(1)  # noqa: S311  (no secret)
    made = _NodeSet()
    claims: list[str] = []
    locutions: list[dict[str, Any]] = []
    before = ""
    while len(made.nodes) < count:
        turn = len(claims)
        claim = made.node("I", f"Claim number {turn} is a sentence of about this many words, é.")
        said = made.node("L", f"Speaker {turn % _SPEAKERS} : claim {turn} is what I said")
        made.join(said, made.node("YA", "Asserting", scheme="Asserting", schemeID="74"), claim)
        locutions.append({"nodeID": said, "personID": str(turn % _SPEAKERS), "start": None})
        if claims:
            kind = chance.choice(("RA", "RA", "CA"))
            made.join(claim, made.node(kind, "Default Inference"), chance.choice(claims))
            made.join(before, made.node("TA", "Default Transition"), said)
        before = said
        claims.append(claim)
    return {"nodes": made.nodes, "edges": made.edges, "locutions": locutions}
