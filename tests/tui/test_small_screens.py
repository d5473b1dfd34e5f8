"""On a small screen no instruction is cut off: it takes more lines, or says less in whole words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from textual.content import Content
from textual.geometry import NULL_REGION
from textual.widget import Widget
from textual.widgets import Static

from debatemap.formats.native.codec import dump
from debatemap.store.locks import lock
from debatemap.workspace.session import Session
from tests.extent import share, some
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.test_screens import MAPS, SHOTS

SIZES: Final = [(40, 10), (60, 16)]
SCREENS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    **{name: (shot.debate, shot.keys) for name, shot in SHOTS.items()},
    "why": ("essay", ("j", "!")),
    "the crux": ("essay", ("j", "g", "x")),
    "tasks": ("essay", ("g", "l")),
    "a rating": ("rain", ("j", "r")),
    "all ratings": ("rain", ("R",)),
    "methods": ("rain", ("%", "m")),
    "nobody has rated": ("rain", ("%", "p")),
    "a file to merge": ("rain", ("g", "m")),
    "a map to join": ("rain", ("g", "a")),
    "backups": ("rain", ("g", "b")),
    "versions": ("rain", ("g", "d")),
    "colours": ("rain", ("g", "c")),
    "a long heading of a note": ("essay", ("j", "c")),
    "a title": ("rain", ("g", "t")),
    "another name": ("rain", ("g", "s")),
    "unsaved": ("rain", ("j", "-", "a", "enter", "escape", "q")),
    "a split": ("rain", ("j", "S")),
    "an author": ("rain", ("j", "@")),
    "a scenario is kept": ("rain", ("j", "w", "w", "w", "k")),
    "no scenarios": ("rain", ("w", "o")),
    "a place to move to": ("rain", ("j", "m")),
    "nothing is marked": ("rain", ("j", "M")),
    "a source": ("rain", ("j", "s", "enter")),
    "no differences": ("rain", ("g", "D")),
    "all is seen": ("rain", ("g", "u")),
    "the chords of g": ("rain", ("g",)),
}
FEW: Final = some(
    SCREENS, *(name for number, name in enumerate(SCREENS) if name not in SHOTS or number % 2)
)
"""All but half of those that are looked at whole in `test_screens`."""
CLAIMS: Final = {"title", "path", "editor-heading", "search-label"}
"""Lines that hold a claim's words, or the map's, and end in an ellipsis where these go on."""


def cut_off(user: Driver) -> Iterator[tuple[str, str]]:
    """Yields what does not show all that it says: its id, and what it says."""
    shown = user.screen._compositor.visible_widgets
    for widget in user.screen.query(Static):
        text = str(widget.content)
        if widget.id in CLAIMS or not text.strip() or not _is_displayed(widget):
            continue
        region, clip = shown.get(widget, (NULL_REGION, NULL_REGION))
        seen = region.intersection(clip).height - widget.gutter.height
        room = max(1, widget.content_size.width)
        is_one_line = widget.styles.text_wrap == "nowrap"
        lines = text.split("\n")
        is_wide = is_one_line and max(Content(line).cell_length for line in lines) > room
        needed = len(lines) if is_one_line else Content(text).get_height({}, room)
        if (is_wide or seen < needed) and not _can_be_scrolled(widget):
            yield widget.id or "", text


def _is_displayed(widget: Widget) -> bool:
    parents = [each for each in widget.ancestors_with_self if isinstance(each, Widget)]
    return all(each.display and each.visible for each in parents)


def _can_be_scrolled(widget: Widget) -> bool:
    parents = [each for each in widget.ancestors if isinstance(each, Widget) and each.parent]
    return any(each.max_scroll_y and each.styles.overflow_y != "hidden" for each in parents)


@pytest.mark.parametrize("name", share(FEW, 0, 2))
async def test_nothing_that_tells_what_to_do_is_cut_off(name: str) -> None:
    debate, keys = SCREENS[name]
    async with opened(Session(MAPS[debate]()), size=SIZES[0]) as user:
        await user.press(*keys)
        for size in SIZES:
            await user.pilot.resize_terminal(*size)
            await user.press()
            assert list(cut_off(user)) == [], f"at {size}"


async def test_a_notice_takes_the_lines_that_it_needs_and_gives_them_back(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_bytes(dump(rain()))
    held = lock(path)
    async with opened(path, size=(40, 10)) as user:
        await user.rest()
        notice = " ".join(" ".join(user.lines[4:]).split())
        assert "g w" in notice, "the keys that take over stand on the screen"
        assert list(cut_off(user)) == []
        before = user.map.view.size.height
        await user.press("j")
        assert user.map.view.size.height > before
        assert user.words == "Plants grow."
    held.release()


async def test_the_editor_is_in_sight_before_anything_is_typed() -> None:
    async with opened(Session(MAPS["essay"]()), size=(40, 10)) as user:
        for keys in (("-",), ("escape", "j", "-")):
            await user.press(*keys)
            assert any("− con of" in line for line in user.lines), user.text


async def test_the_selected_row_stays_in_sight_above_a_long_notice() -> None:
    async with opened(Session(rain()), size=(40, 10)) as user:
        await user.press("z", "o", "G", "k", "k", "g", "D")
        assert len(user.hints.splitlines()) > 1
        assert any(user.words[:12] in line for line in user.lines)
