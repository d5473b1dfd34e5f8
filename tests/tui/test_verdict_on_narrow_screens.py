"""The verdict in the first line of a narrow screen says for or against, not a number alone."""

import pytest

from debatemap import load
from debatemap.store.locations import samples
from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.maps import rain

MAPS = [*(path.name for path in samples()), "rain"]


@pytest.mark.parametrize("size", [(40, 10), (50, 14), (60, 16)], ids=str)
@pytest.mark.parametrize("name", MAPS)
async def test_a_verdict_has_a_word(size: tuple[int, int], name: str) -> None:
    known = {path.name: path for path in samples()}
    debate = load(known[name]) if name in known else rain()
    async with opened(Session(debate), size=size) as user:
        await user.rest()
        first = user.text.splitlines()[0]
        assert any(side in first.split("◆")[-1] for side in ("for", "against", "open")), first
        assert first.index("◆") >= 12, "the title has room"
