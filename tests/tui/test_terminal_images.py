"""The map as an image that the terminal draws."""

import re
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region, Size

from debatemap.tui.features.views.image_part import ImagePart
from debatemap.tui.features.views.image_screen import ImageScreen
from debatemap.tui.system.kitty_images import pixels_of, placed, sent
from tests.tui.driver import opened
from tests.tui.maps import rain

_MESSAGE = re.compile(r"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")

SIZES = st.builds(Size, st.integers(1, 9_000), st.integers(1, 9_000))
SCREENS = st.builds(Size, st.integers(1, 300), st.integers(1, 100))


@given(st.binary(min_size=1, max_size=20_000))
def test_an_image_is_sent_whole_in_messages_that_the_protocol_allows(data: bytes) -> None:
    messages = [found for each in sent(data) if (found := _MESSAGE.fullmatch(each))]
    assert b64decode("".join(found[2] for found in messages)) == data
    assert all(len(found[2]) <= 4096 for found in messages)
    ends = [found[1][-3:] for found in messages]
    assert ends == [*["m=1"] * (len(messages) - 1), "m=0"]


@given(SIZES, SCREENS, st.lists(st.sampled_from(["near", "far", "down", "up", "left", "right"])))
def test_what_is_in_sight_lies_within_the_image_and_the_screen(
    image: Size, screen: Size, steps: list[str]
) -> None:
    part = ImagePart(image, screen)
    moves = {"down": (0, 1), "up": (0, -1), "left": (-1, 0), "right": (1, 0)}
    for step in steps:
        zoom = {"near": 1.5, "far": 1 / 1.5}.get(step)
        part = part.zoomed(part.zoom * zoom) if zoom else part.moved(*moves[step])
        whole = Region(0, 0, image.width, image.height)
        assert whole.contains_region(part.pixels)
        assert 0 < part.cells.width <= screen.width
        assert 0 < part.cells.height <= screen.height


def test_all_of_the_image_fits_the_screen() -> None:
    part = ImagePart(Size(3_200, 12_800), Size(100, 40))
    all_of_it = part.zoomed(part.farthest)
    assert all_of_it.pixels == Region(0, 0, 3_200, 12_800)
    assert all_of_it.cells == Size(20, 40)


def test_a_part_is_placed_where_the_cells_are_and_the_cursor_is_put_back() -> None:
    message = placed(Region(16, 32, 160, 320), Region(0, 2, 10, 10))
    assert message.startswith("\x1b7\x1b[3;1H\x1b_Ga=p,")
    assert ",x=16,y=32,w=160,h=320,c=10,r=10," in message
    assert message.endswith("\x1b8")


async def test_the_map_is_drawn_by_the_terminal_moved_and_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("TMUX", "STY", "ZELLIJ"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KITTY_WINDOW_ID", "1")
    async with opened(rain(), size=(60, 20)) as user:
        written: list[str] = []
        assert user.app._driver is not None
        monkeypatch.setattr(user.app._driver, "write", written.append)
        await user.press("%", "G")
        await user.until(lambda: isinstance(user.screen, ImageScreen), "the image")
        await user.press("j", "0")
        data = b"".join(
            b64decode(found[2]) for each in written for found in _MESSAGE.finditer(each) if found[2]
        )
        assert data.startswith(b"\x89PNG")
        shown = [each for each in written if "a=p," in each]
        assert len(shown) == 3, "as it opens, a third further down, all of it"
        assert "x=0,y=0,w={},h={},".format(*pixels_of(data)) in shown[-1]
        await user.press("escape")
        assert not user.is_asked
        assert "a=d,d=I" in written[-1]


async def test_a_terminal_without_images_says_where_the_map_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("KITTY_WINDOW_ID", "KONSOLE_VERSION", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    async with opened(rain(), size=(60, 20)) as user:
        await user.press("%", "G")
        assert "% g draws the map in letters" in user.said
        assert not user.is_asked
