"""The lines above and below the outline: path, hints and messages; keys in lines and columns."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import events
from textual.content import Content
from textual.widgets import Static

from debatemap.core.text import SafeText, excerpt, safe_line, width, wrap
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.widgets.clickable import ABOVE, asked, clickable, shown

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["HintBar", "PathBar", "in_columns", "in_lines", "keys_in_lines"]

_GAP: Final = 3
_ARROW: Final = "  ›  "
_JOINT, _SIGN, _LEAST = len(_ARROW), 2, 12
"""Cells between two steps of a path, of a step's sign, and of its words at the least."""
_SHORTEST: Final = 24
"""Cells of what a key does, of which one can still tell what it is."""
_MARK: Final = len(f"…{_ARROW}")
"""Cells of what stands for steps that are left out."""
_KEYS: Final = re.compile(r"(?<!\S)(\S) (\S)(?![^\s.,:;)])")
"""Two keys that are pressed one after the other, as messages name them."""


def in_lines(parts: Sequence[Content], room: int) -> Content:
    """Returns parts on as many lines as they need, each whole on one where it can be."""
    lines: list[list[Content]] = []
    taken = room
    for part in parts:
        if lines and taken + _GAP + part.cell_length <= room:
            lines[-1].append(part)
            taken += _GAP + part.cell_length
        else:
            lines.append([part])
            taken = part.cell_length
    return Content("\n").join(Content(" " * _GAP).join(line) for line in lines)


def keys_in_lines(keys: Sequence[Hint], room: int) -> Content:
    """Returns hints on as many lines as they need."""
    return in_lines(list(map(shown, keys)), room)


def in_columns(
    entries: Sequence[tuple[str, str, bool]], room: int, height: int = 1_000, rest: str = ""
) -> Content:
    """Returns (key, words, dim) entries in as many columns as the room allows, read downward.

    Args:
        entries: What to show.
        room: Cells of a line.
        height: Lines that there are. Where there are more entries, their words are cut to make
            room for more columns; only then are some left out, those that are dim first.
        rest: What to say of those that are left out.
    """
    shown = _cut(entries, room, height)
    while _height_of(shown, room) > height - (len(shown) < len(entries)) and len(shown) > 1:
        dim = [number for number, entry in enumerate(shown) if entry[2]]
        del shown[dim[-1] if dim else -1]
    text = _columns(shown, room)
    return text if len(shown) == len(entries) else Content.assemble(text, "\n", (rest, "$quiet"))


