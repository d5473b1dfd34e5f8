"""Runs tests that are coroutines, and sees to it that no thread looks at an open map."""

import asyncio
import inspect
from collections.abc import Iterator

import pytest

from tests.thread_guard import watched


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture(autouse=True)
def _no_thread_at_the_map() -> Iterator[None]:
    with watched() as found:
        yield
    assert not found, f"a thread looked at an open map: {found}"
