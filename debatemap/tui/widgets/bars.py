"""The lines above and below the outline: path, hints and messages; keys in lines and columns."""

import re
from collections.abc import Iterator, Sequence
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
_APART: Final = 5
"""Cells at the least between a message and the hints beside it."""
_ARROW: Final = "  ›  "
_JOINT, _SIGN, _LEAST = len(_ARROW), 2, 12
"""Cells between two steps of a path, of a step's sign, and of its words at the least."""
_SHORTEST: Final = 24
"""Cells of what a key does, of which one can still tell what it is."""
_MARK: Final = len(f"…{_ARROW}")
"""Cells of what stands for steps that are left out."""
_KEYS: Final = re.compile(r"(?<!\S)(\S) (\S)(?![^\s.,:;)])")
"""Two keys that are pressed one after the other, as messages name them."""


def in_lines(parts: Sequence[Content], room: int, *, gap: int = _GAP) -> Content:
    """Returns parts on as many lines as they need, each whole on one where it can be."""
    lines: list[list[Content]] = []
    taken = room
    for part in parts:
        if lines and taken + gap + part.cell_length <= room:
            lines[-1].append(part)
            taken += gap + part.cell_length
        else:
            lines.append([part])
            taken = part.cell_length
    return Content("\n").join(Content(" " * gap).join(line) for line in lines)


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
        height: Lines that there are. Where there are more entries than fit beside one another,
            their words are cut, the longest first; only then are some left out, those that are
            dim first.
        rest: What to say of those that are left out.
    """
    kept = list(entries)
    while (text := _columns(kept, room, height - (len(kept) < len(entries)))) is None:
        dim = [number for number, entry in enumerate(kept) if entry[2]]
        del kept[dim[-1] if dim else -1]
    return text if len(kept) == len(entries) else Content.assemble(text, "\n", (rest, "$quiet"))


def _columns(entries: Sequence[tuple[str, str, bool]], room: int, height: int) -> Content | None:
    """Returns entries in columns, cut no further than they must be; None where too many for it."""
    longest = max((width(words) for _, words, _ in entries), default=0)
    for lines in range(1, min(height, len(entries)) + 1):
        if _cells(entries, lines, longest) <= room:
            return _drawn(entries, lines, longest)
    least = _SHORTEST if len(entries) > max(1, height) else 1
    for cells in range(longest - 1, least - 1, -1):
        if _cells(entries, height, cells) <= room:
            return _drawn(entries, height, cells)
    return None if len(entries) > 1 else _drawn(entries, 1, 1)


def _in_parts(
    entries: Sequence[tuple[str, str, bool]], lines: int
) -> list[Sequence[tuple[str, str, bool]]]:
    lines = max(1, lines)
    return [entries[first : first + lines] for first in range(0, len(entries), lines)]


def _widths(column: Sequence[tuple[str, str, bool]], longest: int) -> tuple[int, int]:
    """Returns the cells of the keys of a column, and those of its words."""
    keys = max(len(key) for key, _, _ in column) + 2
    return keys, min(longest, max(width(words) for _, words, _ in column))


def _cells(entries: Sequence[tuple[str, str, bool]], lines: int, longest: int) -> int:
    return sum(sum(_widths(part, longest)) + _GAP for part in _in_parts(entries, lines)) - _GAP


def _drawn(entries: Sequence[tuple[str, str, bool]], lines: int, longest: int) -> Content:
    rows: list[list[Content]] = [[] for _ in range(min(max(1, lines), len(entries)))]
    for column in _in_parts(entries, lines):
        keys, cells = _widths(column, longest)
        for row, (key, words, dim) in zip(rows, column, strict=False):
            row.append(Content.styled(key.ljust(keys), "$accent"))
            cut = excerpt(words, cells)
            padded = cut + " " * (cells + _GAP - width(cut))
            row.append(Content.styled(padded, "$quiet" if dim else ""))
    return Content("\n").join(Content("").join(row).rstrip() for row in rows)


class PathBar(Static):
    """The claims above the selected one, the nearest always in sight.

    Where there are none, it tells the verdict that the first line has no room for.
    """

    DEFAULT_CSS = """
    PathBar {
        height: 1; padding: 0 1; background: $background; color: $quiet;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__(id="path")
        self._steps: Sequence[tuple[str, str, str]] = ()
        self._verdict = Content("")

    def show(self, steps: Sequence[tuple[str, str, str]]) -> None:
        """Shows a path: (sign, name of the sign's colour, words) of each step from the top."""
        self._steps = steps
        self._draw()

    def tell(self, verdict: Content) -> None:
        """Takes a verdict, to be told while there is no path."""
        self._verdict = verdict
        self._draw()

    def on_resize(self) -> None:
        """Fits the line to the new width."""
        self._draw()

    def _draw(self) -> None:
        path: Content = self._verdict
        if self._steps:
            path = _trail(self._steps, max(10, self.size.width))
        self.update(path, layout=False)


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

    Beside a message stand as many hints as it leaves room for, before all others the last two,
    which lead to all commands.
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
        self._words = Content("")
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

    def say(self, message: str | Content, colour: str = "foreground") -> None:
        """Shows a message until the next key; as content, with words that can be clicked."""
        self._message, self._colour = safe_line(str(message)), colour
        self._words = Content(self._message)
        if isinstance(message, Content) and message.plain == self._message:
            self._words = message
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
            words = Content("\n").join(self._clickable(lines))
            words = words.stylize_before(f"${self._colour}")
            self.update(self._with_hints(words), layout=False)
            return
        self.update(self._hints_in(self.size.width), layout=False)

    def _hints_in(self, room: int) -> Content:
        """Returns the hints that fit, the first ones and those that are never left out."""
        parts = list(map(shown, self._hints))
        while parts and sum(part.cell_length + _GAP for part in parts) - _GAP > room:
            del parts[max(0, len(parts) - self._always - 1)]
        return Content(" " * _GAP).join(parts)

    def _with_hints(self, message: Content) -> Content:
        """Returns a message with hints at its right, where there is room on its line."""
        free = self.size.width - message.cell_length
        if "\n" in message.plain or self.app.settings.plain:
            return message
        hints = self._hints_in(free - _APART)
        return Content.assemble(message, " " * (free - hints.cell_length), hints)

    def _lines_of_message(self) -> list[str]:
        """Returns the lines of the message; keys that follow one another stay on one of them."""
        if not self._message:
            return []
        joined = _KEYS.sub("\\1\N{NO-BREAK SPACE}\\2", self._message)
        lines = wrap(joined, self.size.width) if self.size.width else [joined]
        return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]

    def _clickable(self, lines: Sequence[str]) -> Iterator[Content]:
        """Yields the lines of the message with what their words ask for when they are clicked."""
        end = 0
        for line in lines:
            start = self._words.plain.find(line, end)
            end = start + len(line) if start >= 0 else end
            yield self._words[start:end] if start >= 0 else Content(line)

    def _make_room(self, lines: int) -> None:
        """Takes the lines that a message needs, and gives them back after it."""
        if lines > 1:
            self.styles.height = lines + self.gutter.height
        elif self.styles.inline.has_rule("height"):
            self.styles.inline.clear_rule("height")
            self.refresh(layout=True)
