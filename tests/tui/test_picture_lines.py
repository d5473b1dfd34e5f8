"""Lines of the picture that are kept from one key to the next show what they would show anew."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region

from debatemap import load
from debatemap.core.debate import Debate
from debatemap.tui.features.views.views import Views
from debatemap.tui.views.map import picture_rows
from debatemap.tui.views.map.edge_drawing import EdgeRow, edge_row, straight_lines
from debatemap.tui.views.map.picture_view import PictureView
from debatemap.views.map import Asked, Picture, Route, Zoom, draw_map
from tests.strategies import debates
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

MAPS = Path(__file__).parents[2] / "maps"


async def in_the_picture(user: Driver) -> PictureView:
    await user.press("%", "g")
    await user.rest()
    view = user.map.feature(Views).active
    assert isinstance(view, PictureView)
    return view


def cells_of(view: PictureView) -> dict[tuple[int, int], Segment]:
    """Returns what is seen in each cell of the view: of a blank, only what is behind it."""
    return {
        (x, y): segment
        for y in range(view.size.height)
        for x, segment in enumerate(
            Segment(letter, Style(bgcolor=style.bgcolor) if letter == " " and style else style)
            for text, style, _ in view.render_line(y)
            for letter in text
        )
    }


async def test_blanks_among_edges_are_sent_with_them() -> None:
    async with opened(load(MAPS / "inner-city-traffic.json"), size=(110, 30)) as user:
        view = await in_the_picture(user)
        await user.press("z", "o", "%", "+")
        await user.rest()
        rows = [[text for text, *_ in view.render_line(y)] for y in range(view.size.height)]
        edges = [row for row in rows if not set("".join(row)) - set(" │┆├╭╰╮╯┄─┤")]
        assert len(edges) > 3
        for row in edges:
            assert len(row) == 1 or all(map(str.strip, row)), "each piece takes bytes for its style"


def note_painted(view: PictureView, patch: pytest.MonkeyPatch) -> list[Region]:
    """Returns a list that takes up which regions of the view are painted again."""
    painted: list[Region] = []
    refresh = view.refresh

    def note(*regions: Region, **words: bool) -> object:
        painted.extend(regions or (view.size.region,))
        return refresh(*regions, **words)

    patch.setattr(view, "refresh", note)
    return painted


async def test_no_line_is_kept_that_a_move_has_changed() -> None:
    async with opened(load(MAPS / "open-source-ai.json"), size=(110, 30)) as user:
        view = await in_the_picture(user)
        for key in ("l", "j", "j", "z", "o", "j", "h", "shift+right", "l", "j", "j", "G", "v", "k"):
            await user.press(key)
            await user.rest()
            kept = [list(view.render_line(y)) for y in range(view.size.height)]
            view.redraw()
            assert kept == [list(view.render_line(y)) for y in range(view.size.height)], key


@pytest.mark.parametrize("debate", [load(MAPS / "open-source-ai.json"), rain()])
async def test_all_that_a_move_changes_is_painted_and_little_else(
    debate: Debate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(debate, size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("z", "o")
        await user.rest()
        moves = 0
        for key in ("l", "j", "j", "k", "l", "j", "k", "h", "j", "h", "l"):
            before, at, claim = cells_of(view), view.scroll_offset, view.claim
            with monkeypatch.context() as patch:
                painted = note_painted(view, patch)
                await user.press(key)
                await user.rest()
            if view.scroll_offset != at or view.claim == claim:
                continue
            moves += 1
            after = cells_of(view)
            changed = {cell for cell in after if after[cell] != before[cell]}
            cells = {
                (x, y) for r in painted for x in range(r.x, r.right) for y in range(r.y, r.bottom)
            }
            assert changed, "the cursor is seen"
            assert changed <= cells, key
            assert len(cells) < len(after) / 2, key
        assert moves > 3


async def test_a_move_that_scrolls_nothing_follows_no_edge_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with opened(rain(), size=(138, 40)) as user:
        await in_the_picture(user)
        await user.rest()
        user.lines  # noqa: B018  (all of it is drawn)
        rows = []
        monkeypatch.setattr(picture_rows, "edge_row", lambda *given: rows.append(given))
        for key in ("l", "j", "k", "h"):
            await user.press(key)
            await user.rest()
            user.lines  # noqa: B018
        assert not rows


@given(debates(), st.sampled_from(Zoom))
def test_edges_that_go_straight_on_are_drawn_alike(debate: Debate, zoom: Zoom) -> None:
    picture = draw_map(debate, Asked(zoom)).picture
    seen: dict[object, EdgeRow] = {}
    for y in range(picture.height):
        row = drawn(picture, y)
        lines = straight_lines(picture, y, picture.routes_in(y, 0, picture.width))
        if lines is not None:
            assert seen.setdefault(lines, row) == row


def drawn(picture: Picture, y: int) -> EdgeRow:
    """Returns what edges draw in a row."""
    width = max(picture.width, 6)
    return edge_row(picture, y, 0, width, {}, picture.routes_in(y, 0, width))


def test_edges_that_cross_are_never_drawn_as_if_they_met() -> None:
    picture = draw_map(load(MAPS / "inner-city-traffic.json"), Asked(Zoom.LINES)).picture
    rows = [drawn(picture, y).cells for y in range(picture.height)]
    assert not [cell for row in rows for cell in row.values() if cell.sign == "┼"]


def test_of_two_edges_of_the_tree_that_cross_the_flat_one_goes_on() -> None:
    ways = {"flat": ((1, 1), (5, 1)), "upright": ((3, 0), (3, 2), (5, 2))}
    for names in (("flat", "upright"), ("upright", "flat")):
        routes = [
            Route(name, name, f"to {name}", ways[name], "attacks", is_extra=False, sign=None)
            for name in names
        ]
        picture = Picture({}, routes, {})
        cells = [drawn(picture, y).cells for y in range(3)]
        assert "".join(cells[1][x].sign for x in range(1, 6)) == "─────"
        assert [cells[y][3].sign for y in (0, 2)] == ["│", "╰"]
