"""What is found as a list, with the place of the one that is highlighted beside it."""

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.finding.asked import Asked, Finds, read_query
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.found_rows import found_row, place_of_claim
from debatemap.tui.features.finding.near_finds import NearFinds
from debatemap.tui.features.finding.places_found import PlacesFound
from debatemap.tui.features.finding.search_help import Offer, SearchHelp
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.wrapping import in_lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import getters
    from textual.widgets.option_list import Option

    from debatemap.tui.context import MapContext, Program
    from debatemap.tui.features.finding.asked import Fault

__all__ = ["FindScreen", "Picked"]

_AT_ONCE: Final = 60
"""Claims that are listed at first; more follow as the highlight comes near to the end."""
_NEAR: Final = 10
_HANG: Final = 2
_BESIDE: Final = 3
_AROUND: Final = 2
"""Cells at the left and at the right of the place of a find."""
"""Cells of a list beside its rows."""
_ROOMY: Final = 60
"""Cells of a screen that has room for the keys in full."""
_NOTHING: Final = "Nothing is found."
_EMPTY: Final = "Type what to look for."
_LOOKING: Final = "looking …"


class Picked(NamedTuple):
    """What a list of finds ends with.

    Attributes:
        query: What was typed.
        claim: The claim to go to; empty where the query is to filter the map.
    """

    query: str
    claim: str = ""


