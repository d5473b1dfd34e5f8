"""A claim that is yanked in one map and pasted into another."""

from pathlib import Path

import pytest

from debatemap import save
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def other(tmp_path: Path) -> Path:
    source = Source("Ada", "On tea")
    claims = {"t": Claim("Tea is best."), "p": Claim("It wakes.", sources=(Citation("s"),))}
    links = {"l": Link(("p",), "attacks", "t", "a")}
    path = tmp_path / "tea.json"
    save(Debate(Header("tea_map", "On tea", ("t",)), claims, links, {"s": source}), path)
    save(rain(), tmp_path / "rain.json")
    return path


async def _open_rain(user: Driver) -> None:
    await user.press("g", "o")
    await user.type("rain.json")
    await user.press("enter")
    await user.until(lambda: not user.app.is_opening and user.debate.header.id != "tea_map", "rain")
    await user.rest()


async def test_a_yanked_branch_is_pasted_into_another_map(other: Path) -> None:
    async with opened(other) as user:
        await user.rest()
        await user.press("y")
        await _open_rain(user)
        count = len(user.debate.claims)
        await user.press("p")
        assert user.words == "Tea is best."
        assert len(user.debate.claims) == count + 2
        assert [source.author for source in user.debate.sources.values()].count("Ada") == 1
        await user.press("u")
        assert len(user.debate.claims) == count


async def test_marked_claims_are_pasted_without_what_is_between(other: Path) -> None:
    async with opened(other) as user:
        await user.rest()
        await user.go_to("It wakes.")
        await user.press("v", "y")
        assert "the marked claims" in user.said
        await _open_rain(user)
        await user.press("P")
        assert user.words == "It wakes."
        assert "Tea is best." not in {claim.text for claim in user.debate.claims.values()}


async def test_what_was_yanked_can_be_pasted_in_the_map_opened_again(other: Path) -> None:
    async with opened(other) as user:
        await user.rest()
        await user.go_to("It wakes.")
        await user.press("y", "g", "Q")
        await user.until_shown("Which map?")
        await user.type("tea.json")
        await user.press("enter")
        await user.until(lambda: not user.app.is_opening and user.debate.header.id == "tea_map")
        await user.rest()
        await user.go_to("Tea is best.")
        await user.press("p")
        assert [claim.text for claim in user.debate.claims.values()].count("It wakes.") == 2


async def test_what_was_yanked_last_is_pasted_even_between_two_copies_of_a_map(other: Path) -> None:
    copy = other.with_name("copy.json")
    copy.write_bytes(other.read_bytes())
    async with opened(other) as user:
        await user.rest()
        await user.press("y", "g", "o")
        await user.type("copy.json")
        await user.press("enter")
        await user.until(lambda: len(user.app.open_maps) == 2, "the copy")
        await user.rest()
        await user.go_to("It wakes.")
        await user.press("y", "g", "[", "p")
        assert [claim.text for claim in user.debate.claims.values()].count("It wakes.") == 2
        await user.press("u", "y", "p")
        assert len(user.debate.claims) == 2, "within the map it is a second place"
