"""What it costs to write a map for readers."""

from time import perf_counter

from debatemap.documents.judged import verdicts_of
from debatemap.formats.native.codec import parse
from debatemap.formats.registry import format_named
from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle

__all__ = ["writing_a_page"]


def writing_a_page(bench: Bench) -> list[Measure]:
    """Measures the web page of a map, and what its strengths cost before."""
    claims = bench.sizes.middle
    debate, html = parse(bench.map(claims).read_bytes()).debate, format_named("html")
    weighed, written, size = [], [], 0
    for _ in range(bench.sizes.rounds):
        started = perf_counter()
        verdicts = verdicts_of(debate)
        weighed.append((perf_counter() - started) * 1_000)
        started = perf_counter()
        size = len(html.write_judged(debate, verdicts).data)
        written.append((perf_counter() - started) * 1_000)
    note = f"median, {size / 1e6:.1f} MB"
    return [
        Measure(f"HTML of {claims:,} claims", 1_000.0, middle(written), "ms", note),
        Measure("", None, middle(weighed), "ms", "its strengths and verdicts, before that"),
    ]
