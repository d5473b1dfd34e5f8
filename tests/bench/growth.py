"""How what is done with a map grows with it: the exponent between two sizes, and beside opening."""

from collections.abc import Sequence
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import orjson

from tests.bench.bench import Bench
from tests.bench.command_line import PROGRAM, processor_time
from tests.bench.measure import Measure, middle

__all__ = ["exponent", "growth"]

_MOST: Final = 1.1
"""The exponent of work that grows with the map, and a little for what falls out of the caches."""
_ROUNDS: Final = 3
_LONG: Final = 50_000
"""Claims of a map with which each thing is measured once: it takes long, and so is steady."""
_OPEN: Final = "import sys, debatemap; debatemap.load(sys.argv[1])"
_ASKED: Final = {"open": "open", "unfold all": "unfold", "search": "search", "save": "save"}
"""What a fresh interpreter is asked, by what it is called in the table."""
_RUN: Final = {
    "show": "show MAP",
    "find": "find MAP price",
    "judge": "judge MAP",
    "check": "check MAP",
    "diff": "diff MAP MINE",
    "merge": "merge MAP MINE THEIRS",
}
_BESIDE_OPENING: Final = {**dict.fromkeys(_RUN, 2.0), "merge": 3.0}
"""How many times as long as it takes to open the largest map each may take on it."""


def growth(bench: Bench) -> list[Measure]:
    """Measures the processor at three sizes, or at four where a million claims are asked for."""
    sizes = bench.sizes
    counts = [sizes.some, sizes.middle, sizes.large, *([sizes.huge] if sizes.huge else ())]
    asked = {
        what: [_asked(bench, question, count) for count in counts]
        for what, question in _ASKED.items()
    }
    least = _processor(["-c", PROGRAM, "--version"])
    ran = {what: [_ran(bench, line, count) for count in counts] for what, line in _RUN.items()}
    measures = [_growth_of(what, counts, taken) for what, taken in asked.items()] + [
        _growth_of(what, counts, [each - least for each in taken]) for what, taken in ran.items()
    ]
    opened = _processor(["-c", _OPEN, str(bench.map(sizes.large))])
    note = f"{{:,.0f}} ms; {opened:,.0f} ms to open it, both with the imports"
    largest = counts.index(sizes.large)
    return measures + [
        Measure(
            f"`debatemap {what}`, {sizes.large:,} claims, beside opening it",
            most,
            ran[what][largest] / opened,
            "×",
            note.format(ran[what][largest]),
        )
        for what, most in _BESIDE_OPENING.items()
    ]


def exponent(counts: Sequence[int], taken: Sequence[float]) -> float:
    """Returns the power of the size by which the time has grown from the last but one to the last.

    Examples:
        >>> round(exponent([1, 10, 100], [1, 10, 1000]), 6)
        2.0
    """
    return log(taken[-1] / taken[-2]) / log(counts[-1] / counts[-2])


def _growth_of(what: str, counts: Sequence[int], taken: Sequence[float]) -> Measure:
    at_least = [max(each, 0.1) for each in taken]
    times = ", ".join(f"{each:,.0f}" for each in at_least)
    sizes = ", ".join(f"{count:,}" for count in counts)
    grown = exponent(counts, at_least)
    return Measure(f"growth of {what}", _MOST, grown, "", f"{times} ms at {sizes} claims")


def _asked(bench: Bench, question: str, claims: int) -> float:
    return middle(bench.ask(question, claims) for _ in range(_rounds(claims)))


def _rounds(claims: int) -> int:
    return 1 if claims >= _LONG else _ROUNDS


def _ran(bench: Bench, line: str, claims: int) -> float:
    path = bench.map(claims)
    names = {"MAP": path, "MINE": _edited(path, 1), "THEIRS": _edited(path, 2)}
    words = [str(names.get(word, word)) for word in line.split(" ")]
    # A merge keeps backups, unless those of an earlier run are there.
    with TemporaryDirectory() as state:
        words = ["-c", PROGRAM, *words]
        return middle(
            processor_time(words, XDG_STATE_HOME=f"{state}/{number}")
            for number in range(_rounds(claims))
        )


def _processor(arguments: list[str], rounds: int = _ROUNDS) -> float:
    return middle(processor_time(arguments) for _ in range(rounds))


def _edited(path: Path, begin: int) -> Path:
    """Returns a map in which every hundredth claim from one on says something else."""
    edited = path.with_name(f"{path.stem}-{begin}.json")
    if not edited.exists():
        raw = orjson.loads(path.read_bytes())
        for claim in [*raw["claims"].values()][begin::100]:
            claim["text"] += " It was edited."
        edited.write_bytes(orjson.dumps(raw, option=orjson.OPT_INDENT_2) + b"\n")
    return edited
