"""Many trials, on two cores, and the table of what came of them."""

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from tests.simulation.repository import Repository
from tests.simulation.trial import Tally, checked, try_out, versions

__all__ = ["Batch", "Row", "as_markdown", "as_text", "run_batch", "simulate", "total"]

_SIZES: Final = (20, 100, 1_000)
_TEAMS: Final = (2, 3)
_PROCESSES: Final = 2
_TRIALS: Final = 20
"""Trials that share a repository."""

_HEAD: Final = (
    "claims", "people", "merges", "plain git: conflicts", "spoilt unsaid",
    "debatemap: conflicts", "the floor", "lost edits", "dangling links", "invalid files",
)  # fmt: skip


class Batch(NamedTuple):
    """Trials of one kind.

    Attributes:
        seed: What the chance of every trial follows from.
        claims: How many claims each map has.
        people: How many people edit it.
        numbers: Which trials.
    """

    seed: str
    claims: int
    people: int
    numbers: range


class Row(NamedTuple):
    """A line of the table: maps of one size, edited by so many people; 0 stands for all."""

    claims: int
    people: int
    tally: Tally

    def cells(self) -> list[str]:
        """Returns the line as words."""
        tally = self.tally
        shares = tally.plain, tally.wrong, tally.ours, tally.floor
        percents = [f"{100 * share / max(tally.merges, 1):.1f} %" for share in shares]
        zeros = map(str, (tally.lost, tally.dangling, tally.invalid))
        who = f"{self.claims:,}" if self.claims else "all", str(self.people or "")
        return [*who, f"{tally.merges:,}", *percents, *zeros]


def simulate(merges: int, seed: str) -> Iterator[Row]:
    """Yields the lines of the table; each has its part of so many merges."""
    each = -(-merges // (len(_SIZES) * len(_TEAMS)))
    with ProcessPoolExecutor(_PROCESSES, get_context("spawn")) as pool:
        for claims in _SIZES:
            for people in _TEAMS:
                trials = -(-each // (people - 1))
                starts = range(0, trials, _TRIALS)
                parts = [range(start, min(start + _TRIALS, trials)) for start in starts]
                tally = Tally()
                for done in pool.map(run_batch, (Batch(seed, claims, people, p) for p in parts)):
                    tally.add(done)
                yield Row(claims, people, tally)


def run_batch(batch: Batch) -> Tally:
    """Runs some trials through real git, with and without the program's driver."""
    tally = Tally()
    with TemporaryDirectory(prefix="debatemap-simulation-") as folder:
        ours = Repository(Path(folder, "ours"), with_driver=True)
        plain = Repository(Path(folder, "plain"), with_driver=False)
        for number in batch.numbers:
            name = f"{batch.seed} {batch.claims} {batch.people} {number}"
            chance = random.Random(name)  # noqa: S311  (a trial that can be repeated)
            made = versions(chance, batch.claims, batch.people)
            done = try_out(made, checked(ours.merge), plain.merge)
            done.faults = [f"trial “{name}”: {words}" for words in done.faults]
            tally.add(done)
    return tally


def total(rows: Sequence[Row]) -> Row:
    """Returns the last line of the table."""
    tally = Tally()
    for row in rows:
        tally.add(row.tally)
    return Row(0, 0, tally)


def as_text(rows: Sequence[Row]) -> str:
    """Returns the table in columns."""
    lines = [list(_HEAD), *(row.cells() for row in (*rows, total(rows)))]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) + "\n"
        for line in lines
    )


def as_markdown(rows: Sequence[Row]) -> str:
    """Returns the table as the README shows it."""
    lines = [_HEAD, ["--:"] * len(_HEAD), *(row.cells() for row in (*rows, total(rows)))]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
