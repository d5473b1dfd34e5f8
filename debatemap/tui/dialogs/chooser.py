"""Search a list and choose from it: commands, help, claims, maps, themes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from debatemap.core.search_query import Query
from debatemap.core.text import excerpt, safe_line
from debatemap.tui.commands.command import PLACEHOLDER
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL, TALL, box_cells, filling
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption, heading
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.sign_words import without_columns

if TYPE_CHECKING:
    from textual.widgets.option_list import Option

__all__ = ["ACCEPTS_OR_LEAVES", "MOVES", "Choice", "ChooserScreen", "fitting"]

Value = TypeVar("Value")
_AROUND_THE_LIST: Final = 9
"""Lines of the screen beside the title, the list and the hint: margins, and what is typed in."""
_TYPED: Final = 24
MOVES: Final = "{key:list_previous} {key:list_next} choose"
"""The first of most hints."""
ACCEPTS_OR_LEAVES: Final = ("{key:list_accept} accepts", "{key:list_leave} leaves")
"""The last of most hints."""
_WIDEST: Final = 140
_BESIDE: Final = 5
"""Cells of the screen beside a line, before the box has a size."""
_LEAVES: Final = "{key:list_leave} again leaves"


@dataclass(frozen=True)
class Choice(Generic[Value]):
    """A row of the list.

    Attributes:
        value: What choosing it gives.
        label: What it shows, which must be made of safe text.
        disabled: Whether it is only read, and cannot be chosen.
        kind: The heading that it stands under, with all others of that kind; empty for none.
        hang: Cells of the label before its words, under which they are wrapped.
    """

    value: Value
    label: Content
    disabled: bool = False
    kind: str = ""
    hang: int = 0


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
        unfit: What to say instead where there are choices, but none for what is typed.
        hints: The keys, named as `{key:ID}`, each with its word; shown below the list, those
            that can do something now.
        typed: What is typed already.

    Attributes:
        hints: What is said below the list in place of the keys; before it is shown, the keys.
        invites: What stands in the line while nothing is typed: that one can type, and what for.
        shows_map: Whether the choices are of the open map, and change with it.
    """

    invites: ClassVar[str] = "type to find"
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
        overflow: hidden;
        background: $background 60%;
        & > Vertical {
            width: 100%; max-width: 140; height: auto; margin-top: 2;
            padding: 1 1 0 2; background: $panel; border-left: outer $accent;
        }
        & #chooser-title { height: auto; margin: 0 1 0 0; }
        & Line { margin: 1 1 1 0; }
        & #chooser-hint { height: auto; color: $quiet; margin: 1 1 1 0; }
        &.-short {
            & > Vertical { margin: 0; padding: 0 0 0 1; height: 100%; }
            & #chooser-title { max-height: 3; }
            & Line { margin: 0 1 0 0; }
            & ChoiceList { height: 1fr; max-height: 100%; }
            & #chooser-hint { margin: 0 1 0 0; dock: bottom; }
        }
    }
    """
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    HORIZONTAL_BREAKPOINTS = filling(_WIDEST)

    def __init__(
        self,
        title: str,
        find: Callable[[str], Sequence[Choice[Value]]],
        *,
        empty: str = "Nothing fits.",
        unfit: str = "",
        hints: Sequence[str] = (MOVES, *ACCEPTS_OR_LEAVES),
        typed: str = "",
    ) -> None:
        super().__init__()
        self.chooser_title = title
        self.hints: Sequence[str | Content] = hints
        self._find, self._begun = find, typed
        self._empty, self._unfit = empty, unfit
        self._is_asked = False
        self._named_keys: Sequence[tuple[Sequence[str], Content]] = ()
        self._choices: Sequence[Choice[Value]] = ()

    @property
    def usable(self) -> Sequence[Choice[Value]]:
        """The choices that are shown and can be chosen."""
        return [choice for choice in self._choices if not choice.disabled]

    @property
    def highlighted(self) -> Choice[Value] | None:
        """The choice that Enter would take."""
        index = self.query_one(ChoiceList).highlighted
        is_there = index is not None and index < len(self._choices)
        return self._choices[index] if index is not None and is_there else None

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            yield from self.parts()

    def parts(self) -> Iterable[Widget]:
        """Yields what stands in the box; a subclass adds to it, before the first layout."""
        yield Static(Content(safe_line(self.chooser_title)), id="chooser-title")
        yield Line(self._begun, placeholder=self.invites, select_on_focus=False, id="chooser-line")
        yield ChoiceList()
        yield Static(id="chooser-hint")

    def on_mount(self) -> None:
        """Shows the choices for nothing typed."""
        # Only once: what is said there later may hold words of a map.
        keymap, told = self.app.keymap, [each for each in self.hints if isinstance(each, str)]
        self._named_keys = [(PLACEHOLDER.findall(each), linked(keymap, each)) for each in told]
        self.hints = ()
        self.renew()

    def on_resize(self) -> None:
        """Leaves room for the hint below the list."""
        self._fit()
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Gives the list the lines that the title and the keys do not need.

        It is done before the first layout as well, so that none is ever taller than the screen.
        """
        if not self.has_parts:
            return
        title = self.query_one("#chooser-title", Static)
        hint = self._hint_lines()
        self.query_one("#chooser-hint", Static).update(hint)
        size = self.app.size
        if size.height < TALL:
            return
        lines = title.content.get_height({}, self.room_of_a_line) + hint.plain.count("\n") + 1  # type: ignore[union-attr]  # a Content
        room = self.lines_of_list(size.height - _AROUND_THE_LIST - lines)
        self.query_one(ChoiceList).styles.max_height = max(3, room)

    def lines_of_list(self, room: int) -> int:
        """Returns how many lines of the list to show, of those that there is room for."""
        return room

    @property
    def room_of_a_line(self) -> int:
        """Cells of a line of the box."""
        width = self.query_one("#chooser-title").size.width
        return max(1, width or box_cells(self.app.size.width, _WIDEST) - _BESIDE)

    def has_use_for(self, key: str) -> bool:
        """Tells whether a key can do something with the choices that are shown.

        Args:
            key: Its id; a subclass tells of its own.
        """
        return key == "list_leave" or bool(self.usable)

    def _hint_lines(self) -> Content:
        hints: Sequence[str | Content] = self.hints or [
            words
            for keys, words in self._named_keys
            if not keys or any(map(self.has_use_for, keys))
        ]
        if self._is_asked:
            words = excerpt(self.query_one(Line).value, _TYPED)
            hints = [Content.assemble(linked(self.app.keymap, _LEAVES), f", and drops “{words}”")]
        parts = [Content(each) if isinstance(each, str) else each for each in hints]
        return in_lines(parts, self.room_of_a_line)

    def tell(self, message: str) -> None:
        """Says in place of the title why something was not done."""
        self.chooser_title = message
        self.renew()

    def renew(self) -> None:
        """Looks for the choices again."""
        if not self.has_parts:
            # A key came before the screen has its parts; it is renewed when it has.
            return
        self.query_one("#chooser-title", Static).update(Content(safe_line(self.chooser_title)))
        self._choices = _under_headings(self._find(self.query_one(Line).value))
        self._fit()
        self._show_choices()

    def _show_choices(self) -> None:
        plain, in_words = self.app.settings.plain, self.app.in_words
        labels = (without_columns(in_words(c.label)) if plain else c.label for c in self._choices)
        rows: list[Option] = [
            ListOption(label, 0 if plain else c.hang, is_read=c.disabled)
            for label, c in zip(labels, self._choices, strict=True)
        ]
        nothing: list[Option] = [] if rows else [ListOption(Content(self._none()), is_read=True)]
        self.query_one(ChoiceList).show(rows or nothing, None)

    def _none(self) -> str:
        """Returns what is said in the place of choices."""
        is_typed = bool(self._unfit and self.query_one(Line).value)
        return self._unfit if is_typed and self._find("") else self._empty

    def clear(self) -> None:
        """Looks for the choices again, with nothing typed."""
        self.query_one(Line).value = ""
        self.renew()

    def renew_in_place(self) -> None:
        """Looks for the choices again, with the highlight where it was."""
        if self.has_parts:
            options = self.query_one(ChoiceList)
            index = options.highlighted
            self.renew()
            usable = options.usable
            if index is not None and usable:
                options.highlighted = min(usable, key=lambda number: abs(number - index))

    def follow_map(self) -> None:
        """Looks for the choices again, where they are of the map."""
        if self.shows_map:
            self.renew_in_place()

    def action_cancel(self) -> None:
        """Ends with nothing; where words were typed, not before they were asked about."""
        if self.has_parts and self.query_one(Line).value.strip() and not self._is_asked:
            self._is_asked = True
            self._fit()
        else:
            self.leave()

    def leave(self) -> None:
        """Ends with nothing."""
        self.dismiss(None)

    def action_step(self, way: int) -> None:
        """Goes to the next or the previous choice."""
        if self.has_parts:
            self._go_on()
            self.query_one(ChoiceList).step(way)

    def action_page(self, way: int) -> None:
        """Goes a page on or back."""
        if self.has_parts:
            self._go_on()
            self.query_one(ChoiceList).page(way)

    def _go_on(self) -> None:
        """Takes back the question whether to leave, as another key answers it."""
        if self._is_asked:
            self._is_asked = False
            self._fit()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._is_asked = False
        self.renew()

    def action_accept(self) -> None:
        """Chooses what is highlighted."""
        if self.has_parts:
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
        index, options = event.option_index, self.query_one(ChoiceList)
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
        self.leave()


def _under_headings(choices: Sequence[Choice[Value]]) -> Sequence[Choice[Value]]:
    """Returns choices by their kinds, in the order of the first of each, below its heading."""
    kinds: dict[str, list[Choice[Value]]] = {}
    for choice in choices:
        kinds.setdefault(choice.kind, []).append(choice)
    if not any(kinds):
        return choices
    shown: list[Choice[Value]] = []
    for kind, mine in kinds.items():
        if kind:
            count = sum(not choice.disabled for choice in mine)
            shown.append(Choice(mine[0].value, heading(kind, count), disabled=True))
        shown += mine
    return shown
