"""A map that somebody else has changed, compared: what is waited for and what is marked."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from tests.tui.driver import Driver
from tests.tui.maps import rain

FOLDER: Final = Path(__file__).with_name("compared")

EDITS: Final[tuple[Callable[[Debate], Change], ...]] = (
    lambda d: edit.reword(d, "plants", "Trees and plants grow."),
    lambda d: edit.add_reply(d, "roots", "attacks", "Deep roots find water anyway."),
    lambda d: edit.delete_claim(d, "winter"),
    lambda d: edit.move(d, "snow", None, "sun"),
    lambda d: edit.set_tags(d, "plants", ["nature", "green"]),
)
"""What somebody else did to the map of the weather."""


def changed() -> Debate:
    debate = rain()
    for made in EDITS:
        debate.apply(made(debate))
    return debate


async def ready(user: Driver) -> None:
    """Waits until everything is compared and looked through."""

    def is_done() -> bool:
        is_looking = user.session.path is not None and not user.map.review.has_looked
        return not (user.map.comparing.is_behind or is_looking)

    await user.pilot.pause(0.01)
    await user.until(is_done, "everything to be looked through")
    await user.rest_of_details()


def signs(user: Driver) -> dict[str, str]:
    """Returns what stands at the right edge of the outline, by the beginning of the words."""
    width = user.map.view.scrollable_content_region.width
    first = user.map.view.region.y
    shown = user.lines[first : first + user.map.view.size.height]
    edges = {
        line[:width].strip(" ▌│▾▸◆+−⊣⊢○⎧⎩")[:12]: line[width - 2 : width].strip() for line in shown
    }
    return {words.strip(): sign for words, sign in edges.items() if sign}


async def leave(user: Driver) -> None:
    await ready(user)
    await user.press("q")
    await user.rest_until_closed()
