"""The desk: what is being written among the rows, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.change import Change
from debatemap.store.journal import Writing
from debatemap.tui.commands.table import BY_ID
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.workspace.session import ReadOnlyError

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen
    from debatemap.tui.widgets.lines import Gap

__all__ = ["Desk", "Draught", "reopen"]

_BY_COMMAND: Final = frozenset(
    {
        *("add_pro", "add_con", "add_undercut", "add_backing", "add_sibling", "add_thesis"),
        *("add_unplaced", "insert_between", "edit_in_place"),
    }
)
"""The commands that open the editor."""
_FOR_NOTHING: Final = frozenset({"add_thesis", "add_unplaced"})
_FOR_A_LINK: Final = frozenset({"add_undercut", "add_backing", "add_sibling", "insert_between"})
"""Of them, those whose words stand wherever that is, and those that need the selected link."""


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
    """Opens the editor for a draught, and turns its words into a change.

    Attributes:
        place: Where the editor stands: the command that opened it, the claim and the link.
    """

    def __init__(self, screen: "MapScreen") -> None:
        self._screen = screen
        self._draught: Draught | None = None
        self.place: dict[str, str] = {}

    @property
    def draught(self) -> Draught | None:
        """What is being written, or None."""
        return self._draught

    def begin(self, draught: Draught, command: str = "") -> None:
        """Opens the editor.

        Args:
            draught: What is written.
            command: The command that would open it again; without it, the one that runs.
        """
        self._draught = draught
        row = self._screen.row
        self.place = {
            "command": command or self._screen.running,
            "claim": row.claim if row is not None else "",
            "link": (row.link if row is not None else None) or "",
        }
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
        if self._draught is not None:
            self._screen.view.make_room(self._screen.editor.lines)

    def follow(self) -> None:
        """Sees whether what is written for is still there; else it is to be an unplaced claim.

        The words stay as they are, and so does the editor.
        """
        if self._draught is None or self._is_target_there:
            return
        from debatemap.tui.features.writing.add_commands import unplaced  # noqa: PLC0415  (it stands on this one)

        self.place = {"command": "add_unplaced", "claim": "", "link": ""}
        draught = unplaced(self._screen)
        self._draught = replace(draught, text=self._draught.text)
        self._screen.editor.head(draught.heading)
        self._screen.say(
            "What this is written for is gone: it will be an unplaced claim.", "warning"
        )

    @property
    def _is_target_there(self) -> bool:
        """Whether the claim or the step is there that the words are for."""
        debate, command = self._screen.session.debate, self.place.get("command")
        if command in _FOR_NOTHING:
            return True
        link, claim = self.place.get("link"), self.place.get("claim")
        return link in debate.links if link and command in _FOR_A_LINK else claim in debate.claims

    def accept(self, text: str) -> None:
        """Puts the words into effect; no words end a series, or leave a claim as it was."""
        draught, changed = self._draught, self._screen.editor.changed
        if draught is None:
            return
        if not text.strip() or not changed:
            self.end()
            return
        if self._screen.session.read_only:
            raise ReadOnlyError(self._screen.session.read_only)
        change = draught.apply(text)
        self._close()
        self._screen.do(change)
        # Not before: the text is in the journal until the change is.
        self._screen.guard.forget_writing()
        following = draught.then(change) if draught.then is not None else None
        if following is not None:
            self.begin(following, "add_sibling")

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
                if not self._screen.session.read_only:
                    self.end()
                return
        self.end()

    def end(self) -> None:
        """Closes the editor, and lets go of what was written."""
        self._close()
        self._screen.guard.forget_writing()

    def _close(self) -> None:
        self._draught = None
        self._screen.editor.close()
        self._screen.view.set_gap(None)
        self._screen.view.focus()
        self._screen.show_state()


def reopen(screen: "MapScreen", writing: Writing) -> None:
    """Opens the editor with a text that was being written.

    It stands where it stood, where that is still there; else it is to be an unplaced claim.
    """
    from debatemap.tui.features.actions import ACTIONS  # noqa: PLC0415  (they stand on this module)
    from debatemap.tui.features.writing.annotate_commands import write_note  # noqa: PLC0415

    name, claim, link = (writing.place.get(key, "") for key in ("command", "claim", "link"))
    debate = screen.session.debate
    is_there = claim in debate.claims and (not link or link in debate.links)
    if name == "note" and is_there and not screen.session.read_only:
        screen.select_claim(claim, link or None)
        screen.run_beside(write_note(screen, writing.text))
        return
    if name in _BY_COMMAND and is_there:
        screen.select_claim(claim, link or None)
        if not BY_ID[name].reason(screen.situation()):
            screen.running = name
            ACTIONS[name](screen)
    if screen.desk.draught is None:
        screen.running = "add_unplaced"
        ACTIONS["add_unplaced"](screen)
    screen.editor.resume(writing.text)
