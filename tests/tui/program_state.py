"""Writes down what a program that runs waits for, when it gets a signal: tests alone ask for it."""

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from debatemap.tui.app import DebateApp

__all__ = ["VARIABLE", "tell_when_asked"]

VARIABLE: Final = "DEBATEMAP_TEST_STATE"
"""The variable that names the file to write to."""


def tell_when_asked() -> None:
    """Has this process write its state to the file that the variable names, at SIGUSR1."""
    file = os.environ.get(VARIABLE)
    if file:
        signal.signal(signal.SIGUSR1, lambda _, frame: _write(Path(file), frame))


def _write(file: Path, frame: FrameType | None) -> None:
    beside = file.with_suffix(".part")
    with beside.open("w", encoding="utf-8", errors="backslashreplace") as out:
        for line in (*_input(frame), *_threads(frame)):
            print(line, file=out)
        for task in asyncio.all_tasks(_loop()):
            print(f"\n{task}", *_awaited(task.get_coro()), sep="\n", file=out)
    beside.replace(file)


def _awaited(coroutine: object) -> Iterator[str]:
    """Yields where a coroutine waits, and where those that it waits for do."""
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None)
        if frame is not None:
            yield f"  {frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_qualname}"
        wrapped = getattr(coroutine, "cr_await", None)
        coroutine = wrapped if wrapped is not None else getattr(coroutine, "gi_yieldfrom", None)


def _loop() -> asyncio.AbstractEventLoop | None:
    running = asyncio.events._get_running_loop()  # no error without
    return running if isinstance(running, asyncio.AbstractEventLoop) else None


def _threads(main: FrameType | None) -> Iterator[str]:
    for thread, frame in sys._current_frames().items():
        yield f"\nthread {thread}{' (main)' if frame is main else ''}"
        yield "".join(traceback.format_stack(frame))


def _apps(frame: FrameType | None) -> Iterator["DebateApp"]:
    """Yields the program that runs in a stack; the collector does not list what it leaves alone."""
    from debatemap.tui.app import DebateApp  # noqa: PLC0415  (loaded by now, in the program alone)

    while frame is not None:
        owner = frame.f_locals.get("self")
        if isinstance(owner, DebateApp):
            yield owner
            return
        frame = frame.f_back


def _input(frame: FrameType | None) -> Iterator[str]:
    for app in _apps(frame):
        queue = app.input
        yield f"screens: {app.screen_stack}, focus: {app.focused}"
        yield f"exits: {app._exit}, opens: {app.is_opening}, takes input: {queue._is_open}"
        yield f"waits: {[*queue._waiting][:20]}, sends: {queue._task}, way: {queue._way}"
        yield f"commands: {queue._commands}, workers: {[*app.workers]}, asked: {queue._asked}"
        yield f"maps: {[*app.open_maps]}"
        for pump in queue._pumps():
            yield f"{pump}: runs {pump.is_running}, {pump.message_queue_size} messages wait"
