"""Search a list and choose from it: commands, help, claims, maps, themes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from debatemap.core.search_query import Query
from debatemap.core.text import safe_line
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL, TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.clickable import linked

__all__ = ["ACCEPTS_OR_LEAVES", "MOVES", "Choice", "ChooserScreen", "fitting"]

Value = TypeVar("Value")
_AROUND_THE_LIST = 8
MOVES: Final = "{key:list_previous} {key:list_next} choose"
"""The first of most hints."""
ACCEPTS_OR_LEAVES: Final = ("{key:list_accept} accepts", "{key:list_leave} leaves")
"""The last of most hints."""
_WIDEST = 95
"""Cells of a line, before the box has a size."""


@dataclass(frozen=True)
class Choice(Generic[Value]):
    """A row of the list.

    Attributes:
        value: What choosing it gives.
        label: What it shows, which must be made of safe text.
        disabled: Whether it is a heading, which cannot be chosen.
    """

    value: Value
    label: Content
    disabled: bool = False


def fitting(typed: str, choices: Iterable[Choice[Value]]) -> list[Choice[Value]]:
    """Returns the choices whose labels have all the words that were typed."""
    query = Query(typed)
    return [choice for choice in choices if query.fits(choice.label.plain)]


class ChooserScreen(DialogScreen[Value | None], Generic[Value]):
    """A line to type in and the choices that fit; ends with a value, or None on Escape.

    Args:
        title: What is chosen, shown above the line.
        find: Gives the choices for what was typed.
        empty: What to say where nothing fits.
        hints: The keys, named as `{key:ID}`, each with its word; shown below the list.

    Attributes:
        shows_map: Whether the choices are of the open map, and change with it.
    """

    shows_map: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "list_leave": "cancel",
            "list_accept": "accept",
            "list_next": "step(1)",
            "list_previous": "step(-1)",
            "list_page_down": "page(1)",
            "list_page_up": "page(-1)",
        }
    )
    DEFAULT_CSS = """
    ChooserScreen {
        align: center top;
        background: $background 60%;
        & > Vertical {
            width: 100; max-width: 96%; height: auto; margin-top: 2;
            padding: 1 2 0 2; background: $panel; border-left: outer $accent;
        }
        & #chooser-title { height: auto; }
        & Line { margin: 1 0; }
        & OptionList {
            border: none; padding: 0; background: $panel; height: auto;
            scrollbar-size-vertical: 1;
            &:focus { border: none; background-tint: $foreground 0%; }
            & > .option-list--option { padding: 0; }
            & > .option-list--option-disabled { color: $quiet; }
            & > .option-list--option-highlighted {
                background: $selected-row; color: $foreground; text-style: bold;
            }
        }
        & #chooser-hint { height: auto; color: $quiet; margin: 1 0; }
        &.-short {
            & > Vertical { margin: 0; padding: 0 1; height: 100%; }
            & #chooser-title { max-height: 3; }
            & Line { margin: 0; }
            & OptionList { height: 1fr; max-height: 100%; }
            & #chooser-hint { margin: 0; dock: bottom; }
        }
    }
    """
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL

    def __init__(
        self,
        title: str,
        find: Callable[[str], Sequence[Choice[Value]]],
        *,
        empty: str = "Nothing fits.",
        hints: Sequence[str] = (MOVES, *ACCEPTS_OR_LEAVES),
    ) -> None:
        super().__init__()
        self.chooser_title = title
        self.hints: Sequence[str | Content] = hints
        self._find, self._empty = find, empty
        self._choices: Sequence[Choice[Value]] = ()

    @property
    def highlighted(self) -> Choice[Value] | None:
        """The choice that Enter would take."""
        index = self.query_one(OptionList).highlighted
        is_there = index is not None and index < len(self._choices)
        return self._choices[index] if index is not None and is_there else None

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            yield Static(Content(safe_line(self.chooser_title)), id="chooser-title")
            yield Line()
            options = OptionList(markup=False)
            options.can_focus = False
            yield options
            yield Static(id="chooser-hint")

    def on_mount(self) -> None:
        """Shows the choices for nothing typed."""
        # Only once: what is said there later may hold words of a map.
        keymap = self.app.keymap
        self.hints = [linked(keymap, each) for each in self.hints if isinstance(each, str)]
        self.renew()

    def on_resize(self) -> None:
        """Leaves room for the hint below the list."""
        self.query_one(OptionList).styles.max_height = max(3, self.lines_of_list())
        self.call_after_refresh(self._show_hint)

    def lines_of_list(self) -> int:
        """Returns how many lines of the list there is room for."""
        short = self.size.height < TALL
        return self.size.height - 2 if short else int(self.size.height * 0.86) - _AROUND_THE_LIST

    def _show_hint(self) -> None:
        hint = self.query_one("#chooser-hint", Static)
        parts = [Content(each) if isinstance(each, str) else each for each in self.hints]
        hint.update(in_lines(parts, max(1, hint.size.width or _WIDEST)))

    @property
    def _is_composed(self) -> bool:
        return bool(self.query(OptionList)) and bool(self.query("#chooser-hint"))

    def tell(self, message: str) -> None:
        """Says in place of the title why something was not done."""
        self.chooser_title = message
        if self.is_attached:
            self.renew()

    def renew(self) -> None:
        """Looks for the choices again."""
        if not self._is_composed:
            # A key came before the screen has its parts; it is renewed when it has.
            return
        self.query_one("#chooser-title", Static).update(Content(safe_line(self.chooser_title)))
        self._show_hint()
        options = self.query_one(OptionList)
        self._choices = self._find(self.query_one(Line).value)
        options.clear_options()
        if self._choices:
            options.add_options([Option(c.label, disabled=c.disabled) for c in self._choices])
            usable = (i for i, choice in enumerate(self._choices) if not choice.disabled)
            options.highlighted = next(usable, None)
        else:
            options.add_option(Option(Content(self._empty), disabled=True))

    def renew_in_place(self) -> None:
        """Looks for the choices again, with the highlight where it was."""
        if self._is_composed:
            options = self.query_one(OptionList)
            index = options.highlighted
            self.renew()
            if index is not None and options.option_count:
                options.highlighted = min(index, options.option_count - 1)

    def follow_map(self) -> None:
        """Looks for the choices again, where they are of the map."""
        if self.shows_map:
            self.renew_in_place()

    def action_cancel(self) -> None:
        """Ends with nothing."""
        self.dismiss(None)

    def action_step(self, way: int) -> None:
        """Goes to the next or the previous choice."""
        if not self._is_composed:
            return
        options = self.query_one(OptionList)
        (options.action_cursor_down if way > 0 else options.action_cursor_up)()

    def action_page(self, way: int) -> None:
        """Goes a page on or back."""
        if not self._is_composed:
            return
        options = self.query_one(OptionList)
        page = options.size.height or 1
        last = max(0, len(self._choices) - 1)
        options.highlighted = max(0, min(last, (options.highlighted or 0) + way * page))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.renew()

    def action_accept(self) -> None:
        """Chooses what is highlighted."""
        if self._is_composed:
            self.choose(self.highlighted)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.choose(self._choice_of(event))

    @on(OptionList.OptionHighlighted)
    def _looked_at(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        choice = self._choice_of(event)
        if choice is not None:
            self.look_at(choice)

    def _choice_of(self, event: OptionList.OptionMessage) -> Choice[Value] | None:
        """Returns what an event is about; None for one of a list that was renewed since."""
        index, options = event.option_index, self.query_one(OptionList)
        if index >= min(len(self._choices), options.option_count):
            return None
        is_the_same = options.get_option_at_index(index) is event.option
        return self._choices[index] if is_the_same else None

    def choose(self, choice: Choice[Value] | None) -> None:
        """Ends with a choice; a subclass may refuse."""
        if choice is not None and not choice.disabled:
            self.dismiss(choice.value)

    def look_at(self, choice: Choice[Value]) -> None:
        """Is told which choice is highlighted; a subclass may show more of it."""

    def on_click(self, event: events.Click) -> None:
        """Closes when something outside the box is clicked."""
        if event.widget is self:
            self.leave_by_click()

    def leave_by_click(self) -> None:
        """Ends with nothing; a subclass may stay."""
        self.action_cancel()
