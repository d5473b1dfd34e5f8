"""A text in a real terminal: an essay is mapped by keys that come in one write."""

from pathlib import Path

import pytest

from debatemap import load
from tests.posix import pty
from tests.tui.source_texts import copied
from tests.tui.terminal import loaded

pytestmark = pytest.mark.skipif(pty is None, reason="it needs a pseudo-terminal")


def test_passages_are_quoted_by_keys_that_come_at_once(tmp_path: Path) -> None:
    path = copied(tmp_path)
    with loaded(path, size=(120, 40), XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        terminal.wait_for("The night ferry should be kept.")
        # The text is read in a thread meanwhile, and no key is to be lost.
        terminal.press("%x'-It should end.\r'.+They say so.\ru")
        terminal.wait_for("− It should end.", "Undone: added the pro")
        terminal.press("\x13")
        terminal.wait_until_gone("● unsaved")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    debate = load(path)
    cited = {claim.text: claim.sources for claim in debate.claims.values()}
    assert [each.quote for each in cited["It should end."]] == [
        "The council wants to end the night ferry in May."
    ]
    assert "They say so." not in cited
