"""How long one merge of a large map takes."""

import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from debatemap.formats.native.codec import dump, parse
from debatemap.sync.merge.three_way import merge3
from tests.bench.measure import Measure, middle
from tests.simulation.maps import draw_map
from tests.simulation.people import NAMES, Person
from tests.simulation.repository import PROGRAM

__all__ = ["measure"]

_EDITS: Final = 50
_LIMIT: Final = 1000.0


def measure(claims: int, rounds: int) -> list[Measure]:
    """Measures the merge alone, beside the loading of the files, and as git runs it."""
    chance = random.Random(f"speed {claims}")  # noqa: S311  (the same map every time)
    base = dump(draw_map(chance, claims))
    files = [base]
    for name in NAMES[:2]:
        debate = parse(base).debate
        Person(name, chance).edit(debate, _EDITS)
        files.append(dump(debate))
    loading = _middle(rounds, lambda: [parse(data) for data in files])
    one, ours, theirs = (parse(data).debate for data in files)
    merging = _middle(rounds, lambda: merge3(one, ours, theirs))
    driving = _driver(files, rounds)
    what = f"merge {claims:,} claims ({len(base) / 1e6:.1f} MB), {_EDITS} edits on each side"
    return [
        Measure(what, _LIMIT, merging, "ms", f"median of {rounds}"),
        Measure("", None, merging / loading, "×", f"loading the three files {loading:,.0f} ms"),
        Measure("the same as git runs it", None, driving, "ms", "start, load, merge and write"),
    ]


def _driver(files: list[bytes], rounds: int) -> float:
    """Returns the milliseconds of the program that git starts for a merge."""
    with TemporaryDirectory(prefix="debatemap-simulation-") as folder:
        paths = [Path(folder, name) for name in ("base", "ours", "theirs")]
        words = (str(PROGRAM), "git", "merge-driver", "--", *map(str, paths), "7", "map.json")
        times: list[float] = []
        for _ in range(rounds):
            for path, data in zip(paths, files, strict=True):
                path.write_bytes(data)
            began = perf_counter()
            done = subprocess.run(words, cwd=folder, env={**os.environ, "HOME": folder},
                                  capture_output=True, check=False)  # fmt: skip
            times.append(1000 * (perf_counter() - began))
            if done.returncode not in {0, 100} or paths[1].read_bytes() == files[1]:
                raise RuntimeError(f"the driver ended with {done.returncode}: {done.stderr!r}")
        return middle(times)


def _middle(rounds: int, call: Callable[[], object]) -> float:
    times: list[float] = []
    for _ in range(rounds):
        began = perf_counter()
        call()
        times.append(1000 * (perf_counter() - began))
    return middle(times)
