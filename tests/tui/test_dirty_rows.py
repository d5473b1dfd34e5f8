"""A screen asks for few lines and layouts, and draws what Textual's own compositor does."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pyte
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual._compositor import ChopsUpdate, Compositor
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static

from debatemap.tui.map_screen import MapScreen
from debatemap.tui.system.dirty_rows import DirtyRowsCompositor
from tests.strategies import chain
from tests.tui.driver import opened

WIDTH, HEIGHT = 40, 12


class Lines(Static):
    """Numbered lines, which remembers how many of them it was asked for."""

    asked = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked += crop.height
        return super().render_lines(crop)


class Sample(App[None]):
    """Widgets beside each other, one in front of them, one that is partly out of sight."""

    CSS = """
    Horizontal { height: 10; } Lines { width: 1fr; height: 30; }
    #front { layer: front; dock: right; offset: -6 2; width: 15; height: 5; border: solid red; }
    Screen { layers: default front; }
    """

    def compose(self) -> ComposeResult:
        text = "\n".join(f"{line} äöü 漢字 of a long line" for line in range(30))
        with Horizontal():
            yield Lines(text)
            yield Lines(text.upper())
        yield Static("below")
        yield Static("in front\nof it all", id="front")


def drawn(compositor: Compositor, regions: Sequence[Region]) -> str:
    compositor._dirty_regions = {*regions}
    update = compositor.render_partial_update()
    if update is None:
        return ""
    assert isinstance(update, ChopsUpdate)
    app = Sample()
    return update.render_segments(app.console)


def shown(drawn: str) -> pyte.Screen:
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.Stream(screen).feed(drawn)
    return screen


regions = st.builds(
    lambda x, y, width, height: Region(x, y, width, height).intersection(
        Region(0, 0, WIDTH, HEIGHT)
    ),
    st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1), st.integers(1, WIDTH), st.integers(1, 4),
)  # fmt: skip


def check(ours: DirtyRowsCompositor, plain: Compositor) -> None:
    @given(st.lists(regions, min_size=1, max_size=4))
    @example([Region(7, 0, 1, 1)])
    @example([Region(6, 0, 1, 1)])
    def draws_the_same(dirty: list[Region]) -> None:
        here = shown(drawn(ours, dirty))
        for y in range(HEIGHT):
            cells = {
                x for region in dirty if region.contains(region.x, y) for x in region.column_range
            }
            cells |= {x - 1 for x in cells if is_second_half(x, y)}
            cells |= {x + 1 for x in cells if is_second_half(x + 1, y)}
            for x in range(WIDTH):
                assert here.buffer[y][x] == (there if x in cells else blank).buffer[y][x]

    def is_second_half(x: int, y: int) -> bool:
        return there.buffer[y][x].data == ""

    blank, there = shown(""), shown(drawn(plain, [Region(0, 0, WIDTH, HEIGHT)]))
    assert is_second_half(7, 0)
    draws_the_same()


async def run(app: Sample) -> None:
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        ours, plain = DirtyRowsCompositor(), app.screen._compositor
        vars(ours).update(vars(plain), _bands=[])
        check(ours, plain)
        lines = list(app.query(Lines))
        for each in lines:
            each.asked = 0
        drawn(ours, [Region(0, 3, 10, 1), Region(0, HEIGHT - 1, 5, 1)])
        assert [each.asked for each in lines] == [1, 0]


def test_what_is_drawn_is_what_textual_draws_of_fewer_lines() -> None:
    asyncio.run(run(Sample()))


async def test_the_details_of_another_claim_lay_the_screen_out_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with opened(chain(9), size=(120, 40)) as user:
        await user.rest()
        laid_out, layouts = MapScreen._refresh_layout, [0]

        def counted(screen: MapScreen, *given: Any, **named: Any) -> None:  # noqa: ANN401  (any)
            layouts[0] += 1
            laid_out(screen, *given, **named)

        monkeypatch.setattr(MapScreen, "_refresh_layout", counted)
        user.app.screen.query_one("#described", Static).update(Content("Other words.\nTwo lines."))
        for _ in range(4):
            await user.pause()
        assert layouts == [1]
