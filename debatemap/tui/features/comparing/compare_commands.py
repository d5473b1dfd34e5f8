"""Compare with another version, step through what differs, take it back; review what is new."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from debatemap.tui.dialogs.chooser import ChooserScreen
from debatemap.workspace import background

if TYPE_CHECKING:
    from debatemap.tui.features.comparing.versions import Version
    from debatemap.tui.map_screen import MapScreen

__all__ = [
    "diff",
    "differences",
    "next_difference",
    "next_unseen",
    "previous_difference",
    "previous_unseen",
    "see_all",
    "take_back",
]


async def diff(screen: "MapScreen") -> None:
    """Asks what to compare the map with, and compares it."""
    from debatemap.tui.features.comparing.versions_screen import STOP, VersionScreen  # noqa: PLC0415  (it loads much)

    session, comparing = screen.session, screen.comparing
    compared = comparing.name if comparing.is_on else None
    chooser = VersionScreen(session.path, session.debate.header.id, compared)
    version = await screen.app.push_screen_wait(chooser)
    if version is STOP:
        comparing.stop()
        screen.say("Nothing is compared any more.")
    elif version is not None:
        screen.say(f"Comparing with {version.name} …")
        screen.run_beside(_compare(screen, version))


async def _compare(screen: "MapScreen", version: "Version") -> None:
    before = await background.run(version.load)
    await screen.comparing.begin(version.name, before)


async def differences(screen: "MapScreen") -> None:
    """Lists what differs, and goes to what is chosen."""
    from debatemap.tui.features.comparing.differences_screen import DifferencesScreen  # noqa: PLC0415  (it loads much)

    chosen = await screen.app.push_screen_wait(DifferencesScreen(screen))
    if chosen is not None:
        screen.comparing.jump_to(chosen)


def next_difference(screen: "MapScreen") -> None:
    """Goes to the next claim at which something differs."""
    screen.comparing.step(1)


def previous_difference(screen: "MapScreen") -> None:
    """Goes to the previous claim at which something differs."""
    screen.comparing.step(-1)


def take_back(screen: "MapScreen") -> Awaitable[None] | None:
    """Takes back what differs at the selected claim; of several, the one that is chosen."""
    here = screen.comparing.here()
    if len(here) > 1:
        return _take_one_back(screen)
    if here:
        screen.comparing.take_back(here[0])
    return None


async def _take_one_back(screen: "MapScreen") -> None:
    from debatemap.tui.features.comparing.differences_screen import choices_of  # noqa: PLC0415  (it loads much)

    comparing, here = screen.comparing, screen.comparing.here()
    chosen = await screen.app.push_screen_wait(
        ChooserScreen("Take which back?", lambda query: choices_of(comparing, here, query))
    )
    if chosen is not None:
        comparing.take_back(chosen)


def next_unseen(screen: "MapScreen") -> None:
    """Goes to the next unseen claim, and counts this one as seen."""
    _step_unseen(screen, 1)


def previous_unseen(screen: "MapScreen") -> None:
    """Goes to the previous unseen claim, and counts this one as seen."""
    _step_unseen(screen, -1)


def see_all(screen: "MapScreen") -> None:
    """Counts all that changed as seen."""
    screen.review.see_all()
    screen.say("Everything is seen.")


def _step_unseen(screen: "MapScreen", way: int) -> None:
    if screen.review.has_looked:
        screen.review.step(way)
    else:
        screen.run_beside(_look_and_step(screen, way))


async def _look_and_step(screen: "MapScreen", way: int) -> None:
    screen.say("Looking for what changed …")
    await screen.review.look()
    screen.review.step(way)
