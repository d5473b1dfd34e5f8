"""A mouse for the tests of the screen: what it does takes the ordered path of all input."""

from textual import events
from textual.geometry import Offset

from tests.tui.driver import Driver

__all__ = ["RIGHT", "click", "drag", "found", "found_row", "send_mouse"]

LEFT = 1
RIGHT = 3


def found(user: Driver, words: str, sign: str = "") -> Offset:
    """Returns where some words stand; or a sign on the line of the words, right of them."""
    lines = [(n, line) for n, line in enumerate(user.lines) if words in line]
    assert lines, f"no {words!r} on the screen:\n{user.text}"
    y, line = lines[0]
    x = line.index(words)
    return Offset(line.index(sign, x + len(words)) if sign else x, y)


def found_row(user: Driver, words: str) -> Offset:
    """Returns where some words stand among the rows of the map."""
    view = user.map.pointed_view.region
    for y in range(view.y, view.bottom):
        x = user.lines[y][view.x : view.right].find(words)
        if x >= 0:
            return Offset(view.x + x, y)
    raise AssertionError(f"no row {words!r}:\n{user.text}")


def send_mouse(
    user: Driver,
    kind: type[events.MouseEvent],
    at: tuple[int, int],
    *,
    button: int = LEFT,
    shift: bool = False,
) -> None:
    """Sends what a terminal tells of the mouse, and waits for nothing."""
    x, y = at
    event = kind(None, x, y, 0, 0, button, shift, meta=False, ctrl=False, screen_x=x, screen_y=y)
    user.app._driver.send_message(event)  # type: ignore[union-attr]


async def click(
    user: Driver,
    words: str | tuple[int, int],
    sign: str = "",
    *,
    button: int = LEFT,
    times: int = 1,
) -> None:
    """Clicks on words, on a sign beside them, or at a place, and waits until that is done."""
    await user.press()
    at = found(user, words, sign) if isinstance(words, str) else words
    for _ in range(times):
        send_mouse(user, events.MouseDown, at, button=button)
        send_mouse(user, events.MouseUp, at, button=button)
    await user.press()


async def drag(
    user: Driver, what: str, target: str | tuple[int, int], *, release: bool = True
) -> None:
    """Drags words to others, or to a place; lets go there, or holds on."""
    start = found_row(user, what)
    end = found_row(user, target) if isinstance(target, str) else target
    send_mouse(user, events.MouseDown, start)
    for y in range(start.y, end[1], 1 if end[1] > start.y else -1):
        send_mouse(user, events.MouseMove, (start.x, y))
    send_mouse(user, events.MouseMove, end)
    if release:
        send_mouse(user, events.MouseUp, end)
    await user.press()
