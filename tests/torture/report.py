"""What a row of the torture found, and the table of all rows."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

__all__ = ["Report", "as_json", "as_markdown", "as_text", "from_json"]

_SHOWN: Final = 5
"""So many failures are printed of a row; the number of all of them stands in the table."""


@dataclass
class Report:
    """What a row tried, and what went wrong.

    Attributes:
        name: The row.
        counts: What was tried and what came of it: how often, by its name.
        failures: What must never be, in words, once for each time that it was.
        skipped: What could not be tried on this machine, and why.
    """

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def count(self, what: str, times: int = 1) -> None:
        """Notes that something was tried, or came of it."""
        self.counts[what] += times

    def must(self, what: str, *, held: bool) -> None:
        """Notes a failure unless something held."""
        if not held:
            self.failures.append(what)

    def skip(self, why: str) -> None:
        """Notes that a part was not tried."""
        self.skipped.append(why)


def as_markdown(reports: Iterable[Report]) -> str:
    """Returns the table for CONTRIBUTING."""
    head = "| test | figures | went wrong |\n|---|---|--:|\n"
    rows = ((each.name, _figures(each), f"{len(each.failures):,}") for each in reports)
    return head + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def as_text(reports: Iterable[Report]) -> str:
    """Returns the figures and the failures, for a terminal."""
    lines = []
    for report in reports:
        verdict = f"{len(report.failures):,} FAILED" if report.failures else "held"
        lines.append(f"{report.name}: {verdict}: {_figures(report)}")
        lines += [f"    {failure}" for failure in report.failures[:_SHOWN]]
    return "\n".join(lines) + "\n"


def as_json(reports: Iterable[Report]) -> str:
    """Returns the reports as `from_json` reads them."""
    return json.dumps([vars(report) for report in reports], indent=2) + "\n"


def from_json(text: str) -> list[Report]:
    """Returns what `as_json` wrote."""
    read: list[dict[str, Any]] = json.loads(text)
    return [Report(**{**each, "counts": Counter(each["counts"])}) for each in read]


def _figures(report: Report) -> str:
    figures = [f"{number:,} {what}" for what, number in report.counts.items()]
    return ", ".join(figures + [f"skipped: {why}" for why in report.skipped])
