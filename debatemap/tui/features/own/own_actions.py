"""What runs the user's own commands and hooks; the rest is loaded when one of them runs."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final, Literal

from debatemap.tui.commands.own_commands import label_of

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["ACTIONS", "own_action", "run_hook", "wait_for_hooks"]

Action = Callable[["MapContext"], Awaitable[None] | None]


def own_action(name: str) -> Action:
    """Returns what a command of the user's own does, by its id."""

    def act(context: "MapContext") -> None:
        from debatemap.tui.features.own import running_own_commands  # noqa: PLC0415  (a map opens without it)

        running_own_commands.start(context, label_of(name))

    return act


async def _own_commands(context: "MapContext") -> None:
    """Lists the user's own commands, and runs the one that is chosen."""
    from debatemap.tui.features.own import running_own_commands  # noqa: PLC0415  (a map opens without it)

    await running_own_commands.choose(context)


def _stop_own(context: "MapContext") -> None:
    """Stops what runs of the user's own commands."""
    from debatemap.tui.features.own import running_own_commands  # noqa: PLC0415  (a map opens without it)

    running_own_commands.stop(context)


def run_hook(context: "MapContext", name: Literal["open", "save"]) -> None:
    """Runs the user's hook of a moment, where the settings have one and the folder may."""
    line = context.app.settings.hooks.get(name, "").strip()
    if not line or context.session.path is None:
        return
    from debatemap.tui.features.own import hooks  # noqa: PLC0415  (few have hooks)

    settled = asyncio.Event()
    _unsettled.add(settled)
    context.run_beside(_run_hook(hooks.run_hook(context, name, line, settled), settled), "hooks")


async def _run_hook(work: Awaitable[None], settled: asyncio.Event) -> None:
    try:
        await work
    finally:
        settled.set()
        _unsettled.discard(settled)


async def wait_for_hooks() -> None:
    """Waits until the hooks that run have ended, as before the program does; not for a question."""
    for settled in list(_unsettled):
        await settled.wait()


_unsettled: Final[set[asyncio.Event]] = set()
"""One for each hook that runs, and of which it is not known yet whether it may."""

ACTIONS: Final[dict[str, Action]] = {"own_commands": _own_commands, "stop_own": _stop_own}
"""The functions by the id of their command."""
