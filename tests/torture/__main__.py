"""Torture the program and print what came of it: `python -m tests.torture`."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.torture import (
    crash_states,
    faults,
    files,
    full_disk,
    kills,
    machine,
    races,
    signals,
    spoilt,
    tracing,
)
from tests.torture.naive import CONTROLS, control
from tests.torture.report import Report, as_json, as_markdown, as_text
from tests.torture.torture import FULL, QUICK, Torture

__all__ = ["ROWS", "main"]

ROWS: Final[dict[str, Callable[[Torture], Report]]] = {
    "kills": kills.saving,
    "kills-in-place": kills.saving_in_place,
    "kills-editing": kills.editing,
    "faults": faults.faults,
    "strace": tracing.traced_faults,
    "crash-states": crash_states.crash_states,
    "full-disk": full_disk.full_disk,
    "files": files.files,
    "races": races.races,
    "machine": machine.machine,
    "spoilt": spoilt.spoilt,
    "signals": signals.signals,
}
"""What can be tried, by the name that the command line knows it by."""


def main(arguments: list[str] | None = None) -> int:
    """Tries what was asked for; returns 1 where anything was lost."""
    given = _parser().parse_args(arguments)
    sizes = QUICK if given.quick else FULL
    sizes = sizes._replace(kills=given.kills or sizes.kills)
    reports = []
    with TemporaryDirectory(prefix="debatemap-torture-") as folder:
        # Files of other owners are tried within.
        Path(folder).chmod(0o755)
        for name in given.rows or ROWS:
            sys.stderr.write(f"{name} …\n")
            # A seed of its own for each row, so that one can be run again alone.
            torture = Torture(Path(folder), sizes, given.seed, given.control)
            with control(given.control):
                reports.append(ROWS[name](torture))
    form = as_json if given.json else as_markdown if given.markdown else as_text
    sys.stdout.write(form(reports))
    return int(any(report.failures for report in reports))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.torture", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--quick", action="store_true", help="as in the suite: a minute")
    parser.add_argument("--kills", type=int, metavar="N", help="so many of each kind")
    parser.add_argument("--seed", type=int, default=1, help="another one tries other moments")
    names = ", ".join(CONTROLS)
    parser.add_argument(
        "--control", default="", metavar="NAME", help=f"try a naive program instead: {names}"
    )
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--markdown", action="store_true", help="the table for CONTRIBUTING")
    kind.add_argument("--json", action="store_true", help="the figures as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
