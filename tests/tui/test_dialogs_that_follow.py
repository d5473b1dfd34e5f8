"""Dialogs whose claims go while they are open: they follow, or say so."""

from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path
from typing import Final

import pytest

from debatemap import edit
from debatemap.tui.dialogs.ask import AskScreen
from debatemap.tui.dialogs.claim_names import GONE
from debatemap.tui.features.arranging.claim_picker import PickerScreen
from debatemap.tui.features.judging.crux_screen import CruxScreen
from debatemap.tui.features.judging.double_crux_screen import DoubleCruxScreen
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.features.judging.work_screen import TasksScreen
from debatemap.tui.features.writing.sources_screen import SourcesScreen
from debatemap.workspace.session import Session
from tests.tui.dialogs import KEYS, Kind, each_dialog, everything, opened_dialog
from tests.tui.driver import Driver

SAYS_SO: Final[set[Kind]] = {
    CruxScreen, DoubleCruxScreen, PickerScreen, SourcesScreen, WhyScreen,
}  # fmt: skip


def delete_all(user: Driver) -> None:
    for claim in list(user.debate.claims):
        if claim in user.debate.claims:
            user.session.do(edit.delete_claim(user.debate, claim))


def read_an_empty_one(user: Driver) -> None:
    empty = everything()
    for claim in list(empty.claims):
        empty.apply(edit.delete_claim(empty, claim))
    user.map.replace_session(Session(empty))


async def until_nothing_says(user: Driver, words: str) -> None:
    await user.until(lambda: words not in user.text, f"{words} to go")


WAYS: Final = [
    (delete_all, {*KEYS} - {AskScreen}),
    (read_an_empty_one, {*SAYS_SO, TasksScreen}),
]


@pytest.mark.parametrize(("go", "kinds"), WAYS, ids=["deleted", "read again"])
async def test_a_dialog_whose_claims_go_stays_whole(
    go: Callable[[Driver], None], kinds: set[Kind], tmp_path: Path
) -> None:
    async with aclosing(each_dialog(tmp_path, kinds=kinds, part=(0, 3), anew=True)) as dialogs:
        async for user, kind in dialogs:
            go(user)
            await user.press()
            await user.pilot.resize_terminal(70, 20)
            await user.press()
            if kind in SAYS_SO:
                await user.until_shown(GONE)
            if isinstance(user.screen, WhyScreen | CruxScreen | DoubleCruxScreen | TasksScreen):
                await until_nothing_says(user, "Plants")
                await until_nothing_says(user, "Streets")
            await user.press("down", "down", "tab", "ctrl+t", "enter", *["escape"] * 6)
            assert not user.app._exit, kind.__name__
            assert not user.app.failure, kind.__name__
            assert user.screen is user.map, kind.__name__
            assert "error of its own" not in user.said, kind.__name__


async def test_the_crux_is_found_anew_where_a_claim_goes(tmp_path: Path) -> None:
    async with opened_dialog(CruxScreen, tmp_path) as user:
        await user.until_shown("Streets flood.")
        user.session.do(edit.delete_claim(user.debate, "floods"))
        await user.press()
        await user.until(lambda: "Streets flood." not in user.text and "looking" not in user.text)
        assert "Rain is good." in user.text
