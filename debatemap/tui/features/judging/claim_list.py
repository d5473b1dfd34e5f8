"""A list that is read line by line, and of which most lines lead to a claim."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from debatemap.core.reading_order import link_beneath
from debatemap.core.text import excerpt, safe_line
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL, TALL, box_cells, filling
from debatemap.tui.dialogs.claim_names import GONE, exists, words_of
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import keys_in_lines
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption
from debatemap.tui.widgets.sign_words import without_columns

if TYPE_CHECKING:
    from textual import getters
    from textual.widgets.option_list import Option

    from debatemap.judge.judgement import Judgement
    from debatemap.tui.context import MapContext, Program

__all__ = ["Lead", "LeadingScreen", "Reached"]

Answer = TypeVar("Answer")
Reached = tuple[str, str | None]
"""A claim or a link to go to, and the link of the place at which to show the claim."""

_AT_ONCE: Final = 200
"""Claims of a map that is asked before the next key."""
_KEYS: Final = ("lines_go", "goes there"), ("lines_leave", "leaves")
_WIDTH: Final = 140
_BESIDE_THE_LIST: Final = 6
"""Cells of the border, the padding and the scrollbar."""
_SHORT_HEADING: Final = 3
_WORDS: Final = 400
"""Cells of a claim in the heading, where there is room."""
_HIGH: Final = 30
"""Lines of a screen from which all these are shown."""
_LOW_HEADING: Final = 2
"""Lines of a claim in the heading of a lower screen."""
_AROUND_THE_LIST: Final = 5
"""Lines above, between and below the heading, the list and the keys."""


class Lead(NamedTuple):
    """A line of the list.

    Attributes:
        label: What it shows, which must be made of safe text.
        node: The claim or the link that it leads to, or None.
        is_read: Whether it is only read, so that the cursor passes it.
        hang: Cells of the label before its words, under which they are wrapped.
    """

    label: Content
    node: str | None = None
    is_read: bool = False
    hang: int = 0


class LeadingScreen(DialogScreen[Reached | None]):
    """A heading, lines that lead to claims, and the keys; ends with what to go to, or None.

    Args:
        context: The open map.
        subject: The claim or the link that it is about.

    Attributes:
        subject: The same; a subclass may go on to another.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "lines_leave": "leave",
            "lines_next": "step(1)",
            "lines_previous": "step(-1)",
            "lines_page_down": "page(1)",
            "lines_page_up": "page(-1)",
            "lines_first": "end(-1)",
            "lines_last": "end(1)",
            "lines_go": "go",
        }
    )
    DEFAULT_CSS = """
    LeadingScreen {
        align: center top;
        overflow: hidden;
        background: $background 60%;
        & > Vertical {
            width: 100%; max-width: 140; height: auto; margin-top: 2;
            padding: 1 1 0 2; background: $panel; border-left: outer $accent;
        }
        & #leading-heading { height: auto; margin: 0 1 1 0; }
        & ChoiceList > .option-list--option-disabled { color: $foreground; }
        & #leading-keys {
            height: auto; color: $quiet; margin: 1 1 1 0;
        }
        &.-short {
            & > Vertical { margin: 0; padding: 0 0 0 1; height: 100%; }
            & #leading-heading { margin: 0 1 0 0; max-height: 3; }
            & ChoiceList { height: 1fr; max-height: 100%; }
            & #leading-keys { margin: 0 1 0 0; dock: bottom; }
        }
    }
    """
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    HORIZONTAL_BREAKPOINTS = filling(_WIDTH)
    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, context: "MapContext", subject: str) -> None:
        super().__init__()
        self._map, self.subject = context, subject
        self._leads: Sequence[Lead] = ()
        self._has_moved = False
        """Whether a key has moved the cursor; until then the first line stays in sight."""
        self._said: tuple[str, str, int] | None = None
        """What stands in place of the keys; of which subject and line it was said."""

    @property
    def room(self) -> int:
        """Cells of a line of the list."""
        return max(1, box_cells(self.app.size.width, _WIDTH) - _BESIDE_THE_LIST)

    @property
    def is_short(self) -> bool:
        """Whether the screen has lines for little more than the list."""
        return self.app.size.height < TALL

    def named(self, claim: str) -> Content:
        """Returns the words of a claim for the heading, as many as there is room for."""
        text = words_of(self._map.session.debate, claim)
        lines = 1 if self.is_short else _LOW_HEADING
        most = _WORDS if self.app.size.height >= _HIGH else min(_WORDS, lines * self.room)
        return Content.styled(excerpt(text, most), "bold")

    @property
    def lead(self) -> Lead | None:
        """The line that the cursor is on."""
        index = self.query_one(ChoiceList).highlighted
        return self._leads[index] if index is not None and index < len(self._leads) else None

    @property
    def index(self) -> int:
        """The place of that line."""
        return self.query_one(ChoiceList).highlighted or 0

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        with Vertical():
            yield Static(id="leading-heading")
            yield ChoiceList()
            yield Static(id="leading-keys")

    def on_mount(self) -> None:
        """Looks for what to show."""
        self.look()

    def on_resize(self) -> None:
        """Lays the lines out anew."""
        self.lay_out()

    def follow_map(self) -> None:
        """Looks anew for what to show, or says that it is gone."""
        self.look()

    @property
    def is_gone(self) -> bool:
        """Whether the map has not got any more what the screen is about."""
        return not exists(self._map.session.debate, self.subject)

    def look(self) -> None:
        """Looks for what to show of the subject; a subclass asks the judgement."""
        self.lay_out()

    def lay_out(self) -> None:
        """Shows what was found, or that there is nothing to be found out any more."""
        if self.is_gone:
            self.show(Content.styled(GONE, "$warning"), ())
            self.show_keys()
        else:
            self.renew()

    def renew(self) -> None:
        """Shows what was found so far; the subject is in the map."""
        raise NotImplementedError

    def show(self, heading: Content, leads: Sequence[Lead], index: int = 0) -> None:
        """Shows a heading and lines, with the cursor on one of them."""
        self.query_one("#leading-heading", Static).update(self.in_words(heading))
        options = self.query_one(ChoiceList)
        options.styles.max_height = self._lines_below(heading)
        self._leads = leads
        options.stays_at_top = not self._has_moved
        options.show([self._row(lead) for lead in leads], index)
        options.scroll_home(animate=False)
        options.scroll_to_highlight()

    def _row(self, lead: Lead) -> "Option":
        """Returns a line as a row of the list."""
        words = self.in_words(lead.label)
        if self.app.settings.plain:
            return ListOption(without_columns(words), is_read=lead.is_read)
        return ListOption(words, lead.hang, is_read=lead.is_read)

    def in_words(self, content: Content) -> Content:
        """Returns what is to be shown; a subclass may have signs that say something else."""
        return self.app.in_words(content)

    def on_screen_suspend(self) -> None:
        """Makes room for a box in front: two at once would be hard to read."""
        self.query_one(Vertical).visible = False

    def on_screen_resume(self) -> None:
        """Comes back when that is left."""
        self.query_one(Vertical).visible = True

    def keys(self) -> Sequence[tuple[str, str]]:
        """Returns the keys that can be pressed now: (id in the table of keys, word) each."""
        return _KEYS

    def _named_keys(self) -> Sequence[Hint]:
        """Returns the keys as all lists name them."""
        return self.app.keymap.hints(*self.keys())

    def show_keys(self) -> None:
        """Shows the keys that can be pressed, in place of what was said."""
        self._said = None
        keys = self._named_keys()
        self.query_one("#leading-keys", Static).update(keys_in_lines(keys, self.room))

    def say(self, message: str) -> None:
        """Says something in place of the keys."""
        self._said = message, self.subject, self.index
        words = Content.styled(safe_line(message), "$warning")
        self.query_one("#leading-keys", Static).update(words)

    def _is_about_this(self, said: tuple[str, str, int] | None) -> bool:
        """Tells whether something was said since the cursor came to this line."""
        return said is not None and said[1:] == (self.subject, self.index)

    def consult(
        self, question: "Callable[[Judgement], Answer]", take: Callable[[Answer], None]
    ) -> None:
        """Asks something of the judgement: of a small map at once, else in a thread.

        Args:
            question: What to ask, which must change nothing.
            take: Is given the answer, unless the screen has been left or the subject is gone.
        """
        judgement = self._map.feature(Judging).ready
        if judgement is not None and len(judgement.debate.claims) <= _AT_ONCE:
            for answer in _asked(self.subject, question, judgement):
                take(answer)
        else:
            self.consult_beside(question, take)

    def consult_beside(
        self, question: "Callable[[Judgement], Answer]", take: Callable[[Answer], None]
    ) -> None:
        """Asks something of the judgement in a thread, as what takes long on any map."""
        # The map waits for the thread: this screen may be left before it ends.
        asked = partial(_asked, self.subject, question)
        self._map.run_beside(self._consult(asked, take), group="reasoning")

    async def _consult(
        self,
        question: "Callable[[Judgement], Sequence[Answer]]",
        take: Callable[[Answer], None],
    ) -> None:
        answers = None
        while answers is None and self.has_parts:
            answers = await self._map.feature(Judging).ask(question)
        for answer in answers or () if self.has_parts else ():
            said = self._said
            take(answer)
            # No answer that comes by itself takes away what a key was answered.
            if said is not None and self._is_about_this(said):
                self.say(said[0])

    def action_leave(self) -> None:
        """Ends with nothing to go to."""
        self.dismiss(None)

    def action_step(self, way: int) -> None:
        """Goes to the next or the previous line; beyond the last, shows what is below it."""
        options = self._moved_list()
        here = options.highlighted if options.highlighted is not None else -1
        ahead = [
            n for n in self.query_one(ChoiceList).usable if (n > here if way > 0 else n < here)
        ]
        if ahead:
            options.highlighted = ahead[0 if way > 0 else -1]
        else:
            self.action_end(way)

    def _moved_list(self) -> ChoiceList:
        """Returns the list, for a key that moves its cursor."""
        options = self.query_one(ChoiceList)
        self._has_moved, options.stays_at_top = True, False
        return options

    def action_page(self, way: int) -> None:
        """Goes a page on or back; at either end, shows all that is there."""
        options = self._moved_list()
        usable = options.usable
        options.page(way)
        if options.highlighted in (None, *usable[:1], *usable[-1:]):
            self.action_end(way)

    def action_end(self, way: int) -> None:
        """Goes to the last or the first line."""
        options = self._moved_list()
        usable = options.usable
        if usable:
            options.highlighted = usable[-1 if way > 0 else 0]
        scroll = options.scroll_end if way > 0 else options.scroll_home
        scroll(animate=False)

    def action_go(self) -> None:
        """Ends with the claim that the line leads to."""
        lead = self.lead
        if lead is not None and lead.node is not None:
            self.dismiss((lead.node, self.link_to(lead.node)))

    def link_to(self, node: str) -> str | None:
        """Returns the link by which a claim stands beneath what the screen is about, if any."""
        debate, subject = self._map.session.debate, self.subject
        if subject in debate.links:
            here = (
                link for link in debate.links_from(node) if debate.links[link].target == subject
            )
            return next(here, None)
        is_there = node in debate.claims and subject in debate.claims
        return link_beneath(debate, subject, node) if is_there else None

    @on(OptionList.OptionHighlighted)
    def _looked_at(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if not self._is_about_this(self._said):
            self.show_keys()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.follow()

    def follow(self) -> None:
        """Does what a click on a line means: goes to its claim."""
        self.action_go()

    def on_click(self, event: events.Click) -> None:
        """Closes when something outside the box is clicked."""
        if event.widget is self:
            self.dismiss(None)

    def _lines_below(self, heading: Content) -> int:
        """Returns how many lines of the list leave room for the keys below it."""
        height = self.app.size.height
        lines = heading.get_height({}, self.room + 1)
        lines = min(lines, _SHORT_HEADING) if self.is_short else lines
        keys = keys_in_lines(self._named_keys(), self.room).plain.count("\n")
        room = height - 1 if self.is_short else int(height * 0.9) - _AROUND_THE_LIST
        return max(2, room - lines - keys)


def _asked(
    subject: str, question: "Callable[[Judgement], Answer]", judgement: "Judgement"
) -> Sequence[Answer]:
    """Returns the answer, or none where the subject is gone from what is judged."""
    return [question(judgement)] if exists(judgement.debate, subject) else []
