"""What was found is told apart without colours, in the selected row too."""

import pytest
from rich.segment import Segment

from debatemap.workspace.session import Session
from tests.tui.driver import Driver, opened
from tests.tui.scenes import essay


def segments(user: Driver) -> list[list[Segment]]:
    """Returns the screen as it goes to the terminal, line by line."""
    filters, background = user.app.get_line_filters(), user.screen.styles.background
    lines = []
    for strip in user.screen._compositor.render_strips():
        drawn = strip
        for line_filter in filters:
            drawn = drawn.apply_filter(line_filter, background)
        lines.append(list(drawn))
    return lines


@pytest.mark.parametrize("keys", [("|", *"weights", "down"), ("f", *"weights", "enter")])
async def test_a_match_in_the_selected_row_is_underlined_and_the_rest_of_it_is_not(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(Session(essay()), size=(120, 40)) as user:
        await user.press(*keys)
        await user.rest_of_details()
        selected = [
            [each for each in line if each.text.strip() and each.style and each.style.reverse]
            for line in segments(user)
        ]
        for line in selected:
            for text, style, _ in line:
                assert style is not None
                is_match = text.lower() == "weights"
                assert bool(style.underline) == is_match or not text.isalpha()
        assert any("weights" in (each.text for each in line) and len(line) > 1 for line in selected)
