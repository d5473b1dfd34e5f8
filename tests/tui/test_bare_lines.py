"""Lines that are drawn without looking for what stands around them: the same as Textual draws."""

from typing import Final

import pytest
from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from debatemap.tui.views.card.card_view import CardView
from debatemap.tui.widgets.bare_lines import BareLines
from debatemap.tui.widgets.outline_view import OutlineView
from tests.strategies import chain
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.scenes import resize

VIEWS: Final[dict[str, tuple[str, ...]]] = {
    "outline": (),
    "card": ("F",),
    "table": ("%", "t"),
    "picture": ("%", "g"),
    "prose": ("%", "r"),
}


def cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """Returns the characters of a line, each with how it looks."""
    return [(character, segment.style) for segment in strip for character in segment.text]


@pytest.mark.parametrize("keys", VIEWS.values(), ids=VIEWS)
async def test_lines_are_the_same(keys: tuple[str, ...]) -> None:
    async with opened(rain(), size=(110, 30)) as user:
        await user.press(*keys, "j")
        await user.rest_of_details()
        view = user.map.views.active or user.map.query_one(OutlineView)
        assert isinstance(view, BareLines)
        size = view.size
        assert size.area
        for crop in (size.region, Region(3, 2, size.width - 9, 4)):
            bare, usual = view.render_lines(crop), ScrollView.render_lines(view, crop)
            assert [cells(strip) for strip in bare] == [cells(strip) for strip in usual]


async def test_a_layout_that_moves_nothing_leaves_the_bar_beside_the_lines_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with opened(chain(60), size=(70, 14)) as user:
        await user.press("F", "j")
        await user.rest_of_details()
        view = user.map.query_one(CardView)
        bar, drawn = view.vertical_scrollbar, list[object]()
        monkeypatch.setattr(bar, "refresh", lambda *_, **__: drawn.append(1))
        user.map.refresh(layout=True)
        await user.pause()
        assert not drawn
        monkeypatch.undo()
        await resize(user, (70, 24))
        await user.rest_of_details()
        assert (bar.window_size, bar.window_virtual_size) == (
            view.size.height,
            view.virtual_size.height,
        )
