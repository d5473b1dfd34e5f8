"""The mouse in a terminal without colours, and in one with sixteen."""

import pytest

from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.mouse import RIGHT, click, found_row


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "linux", "COLORTERM": ""}])
async def test_a_click_chooses_a_row_and_a_key(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    async with opened(rain(), size=(80, 24)) as user:
        await click(user, found_row(user, "Rain is good."), button=RIGHT)
        await click(user, "Add a con")
        assert user.writing
        await click(user, "Escape leaves")
        assert not user.writing
