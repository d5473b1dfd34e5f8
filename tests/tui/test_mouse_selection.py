"""Words that the mouse selects: while the panes change their width, and beside the line between."""

from typing import Final

import pytest
from textual import events

from debatemap.tui.widgets.details import Details
from tests.strategies import star
from tests.tui.driver import Driver, opened
from tests.tui.mouse import found_row, send_mouse
from tests.tui.scenes import resize

ROW: Final = 4


def width_of_details(user: Driver) -> int:
    return user.map.part(Details).size.width


@pytest.mark.parametrize("step", [-3, 3])
async def test_the_line_beside_the_outline_is_dragged_and_selects_nothing(step: int) -> None:
    async with opened(star(30), size=(100, 24)) as user:
        await user.rest_of_details()
        before, x = width_of_details(user), user.map.part(Details).region.x
        send_mouse(user, events.MouseDown, (x, ROW))
        for n in range(1, 6):
            send_mouse(user, events.MouseMove, (x + n * step, ROW + n % 2))
            await user.press()
            assert not user.screen.selections
        send_mouse(user, events.MouseUp, (x + 5 * step, ROW))
        await user.rest_of_details()
        assert width_of_details(user) == before - 5 * step
        assert not user.screen.selections


@pytest.mark.parametrize("width", [60, 41, 140])
async def test_words_that_are_selected_are_none_where_the_outline_is_as_wide_no_more(
    width: int,
) -> None:
    async with opened(star(30), size=(100, 24)) as user:
        await user.rest_of_details()
        start, outline = found_row(user, "Claim 2."), user.map.view.region
        send_mouse(user, events.MouseDown, start, shift=True)
        send_mouse(user, events.MouseMove, (outline.right - 4, start.y + 2), shift=True)
        send_mouse(user, events.MouseUp, (outline.right - 4, start.y + 2), shift=True)
        await user.press()
        assert user.screen.get_selected_text()
        await resize(user, (width, 24))
        await user.rest_of_details()
        assert not user.screen.get_selected_text()
        await user.press("j")
        assert "Claim 2." in user.text
