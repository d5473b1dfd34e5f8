"""How far apart people are, as it is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from debatemap import edit
from debatemap.config import Config
from debatemap.judge.ratings import spread
from debatemap.tui.widgets.spread_bar import draw_spread, scale
from debatemap.views.outline import Layout
from tests.strategies import star
from tests.tui.driver import opened
from tests.tui.test_rating import rated

ratings = st.lists(st.floats(0, 100), min_size=2, max_size=9)


@given(ratings=ratings, cells=st.integers(1, 30))
def test_a_scale_shows_each_rating_within_its_ends(ratings: list[float], cells: int) -> None:
    found = spread(ratings)
    assert found is not None
    drawn = scale(found, cells)
    assert len(drawn) == cells
    first = len(drawn) - len(drawn.lstrip("·"))
    last = len(drawn.rstrip("·")) - 1
    places = [min(cells - 1, int(value / 100 * cells)) for value in ratings]
    assert (first, last) == (min(places), max(places))
    assert drawn.count("●") == 1


@given(ratings=ratings, width=st.integers(36, 200))
def test_a_row_keeps_the_width_of_its_column(ratings: list[float], width: int) -> None:
    layout, found = Layout(width, judged=True, spread=True), spread(ratings)
    assert found is not None
    drawn = draw_spread(found, layout.strength, lambda _: Style())
    assert sum(segment.cell_length for segment in drawn) == layout.strength


@pytest.mark.parametrize(("width", "words"), [(120, "··├━━●━━─┤  20–90"), (50, "20–90")])
async def test_rows_show_a_spread_and_no_bar(width: int, words: str) -> None:
    async with opened(rated(), settings=Config(name="ann"), size=(width, 24)) as user:
        bars = [line for line in user.lines if "━" in line and "is good" in line]
        await user.press("%", "p", "down", "enter")
        (line,) = [line for line in user.lines if "Rain is good." in line and "20–90" in line]
        assert words in line
        await user.press("%", "p", "enter")
        assert [line for line in user.lines if "━" in line and "is good" in line] == bars


async def test_opinion_groups_stand_on_the_scale_and_follow_a_rating() -> None:
    debate = star(6)
    for person, values in {"a": "993", "b": "983", "c": "119", "d": "029"}.items():
        for claim, value in zip(("c1", "c2", "c3"), values, strict=True):
            debate.apply(edit.rate(debate, claim, person, 10 * int(value)))
    async with opened(debate, settings=Config(name="a"), size=(120, 30)) as user:
        await user.press("%", "p", "down", "enter")
        await user.until_shown("A━")
        (line,) = [line for line in user.lines if "Claim 2." in line and "10–90" in line]
        assert line.split("10–90")[0].split()[-1] == "·B━━━━━━A┤"
        user.session.do(edit.rate(user.debate, "c2", "a", 0))
        await user.until_shown(" 0–80")
