"""Every list as it was looked at, on one of the two usual sizes of a terminal; on both if long."""

from pathlib import Path
from typing import Final

import pytest

from debatemap.tui.dialogs.chooser import ChooserScreen
from debatemap.tui.dialogs.known_answers import KnownScreen
from debatemap.tui.features.comparing.differences_screen import DifferencesScreen
from debatemap.tui.features.comparing.versions_screen import VersionScreen
from debatemap.tui.features.judging.claim_list import LeadingScreen
from debatemap.tui.features.keeping.earlier_screen import EarlierScreen
from debatemap.tui.features.keeping.start_screen import StartScreen
from debatemap.tui.features.replaying.replay_screen import ReplayScreen
from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen
from debatemap.tui.features.sharing.files_screen import FilesScreen
from debatemap.tui.widgets.choice_list import ChoiceList
from tests.extent import share
from tests.tui.dialogs import Kind, all_dialogs, opened_dialog
from tests.tui.golden import golden_file, looks_as_it_did, names_of, sizes_of

FOLDER: Final = Path(__file__).parent / "lists"
SIZES: Final = ((80, 24), (120, 40))
_OF_THE_DAY: Final = {
    *(DifferencesScreen, EarlierScreen, FilesScreen, ReplayScreen, StartScreen, VersionScreen)
}
"""Lists that say when a file was written, or what stands in a folder."""
_SHOWN_ELSEWHERE: Final = {ChooserScreen}
"""The list of commands, which `test_screens` looks at with a word typed."""
LISTS: Final = sorted(
    (
        kind
        for kind in all_dialogs()
        if issubclass(kind, ChooserScreen | LeadingScreen | KnownScreen | ConflictsScreen)
    ),
    key=lambda kind: kind.__name__,
)
LOOKED_AT: Final = [kind for kind in LISTS if kind not in _OF_THE_DAY | _SHOWN_ELSEWHERE]


def _name(kind: Kind, size: tuple[int, int]) -> str:
    return f"{kind.__name__} at {size[0]} by {size[1]}"


@pytest.mark.parametrize("kind", share([*LISTS], 1, 2), ids=lambda kind: kind.__name__)
async def test_a_list_looks_as_it_did_and_says_that_one_can_type(
    kind: Kind, tmp_path: Path
) -> None:
    async with opened_dialog(kind, tmp_path, SIZES[0]) as user:
        drawn = user.screen.query_one(ChoiceList)
        assert drawn.region.bottom < SIZES[0][1], "the keys stand below it"
        assert not user.screen.show_vertical_scrollbar
        assert "type to find" in user.text or not issubclass(kind, ChooserScreen)
        for size in sizes_of(LISTS.index(kind), SIZES) if kind in LOOKED_AT else ():
            if size != SIZES[0]:
                await user.pilot.resize_terminal(*size)
                await user.press()
            await looks_as_it_did(user, golden_file(FOLDER, _name(kind, size)))


def test_no_list_is_left_over() -> None:
    names = [_name(kind, size) for kind in LOOKED_AT for size in SIZES]
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *names)
