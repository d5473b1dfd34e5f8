"""What it costs to read and write the formats that are trees."""

from time import perf_counter
from typing import Final

from debatemap.formats.native.codec import parse
from debatemap.formats.registry import format_named
from tests.bench.bench import Bench
from tests.bench.maps import map_bytes
from tests.bench.measure import Measure, middle

__all__ = ["trees"]

_CLAIMS: Final = 1_000
_ROUNDS: Final = 5
_TARGETS: Final = {"kialo": 200.0}
"""Milliseconds that a file of so many claims is read in."""
_FORMATS: Final = ("kialo", "markdown", "org", "opml", "freeplane", "mindmup", "canvas", "csv")


def trees(bench: Bench) -> list[Measure]:  # noqa: ARG001  (files of one size)
    """Measures reading and writing a map of 1,000 claims in each format."""
    debate = parse(map_bytes(_CLAIMS)).debate
    found = []
    for name in _FORMATS:
        chosen = format_named(name)
        reads, writes = [], []
        for _ in range(_ROUNDS):
            begin = perf_counter()
            data = chosen.write(debate).data
            between = perf_counter()
            chosen.read(data, "map", lambda _stage: None)
            writes.append(between - begin)
            reads.append(perf_counter() - between)
        note = f"written in {1_000 * middle(writes):.0f} ms"
        what = f"read {_CLAIMS:,} claims from {chosen.title}"
        found.append(Measure(what, _TARGETS.get(name), 1_000 * middle(reads), "ms", note))
    return found
