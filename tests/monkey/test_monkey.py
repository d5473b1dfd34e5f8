"""A short run of random input, and programs that it must catch.

`python -m tests.monkey` goes on for longer.
"""

from itertools import count
from pathlib import Path

import pytest

from tests.extent import some
from tests.monkey.maps import MAPS, make
from tests.monkey.monkey import Monkey, run
from tests.monkey.session import ENDINGS, Session, play

_START = """
import sys
from debatemap.cli import main
from debatemap.tui.features.actions import ACTIONS
"""

_BROKEN = {
    "crash": "def fault(screen): raise KeyError('next')\n",
    "hang": "import time\ndef fault(screen): time.sleep(3600)\n",
    "invalid": "def fault(screen): screen.session.path.write_text('{')\n",
}


@pytest.mark.parametrize("kind", some(MAPS, "hostile"))
def test_random_input_does_no_harm(kind: str) -> None:
    writes, seeds = 0, count(7)
    while writes <= 5:  # A busy machine gets through few of them in one session.
        report = run(Monkey(1.0, next(seeds), shortest=1.0, longest=1.5, kinds=(kind,)))
        writes += report.counts["writes"]
        assert not report.failures


@pytest.mark.parametrize("fault", some(_BROKEN, "crash"))
def test_a_program_with_a_fault_is_caught(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fault == "hang":  # The others must not be taken for one where the machine is busy.
        monkeypatch.setattr("tests.monkey.window._PATIENCE", 6.0)
    file = make("rain", tmp_path / "map")
    script = f"{_START}{_BROKEN[fault]}ACTIONS['next'] = fault\nsys.exit(main())"
    session = Session(file, tmp_path, script)
    given: list[list[object]] = [["wait", 3.0], ["keys", "j"], ["wait", 0.5]]
    outcome = play(session, given, seconds=20, ending=ENDINGS[0])
    assert any(each.startswith(fault) for each in outcome.faults), outcome


def test_a_session_can_be_kept(tmp_path: Path) -> None:
    file = make("rain", tmp_path / "map")
    outcome = play(Session(file, tmp_path), [["keys", "jj"]], seconds=5, ending=ENDINGS[0])
    outcome.keep(tmp_path / "kept", "one")
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {"one.json", "one.map.json"}
