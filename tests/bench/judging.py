"""What it costs to weigh a large debate: all of it, after an edit, and to find what it turns on."""

import gc
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Final

import orjson

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import parse
from debatemap.judge.evaluation import Evaluation
from debatemap.judge.explain.crux import cruxes
from debatemap.judge.framework import Framework
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import QUADRATIC_ENERGY
from debatemap.judge.ordering import arrange
from debatemap.judge.ratings import Opinions
from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle

__all__ = ["editing", "finding_the_crux", "weighing"]

_CLAIMS_OF_A_LARGE_DEBATE: Final = 3_500
"""About as many as the largest debates that people have had in public."""
_EDITS: Final = 20
"""Edits of each kind, for every round of the other measurements."""
_KINDS: Final[dict[str, Callable[[Debate, str, str], Change]]] = {
    "rate a claim": lambda debate, claim, _: edit.rate(debate, claim, "editor", 80),
    "add a pro": lambda debate, claim, _: edit.add_reply(debate, claim, "supports", "Added."),
    "flip a link": lambda debate, _, link: edit.flip(debate, link),
}


def weighing(bench: Bench) -> list[Measure]:
    """Measures all strengths against a bare pass that sums up what bears on each claim."""
    sizes = bench.sizes
    data = bench.map(sizes.large).read_bytes()
    debate = parse(data).debate
    framework = _framework(debate)
    evaluation = Evaluation(framework, QUADRATIC_ENERGY)
    order = arrange(range(len(framework)), framework.targets).first
    work: tuple[Callable[[], object], ...] = (
        lambda: evaluation._weigh_in_order(order),
        lambda: _sum_up(framework, evaluation.strengths, order),
        lambda: Evaluation(framework, QUADRATIC_ENERGY),
        lambda: _framework(debate),
        lambda: orjson.loads(data),
    )
    swept, bare, weighed, built, loaded = (
        middle(times)
        for times in zip(*[map(_taken, work) for _ in range(sizes.rounds)], strict=True)
    )
    note = f"{swept:,.0f} ms; a pass that only sums {bare:,.0f} ms"
    ordered = f"{weighed:,.0f} ms with finding the order"
    lists = f"{built:,.0f} ms; orjson.loads {loaded:,.0f} ms"
    return [
        Measure(f"weigh {sizes.large:,} claims", 3.0, swept / bare, "×", note),
        Measure("", None, weighed / bare, "×", ordered),
        Measure("make the lists for weighing them", None, built / loaded, "×", lists),
    ]


def editing(bench: Bench) -> list[Measure]:
    """Measures a debate judged again after edits deep down and near the top."""
    claims = bench.sizes.large
    debate = parse(bench.map(claims).read_bytes()).debate
    judgement = Judgement(debate)
    count = _EDITS * bench.sizes.rounds
    places = zip(
        _spread(list(debate.claims), count), _spread(list(debate.links), count), strict=True
    )
    times: dict[str, list[float]] = {kind: [] for kind in _KINDS}
    for claim, link in places:
        for kind, make in _KINDS.items():
            change = make(debate, claim, link)
            debate.apply(change)
            start = perf_counter()
            judgement.follow(change)
            times[kind].append((perf_counter() - start) * 1000)
    every = sorted(time for taken in times.values() for time in taken)
    kept = ", ".join(f"{kind} {middle(taken):.2f} ms" for kind, taken in times.items())
    slow = f"one in twenty takes {every[len(every) * 19 // 20]:.2f} ms or more"
    what = f"an edit judged again at {claims:,} claims"
    return [Measure(what, 1.0, middle(every), "ms", f"median: {kept}; {slow}")]


def finding_the_crux(bench: Bench) -> list[Measure]:
    """Measures what the verdict on the thesis turns on."""
    claims = min(bench.sizes.large, _CLAIMS_OF_A_LARGE_DEBATE)
    debate = parse(bench.map(claims).read_bytes()).debate
    judgement = Judgement(debate)
    (thesis,) = debate.header.theses
    taken = middle(_taken(lambda: cruxes(judgement, thesis)) for _ in range(bench.sizes.rounds))
    return [Measure(f"the crux of {claims:,} claims", 150.0, taken, "ms", "median")]


def _framework(debate: Debate) -> Framework:
    return Framework(debate, Opinions(debate.stances))


def _sum_up(framework: Framework, strengths: Sequence[float], order: Sequence[int]) -> list[float]:
    """Returns what bears on each index, pros less cons, and nothing else."""
    pros, cons = framework.pros, framework.cons
    sums = [0.0] * len(strengths)
    for index in order:
        total = 0.0
        for other in pros[index]:
            total += strengths[other]
        for other in cons[index]:
            total -= strengths[other]
        sums[index] = total
    return sums


def _taken(work: Callable[[], object]) -> float:
    """Returns the milliseconds that a piece of work takes."""
    gc.collect()
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _spread(names: list[str], count: int) -> list[str]:
    """Returns so many names, evenly over all of them."""
    return [names[place * len(names) // count] for place in range(count)]
