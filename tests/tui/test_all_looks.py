"""Every view and dialog at three sizes, in ASCII and without colours, beside what was found good.

Without colours it is told as well what is reversed, bold, italic or underlined. The usual look of
the views is kept beside the tests of each.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from debatemap.config import Config
from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.scenes import DIALOGS, SIZES, VIEWS, Scene, essay, resize, show

FOLDER: Final = Path(__file__).parent / "looks"


class Look(NamedTuple):
    """A way in which the terminal shows some scenes.

    Attributes:
        name: What it is called in the names of screens.
        scenes: What is looked at.
        settings: The settings.
        has_colours: Whether there are any.
    """

    name: str
    scenes: Mapping[str, Scene]
    settings: Config
    has_colours: bool = True


_ASCII: Final = Config(glyphs="ascii")
LOOKS: Final = (
    Look("", DIALOGS, Config()),
    Look(" in ascii", VIEWS, _ASCII),
    Look(" in ascii", DIALOGS, _ASCII),
    Look(" without colours", VIEWS, Config(), has_colours=False),
    Look(" without colours", DIALOGS, Config(), has_colours=False),
)


def _name(scene: str, look: Look, size: tuple[int, int]) -> str:
    return f"{scene}{look.name} at {size[0]} by {size[1]}"


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: f"{'views' if look.scenes is VIEWS else 'dialogs'}{look.name}"
)
async def test_all_screens_look_as_they_did(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    if not look.has_colours:
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(Session(essay()), size=SIZES[0], settings=look.settings) as user:
        await user.press("z", "o")
        for name, scene in look.scenes.items():
            for size in SIZES:
                await resize(user, size)
                if size == SIZES[0] or not scene.stays:
                    await show(user, scene)
                path = golden_file(FOLDER, _name(name, look, size))
                await looks_as_it_did(user, path, with_attributes=not look.has_colours)
            await user.press(*scene.back)
            assert not user.is_asked


def test_no_screen_is_left_over() -> None:
    names = [_name(scene, look, size) for look in LOOKS for scene in look.scenes for size in SIZES]
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *names)
