"""Screens as text, beside those that were looked at and found good.

`DEBATEMAP_WRITE_SCREENS=1 pytest tests/tui` writes them anew; look at the difference before it is
committed. Each holds only the part that its test is about, so that a further column of the outline
rewrites the few that show the outline.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region

from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.map_screen import MapScreen
from tests.extent import is_long, share
from tests.tui.driver import Driver, drawn_on

if TYPE_CHECKING:
    from textual.widget import Widget

__all__ = ["WHOLE", "golden_file", "looked_at", "looks_as_it_did", "names_of", "sizes_of"]

WRITE: Final = bool(os.environ.get("DEBATEMAP_WRITE_SCREENS"))

WHOLE: Final = "the whole screen"

_PATIENCE: Final = 30.0
"""Seconds that a screen has to come to look so: many differ at once where something is redrawn."""


def golden_file(folder: Path, name: str) -> Path:
    """Returns where a screen of some name is kept."""
    return folder / f"{name.replace(' ', '-')}.txt"


def looked_at(names: Iterable[str], *but: str) -> list[str]:
    """Returns the screens that are looked at: all but some whose like is among them.

    A long run looks at all of them, and so does one that writes the screens.
    """
    found = [*names]
    assert {*but} <= {*found}, "a screen that is left out is not among them"
    return [name for name in found if is_long() or WRITE or name not in but]


def sizes_of(
    number: int, sizes: Sequence[tuple[int, int]], of: int = 3
) -> Sequence[tuple[int, int]]:
    """Returns the sizes at which a screen by its number is looked at: one of some in a row.

    A long run looks at it at all of them, and so does one that writes the screens.
    """
    return sizes if WRITE else share(sizes, number, of)


def names_of(folder: Path, *names: str) -> set[Path]:
    """Returns the files that a folder of screens is to hold."""
    return {golden_file(folder, name) for name in names}


async def looks_as_it_did(
    user: Driver, path: Path, *parts: str, with_attributes: bool = False
) -> None:
    """Asserts that a part of the screen comes to look as it did; work in a thread may take a time.

    Args:
        user: The user, who looks.
        path: What was found good.
        parts: The selectors of the widgets that are looked at, `WHOLE` for the whole screen;
            without any, the dialog in front, or the whole screen where there is none.
        with_attributes: Whether a further line tells what is reversed, bold, italic or underlined,
            by which things are told apart without colours.
    """

    def shown() -> list[str]:
        return _shown(user, parts, with_attributes=with_attributes)

    if WRITE:
        await user.pilot.pause(0.4)
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(shown()) + "\n", encoding="utf-8")
    expected = path.read_text(encoding="utf-8").splitlines()
    with suppress(AssertionError):
        await user.until(lambda: shown() == expected, patience=_PATIENCE)
    now = shown()
    assert _fills_its_area(user), f"a part of the map is left blank:\n{user.text}"
    assert now == expected, "\n".join(["", *unified_diff(expected, now, str(path), lineterm="")])


def _fills_its_area(user: Driver) -> bool:
    """Tells whether the outline, and what stands beside it or in its place, take all the width."""
    if not isinstance(user.screen, MapScreen):
        return True
    area = user.screen.query_one("#outline-area")
    parts = (part for part in area.children if part.display and part.styles.layer == "rows")
    return sum(part.outer_size.width for part in parts) == area.size.width


def _shown(user: Driver, parts: tuple[str, ...], *, with_attributes: bool) -> list[str]:
    """Returns the lines of the parts, one part below the other, without blanks at their ends."""
    screen, strips = user.screen, drawn_on(user.screen)
    widgets: list[Widget] = [screen if part == WHOLE else screen.query_one(part) for part in parts]
    if not parts and isinstance(screen, DialogScreen):
        widgets = [
            child
            for child in screen.children
            if child.region and not child.has_class("-textual-system")
        ]
    regions = [widget.region for widget in widgets] or [screen.region]
    lines = [strip.text for strip in strips]
    if not with_attributes:
        return [line for region in regions for line in _cut(lines, region)]
    attributes = ["".join(map(_attributes, strip)) for strip in strips]
    return [
        each
        for region in regions
        for line, marks in zip(_cut(lines, region), _cut(attributes, region), strict=True)
        for each in (line, *([marks] if marks else []))
    ]


def _attributes(segment: Segment) -> str:
    """Returns a letter for each cell: reversed ones have capitals."""
    text, style, _ = segment
    sign = " "
    if style is not None:
        looks = {"u": style.underline, "b": style.bold, "i": style.italic}
        sign = next((name for name, has in looks.items() if has), " ")
        if style.reverse:
            sign = sign.upper() if sign != " " else "R"
    return sign * cell_len(text)


def _cut(lines: list[str], region: Region) -> list[str]:
    rows = lines[max(0, region.y) : region.bottom]
    return [_cells(row, max(0, region.x), region.right).rstrip() for row in rows]


def _cells(line: str, left: int, right: int) -> str:
    """Returns what stands in some columns; a letter may take two."""
    if all(map(_takes_one_cell, {*line})):
        return line[left:right]
    at, kept = 0, ""
    for letter in line:
        if left <= at < right:
            kept += letter
        at += cell_len(letter)
    return kept


@cache
def _takes_one_cell(letter: str) -> bool:
    return cell_len(letter) == 1
