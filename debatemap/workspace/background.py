"""Work beside the keyboard: in a thread, on a snapshot, taken only where nothing has changed.

No other module starts a thread; a test looks for that. What a thread gets is a snapshot or made
for it alone. What it returns is put into effect on the thread that the session lives on.
"""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Iterator
from types import FunctionType, MethodType
from typing import Any, Final, TypeVar

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.edit import EditRefusedError
from debatemap.workspace.session import ReadOnlyError, Session
from debatemap.workspace.snapshot import SessionSnapshot

__all__ = [
    "REFUSALS",
    "TRIES",
    "JobFailedError",
    "OutdatedError",
    "Progress",
    "StoppedError",
    "run",
    "run_on_snapshot",
]

Result = TypeVar("Result")

TRIES: Final = 5
"""How often work is done again for somebody who goes on editing, before that is said."""


class JobFailedError(Exception):
    """Work in a thread failed in a way that nobody expected; the cause is its `__cause__`."""


class OutdatedError(Exception):
    """The map was changed each time while work was done on it, so that nothing came of it."""


class StoppedError(Exception):
    """The user does not want to wait for the rest of the work."""


REFUSALS: Final = (MapError, EditRefusedError, ReadOnlyError)
"""What says in words, for people, why something cannot be done."""


class Progress:
    """How a job tells how far it is, and how it is stopped.

    Args:
        tell: Is given words, on the thread that made this.
    """

    def __init__(self, tell: Callable[[str], None] = lambda _: None) -> None:
        self._loop = asyncio.get_running_loop()
        self._tell = tell
        self.is_stopped = False

    def stop(self) -> None:
        """Asks the job to end."""
        self.is_stopped = True

    def __call__(self, words: str) -> None:
        """Tells how far the job is; called by the job.

        Raises:
            StoppedError: The job is to end.
        """
        if self.is_stopped or self._loop.is_closed():
            raise StoppedError
        self._loop.call_soon_threadsafe(self._tell, words)


async def run(work: Callable[..., Result], *inputs: Any) -> Result:  # noqa: ANN401  (whatever the work takes)
    """Does work in a thread, and returns what it returns.

    Args:
        work: A function that reads what it is given and nothing else that may change.
        inputs: What it is given: snapshots, paths, values, what was made for it alone.

    Raises:
        JobFailedError: It failed otherwise than by a refusal.
        TypeError: It was given what an open map changes meanwhile.
    """
    for given in (work, *inputs):
        _refuse_live(given)
    try:
        return await asyncio.to_thread(work, *inputs)
    except (*REFUSALS, StoppedError):
        raise
    except Exception as error:
        raise JobFailedError(f"{type(error).__name__}: {error}") from error


async def run_on_snapshot(
    session: Session,
    work: Callable[[SessionSnapshot], Result],
    take: Callable[[Result], None],
    *,
    ready: Callable[[], Awaitable[bool]] | None = None,
    tries: int = TRIES,
) -> Result:
    """Does work on a snapshot in a thread, and takes the result if nothing has changed since.

    Where something has, it is done again from what there is then.

    Args:
        session: The open map.
        work: Makes a result of a snapshot.
        take: Puts it into effect, on this thread.
        ready: Waits until it may be taken, as while a text is being written; returns whether
            it is wanted still.
        tries: How often to do it at most.

    Raises:
        OutdatedError: It was outdated every time, or is not wanted any more.
    """
    for _ in range(tries):
        snapshot = session.snapshot()
        result = await run(work, snapshot)
        if ready is not None and not await ready():
            break
        if session.revision == snapshot.revision:
            take(result)
            return result
    raise OutdatedError


def _refuse_live(given: object) -> None:
    """Raises a TypeError for what an open map changes while a thread would read it."""
    for part in _parts(given):
        held = (part, getattr(part, "debate", None), getattr(part, "session", None))
        if any(
            isinstance(one, Session) or (isinstance(one, Debate) and one.is_live) for one in held
        ):
            message = f"{given!r} holds an open map; give the thread a snapshot of it"
            raise TypeError(message)


def _parts(given: object) -> Iterator[object]:
    """Yields what a function carries with it: what it is bound to and what it closes over."""
    yield given
    if isinstance(given, functools.partial):
        for one in (given.func, *given.args, *given.keywords.values()):
            yield from _parts(one)
    elif isinstance(given, MethodType):
        yield given.__self__
        yield from _parts(given.__func__)
    elif isinstance(given, FunctionType):
        for cell in given.__closure__ or ():
            yield cell.cell_contents
