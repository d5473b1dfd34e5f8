"""Ask why, what the verdict turns on, and what is left to do."""

from typing import TYPE_CHECKING

from debatemap.tui.features.navigation.go_to_claim import reach

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["crux", "next_task", "previous_task", "tasks", "why"]


async def why(screen: "MapScreen") -> None:
    """Says why the selected claim is as strong as it is, and goes to what is chosen there."""
    from debatemap.tui.features.judging.why_screen import WhyScreen  # noqa: PLC0415  (it loads much)

    row = screen.row
    if row is not None:
        reached = await screen.app.push_screen_wait(WhyScreen(screen, row.claim, row.link))
        if reached is not None:
            reach(screen, *reached)


async def crux(screen: "MapScreen") -> None:
    """Says what the verdict on the thesis turns on, and goes to what is chosen there."""
    from debatemap.tui.features.judging.crux_screen import CruxScreen  # noqa: PLC0415  (it loads much)

    thesis = screen.judging.thesis
    if thesis is not None:
        reached = await screen.app.push_screen_wait(CruxScreen(screen, thesis))
        if reached is not None:
            reach(screen, *reached)


def next_task(screen: "MapScreen") -> None:
    """Goes to the next thing to do."""
    _step(screen, 1)


def previous_task(screen: "MapScreen") -> None:
    """Goes to the previous thing to do."""
    _step(screen, -1)


async def tasks(screen: "MapScreen") -> None:
    """Lists what is left to do, and goes to what is chosen."""
    from debatemap.tui.features.judging.work_screen import TasksScreen  # noqa: PLC0415  (it loads much)

    task = await screen.app.push_screen_wait(TasksScreen(screen))
    if task is not None:
        screen.judging.working.go_to(task)


def _step(screen: "MapScreen", way: int) -> None:
    if screen.judging.working.is_known:
        screen.judging.working.step(way)
    else:
        screen.run_beside(_look_and_step(screen, way))


async def _look_and_step(screen: "MapScreen", way: int) -> None:
    screen.say("Looking for what is left to do …")
    await screen.judging.working.tasks()
    screen.judging.working.step(way)
