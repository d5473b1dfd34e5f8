"""Sessions one after the other, over all kinds of maps, until the time is over."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.monkey.inputs import Input, inputs
from tests.monkey.maps import MAPS, make
from tests.monkey.outside import change_from_outside
from tests.monkey.session import ENDINGS, Outcome, Session, play
from tests.torture.report import Report

__all__ = ["Monkey", "run"]


@dataclass(frozen=True)
class Monkey:
    """How long to go on, and with what.

    Attributes:
        seconds: Of all sessions.
        seed: Another one sends other input.
        shortest: Seconds of the shortest session.
        longest: Seconds of the longest one.
        kinds: The maps, by name.
        keep: The folder that sessions with a fault are kept in, if any.
        script: A program in Python to run instead of the installed one.
    """

    seconds: float
    seed: int = 1
    shortest: float = 15.0
    longest: float = 45.0
    kinds: tuple[str, ...] = tuple(MAPS)
    keep: Path | None = None
    script: str = ""


def run(monkey: Monkey) -> Report:
    """Sends random input to the program for some time, and reports what came of it."""
    report = Report("random input")
    random = Random(monkey.seed)  # noqa: S311  (to be had again)
    left, number = monkey.seconds, 0
    with TemporaryDirectory(prefix="debatemap-monkey-") as folder:
        while left > 0:
            kind = monkey.kinds[number % len(monkey.kinds)]
            outcome = _session(monkey, Path(folder), kind, random)
            # Time without input, as while the program starts, does not count.
            left -= max(outcome.seconds, 0.1)
            number += 1
            _count(report, kind, outcome)
            if outcome.faults and monkey.keep is not None:
                outcome.keep(monkey.keep, f"{monkey.seed}-{number}-{kind.replace(' ', '-')}")
    return report


def _session(monkey: Monkey, folder: Path, kind: str, random: Random) -> Outcome:
    file = folder / kind / "map.json"
    if not file.exists() or random.random() < 0.5:
        make(kind, file.parent)
    session = Session(file, folder / "home", monkey.script)
    session.home.mkdir(exist_ok=True)
    if random.random() < 0.3:
        _look_and_leave(session, random)
    seconds = random.uniform(monkey.shortest, monkey.longest)
    return play(session, inputs(random), seconds=seconds, ending=random.choice(ENDINGS))


def _look_and_leave(session: Session, random: Random) -> None:
    """Has the map seen once, and changed after that, so that changes are unseen."""
    given: list[Input] = [["wait", 2.0], ["keys", "q"], ["wait", 1.0]]
    play(session, given, seconds=5.0, ending=ENDINGS[0])
    for _ in range(3):
        change_from_outside(random.randrange(2**31), session.file, session.state)


def _count(report: Report, kind: str, outcome: Outcome) -> None:
    report.count("sessions")
    report.count("seconds of input", round(outcome.seconds))
    report.count("writes", sum(each[0] in {"keys", "bytes"} for each in outcome.sent))
    report.count("changes from outside", sum(each[0] == "outside" for each in outcome.sent))
    report.count("resizes", sum(each[0] == "resize" for each in outcome.sent))
    report.count("ended by their input", int(outcome.ended))
    for fault in outcome.faults:
        report.failures.append(f"{kind}: {fault}")
        sys.stderr.write(f"{time.strftime('%H:%M:%S')} {kind}: {fault}\n")
