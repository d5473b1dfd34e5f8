"""What editing and searching cost in a large map: unfold, add, search, save."""

from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle
from tests.bench.terminal import Paint, Terminal

__all__ = ["adding", "saving", "searching", "unfold_all", "unfolding"]

_QUIET = 0.15
_QUERIES = ("pri", "str", "tri")
"""Every letter of them finds fewer claims, so that the number that is shown changes."""


class _Answer(NamedTuple):
    """How long a key took until it was answered, in milliseconds."""

    clock: float
    processor: float


def unfolding(bench: Bench) -> list[Measure]:
    """Measures everything unfolded at once: to the paint, and the work on the rows alone."""
    claims = bench.sizes.large
    painted, counted = [], []
    with bench.program(claims, unfolded=False) as terminal:
        for _ in range(bench.sizes.rounds):
            terminal.press("gg")
            terminal.press("za")
            terminal.settle(_QUIET)
            terminal.press("z")
            terminal.settle(_QUIET)
            paint, seconds = unfold_all(terminal)
            painted.append(paint.shown)
            counted.append(seconds)
    rows = middle(bench.ask("unfold", claims) for _ in range(bench.sizes.rounds))
    what = f"unfold all, {claims:,} claims"
    return [
        Measure(what, 50.0, middle(painted), "ms", "key to first frame"),
        Measure("", None, middle(counted), "ms", "key to the number of all rows"),
        Measure("", None, rows, "ms", "the rows alone, in a fresh interpreter"),
    ]


def unfold_all(terminal: Terminal) -> tuple[Paint, float]:
    """Unfolds all behind a `z`; returns the first frame, and the milliseconds until all is told."""
    start = perf_counter()
    paint = terminal.press("o", quiet=0.01)
    if b" rows." not in paint.data:
        terminal.wait_for(" rows.")
    counted = (perf_counter() - start) * 1000
    terminal.settle(_QUIET)
    return paint, counted


def adding(bench: Bench) -> list[Measure]:
    """Measures a reply, from Enter to the paint of the new row."""
    sizes = bench.sizes
    with bench.program(sizes.large) as large, bench.program(sizes.small) as small:
        times: tuple[list[float], list[float]] = ([], [])
        for count in range(sizes.rounds * 2):
            for terminal, taken in zip((large, small), times, strict=True):
                taken.append(add(terminal, f"Added{count}"))
    many, few = middle(times[0]), middle(times[1])
    what = f"add a claim at {sizes.large:,}, key to paint"
    note = f"{many:.1f} ms; {few:.1f} ms at {sizes.small:,}"
    return [Measure(what, 1.5, many / few, "×", note)]


def add(terminal: Terminal, name: str) -> float:
    """Adds a reply to the second row and returns the milliseconds from Enter to its row.

    The row is known by its last word, which no message quotes.
    """
    terminal.press("gg")
    terminal.press("j")
    terminal.settle(_QUIET)
    terminal.press("+")
    terminal.settle(_QUIET)
    terminal.write(f"A claim with so many words that a message cuts it short before {name}")
    terminal.settle(_QUIET)
    shown = terminal.press_for("\r", name)
    terminal.settle(_QUIET)
    terminal.press("\r")
    terminal.settle(_QUIET)
    return shown


def searching(bench: Bench) -> list[Measure]:
    """Measures each key of a query that is typed, the first time and after an edit; of a filter."""
    claims = bench.sizes.large
    with bench.program(claims) as terminal:
        first = _type(terminal)
        later = _type(terminal)
        add(terminal, "Something")
        edited = _type(terminal)
        _type(terminal, "f")
        filtered = _type(terminal, "f")
    kinds = {
        f"search at {claims:,} while typing": later,
        "the first search": first,
        "a search after an edit": edited,
        f"a letter of a filter at {claims:,}": filtered,
    }
    return [measure for what, keys in kinds.items() for measure in _of_keys(what, keys)]


def _of_keys(what: str, keys: list[_Answer]) -> list[Measure]:
    """Returns the middle and the worst of some keys, by the processor."""
    middle_note = (
        "of the processor, to what was found: the middle of {} keys; {:.0f} ms by the clock"
    )
    note = middle_note.format(len(keys), middle(key.clock for key in keys))
    worst = max(keys, key=lambda key: key.processor)
    return [
        Measure(what, 50.0, middle(key.processor for key in keys), "ms", note),
        Measure("", None, worst.processor, "ms", f"the worst; {worst.clock:.0f} ms by the clock"),
    ]


def _type(terminal: Terminal, key: str = "/") -> list[_Answer]:
    """Types queries behind a key that asks for one; a filter is ended after each."""
    times = []
    for query in _QUERIES:
        terminal.press(key)
        terminal.settle(_QUIET)
        for letter in query:
            before = terminal.processor_time()
            clock = terminal.press_for(letter, " found")
            times.append(_Answer(clock, terminal.processor_time() - before))
            terminal.settle(_QUIET)
        terminal.press("\r")
        terminal.settle(_QUIET)
        if key == "f":
            terminal.press("zf")
            terminal.settle(_QUIET)
    return times


def saving(bench: Bench) -> list[Measure]:
    """Measures keys that are pressed all the while a large map is being saved."""
    claims = bench.sizes.large
    with bench.program(claims) as terminal:
        add(terminal, "Something")
        terminal.press("gg")
        terminal.settle(_QUIET)
        before = [_press_once(terminal, count) for count in range(20)]
        held, seconds = _press_while_saving(terminal, bench.map(claims))
    note = f"{seconds:.1f} s, {len(held)} keys, {middle(held):.1f} ms in the middle; "
    note += f"{max(before):.1f} ms the longest of {len(before)} without a save"
    what = f"save {claims:,} claims: the longest that a key waits"
    return [Measure(what, 50.0, max(held), "ms", note)]


def _press_while_saving(terminal: Terminal, path: Path) -> tuple[list[float], float]:
    """Saves, presses keys until the file is a new one, and returns how long each took."""
    before = path.stat().st_ino
    start = terminal.write("\x13")
    held: list[float] = []
    while (not held or path.stat().st_ino == before) and perf_counter() < start + 60:
        held.append(_press_once(terminal, len(held)))
    return held, perf_counter() - start


def _press_once(terminal: Terminal, count: int) -> float:
    """Moves the cursor down or up, and returns the milliseconds to the first frame."""
    return terminal.press("jk"[count % 2], quiet=0.03).shown
