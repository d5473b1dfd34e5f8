"""Forms and ways to go, in one program; what is saved tells what came."""

from pathlib import Path

import pytest

from debatemap import load
from tests.posix import pty
from tests.tui.terminal import Terminal, loaded
from tests.tui.terminal_edits import go, mark, saved, selected, with_inbox

pytestmark = pytest.mark.skipif(pty is None, reason="it needs a pseudo-terminal")


def _branch_off_and_back(terminal: Terminal) -> None:
    """Moves a branch to a map of its own, goes there, and back."""
    go(terminal, "plants", "Plants grow.")
    terminal.press("Bn")
    terminal.wait_for("Into which file")
    terminal.press("\r")
    terminal.wait_for("Moved ")
    go(terminal, "plants", "Plants grow.")
    terminal.press("Bo")
    terminal.wait_until_gone("Rain is good.")
    selected(terminal, "Plants grow.")
    terminal.press("g[")
    terminal.wait_for("Rain is good.")


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return with_inbox(tmp_path)


def test_forms_and_ways_to_go(file: Path, tmp_path: Path) -> None:
    with loaded(file, size=(110, 40), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("zo")
        go(terminal, "plants", "Plants grow.")
        terminal.press("b")
        terminal.paste("Fields live.")
        terminal.press("\r")
        selected(terminal, "Fields live.")
        go(terminal, "floods", "Streets flood.")
        terminal.press("S\r")
        terminal.wait_for("flood.")
        terminal.press("$f")
        terminal.wait_for("` f goes there")
        go(terminal, "roots", "Roots drink.")
        terminal.press("tdeep\r")
        terminal.wait_for("deep")
        go(terminal, "sun", "Sun is good.")
        terminal.press("\\")
        terminal.press("`f")
        selected(terminal, "Streets")
        mark(terminal, fill="Wells fill.", need="We need wells.")
        terminal.press("Bg")
        terminal.paste("Wells are of use.")
        terminal.press("\r")
        selected(terminal, "Wells are of use.")
        mark(terminal, snow="Snow is white.")
        go(terminal, "winter", "Not in winter.")
        terminal.press("M\r")
        terminal.wait_for("Merged")
        terminal.press("Bu")
        terminal.wait_for("Unplaced claim 1 of 3")
        terminal.press("td")
        terminal.wait_for("Unplaced claim 3 of 3")
        terminal.press("l")
        terminal.wait_for("1 made a thesis, 1 deleted, 1 left for later")
        _branch_off_and_back(terminal)
        now = saved(terminal, file)
    texts = [claim.text for claim in now.claims.values()]
    assert {"Fields live.", "Wells are of use.", "Streets", "flood."} <= set(texts)
    assert "snow" not in now.claims
    assert now.claims["sun"].tags == ("deep",)
    assert len(now.header.theses) == 3
    assert [text for text in texts if text.endswith("more.")] != []
    branch = load(file.with_name("branch-plants-grow.json"))
    assert branch.claims.keys() >= {"plants", "roots"}
    assert "roots" not in now.claims
