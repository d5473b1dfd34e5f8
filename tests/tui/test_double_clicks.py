"""Two clicks edit a claim on its words; elsewhere they do what one does, and open no editor."""

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.features.pointing.clicks import command_of_part
from debatemap.tui.features.pointing.menu_screen import MenuScreen
from debatemap.tui.features.writing.sources_screen import SourcesScreen
from debatemap.views.outline.row_parts import RowPart
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import RIGHT, click, found, found_row

SIZE = (110, 30)


def sixty() -> Debate:
    claims = {f"c{number}": Claim(f"Claim {number}.") for number in range(60)}
    return Debate(Header("sixty", theses=tuple(claims)), claims)


async def shows(user: Driver, kind: type[object]) -> None:
    await user.until(lambda: isinstance(user.screen, kind), kind.__name__)


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_a_strength_says_why(times: int) -> None:
    async with opened(rain(), size=SIZE) as user:
        x, y = found(user, "+ Plants grow.", "60")
        await click(user, (x, y), times=times)
        await shows(user, WhyScreen)
        assert isinstance(user.screen, WhyScreen)
        assert user.screen.subject == "plants", "no further click asked on"
        await user.press("escape")
        assert not user.is_asked
        assert not user.writing


@pytest.mark.parametrize("times", [1, 2])
async def test_a_mark_of_a_source_shows_the_sources(times: int) -> None:
    async with opened(rain(), size=SIZE) as user:
        x, y = found(user, "+ Plants grow.", "‡")
        await click(user, (x, y), times=times)
        await shows(user, SourcesScreen)
        await user.press("escape")
        assert not user.writing


@pytest.mark.parametrize("times", [1, 2])
async def test_the_mark_of_a_marked_claim_unmarks_it(times: int) -> None:
    async with opened(rain(), size=SIZE) as user:
        await user.press("j", "v")
        assert user.map.view.marked == {"plants"}
        await user.until_shown("✓")
        y = found_row(user, "+ Plants grow.").y
        x = user.lines[y].index("✓")
        await click(user, (x, y), times=times)
        assert user.map.view.marked == set()
        assert not user.writing


@pytest.mark.parametrize("times", [1, 2])
async def test_blanks_between_the_marks_do_nothing(times: int) -> None:
    async with opened(rain(), size=SIZE) as user:
        x, y = found(user, "− Streets flood.", "50")
        for blank in range(4, 12):
            part = user.map.view.part_of(2, x - blank, y - user.map.view.region.y)
            if part in {RowPart.MARKS, RowPart.COUNT} and user.lines[y][x - blank] == " ":
                await click(user, (x - blank, y), times=times)
                assert not user.writing, blank


async def test_two_clicks_on_the_fold_mark_turn_it_twice() -> None:
    async with opened(rain(), size=SIZE) as user:
        before = user.rows
        x, y = found(user, "▸ + Plants grow.")
        await click(user, (x, y), times=2)
        assert user.rows == before
        assert not user.writing


async def test_two_clicks_on_the_words_edit() -> None:
    async with opened(rain(), size=SIZE) as user:
        await click(user, "Plants grow.", times=2)
        assert user.writing


async def test_a_menu_stays_after_a_second_right_click_and_takes_the_next_click() -> None:
    async with opened(rain(), size=SIZE) as user:
        await click(user, "Plants grow.", button=RIGHT, times=2)
        await shows(user, MenuScreen)
        await click(user, "Add a con")
        assert user.writing


async def test_in_the_table_two_clicks_edit_on_the_words_alone() -> None:
    async with opened(rain(), size=(140, 30)) as user:
        await user.press("%", "t")
        x, y = found(user, "Plants grow.", "60")
        await click(user, (x + 1, y), times=2)
        await shows(user, WhyScreen)
        await user.press("escape")
        assert not user.writing


@pytest.mark.parametrize("part", [*RowPart, "text", "strength", "sources", "stance", "replies"])
def test_only_words_are_edited(part: str) -> None:
    edits = command_of_part(part, " ", 2) == "edit_in_place"
    assert edits == (part in {RowPart.WORDS, RowPart.LEFT, "text"})
    assert command_of_part(part, " ", 1) != "edit_in_place"


@pytest.mark.parametrize("view", ["", "%t", "%r"])
@pytest.mark.parametrize("at", [0, -1])
async def test_two_clicks_edit_the_row_that_the_first_was_on_though_it_scrolled(
    view: str, at: int
) -> None:
    async with opened(sixty(), size=(60, 16)) as user:
        await user.press(*view, "G", *["k"] * 20)
        rows = user.map.pointed_view
        top, last = (2 if view == "%t" else 0), rows.region.height - 1
        y = top if at == 0 else last
        index = rows.row_of_line(y)
        assert index is not None
        claim = rows.place_of(index).claim
        await click(user, (rows.region.x + 20, rows.region.y + y), times=2)
        assert user.map.row is not None
        assert user.map.row.claim == claim
        assert user.writing or view == "%r"
