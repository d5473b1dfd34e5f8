"""Ask for several things at once: all fields in sight, each with its label."""

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from debatemap.core.fields import Field
from debatemap.core.folding import fold
from debatemap.core.text import clean, excerpt, safe, safe_line, wrap
from debatemap.tui.dialogs.breakpoints import TALL, filling
from debatemap.tui.dialogs.prompt import Dialog, Line, Lines, Result
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.clickable import linked

__all__ = ["ChoiceField", "FormField", "FormScreen", "declared"]

_HINTS: Final = (
    "{key:form_next} next field",
    "{key:form_up} {key:form_down} choose",
    "{key:form_newline} new line",
    "{key:form_accept} accepts",
    "{key:form_leave} leaves",
)
_WIDTH: Final = 110
_ENDING: Final = 2
"""Of them, those that end it: there is no room for others on a short screen."""
_TITLE: Final = 3
"""Lines of the title at most; on a short screen it has one."""
_LEAST: Final = 2
"""Lines of a field for several."""
_ROUNDS: Final = 3
"""How often texts are fitted to the lines that they have in the width that is left to them."""


class FormField(NamedTuple):
    """One of the things that a form asks for.

    Attributes:
        name: What it is called in the answers.
        caption: What stands before it.
        text: What stands there already.
        about: What to write there, shown while nothing is written.
        is_long: Whether it may take several lines.
        choices: What it is chosen from; empty where it is written.
    """

    name: str
    caption: str
    text: str = ""
    about: str = ""
    is_long: bool = False
    choices: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The text as it stands in the form."""
        return clean(self.text) if self.is_long else safe_line(self.text)


def declared(field: Field, text: str) -> FormField:
    """Returns a field of a map's record as one of a form."""
    label, _, about = (field.question or field.label.capitalize()).partition(": ")
    return FormField(field.name, label, text, about, field.is_long, field.choices)


class ChoiceField(Static, can_focus=True):
    """One of a few values: keys go from one to the next, a letter to one that begins with it."""

    def __init__(self, *, field: FormField) -> None:
        super().__init__()
        self._field = field
        self._values = tuple(dict.fromkeys((field.text, "", *field.choices)))
        self.value = field.text

    def on_mount(self) -> None:
        """Shows the value."""
        self._show()

    def turn(self, way: int) -> None:
        """Goes to the next value, or to the previous one."""
        place = self._values.index(self.value) + way
        self._set(self._values[place % len(self._values)])

    def choose(self, value: str) -> None:
        """Takes a value, where it is one of those that there are."""
        if value in self._values:
            self._set(value)

    def on_key(self, event: events.Key) -> None:
        """Goes to the next value that begins with a letter."""
        letter = fold(event.character or "")
        here = self._values.index(self.value) + 1
        order = (*self._values[here:], *self._values[:here])
        found = next((each for each in order if letter and each.startswith(letter)), None)
        if event.is_printable and found is not None:
            event.stop()
            self._set(found)

    def on_click(self) -> None:
        """Goes to the next value."""
        self.turn(1)

    def _set(self, value: str) -> None:
        self.value = value
        self._show()

    def _show(self) -> None:
        about = "" if self.value else f"   {self._field.about}"
        words = safe_line(self.value) or f"no {self._field.name}"
        self.update(Content.assemble(words, (about, "$quiet")))