class FindScreen(DialogScreen[Picked | None]):
    """A query, the claims that it finds, and the place of one; ends with what to do, or None.

    Args:
        context: The open map.
        query: What is typed already.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  (Textual declares it)
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "list_leave": "cancel",
            "list_accept": "accept",
            "list_next": "step(1)",
            "list_previous": "step(-1)",
            "list_page_down": "page(1)",
            "list_page_up": "page(-1)",
            "found_keep": "keep",
        }
    )
    DEFAULT_CSS = """
    FindScreen {
        layout: vertical; background: $background;
        & > #find-head { height: 2; padding: 0 1; border-bottom: solid $rule; }
        & #find-title { width: auto; color: $accent; padding: 0 2 0 0; }
        & #find-head Line, & #find-head Line:focus { width: 1fr; background: $background; }
        & #find-count { width: auto; color: $quiet; padding: 0 0 0 2; }
        & > #find-body { height: 1fr; }
        & ChoiceList {
            background: $background; height: 1fr; max-height: 100%;
            & > .option-list--option { padding: 0 1; }
        }
        & #find-place {
            height: 45%; border-top: solid $rule; scrollbar-size-vertical: 1;
            & > Static { height: auto; padding: 0 1; }
        }
        & > SearchHelp { padding: 0 1; border-top: solid $rule; height: 2; }
        & > #find-keys { height: auto; padding: 0 1; color: $quiet; }
        &.-wide #find-body { layout: horizontal; }
        &.-wide ChoiceList { width: 58%; height: 100%; }
        &.-wide #find-place {
            width: 1fr; height: 100%; border-top: none; border-left: solid $rule;
        }
        &.-short > #find-head { border: none; height: 1; }
        &.-short > SearchHelp { border: none; height: 1; }
    }
    """
    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, context: "MapContext", query: str = "") -> None:
        super().__init__()
        self._map, self._begun = context, query
        self._asked = Asked("")
        self._found: Sequence[str] = ()
        self._places: PlacesFound | None = None
        self._listed, self._listed_for = 0, ""
        self._is_asked = False
        self._is_known = True
        self._is_accepted = False
        """Whether the first claim is to be gone to, once it is known."""
        texts = context.feature(Finder).texts
        self._near = NearFinds(context, texts, self._offer_instead)

    @property
    def claim(self) -> str:
        """The claim that is highlighted; empty where none is found."""
        index = self.query_one(ChoiceList).highlighted
        is_there = index is not None and index < len(self._found)
        return self._found[index] if index is not None and is_there else ""

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Horizontal(id="find-head"):
            yield Static("find", id="find-title")
            yield Line(self._begun, select_on_focus=False)
            yield Static(id="find-count")
        with Container(id="find-body"):
            yield ChoiceList()
            with VerticalScroll(id="find-place", can_focus=False):
                yield Static(id="find-shown")
        yield SearchHelp()
        yield Static(id="find-keys")

    def on_mount(self) -> None:
        """Finds what is typed already."""
        line = self.query_one(Line)
        line.cursor_position = len(line.value)
        line.focus()
        self._look()

    def on_resize(self) -> None:
        """Lays the rows out for another width."""
        self._show_keys()
        self.call_after_refresh(lambda: self._show_rows(self._listed))

    def follow_map(self) -> None:
        """Finds it anew, as the map has changed."""
        self._look()

    def action_step(self, way: int) -> None:
        """Goes to the next or the previous claim."""
        self._go_on()
        self.query_one(ChoiceList).step(way)

    def action_page(self, way: int) -> None:
        """Goes a page on or back."""
        self._go_on()
        self.query_one(ChoiceList).page(way)

    def action_accept(self) -> None:
        """Ends with the claim that is highlighted, once it is known what is found."""
        self._is_accepted = not self._is_known
        if self.claim and self._is_known:
            self.dismiss(Picked(self._asked.text, self.claim))

    def action_keep(self) -> None:
        """Takes the term that is offered; where none is, ends with the query as a filter."""
        offers = self.query_one(SearchHelp).offers
        if offers and self._asked.text:
            self._take(SearchHelp.Taken(offers[0]))
        elif self._found:
            self.dismiss(Picked(self._asked.text))

    def action_cancel(self) -> None:
        """Ends with nothing; where words were typed, not before they were asked about."""
        typed = self.query_one(Line).value
        if typed.strip() and typed != self._begun and not self._is_asked:
            self._is_asked = True
            self._show_keys()
        else:
            self.dismiss(None)

    def _go_on(self) -> None:
        if self._is_asked:
            self._is_asked = False
            self._show_keys()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._is_asked = False
        self._look()

    @on(SearchHelp.Taken)
    def _take(self, event: SearchHelp.Taken) -> None:
        event.stop()
        offer, line = event.offer, self.query_one(Line)
        line.value = f"{line.value[: offer.start]}{offer.words}{line.value[offer.end :]}"
        line.cursor_position = offer.start + len(offer.words)

    @on(OptionList.OptionHighlighted)
    def _looked_at(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_index >= self._listed - _NEAR:
            self._list_more()
        self._show_place()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_accept()

    def _look(self) -> None:
        """Finds what is typed."""
        line = self.query_one(Line)
        finder, self._asked = self._map.feature(Finder), read_query(line.value)
        self._near.sought = ""
        offers = finder.offers(line.value, line.cursor_position)
        fault = self._asked.fault
        self.query_one(SearchHelp).offer(offers, fault.message if fault is not None else "")
        self._is_known = finder.seeking.seek(self._asked, self._take_finds)
        if not self._is_known:
            self._is_accepted = False
            self.query_one("#find-count", Static).update(Content(_LOOKING))

    def _take_finds(self, finds: Finds) -> None:
        if not self.is_attached:
            return
        context, self._is_known = self._map, True
        self._found = context.outline.reading.in_order(finds.hits)
        words = self._asked.words
        self._places = None
        if words is not None:
            self._places = PlacesFound(context.session.debate, words, finds.hits.__contains__)
        count = f"{len(self._found):,} of {len(context.session.debate.claims):,}"
        self.query_one("#find-count", Static).update(Content(count if self._asked.text else ""))
        if finds.fault is not None:
            help_line = self.query_one(SearchHelp)
            help_line.offer(help_line.offers, finds.fault.message)
        if not self._found and not self.query_one(SearchHelp).offers:
            self._seek_instead(finds.fault)
        self._show_keys()
        # What was judged meanwhile is no reason to begin at the top again.
        self._show_rows(self._listed if self._listed_for == self._asked.text else 0)
        self._listed_for = self._asked.text
        if self._is_accepted:
            self.action_accept()

    def _seek_instead(self, fault: "Fault | None") -> None:
        """Offers what may have been meant, where nothing is found, or begins to look for it."""
        if fault is not None:
            self._offer_instead([fault.repaired] if fault.repaired else [], fault.message)
        else:
            self._near.seek(self._asked)

    def _offer_instead(self, near: "Sequence[str]", fault: str = "") -> None:
        """Offers queries in the place of the whole one."""
        if self.has_parts:
            end = len(self.query_one(Line).value)
            offers = [Offer(words, "", 0, end) for words in near]
            self.query_one(SearchHelp).offer(offers, fault)
            self._show_keys()

    def _show_rows(self, least: int) -> None:
        """Shows the first finds, so many at least, with the highlight where it was among them."""
        if not self.has_parts:
            return
        options = self.query_one(ChoiceList)
        index, self._listed = options.highlighted, 0
        nothing: list[Option] = [
            ListOption(Content(_NOTHING if self._asked.text else _EMPTY), is_read=True)
        ]
        if self._found:
            options.show(self._more_rows(max(least, _AT_ONCE)), index)
        else:
            options.show(nothing)
        self._show_place()

    def _more_rows(self, count: int = _AT_ONCE) -> "list[Option]":
        """Returns the next of the rows that are not listed yet."""
        first, self._listed = self._listed, min(len(self._found), self._listed + count)
        cells = max(20, self.query_one(ChoiceList).size.width - _BESIDE)
        claims = self._map.session.debate.claims
        return [
            ListOption(self._row(claim, cells), _HANG)
            for claim in self._found[first : self._listed]
            if claim in claims
        ]

    def _row(self, claim: str, cells: int) -> Content:
        row = found_row(self._map, claim, self._asked.words, self._places, cells)
        return self.app.in_words(row)

    def _list_more(self) -> None:
        if self._listed < len(self._found):
            more: list[Option] = self._more_rows()
            self.query_one(ChoiceList).show_more(more)

    def _show_place(self) -> None:
        claim = self.claim
        there, cells = Content(""), 1
        if claim in self._map.session.debate.claims:
            room = self.query_one("#find-place").size
            cells, lines = room.width - _AROUND - _BESIDE, room.height
            there = place_of_claim(self._map, claim, self._asked.words, cells, lines)
        self.query_one("#find-shown", Static).update(in_lines_of(self.app.in_words(there), cells))
        self.query_one("#find-place").scroll_home(animate=False)

    def _show_keys(self) -> None:
        if not self.has_parts:
            return
        keymap = self.app.keymap
        there = " there" if self.app.size.width >= _ROOMY else ""
        goes = [f"{{key:list_accept}} goes{there}"] if self._found else []
        parts = [*goes, *self._tab(), "{key:list_leave} leaves"]
        if self._is_asked:
            parts = ["{key:list_leave} again leaves"]
        keys = in_lines([linked(keymap, part) for part in parts], self.app.size.width - 2)
        self.query_one("#find-keys", Static).update(keys)

    def _tab(self) -> list[str]:
        """Returns what the key does now that takes a term or keeps the query."""
        is_roomy = self.app.size.width >= _ROOMY
        offers = self.query_one(SearchHelp).offers
        if offers and self._asked.text:
            return ["{key:found_keep} takes the term" if is_roomy else "{key:found_keep} takes"]
        keeps = "{key:found_keep} keeps it as the filter" if is_roomy else "{key:found_keep} keeps"
        return [keeps] if self._found else []

    def on_click(self, event: events.Click) -> None:
        """Keeps the focus in the line."""
        del event
        self.query_one(Line).focus()
