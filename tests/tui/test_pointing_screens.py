"""The context menu and a drag in progress, as text."""

from pathlib import Path
from typing import Final

import pytest
from textual import events

from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain
from tests.tui.mouse import RIGHT, click, drag, found_row, send_mouse

FOLDER: Final = Path(__file__).parent / "pointed"
SIZES: Final = ((40, 10), (80, 24), (120, 40))
NAMES: Final = [
    f"{what} at {width} by {height}" for what in ("a menu", "a drag") for width, height in SIZES
]


def file_of(what: str, size: tuple[int, int]) -> Path:
    return golden_file(FOLDER, f"{what} at {size[0]} by {size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_the_menu_of_a_claim_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await click(user, "Plants grow.", button=RIGHT)
        await user.until(lambda: user.is_asked, "the menu")
        await looks_as_it_did(user, file_of("a menu", size))


@pytest.mark.parametrize("size", SIZES)
async def test_a_drag_looks_as_it_did_and_leaves_nothing_when_it_is_let_go(
    size: tuple[int, int],
) -> None:
    async with opened(rain(), size=size) as user:
        parts = "#outline", "#hints"
        before = user.rows
        await drag(user, "Streets flood.", "Plants grow.", release=False)
        await user.until(lambda: "Drop “Streets" in user.said, "what a release would do")
        await looks_as_it_did(user, file_of("a drag", size), *parts)
        await user.press("escape")
        assert "Drop" not in user.said
        send_mouse(user, events.MouseUp, found_row(user, "Plants grow."))
        await user.press()
        assert not user.is_asked
        assert not any(line.startswith(">") for line in user.lines)
        assert user.rows == before


def test_no_screen_is_kept_that_nothing_compares() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *NAMES)
