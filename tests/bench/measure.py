"""A line of the table: what was measured, and what it should be at most."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

__all__ = ["Measure", "as_markdown", "as_text", "middle"]


class Measure(NamedTuple):
    """One figure.

    Attributes:
        what: What was measured.
        target: The most that it should be, or None for a figure without one.
        measured: What it is.
        unit: "×" for a ratio to the baseline of the same run, or "ms", "bytes", "%"; nothing for an
            exponent.
        note: The baseline and the sizes.
    """

    what: str
    target: float | None
    measured: float
    unit: str
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target is met; nothing where there is none."""
        if self.target is None:
            return ""
        return "ok" if self.measured <= self.target else "misses"

    def cells(self) -> tuple[str, str, str, str, str]:
        """Returns the line as words: what, target, measured, verdict, note."""
        target = "" if self.target is None else _figure(self.target, self.unit)
        return self.what, target, _figure(self.measured, self.unit), self.verdict, self.note


def middle(values: Iterable[float]) -> float:
    """Returns the median."""
    return median(values)


def as_text(measures: Sequence[Measure]) -> str:
    """Returns the table in columns."""
    rows = [_HEAD, *(measure.cells() for measure in measures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = (
        f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  "
        f"{row[3]:<{widths[3]}}  {row[4]}".rstrip()
        for row in rows
    )
    return "\n".join(lines) + "\n"


def as_markdown(measures: Sequence[Measure]) -> str:
    """Returns the table as the README shows it."""
    lines = [f"| {' | '.join(_HEAD)} |", "|---|--:|--:|---|---|"]
    lines += [f"| {' | '.join(measure.cells())} |" for measure in measures]
    return "\n".join(lines) + "\n"


_HEAD = ("what", "at most", "measured", "", "against")


def _figure(value: float, unit: str) -> str:
    digits = 2 if unit in {"×", "%", ""} and value < 10 else 1 if value < 100 and value % 1 else 0
    return f"{value:,.{digits}f} {unit}".rstrip()
