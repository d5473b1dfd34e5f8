"""Every view and dialog at three sizes, in ASCII and without colours, beside what was found good.

Without colours it is told as well what is reversed, bold, italic or underlined. The usual look of
the views is kept beside the tests of each. What ASCII and the lack of colours change of a dialog is
the same at each size, so that only a long run looks at more than one of them.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from debatemap.config import Config
from debatemap.workspace.session import Session
from tests.extent import is_long
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
        sizes: Those of the terminal, in a run that is not long.
        has_colours: Whether there are any.
    """

    name: str
    scenes: Mapping[str, Scene]
    settings: Config
    sizes: Sequence[tuple[int, int]] = SIZES
    has_colours: bool = True


_ASCII: Final = Config(glyphs="ascii")
LOOKS: Final = (
    Look("", DIALOGS, Config()),
    Look(" in ascii", VIEWS, _ASCII),
    Look(" in ascii", DIALOGS, _ASCII, SIZES[:1]),
    Look(" without colours", VIEWS, Config(), has_colours=False),
    Look(" without colours", DIALOGS, Config(), SIZES[1:2], has_colours=False),
)


def _name(scene: str, look: Look, size: tuple[int, int]) -> str:
    return f"{scene}{look.name} at {size[0]} by {size[1]}"


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: f"{'views' if look.scenes is VIEWS else 'dialogs'}{look.name}"
)
async def test_all_screens_look_as_they_did(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    if not look.has_colours:
        monkeypatch.setenv("NO_COLOR", "1")
    sizes = SIZES if is_long() else look.sizes
    async with opened(Session(essay()), size=sizes[0], settings=look.settings) as user:
        await user.press("z", "o")
        for name, scene in look.scenes.items():
            for size in sizes:
                await resize(user, size)
                if size == sizes[0] or not scene.stays:
                    await show(user, scene)
                path = golden_file(FOLDER, _name(name, look, size))
                await looks_as_it_did(user, path, with_attributes=not look.has_colours)
            await user.press(*scene.back)
            assert not user.is_asked


def test_no_screen_is_left_over() -> None:
    names = [_name(scene, look, size) for look in LOOKS for scene in look.scenes for size in SIZES]
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *names)
