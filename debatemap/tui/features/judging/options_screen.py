"""The theses of a map side by side, as the options of its question."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from debatemap.core.text import SafeText, safe_line
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.judging.claim_list import Reached
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.judging.opinions import views
from debatemap.tui.features.judging.options_layout import Compared, compared
from debatemap.tui.features.judging.options_pane import OptionsPane
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.features.what_if.assumptions import state_of
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import HintBar
from debatemap.tui.widgets.map_state import MapState
from debatemap.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import MapContext, Program

__all__ = ["OptionsScreen"]

_TITLE: Final = "The options side by side", "each with its strongest pro and con"
_TWO: Final = 2
_ARROWS: Final = "options_previous", "options_next", "options_left", "options_right"
_UNASKED: Final = "The map asks no question: these are its theses. {key:set_question} asks one."


class OptionsScreen(DialogScreen[Reached | None]):
    """Compares the theses: verdicts, strongest pros and cons, what helps one and hurts another.

    It ends with a claim to go to, or None.

    Args:
        context: The open map.
    """

    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "options_next": "step(1)",
            "options_previous": "step(-1)",
            "options_right": "turn(1)",
            "options_left": "turn(-1)",
            "options_first": "end(-1)",
            "options_last": "end(1)",
            "options_go": "go",
            "options_why": "ask",
            "options_leave": "leave",
        }
    )
    DEFAULT_CSS = """
    OptionsScreen {
        layout: vertical; background: $background;
        & #title { border-bottom: solid $rule; height: 2; }
        & #hints { border-top: solid $rule; height: 2; }
        & #options-question { height: auto; max-height: 4; padding: 0 1; margin-bottom: 1; }
        & OptionsPane {
            height: 1fr; overflow: hidden auto; scrollbar-gutter: stable;
            scrollbar-size-vertical: 1;
        }
        &.-short #title, &.-short #hints { border: none; height: 1; }
        &.-short #options-question { margin-bottom: 0; max-height: 1; }
    }
    """
    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, context: "MapContext") -> None:
        super().__init__()
        self._map = context
        self._is_looking = False
        self._shown_of: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        yield TitleBar()
        yield Static(id="options-question")
        yield OptionsPane()
        yield HintBar()

    def on_mount(self) -> None:
        """Asks the judgement, in a thread."""
        keymap = self.app.keymap
        arrows = Hint(" ".join(filter(None, map(keymap.name_in_line, _ARROWS))), "choose")
        rest = ("options_why", "why"), ("options_go", "goes there"), ("options_leave", "leaves")
        self.query_one(HintBar).show([arrows, *keymap.hints(*rest)])
        self.query_one(TitleBar).show(_TITLE, [MapState(SafeText("comparing …"))])
        self.follow_map()

    def follow_map(self) -> None:
        """Compares anew, as something may have changed."""
        if not self._is_looking and self._shown_of != self._compared_now:
            self._is_looking = True
            # The map waits for the thread: this screen may be left before it ends.
            self._map.run_beside(self._look(), group="reasoning")

    @property
    def _compared_now(self) -> tuple[object, ...]:
        """What the comparison is of: an answer for anything else is outdated."""
        judging, session = self._map.feature(Judging), self._map.session
        assumed = tuple(judging.assumed.items())
        return session, session.revision, judging.method, judging.person, assumed

    async def _look(self) -> None:
        """Asks until the answer is of the map as it is: one that was edited meanwhile is none."""
        found = None
        try:
            while found is None and self.has_parts:
                found = await self._map.feature(Judging).ask(compared)
        finally:
            self._is_looking = False
        if found is not None and self.has_parts:
            self._take(found)

    def _take(self, found: Compared) -> None:
        debate, judging = self._map.session.debate, self._map.feature(Judging)
        self._shown_of = self._compared_now
        self.query_one(OptionsPane).show(debate, found)
        count = len(found.options.options)
        self._show_question(count)
        view, _ = views(judging.person, is_spread=False)
        counted = f"{count:,} option{'' if count == 1 else 's'}{view}"
        states = filter(None, (state_of(judging, debate), counted))
        self.query_one(TitleBar).show(_TITLE, [MapState(safe_line(each)) for each in states])

    def _show_question(self, count: int) -> None:
        """Says what the options are of, or that there is nothing to compare any more."""
        question = self._map.session.debate.header.question
        words = Content.styled(self.app.keymap.fill(_UNASKED), "$quiet")
        if count < _TWO:
            left = "one thesis" if count else "no thesis"
            words = Content.styled(f"The map has {left} left, so nothing is compared.", "$warning")
        elif question:
            words = Content.styled(safe_line(question), "bold")
        self.query_one("#options-question", Static).update(words)

    def action_step(self, way: int) -> None:
        """Goes down or up."""
        self.query_one(OptionsPane).step(way)

    def action_turn(self, way: int) -> None:
        """Goes to the option at the right or at the left."""
        self.query_one(OptionsPane).turn(way)

    def action_end(self, way: int) -> None:
        """Goes to the last or the first claim."""
        self.query_one(OptionsPane).end(way)

    @on(OptionsPane.Chosen)
    def action_go(self) -> None:
        """Ends with the claim that the cursor is on."""
        item = self.query_one(OptionsPane).item
        if item is not None:
            self.dismiss((item.claim, item.link))

    def action_ask(self) -> None:
        """Asks why the claim is as strong as it is."""
        item = self.query_one(OptionsPane).item
        if item is not None:
            self.app.push_screen(WhyScreen(self._map, item.claim, item.link), self._reached)

    def action_leave(self) -> None:
        """Ends with nothing to go to."""
        self.dismiss(None)

    def _reached(self, reached: Reached | None) -> None:
        if reached is not None:
            self.dismiss(reached)
