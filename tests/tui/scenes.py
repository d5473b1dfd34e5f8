"""The screens of the views and dialogs, each with the keys that lead there and back again.

They are gone through one after the other in one program, so that it is opened once.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from textual import events
from textual.widgets import Input

from debatemap import edit, load
from debatemap.core.debate import Debate
from debatemap.store.locations import samples
from tests.tui.driver import Driver

__all__ = ["DIALOGS", "SIZES", "VIEWS", "Scene", "essay", "resize", "show"]

SIZES: Final = (80, 24), (120, 40), (200, 60)
_LINES: Final = "- Weights spread knowledge\n  - Students learn\n  Con: So do others\n\tHow?"


class Scene(NamedTuple):
    """A screen to look at.

    Attributes:
        keys: The keys that lead there from the outline.
        back: The keys that lead to the outline again.
        words: What is shown once it is there; empty where that is at once.
        pasted: What is pasted after the keys.
        stays: Whether it stays where the terminal gets another size.
    """

    keys: tuple[str, ...]
    back: tuple[str, ...] = ("escape",)
    words: str = ""
    pasted: str = ""
    stays: bool = True


VIEWS: Final[Mapping[str, Scene]] = MappingProxyType({
    "outline": Scene((), ()),
    "labels": Scene(("H",), stays=False),
    "table": Scene(("%", "t"), ("%", "t")),
    "card": Scene(("F",), ("F",)),
    "picture": Scene(("%", "g"), ("%", "g")),
    "prose": Scene(("%", "r"), ("%", "r")),
    "presenting": Scene(("%", "f")),
    "a filter is completed": Scene(("f", *"weights so"), ("escape", "escape"), "source"),
    "a filter": Scene(("f", *"weights", "enter"), ("escape",), "weights"),
    "a list of finds": Scene(("|", *"weights", "down"), ("escape", "escape")),
})  # fmt: skip
"""The views, from an outline that is unfolded, with the cursor on the second row."""

_MARKED: Final = ("v", "v")
_UNMARKED: Final = ("escape", "g", "v")
DIALOGS: Final[Mapping[str, Scene]] = MappingProxyType({
    "tags of many": Scene((*_MARKED, "t", *"law", "enter"), _UNMARKED, "Tag"),
    "moving many": Scene((*_MARKED, "m"), _UNMARKED, "Move"),
    "a merge": Scene(("v", "M"), _UNMARKED, "after"),
    "a split": Scene(("S",), ("escape",), "after"),
    "a group": Scene(("B", "g", *"Together"), ("escape", "escape"), "A claim to put"),
    "the inbox": Scene(("B", "u"), ("q",), "Unplaced claim 1"),
    "a branch to paste": Scene((), ("escape",), "Enter adds them", _LINES),
    "a copy": Scene(("B", "y"), ("c",), "Copy"),
    "likely duplicates": Scene(("g", "="), ("escape",), "in different words"),
})  # fmt: skip
"""The dialogs, from the same place."""


def essay() -> Debate:
    """Returns a debate of a hundred claims, with two in the inbox, one of them twice there."""
    debate = load(next(path for path in samples() if path.name == "open-source-ai.json"))
    again = "An open ecosystem drives innovation in AI faster than a closed one."
    for words in ("Someone should ask the maintainers.", again):
        debate.apply(edit.add_unplaced(debate, words))
    return debate


async def resize(user: Driver, size: tuple[int, int]) -> None:
    """Gives the terminal another size."""
    await user.pilot.resize_terminal(*size)
    await user.until(lambda: tuple(user.screen.size) == size, "the other size")
    await user.press()
    await user.rest_of_details()


async def show(user: Driver, scene: Scene) -> None:
    """Presses what leads to a screen, from the second row."""
    await user.press("g", "g", "j", *scene.keys)
    if scene.pasted:
        user.app._driver.send_message(events.Paste(scene.pasted))  # type: ignore[union-attr]
    if scene.words:
        await user.until_shown(scene.words)
    await (user.rest_of_screen() if user.is_asked else user.rest())
    for line in user.screen.query(Input):
        # It is drawn at any time then, as the cursor of a picture has to be.
        line.cursor_blink = False
