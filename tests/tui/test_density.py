"""Rows with room around them: in the table and on the card, as in the outline."""

from pathlib import Path
from typing import Final

from debatemap.config import Config
from debatemap.tui.views.table_view import TableView
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain
from tests.tui.scenes import SIZES, resize

FOLDER: Final = Path(__file__).parent / "spaced"
COMFORTABLE: Final = Config(density="comfortable")
VIEWS: Final = {"table": ("%", "t"), "card": ("F",)}


def _name(view: str, size: tuple[int, int]) -> str:
    return f"{view} at {size[0]} by {size[1]}"


async def test_the_table_and_the_card_look_as_they_did() -> None:
    async with opened(rain(), size=(80, 24), settings=COMFORTABLE) as user:
        for view, keys in VIEWS.items():
            await user.press(*keys)
            for size in SIZES:
                await resize(user, size)
                await looks_as_it_did(user, golden_file(FOLDER, _name(view, size)))
            await user.press(*keys)


def test_no_screen_is_left_over() -> None:
    names = [_name(view, size) for view in VIEWS for size in SIZES]
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *names)


async def test_rows_of_the_table_are_gone_through_clicked_and_written_below() -> None:
    async with opened(rain(), size=(100, 24), settings=COMFORTABLE) as user:
        await user.press("%", "t", "j", "j")
        assert user.words == "Not in winter."
        line = next(n for n, text in enumerate(user.lines) if "Streets flood." in text)
        await user.pilot.click(TableView, offset=(10, line - user.map.views.active.region.y))  # type: ignore[union-attr]  # the table is shown
        await user.press()
        assert user.words == "Streets flood."
        await user.press("G")
        assert user.words == "Snow is white."
        assert "Snow is white." in user.text
        await user.press("e", *" Always.", "enter")
        assert user.words == "Snow is white. Always."


async def test_rows_that_are_read_have_room_too() -> None:
    settings = Config(density="comfortable", plain=True)
    async with opened(rain(), size=(100, 24), settings=settings) as user:
        await user.press("%", "t", "j")
        lines = [n for n, text in enumerate(user.lines) if text.startswith(("Thesis", "Pro,"))]
        assert lines[1] - lines[0] == 3
