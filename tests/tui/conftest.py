"""Runs tests that are coroutines, keeps threads from open maps, and saves what no test reads."""

import asyncio
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token
from textual.geometry import Region
from textual.screen import Screen

from tests.thread_guard import watched

_NEVER = 86_400.0
"""Seconds: longer than any test runs."""


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


@pytest.fixture(autouse=True)
def _nothing_comes_with_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps back what the program does of itself after a while, which a slow machine would meet.

    A test that is about one of these asks for it, or sets the time anew.
    """
    features = "debatemap.tui.features"
    monkeypatch.setattr(f"{features}.keeping.file_watcher._EVERY", _NEVER)
    monkeypatch.setattr(f"{features}.comparing.review._LOOKED_AT", _NEVER)
    monkeypatch.setattr(f"{features}.judging.judging._SHOWN_FOR", _NEVER)


@pytest.fixture(autouse=True)
def _nobody_cuts_the_power(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets nothing wait for the disk: what a screen shows of a file is there without."""
    monkeypatch.setattr("os.fsync", lambda _: None)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what is saved under a name without a folder out of the project."""
    monkeypatch.chdir(tmp_path)


_PARSE = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}
_tokens: dict[object, dict[str, list[Token]]] = {}


@pytest.fixture(autouse=True)
def _styles_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what Textual makes of a style sheet for the next test: each opens an app of its own."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parse_once)
    monkeypatch.setattr(stylesheet, "tokenize_values", _tokenize_once)
    # That of Textual is the same, in Python: it is asked for thousands of times an app.
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)


def _parse_once(self: Stylesheet, *arguments: Any, **named: Any) -> list[RuleSet]:  # noqa: ANN401  (as Textual's)
    key = (tuple(self._variables.items()), arguments, tuple(named.items()))
    if key not in _parsed:
        _parsed[key] = _PARSE(self, *arguments, **named)
    return _parsed[key]


def _tokenize_once(values: dict[str, str]) -> dict[str, list[Token]]:
    key = tuple(values.items())
    if key not in _tokens:
        _tokens[key] = tokenize_values(values)
    return _tokens[key]


_WHOLE = Compositor.render_update


@pytest.fixture(autouse=True)
def _nothing_goes_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets each widget draw its lines, and leaves out what Textual makes of them for a terminal.

    A screen without a terminal throws that away, and it takes two fifths of a test's time. Pictures
    and golden screens are put together as ever.
    """
    monkeypatch.setattr(Compositor, "render_update", _draw_widgets)


def _draw_widgets(
    self: Compositor,
    full: bool = False,  # noqa: FBT001, FBT002  (as Textual declares it)
    screen_stack: list[Screen[object]] | None = None,
    simplify: bool = False,  # noqa: FBT001, FBT002  (as Textual declares it)
) -> RenderableType | None:
    if simplify:  # only what makes a picture of the screen asks for that
        return _WHOLE(self, full, screen_stack, simplify)
    whole = self.size.region
    drawn = [whole] if full else list(self._dirty_regions)
    self._dirty_regions.clear()
    if drawn:
        visible_screen_stack.set(screen_stack or [])
        for _ in self._get_renders(Region.from_union(drawn).intersection(whole)):
            pass
    return None
