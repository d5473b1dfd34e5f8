"""The unplaced claims, one after the other: placed, made theses, deleted or left."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import edit
from debatemap.core import queries
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain

FOLDER: Final = Path(__file__).parent / "shaped"


def full() -> Debate:
    debate = rain()
    for words in ("One more.", "Two more.", "Three more."):
        debate.apply(edit.add_unplaced(debate, words))
    return debate


async def test_each_unplaced_claim_is_settled_by_a_key() -> None:
    debate = full()
    texts = [debate.claims[key].text for key in queries.unplaced(debate)]
    async with opened(debate, size=(100, 30)) as user:
        await user.press("B", "u")
        assert "Unplaced claim 1 of 4" in user.text
        assert texts[0] in user.text
        await user.press("p", *"sun is", "ctrl+t", "enter")
        assert "Unplaced claim 2 of 4" in user.text
        await user.press("t")
        await user.press("d")
        await user.press("l")
        assert not user.is_asked
        assert user.said == (
            "1 placed, 1 made a thesis, 1 deleted, 1 left for later; 1 is unplaced still."
        )
        now = user.debate
        assert [now.claims[key].text for key in queries.unplaced(now)] == [texts[3]]
        assert now.claims[now.header.theses[-1]].text == texts[1]
        last = now.links[now.links_into("sun")[-1]]
        assert (now.claims[last.premises[0]].text, last.stance) == (texts[0], "attacks")
        await user.press("u", "u", "u")
        assert dump(user.debate) == dump(debate)


async def test_a_place_that_is_not_chosen_asks_again_and_escape_ends() -> None:
    async with opened(full(), size=(100, 30)) as user:
        await user.press("B", "u", "p", "escape")
        assert "Unplaced claim 1 of 4" in user.text
        await user.press("escape")
        assert not user.is_asked
        assert user.said == "Nothing is changed; 4 are unplaced still."
        assert not user.session.dirty


async def test_without_unplaced_claims_that_is_said() -> None:
    debate = rain()
    debate.apply(edit.make_thesis(debate, "snow"))
    async with opened(debate) as user:
        await user.press("B", "u")
        assert user.said == "No claim is unplaced; a notes one down for later."


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80 by 24", "120 by 40"])
async def test_the_question_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.press("B", "u")
        name = f"an unplaced claim at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))
