"""The same at the edges: a chain of claims, and all claims under one."""

from tests.bench.bench import Bench
from tests.bench.editing import add, unfold_all
from tests.bench.keys import key_times
from tests.bench.maps import Shape
from tests.bench.measure import Measure, middle

__all__ = ["deep", "wide"]


def deep(bench: Bench) -> list[Measure]:
    """Measures a chain in which every claim stands under the one before."""
    return [
        measure
        for claims in (bench.sizes.middle, bench.sizes.large)
        for measure in _edge(bench, claims, "deep")
    ]


def wide(bench: Bench) -> list[Measure]:
    """Measures a thesis with all the other claims right beneath it."""
    return _edge(bench, bench.sizes.large, "wide")


def _edge(bench: Bench, claims: int, shape: Shape) -> list[Measure]:
    what = f"{shape}, {claims:,} claims"
    with bench.program(claims, shape, unfolded=False) as terminal:
        terminal.press("za")
        terminal.settle()
        terminal.press("z")
        terminal.settle()
        unfolded, _ = unfold_all(terminal)
        (paints,) = key_times([terminal], "jk", bench.sizes.keys)
        terminal.press("G")
        terminal.settle()
        added = middle(add(terminal, f"Added{count}") for count in range(3))
    moved = middle(paint.shown for paint in paints)
    return [
        Measure(f"{what}: unfold all", None, unfolded.shown, "ms", "key to first frame"),
        Measure(f"{what}: j and k", None, moved, "ms", "key to first frame"),
        Measure(f"{what}: add a claim", None, added, "ms", "Enter to its row"),
    ]
