"""Work beside the keyboard as the screen starts it, and the one place that tells how it failed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final, TypeVar

from debatemap.core.debate import StaleChangeError
from debatemap.core.text import safe_line
from debatemap.edit import EditRefusedError
from debatemap.tui.system.endings import log_error
from debatemap.workspace.background import (
    REFUSALS,
    TRIES,
    JobFailedError,
    OutdatedError,
    run_on_snapshot,
)
from debatemap.workspace.session import Session
from debatemap.workspace.snapshot import SessionSnapshot

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["REPORTED", "bring_in", "failure_text", "report_failures"]

Result = TypeVar("Result")

_PAUSE: Final = 0.05
"""Seconds between two looks whether something may come in."""

REPORTED: Final = (*REFUSALS, StaleChangeError, OutdatedError, JobFailedError)
"""What is reported in a sentence and ends nothing."""


async def report_failures(say: Callable[[str], None], work: Awaitable[None]) -> None:
    """Waits for work, and says why it failed, if it does."""
    try:
        await work
    except REPORTED as error:
        say(failure_text(error))


def failure_text(error: Exception) -> str:
    """Returns what to tell the user of an error."""
    if isinstance(error, (StaleChangeError, OutdatedError)):
        return "The map was changed meanwhile, so nothing was done. Try again."
    if isinstance(error, JobFailedError):
        cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
        file = log_error(cause)
        where = f" Where it comes from stands in {file}." if file is not None else ""
        return safe_line(
            f"That failed by an error of its own, and nothing was done: {error}.{where}"
        )
    text = str(error)
    if isinstance(error, EditRefusedError):
        # The command line says it after a colon; here it is a sentence of its own.
        return f"{text[:1].upper()}{text[1:]}."
    return text


async def bring_in(
    context: "MapContext",
    work: Callable[[SessionSnapshot], Result],
    take: Callable[[Result], None],
    *,
    tries: int = TRIES,
) -> Result:
    """Works out in a thread what comes into the map, and takes it once the user is at rest.

    An edit that is made meanwhile stays, and the work is done again with it.

    Args:
        context: The open map.
        work: Makes a result of a snapshot, as the functions of `incoming` do.
        take: Puts it into effect; it is called only where nothing has changed since.
        tries: How often to do it at most.

    Raises:
        OutdatedError: The map was changed every time, or is another one now.
    """
    session = context.session
    return await run_on_snapshot(
        session, work, take, ready=lambda: _is_ready(context, session), tries=tries
    )


async def _is_ready(context: "MapContext", session: Session) -> bool:
    """Waits until nothing is asked or written; tells whether the same map is open still."""
    while context.is_attached and context.session is session:
        if context.may_take_in:
            return True
        await asyncio.sleep(_PAUSE)
    return False
