"""How long a large Argdown file takes, against the reference implementation in the same run."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from debatemap.formats.argdown.format import Argdown
from debatemap.formats.argdown.parser import parse
from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle
from tests.formats.argdown.large import large_text
from tests.formats.argdown.reference import FOLDERS

__all__ = ["reading"]

_LINES: Final = 0.81
"""Lines for each claim of the largest map."""
_SCRIPT: Final = Path(__file__).parents[1] / "formats" / "argdown" / "timing.mjs"


def reading(bench: Bench) -> list[Measure]:
    """Measures parsing with the model, and the whole reading of a debate."""
    lines = int(bench.sizes.large * _LINES)
    text = large_text(lines)
    turns = [(_parsing(text), *_theirs(text)) for _ in range(bench.sizes.rounds)]
    ours, *theirs = (middle(times) for times in zip(*turns, strict=True))
    what = f"parse an Argdown file of {lines:,} lines ({len(text) / 1e6:.1f} MB) to its model"
    whole = Measure("read it as a debate", None, middle(
        _reading(text) for _ in range(bench.sizes.rounds)
    ), "ms")  # fmt: skip
    if not theirs:
        return [Measure(what, None, ours, "ms", "@argdown/core is not installed"), whole]
    rows = [
        Measure(what if not number else "", 1.0, ours / each, "×", _note(ours, each, folder))
        for number, (each, folder) in enumerate(zip(theirs, FOLDERS, strict=True))
    ]
    return [*rows, whole]


def _note(ours: float, theirs: float, folder: str) -> str:
    package = Path(folder, "node_modules/@argdown/core/package.json").read_text(encoding="utf-8")
    version = package.partition('"version": "')[2].partition('"')[0]
    return f"{ours:,.0f} ms; @argdown/core {version} {theirs:,.0f} ms"


def _parsing(text: str) -> float:
    start = perf_counter()
    parse(text, "large.argdown")
    return (perf_counter() - start) * 1_000


def _reading(text: str) -> float:
    data = text.encode()
    start = perf_counter()
    Argdown().read(data, "large.argdown", lambda _: None)
    return (perf_counter() - start) * 1_000


def _theirs(text: str) -> list[float]:
    with TemporaryDirectory(prefix="debatemap-bench-") as folder:
        file = Path(folder, "large.argdown")
        file.write_text(text, encoding="utf-8")
        return [_seconds(each, file) * 1_000 for each in FOLDERS]


def _seconds(folder: str, file: Path) -> float:
    run = subprocess.run(
        ["node", "--stack-size=4000", str(_SCRIPT), folder, str(file)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(run.stdout) / 1_000
