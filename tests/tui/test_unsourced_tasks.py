"""The list of what is left to do holds every claim without a source, or says what it lacks."""

import pytest

from debatemap.tui.features.judging import work_list
from tests.strategies import sketch, star
from tests.tui.driver import opened
from tests.tui.maps import rain


async def test_every_claim_without_a_source_is_in_the_list() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("g", "l")
        await user.until_shown("Name a source")
        await user.type("no source")
        for claim in user.debate.claims.values():
            named = f"Name a source for “{claim.text}”" in user.text
            assert named is not bool(claim.sources), claim.text


async def test_a_map_that_cites_nothing_is_asked_for_its_sources() -> None:
    async with opened(sketch("T", p="P + T"), size=(100, 30)) as user:
        await user.press("'")
        assert user.said == "1 of 2: Name a source for “P.”"
        await user.press("'")
        assert user.said == "2 of 2: Name a source for “T.”", "what has replies comes last"


async def test_a_list_that_is_cut_says_how_much_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_list, "_MOST", 10)
    async with opened(star(30), size=(100, 30)) as user:
        await user.press("g", "l")
        await user.until_shown("The first 10 of 61 are listed.")
        await user.press("escape", "'")
        assert user.said.startswith("1 of 10+:")
