"""The help tells what the signs of the picture mean, all of which are drawn."""

import re

import pytest

from debatemap.config import Config
from debatemap.core.glyphs import Glyphs
from debatemap.tui.widgets.legend import SIGNS
from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.scenes import essay

PICTURE = [meaning for meaning in SIGNS if "picture" in meaning.words]


@pytest.mark.parametrize("glyphs", ["auto", "ascii"])
async def test_the_help_explains_the_signs_of_the_picture(glyphs: Glyphs) -> None:
    async with opened(Session(essay()), size=(110, 40), settings=Config(glyphs=glyphs)) as user:
        await user.press("?", *"picture signs")
        for meaning in PICTURE:
            assert meaning.words.split(": ")[1][:30] in user.text


def test_those_of_one_view_stand_together() -> None:
    views = [meaning.words.partition(":")[0].partition(",")[0] for meaning in SIGNS]
    corner = views.index("In its corner")
    assert views[corner - 1] == "In the picture", "that is what it is the corner of"
    for view in ("In the picture", "In a text"):
        views[corner] = "In the picture"
        first = views.index(view)
        assert set(views[first : first + views.count(view)]) == {view}


async def test_each_of_them_is_drawn() -> None:
    async with opened(Session(essay()), size=(120, 40)) as user:
        await user.press("%", "g")
        await user.rest()
        drawn = user.text
        await user.press("%", "-", "%", "-", "%", "-")
        await user.rest()
        drawn += user.text
    assert len(PICTURE) == 6
    for meaning in PICTURE:
        assert set(meaning.sign) <= set(drawn), meaning.sign


async def test_the_details_beside_the_picture_tell_those_of_the_selected_claim() -> None:
    async with opened(Session(essay()), size=(200, 60)) as user:
        await user.press("z", "o")
        await user.go_to("AI has more potential")
        await user.rest()
        assert "─●─ something" not in user.details
        await user.press("%", "g")
        await user.rest()
        assert "─●─ something" in user.details


async def test_what_the_picture_folds_is_told_of_where_the_outline_folds_nothing() -> None:
    async with opened(Session(essay()), size=(200, 60)) as user:
        await user.press("9", "%", "g")
        await user.rest()
        assert "in the fold" not in user.details
        await user.press("space")
        await user.rest()
        told = re.search(r"(\d+) claims in the fold", " ".join(user.details.split()))
        assert told is not None
        assert f"▸{told[1]} " in user.text
