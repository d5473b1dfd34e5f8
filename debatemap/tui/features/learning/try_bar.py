"""The line of what to try in the sample map, above the hints."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.widgets import Static

from debatemap.tui.commands.keymap import Hint
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.clickable import shown

__all__ = ["TryBar"]

_COLUMNS: Final = 100
_LINES: Final = 30
"""The size of a screen from which on all that there is to try is listed, and not the next alone."""


class TryBar(Static):
    """What to try next; on a large screen all of it, with what was tried ticked off."""

    DEFAULT_CSS = """
    TryBar {
        height: auto; padding: 0 1; background: $panel; color: $foreground; display: none;
        &.-on { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="try")
        self._steps: Sequence[tuple[Hint, bool]] = ()
        self._closes = self._end = Content("")

    def show(self, steps: Sequence[tuple[Hint, bool]], closes: Content, end: Content) -> None:
        """Shows what to try.

        Args:
            steps: The key and the words of each step, and whether it was tried.
            closes: How the line is closed.
            end: What to say once everything was tried.
        """
        self._steps, self._closes, self._end = steps, closes, end
        self.add_class("-on")
        self._draw()

    def hide(self) -> None:
        """Takes the line away."""
        self.remove_class("-on")

    def on_resize(self) -> None:
        """Fits the line to the new size."""
        if self._steps:
            self._draw()

    def _draw(self) -> None:
        title = Content.styled("Try this", "bold $accent")
        left = [hint for hint, is_done in self._steps if not is_done]
        number = len(self._steps) - len(left)
        size = self.app.size
        if not left:
            parts = [title, Content.styled("✓ done", "$success"), self._end]
        elif size.width >= _COLUMNS and size.height >= _LINES:
            parts = [title, *(_listed(*step, is_next=step[0] is left[0]) for step in self._steps)]
        else:
            count = Content.styled(f"✓ {number} of {len(self._steps)}", "$quiet")
            parts = [title, count, _listed(left[0], is_done=False, is_next=True)]
        self.update(in_lines([*parts, self._closes], max(1, self.size.width or size.width - 2)))


def _listed(hint: Hint, is_done: bool, *, is_next: bool) -> Content:  # noqa: FBT001  (they come as pairs)
    if is_done:
        return Content.assemble(("✓ ", "$success"), (hint.word, "$quiet"))
    sign = Content.styled("▸ " if is_next else "○ ", "$accent" if is_next else "$quiet")
    return Content.assemble(sign, shown(hint))
