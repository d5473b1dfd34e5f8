"""The path above the outline shows the nearest claim in full, before others get any room."""

import pytest

from debatemap.core.text import width
from debatemap.tui.widgets.bars import _trail

LONG = "Running many services takes more people than the six whom we have."
STEPS = [
    ("◆", "accent", "We should move our service to services."),
    ("−", "con", "Six people are too few for more than one service in operation."),
    ("+", "pro", LONG),
]


@pytest.mark.parametrize("room", [76, 80, 118, 200])
def test_the_parent_is_in_full_where_it_fits(room: int) -> None:
    line = _trail(STEPS, room).plain
    assert line.endswith(f"+ {LONG}")
    assert width(line) <= room


@pytest.mark.parametrize("room", range(10, 220))
def test_it_never_is_wider_than_the_line_and_the_parent_has_most(room: int) -> None:
    for count in range(1, 4):
        line = _trail(STEPS[-count:], room).plain
        parts = line.split("  ›  ")
        assert width(line) <= room
        assert width(parts[-1]) == max(map(width, parts)) or parts[-1].endswith(LONG)


def test_with_room_for_all_of_it_nothing_is_shortened() -> None:
    words = [words for _, _, words in STEPS]
    assert _trail(STEPS, 190).plain == "  ›  ".join(
        f"{sign} {text}" for (sign, _, _), text in zip(STEPS, words, strict=True)
    )


def test_what_is_left_out_is_told() -> None:
    assert _trail(STEPS, 70).plain.startswith("…  ›  + Running")
    assert _trail([], 70).plain == ""
