"""The editor that opens among the rows, where the claim will stand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static, TextArea

from debatemap.core.text import clean, excerpt, width
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.grapheme_area import GraphemeArea

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["Editor", "Writing"]


class Writing(GraphemeArea):
    """Text that is being written, until a key accepts it or leaves it.

    Args:
        accepted: Takes the text before the next key is looked at, so that keys which come in
            a burst, as over a slow line, all reach the claim that they were meant for.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "editor_accept": "accept",
            "editor_newline": "newline",
            "editor_quote": "quote",
            "editor_link": "link",
            "editor_leave": "leave",
        }
    )

    @dataclass
    class Left(Message):
        """The key that leaves was pressed."""

        text: str

    @dataclass
    class Quoted(Message):
        """The key that cites a source for what is written was pressed."""

    @dataclass
    class Linked(Message):
        """The key that links what is here already was pressed."""

    def __init__(self, accepted: Callable[[str], None]) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)
        self._accepted = accepted

    def action_accept(self) -> None:
        """Hands the text over."""
        self._accepted(self.text)

    def action_quote(self) -> None:
        """Asks for a source of what is written."""
        self.post_message(self.Quoted())

    def action_link(self) -> None:
        """Asks for what is here already in place of what is written."""
        self.post_message(self.Linked())

    def action_leave(self) -> None:
        """Asks to close, perhaps without the text."""
        self.post_message(self.Left(self.text))

    def action_newline(self) -> None:
        """Starts a new line."""
        self.insert("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        # The text field that this is built on takes it next, by itself.
        event.stop()
        event.text = clean(event.text)


class Editor(Vertical):
    """A heading that says what is being written, and room to write it.

    Args:
        accepted: Takes the text when it is accepted.
    """

    DEFAULT_CSS = """
    Editor {
        position: absolute;
        layer: editor;
        background: $panel;
        display: none;
        & > #editor-heading {
            height: 1; color: $quiet; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & > Writing {
            height: 1fr; border: none; padding: 0; background: $panel;
            scrollbar-size-vertical: 0; scrollbar-size-horizontal: 0;
            &:focus { border: none; }
            & > .text-area--cursor-line { background: $panel; }
        }
    }
    """

    @dataclass
    class Grew(Message):
        """The text takes more or fewer lines than before."""

        lines: int

    @dataclass
    class Written(Message):
        """The text is another one than before."""

    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, accepted: Callable[[str], None]) -> None:
        super().__init__(id="editor")
        self._accepted = accepted
        self._original = ""
        self._heading = Content("")

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return bool(self.display)

    @property
    def text(self) -> str:
        """What is written."""
        return self.query_one(Writing).text

    @property
    def changed(self) -> bool:
        """Whether the text differs from what the editor was opened with."""
        return self.query_one(Writing).text.strip() != self._original.strip()

    @property
    def lines(self) -> int:
        """How high the editor wants to be, the heading included."""
        return self.query_one(Writing).wrapped_document.height + 1

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        yield Static(id="editor-heading")
        yield Writing(self._accepted)

    def open(self, heading: Content, text: str = "") -> None:
        """Begins to write.

        Args:
            heading: Says what is written: "con of …".
            text: What stands there already.
        """
        self._original = clean(text)
        self.head(heading)
        writing = self.query_one(Writing)
        writing.load_text(self._original)
        writing.move_cursor(writing.document.end)
        self.display = True
        writing.focus()

    def offer(self) -> None:
        """Selects the words, so that what is typed stands in their place."""
        self.query_one(Writing).select_all()

    def head(self, heading: Content) -> None:
        """Says what is written."""
        self._heading = self.app.in_words(heading)
        self._show_heading()

    def _show_heading(self) -> None:
        shown = _fitted(self._heading, self.size.width)
        self.query_one("#editor-heading", Static).update(shown, layout=False)

    def resume(self, text: str) -> None:
        """Puts a text there that was being written; it counts as changed."""
        writing = self.query_one(Writing)
        writing.load_text(clean(text))
        writing.move_cursor(writing.document.end)

    def close(self) -> None:
        """Ends the writing."""
        self.display = False
        self.query_one(Writing).load_text("")

    def place(self, region: Region) -> None:
        """Stands at a place in the outline."""
        self.styles.offset = (region.x, region.y)
        self.styles.width, self.styles.height = region.width, region.height

    def on_resize(self) -> None:
        """Tells how high the text is in the new width, once it is wrapped for that."""
        self._show_heading()
        self.call_after_refresh(self._tell_height)

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.is_open:
            self.post_message(self.Written())
        self._tell_height()

    def _tell_height(self) -> None:
        if self.is_open and self.lines != self.size.height:
            self.post_message(self.Grew(self.lines))


def _fitted(heading: Content, cells: int) -> Content:
    """Returns a heading in so many cells: it is the claim in quotation marks that is cut.

    Of an editor that was not laid out yet, there are none.
    """
    words, over = heading.plain, heading.cell_length - cells
    start, end = words.find("“") + 1, words.find("”   ")  # what was done may stand behind it
    end = end if end >= 0 else words.rfind("”")
    if not cells or over <= 0 or end <= start:
        return heading
    claim = words[start:end]
    cut = excerpt(claim, max(1, width(claim) - over))
    return Content.assemble(heading[:start], cut, heading[end:])
