"""Send random input to the program: `python -m tests.monkey --minutes 60`."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.monkey.maps import MAPS, make
from tests.monkey.monkey import Monkey, run
from tests.monkey.session import ENDINGS, Session, play
from tests.torture.report import Report, as_json, as_text, from_json

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Plays, and prints the figures; returns 1 where anything went wrong."""
    given = _parser().parse_args(arguments)
    if given.replay:
        return _replay(given.replay, given.kind)
    kinds = tuple(given.map or MAPS)
    if given.jobs > 1:
        report = _in_parallel(given)
    else:
        report = run(Monkey(given.minutes * 60, given.seed, kinds=kinds, keep=given.keep))
    sys.stdout.write((as_json if given.json else as_text)([report]))
    return int(bool(report.failures))


def _in_parallel(given: argparse.Namespace) -> Report:
    """Runs several of them, each with a seed and a share of the minutes of its own."""
    shared = ["--minutes", str(given.minutes / given.jobs), "--keep", str(given.keep), "--json"]
    shared += [part for name in given.map for part in ("--map", name)]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.monkey", "--seed", str(given.seed + n), *shared],
            stdout=subprocess.PIPE, text=True,
        )
        for n in range(given.jobs)
    ]  # fmt: skip
    total = Report("random input")
    for process in running:
        words, _ = process.communicate()
        for report in from_json(words):
            total.counts += report.counts
            total.failures += report.failures
    return total


def _replay(kept: Path, kind: str) -> int:
    """Sends again what was kept of a session, to the map that was kept beside it."""
    _, sent = json.loads(kept.read_text())
    with TemporaryDirectory(prefix="debatemap-monkey-") as folder:
        file = make(kind, Path(folder) / "map")
        file.write_bytes(kept.with_suffix(".map.json").read_bytes())
        session = Session(file, Path(folder))
        outcome = play(session, sent, seconds=600, ending=Random(1).choice(ENDINGS))  # noqa: S311
        sys.stdout.write("\n".join([*outcome.faults, outcome.log]) + "\n")
        return int(bool(outcome.faults))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.monkey", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0, help="of input, over all jobs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="programs at a time")
    parser.add_argument("--map", action="append", default=[], choices=MAPS, help="only this kind")
    keep = Path("build/monkey")
    parser.add_argument("--keep", type=Path, default=keep, help="where sessions with a fault go")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="a session that was kept")
    parser.add_argument("--kind", default="rain", choices=MAPS, help="the folder of --replay")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
