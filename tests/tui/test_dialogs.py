"""All dialogs: each is answered once, and none is left out here.

Each takes how it is answered from `DialogScreen`, which `test_input.py` holds, so that one of each
kind stands for all but in a long run; `test_input.py` sends answers in one read to more of them.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from debatemap.tui.dialogs.ask import AskScreen
from debatemap.tui.dialogs.chooser import ChooserScreen
from debatemap.tui.dialogs.key_rows import KeyListScreen
from debatemap.tui.dialogs.known_answers import KnownScreen
from debatemap.tui.dialogs.prompt import PromptScreen, WriteScreen
from debatemap.tui.features.arranging.claim_picker import PickerScreen
from debatemap.tui.features.judging.crux_screen import CruxScreen
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.features.rating.rating_screen import RateScreen
from debatemap.tui.features.shaping.bulk_screen import BulkScreen
from debatemap.tui.features.shaping.split_screen import SplitScreen
from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen
from debatemap.tui.features.sharing.pairs_screen import PairsScreen
from debatemap.tui.features.writing.source_form import SourceForm
from tests.extent import share, some
from tests.tui.dialogs import KEYS, Kind, all_dialogs, opened_dialog
from tests.tui.driver import Driver

if TYPE_CHECKING:
    from debatemap.tui.dialogs.dialog import DialogScreen


FEW: Final = some(
    KEYS,
    *(AskScreen, ChooserScreen, KeyListScreen, KnownScreen, PromptScreen, WriteScreen),
    *(PickerScreen, CruxScreen, WhyScreen, RateScreen, BulkScreen, SplitScreen),
    *(ConflictsScreen, PairsScreen, SourceForm),
)


def test_every_dialog_is_among_those_that_are_opened_here() -> None:
    assert KEYS.keys() == all_dialogs()


async def back_at_the_map(user: Driver) -> None:
    for _ in range(8):
        if user.screen is user.map and user.map.writer.draft is None:
            return
        await user.press("escape")


async def assert_map_goes_on(user: Driver) -> None:
    await back_at_the_map(user)
    assert user.screen is user.map
    assert user.map.is_mounted
    await user.press("O")
    assert user.writing


@pytest.mark.parametrize("kind", share(FEW, 0, 2), ids=lambda kind: kind.__name__)
async def test_two_answers_at_once_count_once(kind: Kind, tmp_path: Path) -> None:
    async with opened_dialog(kind, tmp_path) as user:
        dialog = cast("DialogScreen[Any]", user.screen)
        answer = dialog._answers[-1].key if isinstance(dialog, AskScreen) else None
        depth = len(user.app.screen_stack)
        dialog.dismiss(answer)
        dialog.dismiss(answer)
        await user.until(lambda: dialog not in user.app.screen_stack, "the dialog to go")
        assert len(user.app.screen_stack) >= depth - 1
        await assert_map_goes_on(user)
        await user.rest()  # the work that asked goes on with the answer


@pytest.mark.parametrize("kind", share(FEW, 1, 2), ids=lambda kind: kind.__name__)
async def test_two_keys_in_one_read_leave_the_map_where_it_is(kind: Kind, tmp_path: Path) -> None:
    async with opened_dialog(kind, tmp_path) as user:
        user.send("enter", "enter")
        await user.press()
        if not user.app._exit:
            await assert_map_goes_on(user)
