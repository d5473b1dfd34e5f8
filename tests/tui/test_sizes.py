"""The main screens at six sizes, in both themes' signs, without colours and in ASCII.

Each is looked at at some of the sizes, and the next at others; a long run looks at all.
"""

from pathlib import Path
from typing import Final, NamedTuple

import pytest

from debatemap.config import Config
from debatemap.store.locations import samples
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of, sizes_of

FOLDER: Final = Path(__file__).parent / "sizes"
STEPS: Final = next(path for path in samples() if path.name == "first-steps.json")
SIZES: Final = (40, 10), (60, 20), (80, 24), (120, 40), (160, 45), (200, 60)


class Look(NamedTuple):
    """A way in which the terminal shows the screens.

    Attributes:
        name: What it is called in the names of screens.
        settings: The settings.
        sizes: At which sizes it is looked at.
        has_colours: Whether there are any.
    """

    name: str
    settings: Config
    sizes: tuple[tuple[int, int], ...] = ((40, 10), (80, 24), (160, 45))
    has_colours: bool = True


LOOKS: Final = (
    Look("", Config(), SIZES),
    Look(" in ascii", Config(glyphs="ascii"), ((40, 10), (80, 24))),
    Look(" in ascii without colours", Config(glyphs="ascii"), ((80, 24),), has_colours=False),
    Look(" as sentences", Config(plain=True)),
)
SCREENS: Final = {"outline": "3 j", "card": "F", "table": "F % t", "a list": "% t :"}
"""The keys that lead from each screen to the next, whatever the size."""


def _name(screen: str, look: Look, size: tuple[int, int]) -> str:
    return f"{screen}{look.name} at {size[0]} by {size[1]}"


def test_the_folder_holds_no_other_screens() -> None:
    names = [
        _name(screen, look, size) for look in LOOKS for size in look.sizes for screen in SCREENS
    ]
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *names)


async def _resize(user: Driver, size: tuple[int, int]) -> None:
    await user.pilot.resize_terminal(*size)
    await user.until(lambda: tuple(user.screen.size) == size, "the other size")
    await user.press()
    await user.rest_of_details()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name.strip() or "usual")
async def test_the_main_screens_look_as_they_did(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not look.has_colours:
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened(open_session(STEPS), size=(120, 40), settings=look.settings) as user:
        for number, (screen, keys) in enumerate(SCREENS.items()):
            await _resize(user, (120, 40))
            await user.press(*keys.split())
            await user.rest_of_details()
            for size in sizes_of(number, look.sizes):
                await _resize(user, size)
                path = golden_file(FOLDER, _name(screen, look, size))
                await looks_as_it_did(user, path, with_attributes=not look.has_colours)


@pytest.mark.parametrize("theme", ["debatemap-dark", "debatemap-light"])
async def test_both_themes_show_the_same_signs(theme: str) -> None:
    async with opened(open_session(STEPS), size=(80, 24), settings=Config(theme=theme)) as user:
        await user.press("3", "j")
        await user.rest_of_details()
        await looks_as_it_did(user, golden_file(FOLDER, _name("outline", LOOKS[0], (80, 24))))
