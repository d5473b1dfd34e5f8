"""The desk: what is being written among the rows, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.change import Change
from debatemap.tui.screens.ask import Answer, AskScreen

if TYPE_CHECKING:
    from debatemap.tui.screens.map import MapScreen
    from debatemap.tui.widgets.lines import Gap

__all__ = ["Desk", "Draught"]


@dataclass(frozen=True, slots=True)
class Draught:
    """A claim that is being written.

    Attributes:
        heading: Says what it will be: "con of …".
        apply: Turns the words into a change.
        gap: Where it stands: the row, the depth, and whether in the row's place.
        text: What it says already.
        then: Begins the next of a series, given the change that was made; None ends it.
    """

    heading: Content
    apply: Callable[[str], Change]
    gap: "Gap"
    text: str = ""
    then: Callable[[Change], "Draught | None"] | None = None


class Desk:
    """Opens the editor for a draught, and turns its words into a change."""

    def __init__(self, screen: "MapScreen") -> None:
        self._screen = screen
        self._draught: Draught | None = None

    @property
    def draught(self) -> Draught | None:
        """What is being written, or None."""
        return self._draught

    def begin(self, draught: Draught) -> None:
        """Opens the editor."""
        self._draught = draught
        self._screen.view.set_gap(draught.gap)
        self._screen.editor.open(draught.heading, draught.text)
        self._screen.show_state()
        self.make_room()

    def hints(self) -> list[tuple[str, str]]:
        """Returns the keys of the editor, and what they do."""
        keys = [("ctrl+j", "new line"), ("Enter", "accepts"), ("Escape", "leaves")]
        if self._draught is not None and not self._draught.gap.instead:
            keys.insert(1, ("Enter on nothing", "ends"))
        return keys

    def make_room(self) -> None:
        """Makes the gap among the rows as high as the text."""
        if self._draught is None:
            return
        gap = self._draught.gap
        lines = self._screen.editor.lines
        self._screen.view.set_gap(replace(gap, lines=lines))

    def accept(self, text: str) -> None:
        """Puts the words into effect; no words end a series, or leave a claim as it was."""
        draught, changed = self._draught, self._screen.editor.changed
        if draught is None:
            return
        if not text.strip() or not changed:
            self.end()
            return
        change = draught.apply(text)
        self.end()
        self._screen.do(change)
        following = draught.then(change) if draught.then is not None else None
        if following is not None:
            self.begin(following)

    async def leave(self) -> None:
        """Closes the editor; words that would be lost are asked about."""
        editor = self._screen.editor
        if editor.changed and self._draught is not None:
            answer = await self._screen.app.push_screen_wait(
                AskScreen(
                    "Keep what you wrote?",
                    [
                        Answer("k", "keep it in the map"),
                        Answer("d", "drop it"),
                        Answer("w", "go on writing"),
                    ],
                )
            )
            if answer == "w":
                return
            if answer == "k":
                self._screen.attempt(lambda: self.accept(editor.text))
                self.end()
                return
        self.end()

    def end(self) -> None:
        """Closes the editor."""
        self._draught = None
        self._screen.editor.close()
        self._screen.view.set_gap(None)
        self._screen.view.focus()
        self._screen.show_state()
