"""The one ordered path of keys, pastes and clicks from the terminal to what they are meant for.

Textual looks at each key as soon as it comes and sends it to what has the focus then. But an
editor, a dialog or a list that a key opens takes the focus a few turns of the event loop later,
so that the keys behind it would go past it, and run as commands. Here input waits in a queue:
the next event is sent on only when the one before has been handled by every widget on its way,
and when nothing is opening. Commands and clicks act on what is shown, so that they also wait until
it is laid out. A key that comes while nothing is going on is sent on at once.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from textual import events
from textual.worker import NoActiveWorker, Worker, get_current_worker

from debatemap.tui.commands.command import COMMAND
from debatemap.tui.system.key_parser import parted
from debatemap.workspace.giving_way import note_key

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.message_pump import MessagePump
    from textual.screen import Screen

    from debatemap.tui.context import Program

__all__ = ["InputQueue", "is_input"]

_ROUNDS: Final = 12
"""How often the pumps on an event's way are waited for at most: some are never at rest."""
_SHOWN: Final = 2
"""Screens of the stack from which on one of ours is shown: the first is Textual's, and blank."""
_LAYOUT: Final = 1.0
"""Seconds that a layout is waited for at most: one that never ends must not hold back input."""
_POLL: Final = 0.004
"""Seconds between two looks whether what was opening is open."""
_LONG: Final = 0.5
"""Seconds of waiting for a command after which Escape takes the keyboard back."""
_QUIET: Final = 0.3
"""Seconds without input before a dialog opens that no key has asked for."""

_Forward = Callable[[events.Event], Awaitable[None]]


def is_input(event: events.Event) -> bool:
    """Tells whether an event acts on what is open, so that it must keep its place in the order.

    Moves of the mouse with no button down only show where it is; the size of the terminal and
    whether it has the focus are no input at all.
    """
    if isinstance(event, events.MouseMove):
        return bool(event.button)
    return isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded


