"""What a command on a small map takes of the processor, beside what Python takes to start."""

import os
import subprocess
import sys
from typing import Final

from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle

__all__ = ["PROGRAM", "commands", "processor_time"]

_MAP: Final = "MAP"
PROGRAM: Final = "from debatemap.cli import main; main()"
"""What the script that is installed runs."""
_LOOKS: Final = ("--version", "show MAP", "find MAP open", "stats MAP", "judge MAP", "check MAP")
_COMPARES: Final = ("git textconv MAP", "diff MAP MAP", "merge MAP MAP MAP")
_TARGETS: Final = {**dict.fromkeys(_LOOKS, 150.0), **dict.fromkeys(_COMPARES, 250.0)}
"""Milliseconds of the processor, by command."""


def commands(bench: Bench) -> list[Measure]:
    """Measures commands and an interpreter that does nothing, by turns."""
    path = str(bench.map(bench.sizes.small))
    lines = {words: ["-c", PROGRAM, *words.replace(_MAP, path).split(" ")] for words in _TARGETS}
    bare: list[float] = []
    taken: dict[str, list[float]] = {words: [] for words in lines}
    for _ in range(bench.sizes.rounds):
        bare.append(processor_time(["-c", "pass"]))
        for words, line in lines.items():
            taken[words].append(processor_time(line))
    return [
        Measure(
            f"`debatemap {words}`, {bench.sizes.small:,} claims",
            target,
            middle(taken[words]),
            "ms",
            f"of the processor; {middle(taken[words]) / middle(bare):.1f} × python -c pass",
        )
        for words, target in _TARGETS.items()
    ]


def processor_time(arguments: list[str], **variables: str) -> float:
    """Returns the milliseconds of the processor that an interpreter takes, compiled sources.

    Args:
        arguments: Those of Python.
        variables: What else stands in its environment.
    """
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **variables}
    command = [sys.executable, *arguments]
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=silent, stderr=silent, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return (usage.ru_utime + usage.ru_stime) * 1000
