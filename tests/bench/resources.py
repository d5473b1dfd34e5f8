"""What an open map takes while nothing happens: memory, bytes drawn, processor."""

import psutil

from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle

__all__ = ["idling", "memory"]


def memory(bench: Bench) -> list[Measure]:
    """Measures the peak of an open map, less the imports, against its JSON as plain dicts."""
    claims, rounds = bench.sizes.large, max(1, bench.sizes.rounds // 2)
    plain, folded, unfolded = (
        middle(bench.ask(question, claims) for _ in range(rounds))
        for question in ("memory plain", "memory", "memory unfolded")
    )
    note = f"{folded:,.0f} MB; orjson.loads {plain:,.0f} MB"
    what = f"peak memory at {claims:,} claims"
    return [
        Measure(what, 2.5, folded / plain, "×", note),
        Measure("", None, unfolded / plain, "×", f"{unfolded:,.0f} MB with everything unfolded"),
    ]


def idling(bench: Bench) -> list[Measure]:
    """Measures what is drawn and how busy the processor is while nobody presses a key."""
    sizes = bench.sizes
    with bench.program(sizes.large) as terminal:
        terminal.settle(1.0)
        process = psutil.Process(terminal.process.pid)
        before = process.cpu_times()
        drawn = terminal.wait(sizes.idle)
        after = process.cpu_times()
    busy = after.user + after.system - before.user - before.system
    note = f"{sizes.large:,} claims, {sizes.idle:g} s"
    return [
        Measure("idle: drawn", 0.0, float(len(drawn)), "bytes", note),
        Measure("idle: of a core", 0.5, busy / sizes.idle * 100, "%", note),
    ]