class InputQueue:
    """Holds input back while something is opening, and sends it on in order.

    Args:
        app: The app whose input it is.
        forward: Sends an event to what has the focus, or to what is under the mouse.
    """

    def __init__(self, app: "Program", forward: _Forward) -> None:
        self._app, self._forward = app, forward
        self._waiting: deque[events.Event] = deque()
        self._way: list[MessagePump] = []
        self._task: asyncio.Task[None] | None = None
        self._asked: dict[Worker[object], Screen[Any]] = {}
        self._let_go: set[Worker[object]] = set()
        self._last_input = -_QUIET

    @property
    def is_at_rest(self) -> bool:
        """Whether all input has been handled, and nothing that it began is opening."""
        return self._task is None and not self._waiting and self._is_open

    @property
    def has_commands(self) -> bool:
        """Whether a command is at work or asks something, even one that was let go."""
        return bool(self._at_work)

    def has_commands_of(self, screen: "Screen[Any]") -> bool:
        """Tells whether a command of a screen is at work or asks something."""
        return any(worker.node.screen is screen for worker in self._at_work)

    @property
    def _at_work(self) -> "list[Worker[object]]":
        return [w for w in self._unfinished if w.group == COMMAND or w in self._asked]

    async def put(self, event: events.Event) -> None:
        """Takes an event from the terminal."""
        for each in parted(event, self._app.keymap.is_known):
            await self._put(each)

    async def _put(self, event: events.Event) -> None:
        self._last_input = monotonic()
        note_key()
        if self._stops_loading(event):
            self._waiting.clear()
            await self._forward(event)
        elif self._can_take_at_once(event):
            await self._send(event)
            self._go_on()
        else:
            self._waiting.append(event)
            self._go_on()

    def _can_take_at_once(self, event: events.Event) -> bool:
        is_first = self._task is None and not self._waiting
        return is_first and self._is_open and not self._awaits_layout(event)

    def put_first(self, event: events.Event) -> None:
        """Takes an event that is part of the one which is being handled, as a click on a key."""
        self._waiting.appendleft(event)
        self._go_on()

    def _go_on(self) -> None:
        """Sends on what waits, once what was sent has been handled."""
        if self._task is None:
            self._task = asyncio.create_task(self._send_waiting())

    def hold(self) -> list[events.Event]:
        """Takes out what waits: it is not for what is opening, but for what comes after that."""
        held = [*self._waiting]
        self._waiting.clear()
        return held

    def give(self, held: Sequence[events.Event]) -> None:
        """Puts what was held before all that waits, to be sent on when its turn has come."""
        self._waiting.extendleft(reversed(held))
        if self._waiting and self._task is None:
            self._task = asyncio.create_task(self._send_waiting())

    async def wait_for_turn(self, screen: "Screen[Any]") -> None:
        """Is told that a worker is about to show a dialog; waits until it may.

        A command shows its dialogs at once: the input behind its key waits for them. Work beside
        the keyboard waits until nothing is open, and no key was pressed for a moment; from then
        on it is a command like another until it ends.
        """
        try:
            worker = get_current_worker()
        except NoActiveWorker:
            return
        if not self._holds(worker):
            await self._wait_until_quiet(worker)
            self._let_go.discard(worker)
        self._asked[worker] = screen

    async def _wait_until_quiet(self, worker: "Worker[object]") -> None:
        """Waits until work beside the keyboard may ask: its own map is shown, and nobody types."""
        is_told = False
        while not (self._is_quiet and worker.node.screen in self._app.screen_stack):
            if self._is_quiet and not is_told:
                self._app.tell_of_question(worker.node.screen)
                is_told = True
            await asyncio.sleep(_POLL)

    @property
    def _is_quiet(self) -> bool:
        is_free = self._app.is_free and self.is_at_rest
        return is_free and monotonic() - self._last_input >= _QUIET

    def _holds(self, worker: "Worker[object]") -> bool:
        """Tells whether input waits for what a worker asks."""
        return (worker.group == COMMAND or worker in self._asked) and worker not in self._let_go

    @property
    def _unfinished(self) -> "list[Worker[object]]":
        return [worker for worker in self._app.workers if not worker.is_finished]

    @property
    def _commands(self) -> "list[Worker[object]]":
        """The commands that are at work: they have no dialog open, and may open one."""
        workers, stack = self._unfinished, self._app.screen_stack
        self._asked = {w: screen for w, screen in self._asked.items() if w in workers}
        self._let_go.intersection_update(workers)
        return [w for w in workers if self._holds(w) and self._asked.get(w) not in stack]

    @property
    def _is_open(self) -> bool:
        """Whether what is in front can take input: it is shown, and nothing is to open."""
        stack = self._app.screen_stack
        if self._app.is_ending or len(stack) < _SHOWN or self._app.is_opening:
            return False
        return stack[-1].is_mounted and not self._commands

    def _stops_loading(self, event: events.Event) -> bool:
        """Tells whether an event is to stop the loading of a map, and not for the map."""
        if not isinstance(event, events.Key):
            return False
        stack = self._app.screen_stack
        if not stack or not self._app.is_opening:
            return False
        # A letter behind other keys is one of what was typed ahead.
        is_letter = event.is_printable and bool(self._waiting)
        return not is_letter and self._means(event, "loading_stop")

    def _means(self, event: events.Event, name: str) -> bool:
        """Tells whether an event is the key of an id of the table."""
        if not isinstance(event, events.Key):
            return False
        key = event.character if event.is_printable and event.key != "space" else event.key
        return self._app.keymap.in_dialog(name, key or event.key) == name

    async def _send(self, event: events.Event) -> None:
        """Sends an event to what it is for, and notes which pumps handle it."""
        self._app.keep_focus()
        self._way = self._way_of(event)
        await self._forward(event)

    def _way_of(self, event: events.Event) -> "list[MessagePump]":
        """Returns what an event bubbles through, from the widget to the app."""
        screen = self._app.screen
        target: DOMNode = self._app.focused or screen
        if isinstance(event, events.MouseEvent):
            if self._app.mouse_captured is not None:
                target = self._app.mouse_captured
            elif screen.region.contains(int(event.x), int(event.y)):
                target, _ = screen.get_widget_at(int(event.x), int(event.y))
        return list(target.ancestors_with_self)

    async def _send_waiting(self) -> None:
        """Sends on what waits, one event after the other, each when its turn has come."""
        try:
            await self._until_handled()
            while self._waiting:
                await self._until_open()
                if not self._waiting or not self._is_open:
                    continue
                await self._until_laid_out()
                if not self._waiting or not self._is_open:
                    continue
                with self._app._context():  # noqa: SLF001  (as in a handler of the app)
                    await self._send(self._waiting.popleft())
                await self._until_handled()
        except Exception as error:  # noqa: BLE001  (as Textual does for handlers of messages)
            self._app._handle_exception(error)  # noqa: SLF001  (there is no other way)
        finally:
            self._task = None

    async def _until_open(self) -> None:
        """Waits until what is opening is open, and has the focus."""
        since, was_closed, is_told = monotonic(), False, False
        while self._waiting and not self._is_open:
            was_closed = True
            is_long = monotonic() - since > _LONG and bool(self._commands)
            if is_long and not self._let_go_by_escape() and not is_told:
                self._app.tell_of_work()
                is_told = True
            await asyncio.sleep(_POLL)
        if was_closed:
            # What is to take the focus has said so to the app by now.
            self._way = []
            await self._until_handled()

    def _awaits_layout(self, event: events.Event) -> bool:
        """Tells whether a new layout of the screen in front is due, and an event asks for places.

        A page is as high as its view, labels stand over rows, and a click is for what is under it.
        Text that is typed into a field, and what the mouse drags, need not wait.
        """
        screen, field = self._app.screen, self._app.focused
        if isinstance(event, events.MouseDown) and screen._scroll_required:  # noqa: SLF001  (as below)
            return True
        if isinstance(event, events.Paste | events.MouseMove) or not screen._layout_required:  # noqa: SLF001  (there is no other way to know)
            return False
        if field is None or not isinstance(event, events.Key):
            return True
        return not field.check_consume_key(event.key, event.character)

    async def _until_laid_out(self) -> None:
        """Waits until what is shown has its new places, where the next event asks for them."""
        since, was_due = monotonic(), False
        while self._waiting and self._awaits_layout(self._waiting[0]):
            if monotonic() - since > _LAYOUT:
                return
            was_due = True
            await asyncio.sleep(_POLL)
        if was_due:
            await self._until_handled()

    def _let_go_by_escape(self) -> bool:
        """Leaves a command to its work where Escape has come, and drops what came before that."""
        escape = next((e for e in self._waiting if self._means(e, "working_leave")), None)
        if escape is None:
            return False
        self._let_go |= set(self._commands)
        while self._waiting.popleft() is not escape:
            pass
        if self._app.is_dialog_open:
            self._waiting.appendleft(escape)
        return True

    async def _until_handled(self) -> None:
        """Waits until an event and all that it led to went through every pump on its way.

        A handler posts messages to its own widget, to the screen and, to set the focus, to the
        app. So the pumps are gone through again until a whole round found nothing in a queue.
        """
        for _ in range(_ROUNDS):
            focused = self._app.focused if self._app.screen_stack else None
            now = (
                focused.ancestors_with_self if focused is not None else self._app.screen_stack[-1:]
            )
            pumps: list[MessagePump] = list(dict.fromkeys([*self._way, *now, self._app]))
            was_still = all(map(_is_still, pumps))
            for pump in pumps:
                await _passed(pump)
            if was_still and all(map(_is_still, pumps)):
                return

    def _pumps(self) -> "list[MessagePump]":
        """Returns what handles the last event or is to handle the next; the app is the last."""
        front: Sequence[DOMNode] = self._app.screen_stack[-1:]
        if front and self._app.focused is not None:
            front = self._app.focused.ancestors_with_self
        return list(dict.fromkeys([*self._way, *front, self._app]))


def _is_still(pump: "MessagePump") -> bool:
    return not pump.message_queue_size


async def _passed(pump: "MessagePump") -> None:
    """Waits until a pump has handled what is in its queue now, or has ended."""
    passed = asyncio.get_running_loop().create_future()

    def reached() -> None:
        if not passed.done():
            passed.set_result(None)

    if not pump.is_running or not pump.call_later(reached):
        return
    ended = pump._task  # noqa: SLF001  (`task` is none for the app)
    await asyncio.wait([passed, *([ended] if ended else [])], return_when="FIRST_COMPLETED")