def _cut(
    entries: Sequence[tuple[str, str, bool]], room: int, height: int
) -> list[tuple[str, str, bool]]:
    """Returns entries with their words cut as far as all of them need, and no further than that."""
    whole: list[tuple[str, str, bool]] = [
        (key, excerpt(words, room - len(key) - 2), dim) for key, words, dim in entries
    ]
    keys = max((len(key) for key, _, _ in entries), default=0) + 2
    for columns in range(1, (room + _GAP) // (keys + _SHORTEST + _GAP) + 1):
        cells = (room + _GAP) // columns - _GAP - keys
        shown: list[tuple[str, str, bool]] = [
            (key, excerpt(words, cells), dim) for key, words, dim in whole
        ]
        if _height_of(shown, room) <= height:
            return shown
    return whole


def _widths(entries: Sequence[tuple[str, str, bool]]) -> tuple[int, int]:
    keys = max(len(key) for key, _, _ in entries) + 2
    return keys, keys + max(width(words) for _, words, _ in entries) + _GAP


def _height_of(entries: Sequence[tuple[str, str, bool]], room: int) -> int:
    _, column = _widths(entries)
    return -(-len(entries) // max(1, (room + _GAP) // column))


def _columns(entries: Sequence[tuple[str, str, bool]], room: int) -> Content:
    keys, column = _widths(entries)
    height = _height_of(entries, room)
    lines = []
    for first in range(height):
        parts: list[Content] = []
        for key, words, dim in entries[first::height]:
            parts.append(Content.styled(key.ljust(keys), "$accent"))
            parts.append(Content.styled(words.ljust(column - keys), "$quiet" if dim else ""))
        lines.append(Content("").join(parts).rstrip())
    return Content("\n").join(lines)


class PathBar(Static):
    """The claims above the selected one, the nearest always in sight."""

    DEFAULT_CSS = """
    PathBar {
        height: 1; padding: 0 1; background: $background; color: $quiet;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="path")
        self._steps: Sequence[tuple[str, str, str]] = ()

    def show(self, steps: Sequence[tuple[str, str, str]]) -> None:
        """Shows a path: (sign, name of the sign's colour, words) of each step from the top."""
        self._steps = steps
        self._draw()

    def on_resize(self) -> None:
        """Fits the line to the new width."""
        self._draw()

    def _draw(self) -> None:
        self.update(_trail(self._steps, max(10, self.size.width)), layout=False)


def _trail(steps: Sequence[tuple[str, str, str]], room: int) -> Content:
    """Returns a path on one line: the nearest claim in full, before the others get any room.

    What is left is for the others, from the nearest to the farthest; each gets at most as much
    as its share of it, and "…" stands for those that there is no room for.
    """
    parts: list[Content] = []
    for left in range(len(steps) - 1, -1, -1):
        sign, colour, words = steps[left]
        free = room - (_MARK if left else 0)
        if parts:
            others = sum(_JOINT + _SIGN + width(text) for _, _, text in steps[:left])
            free = max((room - _JOINT) // (left + 1) - _JOINT * min(left, 1), room - others)
            free -= _JOINT
        if parts and free - _SIGN < min(_LEAST, width(words)):
            parts.append(Content("…"))
            break
        part = Content.assemble((sign, f"${colour}"), " ", excerpt(words, free - _SIGN))
        room -= part.cell_length + (_JOINT if parts else 0)
        parts.append(clickable(part, ABOVE, str(len(steps) - left)))
    return Content(_ARROW).join(reversed(parts))


class HintBar(Static):
    """The keys that fit the selection, on one line, or what just happened, on all that it takes.

    The last two hints, which lead to all others, stay beside a message that leaves room for them.
    """

    DEFAULT_CSS = """
    HintBar {
        height: 1; max-height: 40%; padding: 0 1; background: $background; color: $quiet;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """
    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self) -> None:
        super().__init__(id="hints")
        self._hints: Sequence[Hint] = ()
        self._always = 2
        """How many hints at the end stay when there is little room: they lead to all others."""
        self._message: SafeText = SafeText("")
        self._colour = "foreground"

    @property
    def message(self) -> SafeText:
        """What was said last, empty when the hints are shown."""
        return self._message

    def show(self, hints: Sequence[Hint]) -> None:
        """Shows hints, as many as fit; a message goes on standing."""
        if hints != self._hints:
            self._hints = hints
            self._draw()

    def clear(self) -> None:
        """Takes the message away."""
        if self._message:
            self._message = SafeText("")
            self._draw()

    def say(self, message: str, colour: str = "foreground") -> None:
        """Shows a message until the next key."""
        self._message, self._colour = safe_line(message), colour
        self._draw()

    def on_resize(self) -> None:
        """Fits the line to the new width."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Shows all hints again, where no hint beside the message was meant."""
        if self._message and asked(event) is None:
            event.stop()
            self.clear()

    def _draw(self) -> None:
        lines = self._lines_of_message()
        self._make_room(len(lines))
        if lines:
            words = Content.styled("\n".join(lines), f"${self._colour}")
            self.update(self._with_ways_out(words), layout=False)
            return
        parts = list(map(shown, self._hints))
        gap = 3
        while parts and sum(part.cell_length + gap for part in parts) - gap > self.size.width:
            del parts[max(0, len(parts) - self._always - 1)]
        self.update(Content(" " * gap).join(parts), layout=False)

    def _with_ways_out(self, message: Content) -> Content:
        """Returns a message with the last hints at its right, where there is room on its line."""
        hints = Content(" " * _GAP).join(map(shown, self._hints[-self._always :]))
        free = self.size.width - message.cell_length - hints.cell_length
        if "\n" in message.plain or free < _GAP or self.app.settings.plain:
            return message
        return Content.assemble(message, " " * free, hints)

    def _lines_of_message(self) -> list[str]:
        """Returns the lines of the message; keys that follow one another stay on one of them."""
        if not self._message:
            return []
        joined = _KEYS.sub("\\1\N{NO-BREAK SPACE}\\2", self._message)
        lines = wrap(joined, self.size.width) if self.size.width else [joined]
        return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]

    def _make_room(self, lines: int) -> None:
        """Takes the lines that a message needs, and gives them back after it."""
        if lines > 1:
            self.styles.height = lines + self.gutter.height
        elif self.styles.inline.has_rule("height"):
            self.styles.inline.clear_rule("height")
            self.refresh(layout=True)
