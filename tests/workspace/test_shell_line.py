"""A line of shell of the user's own: what it gets, what it writes, and how it is ended."""

import asyncio
import sys
import time
from pathlib import Path

import pytest

from debatemap.workspace.background import run
from debatemap.workspace.shell_line import ShellLine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it runs lines of /bin/sh")


def ran(line: str, limit: float = 60, **variables: str) -> tuple[str, str]:
    outcome = ShellLine(line, variables, '{"claim": 1}\n', limit).run()
    return outcome.text, outcome.problem


def test_it_gets_variables_and_input_and_gives_what_it_writes() -> None:
    assert ran('printf %s "$WORDS"; cat', WORDS="$(touch x); `id`") == (
        '$(touch x); `id`{"claim": 1}\n',
        "",
    )


def test_errors_are_shown_too_and_the_status_is_told() -> None:
    assert ran("echo out; echo err >&2; exit 3") == ("out\nerr\n", "it ended with status 3")
    assert "it ended with status 127" in ran("no-such-program")[1]


def test_controls_are_taken_out() -> None:
    assert ran(r"printf 'a\033]52;c;aGk=\007b\233'")[0].startswith("a]52;c;aGk=b")


def test_what_goes_on_writing_or_sleeping_is_ended() -> None:
    text, problem = ran("yes")
    assert len(text) == 1_000_000
    assert "more than 1 MB" in problem
    assert ran("exec sleep 600", limit=0.2) == ("", "it was ended after 0.2 seconds")


def test_what_it_leaves_in_the_background_holds_nothing_up() -> None:
    begun = time.monotonic()
    assert ran("setsid sleep 600 & echo done")[0].strip() == "done"
    assert time.monotonic() - begun < 300


def test_it_is_stopped_with_all_that_it_has_started(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    line = ShellLine(f"(touch '{begun}'; sleep 600; touch '{tmp_path}/x') & wait", {}, "", 600)

    async def stopped() -> str:
        waiting = asyncio.create_task(run(line.run))
        while not begun.exists():
            await asyncio.sleep(0.01)
        line.stop()
        return (await waiting).problem

    assert asyncio.run(stopped()) == "it was stopped"
    assert not (tmp_path / "x").exists()


def test_what_closes_its_output_and_goes_on_is_ended_too() -> None:
    assert ran("exec >&- 2>&-; sleep 600", limit=0.3) == ("", "it was ended after 0.3 seconds")
    assert ran("exec >&- 2>&-; sleep 0.2; exit 4") == ("", "it ended with status 4")
