"""Compare with another version, step through what differs, take it back; review what is new."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from debatemap.tui.dialogs.chooser import MOVES, ChooserScreen
from debatemap.tui.features.comparing.comparing import Comparing
from debatemap.tui.features.comparing.review import Review
from debatemap.workspace import background

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.tui.features.comparing.versions import Version

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


async def diff(context: "MapContext") -> None:
    """Asks what to compare the map with, and compares it."""
    from debatemap.tui.features.comparing.versions_screen import STOP, VersionScreen  # noqa: PLC0415  (it loads much)

    session, comparing = context.session, context.feature(Comparing)
    compared = comparing.name if comparing.is_on else None
    chooser = VersionScreen(session.path, session.debate.header.id, compared)
    version = await context.ask(chooser)
    if version is STOP:
        comparing.stop()
        context.say("Nothing is compared any more.")
    elif version is not None:
        context.say(f"Comparing with {version.name} …")
        context.run_beside(_compare(context, version))


async def _compare(context: "MapContext", version: "Version") -> None:
    before = await background.run(version.load)
    await context.feature(Comparing).begin(version.name, before)


async def differences(context: "MapContext") -> None:
    """Lists what differs, and goes to what is chosen."""
    from debatemap.tui.features.comparing.differences_screen import DifferencesScreen  # noqa: PLC0415  (it loads much)

    chosen = await context.ask(DifferencesScreen(context))
    if chosen is not None:
        context.feature(Comparing).jump_to(chosen)


def next_difference(context: "MapContext") -> None:
    """Goes to the next claim at which something differs."""
    context.feature(Comparing).step(1)


def previous_difference(context: "MapContext") -> None:
    """Goes to the previous claim at which something differs."""
    context.feature(Comparing).step(-1)


def take_back(context: "MapContext") -> Awaitable[None] | None:
    """Takes back what differs at the selected claim; of several, the one that is chosen."""
    here = context.feature(Comparing).here()
    if len(here) > 1:
        return _take_one_back(context)
    if here:
        context.feature(Comparing).take_back(here[0])
    return None


async def _take_one_back(context: "MapContext") -> None:
    from debatemap.tui.features.comparing.difference_choices import choices_of  # noqa: PLC0415  (it loads much)

    comparing, here = context.feature(Comparing), context.feature(Comparing).here()
    chosen = await context.ask(
        ChooserScreen(
            "Take which back?",
            lambda query: choices_of(comparing, here, query),
            hints=(MOVES, "{key:list_accept} takes it back", "{key:list_leave} leaves"),
        )
    )
    if chosen is not None:
        comparing.take_back(chosen)


def next_unseen(context: "MapContext") -> None:
    """Goes to the next unseen claim, and counts this one as seen."""
    _step_unseen(context, 1)


def previous_unseen(context: "MapContext") -> None:
    """Goes to the previous unseen claim, and counts this one as seen."""
    _step_unseen(context, -1)


def see_all(context: "MapContext") -> None:
    """Counts all that changed as seen."""
    context.feature(Review).see_all()
    context.say("Everything is seen.")


def _step_unseen(context: "MapContext", way: int) -> None:
    if context.feature(Review).has_looked:
        context.feature(Review).step(way)
    else:
        context.run_beside(_look_and_step(context, way))


async def _look_and_step(context: "MapContext", way: int) -> None:
    context.say("Looking for what changed …")
    await context.feature(Review).look()
    context.feature(Review).step(way)
