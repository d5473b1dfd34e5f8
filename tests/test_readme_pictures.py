"""The pictures in the README are those that the program would give today."""

import asyncio
import re

import pytest

from tests.picture import PICTURES, Picture, draw
from tests.test_readme import README, ROOT


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_of_the_program_as_it_is(picture: Picture) -> None:
    kept = picture.path.read_text(encoding="utf-8")
    drawn = asyncio.run(draw(picture))
    assert drawn == kept, "`python -m tests.picture` draws the pictures anew"
    assert "url(http" not in kept


def test_the_readme_shows_each_picture_with_its_words() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", README)
    assert shown[0][1] == str(PICTURES[0].path.relative_to(ROOT))
    wanted = {(each.says, str(each.path.relative_to(ROOT))) for each in PICTURES}
    assert set(shown) == wanted
    assert {each.path for each in PICTURES} == set((ROOT / ".github").glob("*.svg"))
