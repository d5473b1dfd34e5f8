"""Rate one claim after the other, with nothing else in sight."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from debatemap import edit
from debatemap.core.node_names import quoted
from debatemap.core.text import SafeText, safe
from debatemap.judge.explain.rating_queue import Ahead, Turn, ahead
from debatemap.tui.background_work import REPORTED, failure_text
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.rating.rating_input import Pass, Typing
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import HintBar
from debatemap.tui.widgets.map_state import MapState
from debatemap.tui.widgets.scale import Scale
from debatemap.tui.widgets.title_bar import TitleBar
from debatemap.workspace.background import run_on_snapshot
from debatemap.workspace.snapshot import SessionSnapshot

if TYPE_CHECKING:
    from debatemap.judge.verdict import Verdict
    from debatemap.tui.context import MapContext

__all__ = ["PassScreen"]

_FIRST: Final = ("pass_number", "rate"), ("pass_full", "100")
_THEN: Final = (("pass_back", "back"),)
_NEXT: Final = ("pass_next", "next thesis")
_LAST: Final = ("pass_skip", "skips"), ("pass_accept", "accepts"), ("pass_leave", "ends")
"""They are shown on the narrowest screen as well."""
_THESIS: Final = 60
_STEP: Final = 5
_FULL: Final = 100
_MOST: Final = 8_000
"""Characters of a claim that are shown."""
_NOUNS: Final = {"supports": ("pro of", "$pro"), "attacks": ("con of", "$con")}
_LEAVES: Final = "{key:pass_leave} again leaves without the %g; {key:pass_accept} rates it."


class PassScreen(DialogScreen[Pass | None]):
    """Goes through what a person has not rated; ends with the pass, or None where all is rated.

    It covers the map: what others hold, how strong claims are and who is ahead would all pull at
    the next answer. Each answer is an edit at once, and a step that can be undone.

    Args:
        context: The open map.
        person: Who rates.
        top: The thesis to begin with; where all beneath it is rated, it is the turn of the next
            one, and after all of them of the rest of the map. A key goes on to the next before.

    Attributes:
        top: The thesis that the pass stays beneath, once it is known.
        before: The verdict on it when the pass began, where it was known.
    """

    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "pass_number": "type({n})",
            "pass_full": f"put({_FULL})",
            "pass_more": f"step({_STEP})",
            "pass_less": f"step(-{_STEP})",
            "pass_accept": "accept",
            "pass_skip": "skip",
            "pass_back": "back",
            "pass_next": "next_thesis",
            "pass_scroll_down": "scroll_by(1)",
            "pass_scroll_up": "scroll_by(-1)",
            "pass_leave": "leave",
        }
    )
    DEFAULT_CSS = """
    PassScreen {
        layout: vertical; background: $background; align: center top;
        & #title { border-bottom: solid $rule; height: 2; }
        & #hints { border-top: solid $rule; height: 2; }
        & #asked { height: 1fr; width: 100%; max-width: 84; padding: 2 3 1 3; }
        & #words { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        & #context { height: auto; max-height: 3; color: $quiet; }
        & #claim { height: auto; margin-top: 1; text-style: bold; }
        & Scale { margin-top: 2; }
        &.-short #title, &.-short #hints { border: none; height: 1; }
        &.-short #asked { padding: 0 1; }
        &.-short #context { max-height: 1; }
        &.-short #claim { margin-top: 0; }
        &.-short Scale { margin-top: 0; }
    }
    """

    def __init__(self, context: "MapContext", person: str, top: str | None) -> None:
        super().__init__()
        self._map, self._person, self.top = context, person, top
        self.before: Verdict | None = None
        self._pass: Pass | None = None
        self._typing = Typing()
        self._is_asked = False

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        yield TitleBar()
        with Vertical(id="asked"):
            yield Static(id="context")
            with VerticalScroll(id="words", can_focus=False):
                yield Static(id="claim")
            yield Scale(plain=self.app.settings.plain)
        yield HintBar()

    def on_mount(self) -> None:
        """Looks for what is unrated."""
        self.query_one(HintBar).show(self._hints())
        self.query_one(TitleBar).show([f"Rate as {self._person}"])
        self._map.run_beside(self._begin(), COMMAND)

    def _hints(self) -> list[Hint]:
        keymap = self.app.keymap
        steps = " ".join(map(keymap.name_in_line, ("pass_less", "pass_more"))).strip()
        between = [Hint(steps, f"±{_STEP}")] if steps else []
        several = len(self._map.session.debate.header.theses) > 1
        then = (*_THEN, *([_NEXT] if several else []), *_LAST)
        return [*keymap.hints(*_FIRST), *between, *keymap.hints(*then)]

    async def _begin(self) -> None:
        work = partial(_ahead, self._person, self.top)
        await run_on_snapshot(self._map.session, work, self._take)

    def _take(self, found: Ahead) -> None:
        self.top = found.top
        judgement = self._map.feature(Judging).ready
        if judgement is not None and found.top is not None:
            self.before = judgement.known_verdict(found.top)
        if self.is_current and found.turns:
            self._pass = Pass(found.turns)
            self._show()
        elif self.is_current:
            self.dismiss(None)

    def action_type(self, digit: int) -> None:
        """Takes a digit of the number."""
        self._typing.type(digit)
        self._show_answer()

    def action_put(self, value: int) -> None:
        """Takes a whole number."""
        self._typing.put(value)
        self._show_answer()

    @on(Scale.Picked)
    def _picked(self, event: Scale.Picked) -> None:
        event.stop()
        self.action_put(event.value)

    def action_step(self, by: int) -> None:
        """Goes up or down."""
        self._typing.step(by)
        self._show_answer()

    def action_accept(self) -> None:
        """Rates the claim and goes on to the next."""
        through, value = self._pass, self._typing.value
        if through is None or through.turn is None:
            return
        if value is None:
            words = self.app.keymap.fill("First a number; {key:pass_skip} skips the claim.")
            self.query_one(HintBar).say(words, "warning")
            return
        try:
            self._map.do(
                edit.rate(self._map.session.debate, through.turn.claim, self._person, value)
            )
        except REPORTED as error:
            self.query_one(HintBar).say(failure_text(error), "warning")
            return
        through.rate(value)
        self._show()

    def action_skip(self) -> None:
        """Goes on without a rating."""
        self._go(1)

    def action_back(self) -> None:
        """Takes back what was typed; where nothing was, goes back to the claim before."""
        if self._typing.erase():
            self._show_answer()
        else:
            self._go(-1)

    def action_next_thesis(self) -> None:
        """Goes on with the next thesis that has claims to rate; what was rated stays."""
        self._map.run_beside(self._look_for_next(), COMMAND)

    async def _look_for_next(self) -> None:
        work = partial(_ahead, self._person, self.top, after=True)
        await run_on_snapshot(self._map.session, work, self._take_next)

    def _take_next(self, found: Ahead) -> None:
        if not self.is_current:
            return
        if found.turns and found.top != self.top:
            self._take(found)
            words = f"Next: {self._name_of(found.top)}"
        else:
            words = "No other thesis has claims that you have not rated."
        self.query_one(HintBar).say(words)

    def _name_of(self, thesis: str | None) -> str:
        claim = self._map.session.debate.claims.get(thesis or "")
        return quoted(claim.text, _THESIS) if claim is not None else "the rest of the map"

    def action_scroll_by(self, way: int) -> None:
        """Scrolls a long claim."""
        words = self.query_one("#words", VerticalScroll)
        words.scroll_relative(y=way * max(1, words.size.height - 1), animate=False)

    def action_leave(self) -> None:
        """Ends the pass; what was rated stays. A number that is not yet a rating is asked about."""
        value = self._typing.value
        if value is not None and self._typing.changed and not self._is_asked:
            self._is_asked = True
            words = _LEAVES % value
            self.query_one(HintBar).say(self.app.keymap.fill(words), "warning")
        else:
            self.dismiss(self._pass)

    def _go(self, way: int) -> None:
        if self._pass is not None:
            self._pass.go(way)
            self._show()

    def _show(self) -> None:
        """Shows the claim whose turn it is, with what was answered to it before; or ends."""
        through = self._pass
        if through is None:
            return
        if through.turn is None:
            self.dismiss(through)
            return
        place = MapState(SafeText(f"{through.place + 1:,} of {len(through.turns):,}"))
        self.query_one(TitleBar).show([f"Rate as {self._person}"], [place])
        self._typing = Typing(through.rated.get(through.turn.claim))
        self._show_words(through.turn)
        self.query_one("#words", VerticalScroll).scroll_home(animate=False)
        self._show_answer()

    def follow_map(self) -> None:
        """Passes over the claims that are gone; shows the words of the others as they are now."""
        through = self._pass
        if through is None:
            return
        turn = through.turn
        through.keep(self._map.session.debate.claims)
        if through.turn is not turn:
            self._show()
            self.query_one(HintBar).say("A claim that was to be rated is gone.", "warning")
        elif turn is not None:
            self._show_words(turn)

    def _show_words(self, turn: Turn) -> None:
        text = self._map.session.debate.claims[turn.claim].text
        self.query_one("#context", Static).update(self._what_it_is_for(turn))
        self.query_one("#claim", Static).update(Content(safe(text[:_MOST])))

    def _what_it_is_for(self, turn: Turn) -> Content:
        """Returns what the claim is for, in one line; nothing where it stands by itself."""
        debate = self._map.session.debate
        link = debate.links.get(turn.link or "")
        if link is None:
            return Content("a thesis" if debate.is_thesis(turn.claim) else "by itself")
        noun, colour = _NOUNS[link.stance]
        target, step = link.target, ""
        if target in debate.links:
            target, step = debate.links[target].premises[0], "the step from "
        more = len(link.premises) - 1
        joint = f", with {more:,} more premise{'' if more == 1 else 's'}" if more else ""
        room = max(12, min(self.size.width - 2, 84) - len(noun) - len(step) - len(joint) - 10)
        words = SafeText("what is gone")
        if target in debate.claims:
            words = quoted(debate.claims[target].text, room)
        return Content.assemble((noun, colour), f" {step}", words, joint)

    def _show_answer(self) -> None:
        """Shows the number on its way from 0 to 100."""
        self._is_asked = False
        self.query_one(HintBar).clear()
        self.query_one(Scale).show(self._typing.value)


def _ahead(person: str, top: str | None, now: SessionSnapshot, *, after: bool = False) -> Ahead:
    return ahead(now.debate, person, top, after=after)
