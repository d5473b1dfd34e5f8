"""Ask why, what the verdict turns on, and what is left to do."""

from typing import TYPE_CHECKING

from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.navigation.go_to_claim import go_to_claim

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["compare", "crux", "next_task", "previous_task", "tasks", "why"]


async def why(context: "MapContext") -> None:
    """Says why the selected claim is as strong as it is, and goes to what is chosen there."""
    from debatemap.tui.features.judging.why_screen import WhyScreen  # noqa: PLC0415  (it loads much)

    row = context.row
    if row is not None:
        reached = await context.ask(WhyScreen(context, row.claim, row.link))
        if reached is not None:
            go_to_claim(context, *reached)


async def crux(context: "MapContext") -> None:
    """Says what the verdict on the thesis turns on, and goes to what is chosen there."""
    from debatemap.tui.features.judging.crux_screen import CruxScreen  # noqa: PLC0415  (it loads much)

    thesis = context.feature(Judging).thesis
    if thesis is not None:
        reached = await context.ask(CruxScreen(context, thesis))
        if reached is not None:
            go_to_claim(context, *reached)


async def compare(context: "MapContext") -> None:
    """Compares the theses as the options of the map's question, and goes to what is chosen."""
    from debatemap.tui.features.judging.options_screen import OptionsScreen  # noqa: PLC0415  (it loads much)

    reached = await context.ask(OptionsScreen(context))
    if reached is not None:
        go_to_claim(context, *reached)


def next_task(context: "MapContext") -> None:
    """Goes to the next thing to do."""
    _step(context, 1)


def previous_task(context: "MapContext") -> None:
    """Goes to the previous thing to do."""
    _step(context, -1)


async def tasks(context: "MapContext") -> None:
    """Lists what is left to do, and goes to what is chosen."""
    from debatemap.tui.features.judging.work_screen import TasksScreen  # noqa: PLC0415  (it loads much)

    task = await context.ask(TasksScreen(context))
    if task is not None:
        context.feature(Judging).working.go_to(task)


def _step(context: "MapContext", way: int) -> None:
    if context.feature(Judging).working.is_known:
        context.feature(Judging).working.step(way)
    else:
        context.run_beside(_look_and_step(context, way))


async def _look_and_step(context: "MapContext", way: int) -> None:
    context.say("Looking for what is left to do …")
    await context.feature(Judging).working.tasks()
    context.feature(Judging).working.step(way)
