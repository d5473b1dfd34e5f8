"""Holds a job in its thread until a test lets it go on: by an event, and never by a time."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Event

import pytest

from tests.growth import HANG

__all__ = ["Held", "hold", "until"]

_MOST = HANG


class Held:
    """A job that waits in its thread when it is done for the first time.

    Attributes:
        calls: How often it was begun.
    """

    def __init__(self) -> None:
        self.calls = 0
        self.is_at = Event()
        self.may_go = Event()

    async def reached(self) -> None:
        """Waits until the thread stands at the end of its work."""
        async with asyncio.timeout(_MOST):
            while not self.is_at.is_set():
                await asyncio.sleep(0.005)

    def let_go(self) -> None:
        """Lets the thread go on."""
        self.may_go.set()


def hold(monkeypatch: pytest.MonkeyPatch, where: object, name: str) -> Held:
    """Holds what a function has found out, the first time that it is called."""
    held, real = Held(), getattr(where, name)

    def work(*inputs: object, **named: object) -> object:
        held.calls += 1
        first = held.calls == 1
        found = real(*inputs, **named)
        if first:
            held.is_at.set()
            assert held.may_go.wait(_MOST)
        return found

    monkeypatch.setattr(where, name, work)
    return held


async def until(is_so: Callable[[], object]) -> None:
    """Waits until something is so."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_MOST):
            while not is_so():
                await asyncio.sleep(0.01)
    assert is_so()
