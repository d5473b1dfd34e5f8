"""Ask for one rating: of a claim by itself, or of how much its step counts."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt
from debatemap.tui.dialogs.claim_names import words_of
from debatemap.tui.dialogs.prompt import Line, PromptScreen
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.scale import Scale
from debatemap.views.outline import Row

__all__ = ["RateScreen"]

_NAMED: Final = 60
_FULL: Final = 100


class RateScreen(PromptScreen):
    """Asks for a number from 0 to 100; ends with what was typed, or with None on Escape.

    Args:
        debate: The debate.
        row: The place, which may hang on a step.
        person: Whose rating it is.

    Attributes:
        node: The claim or the link that is rated.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound({"rating_turn": "turn"})

    def __init__(self, debate: Debate, row: Row, person: str) -> None:
        self._debate, self._row, self._person = debate, row, person
        self.node = row.claim
        super().__init__("")

    def on_mount(self) -> None:
        """Asks about the claim by itself."""
        self._ask()

    def compose_below(self) -> ComposeResult:
        """Makes the scale, on which a click gives a number."""
        yield Scale(plain=self.app.settings.plain)

    @on(Scale.Picked)
    def _picked(self, event: Scale.Picked) -> None:
        event.stop()
        line = self.query_one(Line)
        line.value = str(event.value)
        line.cursor_position = len(line.value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show_number()

    def _show_number(self) -> None:
        """Shows on the scale what is typed, as far as that is a number of it."""
        number = self.query_one(Line).value.strip().removesuffix("%").strip()
        is_number = number.isdecimal() and int(number) <= _FULL
        self.query_one(Scale).show(int(number) if is_number else None)

    def action_turn(self) -> None:
        """Asks about the step in place of the claim, or the other way round."""
        if self._row.link is not None:
            self.node = self._row.link if self.node == self._row.claim else self._row.claim
            self._ask()

    def _ask(self) -> None:
        """Shows the question with the rating that there is, which what is typed replaces."""
        rating = self._debate.stances.get(self._person, {}).get(self.node)
        line = self.query_one(Line)
        line.value = self._text = f"{rating:g}" if rating is not None else ""
        question, hint = self.query(Static).results(Static)
        question.update(Content(self._question_of_node()))
        person = Content(f"as {excerpt(self._person, 24)}: ")
        hint.update(Content.assemble(person, linked(self.app.keymap, self._hint_of_node())))
        line.select_all()
        self._show_number()

    def _question_of_node(self) -> SafeText:
        words = f"“{excerpt(words_of(self._debate, self._row.claim), _NAMED)}”"
        if self.node == self._row.claim:
            return SafeText(f"How far do you hold {words} by itself?")
        link = self._debate.links[self.node]
        first = link.target
        if first in self._debate.links:
            first = self._debate.links[first].premises[0]
        step = "the step from " if first != link.target else ""
        target = f"{step}“{excerpt(words_of(self._debate, first), _NAMED)}”"
        more = len(link.premises) - 1
        true = "and what it holds with are true" if more else "is true"
        side = "for" if link.stance == "supports" else "against"
        return SafeText(f"If {words} {true}, how much does it count {side} {target}?")

    def _hint_of_node(self) -> str:
        is_claim = self.node == self._row.claim
        keys = "type 0 to 100   {key:line_accept} accepts   {key:line_leave} leaves"
        also = ["an empty line takes the rating back"] if self._text else []
        if self._row.link is not None:
            other = "rates its step" if is_claim else "rates the claim by itself"
            also.append(f"{{key:rating_turn}} {other}")
        return "\n".join(filter(None, (keys, "   ".join(also))))
