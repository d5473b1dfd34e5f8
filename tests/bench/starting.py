"""How soon a map is there: first paint, and opening a large one."""

from pathlib import Path
from typing import Final

from tests.bench.bench import Bench
from tests.bench.maps import MARKER
from tests.bench.measure import Measure, middle

__all__ = ["first_paint", "opening"]

_EMPTY_APP: Final = Path(__file__).with_name("empty_app.py")
_OUR_SCREEN: Final = "debatemap.tui.run_app"


def first_paint(bench: Bench) -> list[Measure]:
    """Measures what the processor does from the start to the words of the first thesis."""
    claims = bench.sizes.middle
    path = str(bench.map(claims))
    ours, empty, loaded = [], [], []
    for _ in range(bench.sizes.rounds):
        empty.append(_until_painted(bench, str(_EMPTY_APP), MARKER))
        loaded.append(_until_painted(bench, str(_EMPTY_APP), MARKER, _OUR_SCREEN))
        ours.append(_until_painted(bench, "-m", "debatemap", path))
    note = f"{middle(ours):,.0f} ms; an empty app with the same imports {middle(loaded):,.0f} ms"
    what = f"first paint of a {claims:,}-claim map, processor"
    beside = f"one that imports textual and orjson alone, {middle(empty):,.0f} ms"
    return [
        Measure(what, 1.5, middle(ours) / middle(loaded), "×", note),
        Measure("", None, middle(ours) / middle(empty), "×", beside),
    ]


def opening(bench: Bench) -> list[Measure]:
    """Measures a map opened to its first rows, against the bare parts that it stands on."""
    claims = bench.sizes.large
    questions = ("open", "load plainly", "load plainly, no collector")
    times: dict[str, list[float]] = {question: [] for question in questions}
    for _ in range(bench.sizes.rounds):
        for question, taken in times.items():
            taken.append(bench.ask(question, claims))
    ours, plain, bare = (middle(taken) for taken in times.values())
    size = bench.map(claims).stat().st_size / 1e6
    what = f"open {claims:,} claims ({size:,.0f} MB)"
    note = f"{ours:,.0f} ms; orjson.loads and a bare DiGraph without the collector {bare:,.0f} ms"
    lenient = f"the same, the collector looks through the graph {plain:,.0f} ms"
    return [
        Measure(what, 1.5, ours / bare, "×", note),
        Measure("", None, ours / plain, "×", lenient),
    ]


def _until_painted(bench: Bench, *arguments: str) -> float:
    with bench.start(*arguments) as terminal:
        terminal.wait_for(MARKER)
        return terminal.processor_time()
