"""One ordered path for input: what waits, for what, and for how long."""

import asyncio
import math
from collections.abc import Iterator

import pytest
from textual import events
from textual.geometry import Size
from textual.screen import ModalScreen

from debatemap.tui import input_queue
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.actions import ACTIONS
from debatemap.tui.input_queue import is_input
from debatemap.tui.map_screen import MapScreen
from tests.extent import some
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

OPENING = ["c", "t", "@", "s", "L", "m", "r", "R", ":", "?", "gt", "gs", "gb", "gc", "gi", "go",
           "!", "M", "q", "S"]  # fmt: skip
ANSWERS = ["escape", "enter", "c"]


def kinds(of: type[object]) -> Iterator[type[object]]:
    kind: type[object]
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_every_dialog_is_one_that_is_answered_once() -> None:
    ours = [kind for kind in kinds(ModalScreen) if kind.__module__.startswith("debatemap.")]
    assert len(ours) > 10
    assert all(issubclass(kind, DialogScreen) for kind in ours)
    assert not [kind for kind in ours if "dismiss" in vars(kind) and kind is not DialogScreen]


@pytest.mark.parametrize("answer", some(ANSWERS, "enter", "c"))
async def test_two_answers_to_a_dialog_leave_the_map_where_it_is(answer: str) -> None:
    left = list(OPENING)
    while left:  # Some answers end the program; the keys that are left go to another.
        async with opened(rain(), size=(100, 30)) as user:
            while left and not user.app._exit:
                await assert_map_goes_on_after(user, left.pop(0), answer)


async def assert_map_goes_on_after(user: Driver, keys: str, answer: str) -> None:
    await user.press("g", "g", "j")
    stack = len(user.app.screen_stack)
    user.send(*keys, answer, answer, answer)
    await user.press()
    await leave_all(user)
    if user.app._exit:
        return
    assert len(user.app.screen_stack) == stack, keys
    assert user.map.is_mounted, keys
    await user.press("O")
    assert user.writing, keys
    await leave_all(user)


async def leave_all(user: Driver) -> None:
    for _ in range(8):
        if user.app._exit or (user.screen is user.map and user.map.writer.draft is None):
            break
        await user.press("escape")


def test_only_what_acts_keeps_its_place() -> None:
    assert is_input(events.Key("j", "j"))
    assert is_input(events.Paste("words"))
    assert is_input(_mouse(events.MouseDown, 1))
    assert is_input(_mouse(events.MouseScrollDown, 0))
    assert is_input(_mouse(events.MouseMove, 1)), "a drag"
    assert not is_input(_mouse(events.MouseMove, 0))
    size = Size(80, 24)
    assert not is_input(events.Resize(size, size))
    assert not is_input(events.AppFocus())
    assert not is_input(events.AppBlur())


def _mouse(kind: type[events.MouseEvent], button: int) -> events.MouseEvent:
    return kind(None, 1, 1, 0, 0, button, shift=False, meta=False, ctrl=False)


class Slow:
    """A command that works until it is let go on, and then asks."""

    def __init__(self) -> None:
        self.goes_on = asyncio.Event()
        self.answer = ""

    async def __call__(self, screen: MapScreen) -> None:
        await self.goes_on.wait()
        answers = [Answer("y", "yes"), Answer("n", "no")]
        self.answer = await screen.app.push_screen_wait(AskScreen("Really?", answers))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    command = Slow()
    monkeypatch.setitem(ACTIONS, "statistics", command)
    return command


async def until(user: Driver, words: str) -> None:
    """Waits until some words are shown."""
    for _ in range(400):
        if words in user.text:
            return
        await user.pilot.pause(0.01)
    raise AssertionError(user.text)


async def test_keys_wait_for_the_question_of_a_command_that_works(slow: Slow) -> None:
    async with opened(rain()) as user:
        before = user.words
        user.send("g", "i", "y", "j")
        await user.pilot.pause(0.1)
        assert user.words == before, "no key ran as a command"
        slow.goes_on.set()
        await user.press()
        assert slow.answer == "y"
        assert user.words != before, "and what came behind the answer went to the map"


async def test_escape_takes_the_keys_back_from_a_command_that_takes_long(slow: Slow) -> None:
    async with opened(rain()) as user:
        before = user.words
        user.send("g", "i", "d", "d")
        await until(user, "Working")
        user.send("escape", "j")
        for _ in range(400):
            if user.words != before:
                break
            await user.pilot.pause(0.01)
        assert user.words == "Plants grow.", "what was typed for the question is dropped"
        user.send("+", "o")
        await user.press()
        assert user.writing
        slow.goes_on.set()
        await user.pilot.pause(0.5)
        assert user.writing
        assert not user.is_asked, "no question opens in front of an editor"
        await user.press("k", "enter", "enter")
        assert "ok" in [claim.text for claim in user.debate.claims.values()]
        await until(user, "Really?")
        await user.press("n")
        assert slow.answer == "n"


async def test_that_keys_wait_for_a_command_is_told_once(
    slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    async with opened(rain()) as user:
        monkeypatch.setattr(user.map.hints, "say", lambda words, *_: told.append(words))
        user.send("g", "i", "d")
        await user.until(lambda: bool(told), "the hint")
        await user.pilot.pause(0.1)
        assert len(told) == 1, "nothing is drawn again and again"
        slow.goes_on.set()
        await user.until(lambda: user.is_asked, "the question")


async def test_a_question_that_no_key_asked_for_waits_for_a_pause(
    slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(rain()) as user:
        # A busy machine makes pauses between these keys that are longer than any.
        pause = input_queue._QUIET
        monkeypatch.setattr(input_queue, "_QUIET", math.inf)
        slow.goes_on.set()
        await user.press("j", "k")
        user.map.run_beside(slow(user.map))
        for _ in range(20):
            user.send("j", "k")
            await user.pilot.pause(0.02)
            assert not user.is_asked
        monkeypatch.setattr(input_queue, "_QUIET", pause)
        await until(user, "Really?")


async def test_a_field_that_is_open_keeps_the_keys_when_something_else_is_clicked() -> None:
    async with opened(rain()) as user:
        await user.press("+", "o")
        await user.pilot.click("#outline", offset=(5, 12))
        await user.press("d", "x", "enter", "enter")
        assert "odx" in [claim.text for claim in user.debate.claims.values()]
        await user.press("/")
        await user.pilot.click("#outline", offset=(5, 3))
        await user.press("d", "escape")
        assert len(user.debate.claims) == len(rain().claims) + 1
