"""Ask for one line, and offer what the map has of its kind already."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList

from debatemap.core.search_query import Query
from debatemap.core.text import excerpt, safe_line
from debatemap.tui.dialogs.prompt import Line, PromptScreen
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption

if TYPE_CHECKING:
    from textual.widgets.option_list import Option

__all__ = ["Known", "KnownScreen"]

_ENDS: Final = "{key:line_accept} accepts   {key:line_leave} leaves"
_HINT: Final = f"{{key:known_previous}} {{key:known_next}} take a known one   {_ENDS}"
_MOST: Final = 200
"""Known answers that are listed at once; typing narrows what is looked through."""
_LINE: Final = 60
_BETWEEN: Final = ", "


class Known(NamedTuple):
    """An answer that the map has already.

    Attributes:
        text: The answer.
        claims: How many claims have it.
    """

    text: str
    claims: int


class KnownScreen(PromptScreen):
    """A line, and below it the known answers that fit what is typed; keys put one in the line.

    Args:
        question: What to ask.
        text: What stands there already.
        known: What to offer, in order.
        is_list: Whether several answers are written, with commas between.
    """

    DEFAULT_CSS = """
    KnownScreen {
        & Line { margin: 1 0 0 0; }
        &.-nothing Line { margin: 1 0; }
        & ChoiceList { max-height: 8; margin: 0 0 1 2; }
        &.-short ChoiceList { max-height: 4; margin: 0 0 0 2; }
        &.-short.-nothing Line { margin: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"known_next": "turn(1)", "known_previous": "turn(-1)"}
    )

    def __init__(
        self, question: str, text: str, known: Sequence[Known], *, is_list: bool = False
    ) -> None:
        super().__init__(question, text, _HINT)
        self._known, self._is_list = known, is_list
        self._before = self._put = text
        self._offered: Sequence[Known] = ()

    def compose_below(self) -> ComposeResult:
        """Makes the list of what is known."""
        yield ChoiceList()

    def on_mount(self) -> None:
        """Offers all that is known, to stand beside what is there or in place of it."""
        line = self.query_one(Line).value
        self._put = line
        self._offer(f"{line}{_BETWEEN}" if line and self._is_list else "", "", line)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self._put:
            self._put = event.value
            before, comma, word = (
                event.value.rpartition(",") if self._is_list else ("", "", event.value)
            )
            self._offer(f"{before}{_BETWEEN}" if comma else "", word, before)

    def _offer(self, before: str, word: str, held: str) -> None:
        """Lists what fits a word and does not stand in the line already."""
        self._before = before
        asked = Query(word.strip().lstrip("#"))
        standing = {each.strip().lstrip("#") for each in held.split(",")} | {word.strip()}
        fitting = [each for each in self._known if asked.fits(each.text)]
        offered = [each for each in fitting if each.text not in standing]
        self._offered = offered[:_MOST]
        rows: list[Option] = [ListOption(_row(each)) for each in self._offered]
        if more := len(offered) - len(rows):
            told = Content.styled(f"and {more:,} more: type to find", "$quiet")
            rows.append(ListOption(told, is_read=True))
        options = self.query_one(ChoiceList)
        options.show(rows)
        options.highlighted = None
        if options.display != bool(rows):
            options.display = bool(rows)
            self.set_class(not rows, "-nothing")
            self.show_keys(_HINT if rows else _ENDS)

    def action_turn(self, way: int) -> None:
        """Puts the next or the previous known answer in the line."""
        here = self.query_one(ChoiceList).highlighted
        if self._offered:
            ahead = (0 if way > 0 else -1) if here is None else here + way
            self._take(ahead % len(self._offered))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._offered):
            self._take(event.option_index)

    def _take(self, index: int) -> None:
        self.query_one(ChoiceList).highlighted = index
        line = self.query_one(Line)
        self._put = f"{self._before}{safe_line(self._offered[index].text)}"
        line.value = self._put
        line.cursor_position = len(line.value)


def _row(known: Known) -> Content:
    count = "1 claim" if known.claims == 1 else f"{known.claims:,} claims"
    return Content.assemble(excerpt(known.text, _LINE), (f"   {count}", "$quiet"))
