"""Let people edit maps and merge them through git: `python -m tests.simulation`."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import Final

from tests.bench import measure as table
from tests.bench.measure import Measure
from tests.simulation import simulation, speed
from tests.simulation.simulation import Row

__all__ = ["main"]

_FULL, _QUICK = 2_400, 48
_LARGE, _SMALL = 10_000, 1_000
_MARKS: Final = ("<!-- simulation -->\n", "<!-- /simulation -->\n")


def main(arguments: list[str] | None = None) -> int:
    """Prints what came of the merges; the exit status is 1 where anything was lost."""
    given = _parser().parse_args(arguments)
    rows: list[Row] = []
    for row in simulation.simulate(given.merges or (_QUICK if given.quick else _FULL), given.seed):
        sys.stderr.write(f"{row.claims:,} claims, {row.people} people: done\n")
        sys.stderr.writelines(f"{words}\n" for words in row.tally.faults)
        rows.append(row)
    measures = speed.measure(_SMALL, 3) if given.quick else speed.measure(_LARGE, 9)
    if given.json:
        sys.stdout.write(_as_json(rows, measures))
    elif given.markdown:
        tables = simulation.as_markdown(rows) + "\n" + table.as_markdown(measures)
        sys.stdout.write(tables.join(_MARKS))
    else:
        sys.stdout.write(simulation.as_text(rows) + "\n" + table.as_text(measures))
    return int(any(row.tally.faults for row in rows))


def _as_json(rows: list[Row], measures: list[Measure]) -> str:
    lines = [{"claims": row.claims, "people": row.people, **asdict(row.tally)} for row in rows]
    timed = [measure._asdict() | {"verdict": measure.verdict} for measure in measures]
    return json.dumps({"merges": lines, "speed": timed}, indent=2) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.simulation", description=__doc__)
    parser.add_argument("--merges", type=int, metavar="N", help=f"about how many; {_FULL:,}")
    parser.add_argument("--seed", default="1", help="another run of chance")
    parser.add_argument("--quick", action="store_true", help="few merges, a smaller large map")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--markdown", action="store_true", help="the tables for the README")
    kind.add_argument("--json", action="store_true", help="the figures as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
