"""Answers of threads that come while their dialog is taken down: nobody shows them any more."""

from pathlib import Path

import pytest

from debatemap.tui.features.judging.crux_screen import CruxScreen
from tests.tui.dialogs import opened_dialog


async def test_a_dialog_that_is_taken_down_takes_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    end, told = CruxScreen._message_loop_exit, list[bool]()

    async def ends(screen: CruxScreen) -> None:
        told.append(screen.is_attached)
        await end(screen)

    monkeypatch.setattr(CruxScreen, "_message_loop_exit", ends)
    async with opened_dialog(CruxScreen, tmp_path) as user:
        assert user.screen.is_attached
        await user.press("escape")
        await user.until(lambda: bool(told), "the end of the dialog")
        assert told == [False], "its parts go next, and an answer would look for them"