class _FieldLines(Lines):
    """A field for several lines, which the arrows leave at its first and at its last one."""

    class Left(Message):
        """A key goes on from the field: to the next one (1), or to the previous one (-1)."""

        def __init__(self, way: int) -> None:
            super().__init__()
            self.way = way

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  (Textual's)
        """Goes down by a line; from the last one to the next field."""
        if select or not self.navigator.is_last_wrapped_line(self.cursor_location):
            super().action_cursor_down(select)
        else:
            self.post_message(self.Left(1))

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002  (Textual's)
        """Goes up by a line; from the first one to the previous field."""
        if select or not self.navigator.is_first_wrapped_line(self.cursor_location):
            super().action_cursor_up(select)
        else:
            self.post_message(self.Left(-1))


def _lines_of(area: TextArea) -> int:
    return max(_LEAST, area.wrapped_document.height)


class _Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Fields that scroll to the one with the focus; their keys belong to the form."""


class FormScreen(Dialog[Result]):
    """Asks for several things at once; a subclass makes a result of them.

    Args:
        title: What the form is for.
        fields: What to ask, in order.
        first: The name of the field to begin in.
    """

    DEFAULT_CSS = """
    FormScreen {
        & > Vertical { width: 100%; max-width: 110; max-height: 100%; }
        & #form-title { max-height: 3; }
        & #form-fields { height: auto; max-height: 1fr; margin: 1 0; }
        & .form-row { height: auto; }
        & .form-label { width: 10; color: $quiet; }
        & .form-row > Line, & .form-row > Line:focus { margin: 0; width: 1fr; }
        & .form-row > Line:disabled { background: $panel; }
        & .form-row > Lines, & .form-row > Lines:focus {
            margin: 0; width: 1fr; height: 2; min-height: 2; max-height: 40vh;
        }
        & .form-row > ChoiceField { width: 1fr; background: $surface; }
        & .form-row > ChoiceField:focus { background: $selected-row; text-style: bold; }
        & .hint { min-height: 2; }
        &.-short {
            & > Vertical { height: 100%; }
            & #form-title { max-height: 1; }
            & #form-fields { margin: 0; height: 1fr; }
            & Lines, & Lines:focus { max-height: 100; }
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = filling(_WIDTH)
    ENDS: ClassVar[tuple[str, str]] = ("form_accept", "form_leave")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(
            {
                "form_accept": "accept",
                "form_leave": "cancel",
                "form_next": "move(1)",
                "form_previous": "move(-1)",
                "form_newline": "newline",
            }
        ),
        # A field for several lines has the first use of these.
        *bound({"form_down": "turn(1)", "form_up": "turn(-1)"}, first=False),
    ]

    def __init__(self, title: str, fields: Sequence[FormField], *, first: str = "") -> None:
        super().__init__()
        self._title, self._fields, self._first = title, fields, first

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            yield Static(Content(safe(self._title)), id="form-title")
            with _Fields(id="form-fields"):
                yield from self.compose_before()
                for field in self._fields:
                    with Horizontal(classes="form-row"):
                        yield Static(Content(safe_line(field.caption)), classes="form-label")
                        yield _made(field)
            yield from self.compose_after()
            yield Static(classes="hint")

    def compose_before(self) -> ComposeResult:
        """Makes what a subclass has before the fields."""
        yield from ()

    def compose_after(self) -> ComposeResult:
        """Makes what a subclass has beneath the fields."""
        yield from ()

    def on_mount(self) -> None:
        """Begins in a field, with the cursor behind what stands there."""
        for area in self.query(Lines):
            area.move_cursor(area.document.end)
        if self._first:
            self.query_one(f"#field-{self._first}").focus(scroll_visible=False)
        self._tell_keys()

    def on_resize(self) -> None:
        """Lays the keys and the texts out in the new width."""
        if self._told is None:
            self._tell_keys()
        self._show_title()
        self.call_after_refresh(self._fit)

    def _show_title(self) -> None:
        """Shows the title on as many lines as there are for it, cut where they are too few."""
        most = _TITLE if self.app.size.height >= TALL else 1
        lines = wrap(self._title, self._room)
        if len(lines) > most:
            lines = [*lines[: most - 1], excerpt(" ".join(lines[most - 1 :]), self._room)]
        self.query_one("#form-title", Static).update(Content("\n".join(lines)))

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def _grown(self) -> None:
        self._fit()

    def _fit(self, rounds: int = _ROUNDS) -> None:
        """Gives each text as many lines as it has; the cursor stays in sight."""
        for area in self.query(Lines):
            area.styles.height = _lines_of(area)
        self.call_after_refresh(self._keep_in_sight, rounds)

    def _keep_in_sight(self, rounds: int) -> None:
        heights = ((area.styles.height, _lines_of(area)) for area in self.query(Lines))
        if rounds and any(given is None or given.value != lines for given, lines in heights):
            # A scrollbar that has come or gone since lets the texts have other lines.
            self._fit(rounds - 1)
            return
        focused = self.focused
        if focused is None or not isinstance(focused.parent, Horizontal):
            return
        line = focused.parent.virtual_region.y
        if isinstance(focused, TextArea):
            line += focused.wrapped_document.location_to_offset(focused.cursor_location).y
        fields = self.query_one(_Fields)
        # From the top, not from where it is: that depends on what was laid out first.
        fields.scroll_to(y=max(0, line - fields.size.height + 1), animate=False, force=True)

    def _tell_keys(self) -> None:
        is_short = self.app.size.height < TALL
        told = _HINTS[-_ENDING:] if is_short else _HINTS
        hints = [linked(self.app.keymap, each) for each in told]
        self.query_one(".hint", Static).update(in_lines(hints, self._room))

    @property
    def _room(self) -> int:
        return max(1, self.query_one("#form-title").size.width)

    def refuse(self, why: str) -> None:
        """Says why the form is not accepted; what was written stays."""
        hint = self.query_one(".hint", Static)
        self._told = self._told or Content("")
        hint.update(Content.styled(f"No: {safe_line(why)}.", "$error"))

    @property
    def answers(self) -> dict[str, str]:
        """What the fields hold, by name; what was not touched is as it was, line breaks too."""
        found = {}
        for field in self._fields:
            text = self.text_of(field.name)
            found[field.name] = field.text if text == field.shown else text
        return found

    def fill(self, name: str, text: str) -> None:
        """Writes a text into a field, in place of what stands there."""
        widget = self.query_one(f"#field-{name}")
        if isinstance(widget, TextArea):
            widget.load_text(clean(text))
            widget.move_cursor(widget.document.end)
        elif isinstance(widget, Line):
            widget.value = safe_line(clean(text))
        elif isinstance(widget, ChoiceField):
            widget.choose(text)

    def text_of(self, name: str) -> str:
        """Returns what is written in a field."""
        widget = self.query_one(f"#field-{name}")
        if isinstance(widget, TextArea):
            return clean(widget.text)
        return widget.value if isinstance(widget, Line | ChoiceField) else ""

    @property
    def changed(self) -> bool:
        """Whether something else is written than what stood there."""
        return self.has_parts and any(
            self.text_of(field.name) != field.shown for field in self._fields
        )

    @on(_FieldLines.Left)
    def _leave_field(self, event: _FieldLines.Left) -> None:
        event.stop()
        self.action_move(event.way)

    def action_move(self, way: int) -> None:
        """Goes to the next field, or to the previous one."""
        (self.focus_next if way > 0 else self.focus_previous)()

    def action_turn(self, way: int) -> None:
        """Goes through choices where there are some, else from field to field."""
        if isinstance(self.focused, ChoiceField):
            self.focused.turn(way)
        else:
            self.action_move(way)

    def action_newline(self) -> None:
        """Begins a new line, where there may be several."""
        if isinstance(self.focused, Lines):
            self.focused.insert("\n")


def _made(field: FormField) -> Widget:
    """Returns the widget that a field is written or chosen in."""
    if field.choices:
        made: Widget = ChoiceField(field=field)
    elif field.is_long:
        made = _FieldLines(
            field.shown, soft_wrap=True, highlight_cursor_line=False, placeholder=field.about
        )
    else:
        made = Line(field.shown, placeholder=field.about, select_on_focus=False)
    made.id = f"field-{field.name}"
    return made
