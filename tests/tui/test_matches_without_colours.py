"""What was found is told apart without colours, in the selected row too."""

import pytest

from debatemap.workspace.session import Session
from tests.tui.driver import drawn_on, opened
from tests.tui.scenes import essay


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
            for line in drawn_on(user.screen)
        ]
        for line in selected:
            for text, style, _ in line:
                assert style is not None
                is_match = text.lower() == "weights"
                assert bool(style.underline) == is_match or not text.isalpha()
        assert any("weights" in (each.text for each in line) and len(line) > 1 for line in selected)
