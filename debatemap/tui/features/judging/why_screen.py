"""Why a claim is as strong as it is, sentence by sentence, and why that is so in turn."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.node_names import quoted
from debatemap.judge.explain.phrases import Sentence
from debatemap.judge.explain.told_reasons import turning_sentences
from debatemap.judge.judgement import Judgement
from debatemap.tui.features.judging.claim_list import LeadingScreen
from debatemap.tui.features.judging.why_text import Explanation, explained, lead_of
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["WhyScreen"]

_CRUMB: Final = 24
_CRUMBS: Final = 3
"""Steps of the trail that are shown."""


class WhyScreen(LeadingScreen):
    """The reason for one strength; Enter on a sentence asks why again, of what it is about.

    Args:
        context: The open map.
        node: The claim or the link.
        via: The link by which the claim stands where it was asked about, if any.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "why_ask": "ask",
            "why_back": "back",
            "why_step": "ask_step",
            "why_leave": "leave",
        }
    )

    def __init__(self, context: "MapContext", node: str, via: str | None = None) -> None:
        super().__init__(context, node)
        self._trail: list[tuple[str, str | None, int]] = []
        self._via = via
        self._answer: Explanation | None = None
        self._first: int | None = None

    @property
    def _debate(self) -> Debate:
        return self._map.session.debate

    def look(self, index: int | None = None) -> None:
        """Asks why, and puts the cursor on a line, or on the first that leads on.

        On a short screen that would scroll the outcome away; there the cursor begins on it.
        """
        node, self._answer, self._first = self.subject, None, 0

        def take(answer: Explanation) -> None:
            if node == self.subject:
                self._answer = answer
                leading = (n for n, each in enumerate(answer.sentences) if each.leads_to)
                first = 0 if self.is_short else next(leading, 0)
                self._first = first if index is None else index
                self.lay_out()
                # Of a large map, that takes longer than the reasons.
                self.consult_beside(partial(_turning, node), add)

        def add(turning: tuple[Sentence, ...]) -> None:
            if node == self.subject and self._answer is not None and turning:
                sentences = (*self._answer.sentences, *turning)
                self._answer = self._answer._replace(sentences=sentences)
                self.lay_out()

        self.lay_out()
        self.consult(partial(explained, node), take)

    def renew(self) -> None:
        """Shows the answer, or that there is none yet."""
        answer = self._answer or Explanation(Content("…"), ())
        room = 0 if self.app.settings.plain else self.room  # a bar is no sentence
        heading = Content("\n").join([*self._crumbs(), self._words(), answer.standing(room)])
        index = self.index if self._first is None else self._first
        self._first = None
        self.show(heading, [lead_of(each, self.room) for each in answer.sentences], index)
        self.show_keys()

    def keys(self) -> Sequence[tuple[str, str]]:
        """Returns the keys that can be pressed now: (id in the table of keys, word) each."""
        leads = self.lead is not None and self.lead.node is not None
        keys = [("why_ask", "asks why")] if leads else []
        keys += [("why_back", "goes back")] if self._trail else []
        keys += [("why_step", "asks about its step")] if self._via is not None else []
        return [*keys, ("lines_go", "goes there"), ("lines_leave", "leaves")]

    def follow(self) -> None:
        """Does what a click on a sentence means: asks why."""
        self.action_ask()

    def action_ask(self) -> None:
        """Asks why of what the sentence is about."""
        lead = self.lead
        if lead is None or lead.node is None:
            self.say("This sentence leads no further.")
            return
        self._ask(lead.node, self.link_to(lead.node))

    def action_ask_step(self) -> None:
        """Asks why the step counts as it does by which the claim stands here."""
        if self._via is not None:
            self._ask(self._via, None)
        else:
            self.say("No step leads on from here.")

    def action_back(self) -> None:
        """Goes back to what was asked about before."""
        if self._trail:
            self.subject, self._via, index = self._trail.pop()
            self.look(index)
        else:
            self.say(self.app.keymap.fill("Here the question began; {key:lines_leave} leaves."))

    def action_go(self) -> None:
        """Ends with the claim that the sentence leads to, or with the one it is said of."""
        lead = self.lead
        if lead is not None and lead.node is not None:
            self.dismiss((lead.node, self.link_to(lead.node)))
        else:
            self.dismiss((self.subject, self._via))

    def _ask(self, node: str, via: str | None) -> None:
        self._trail.append((self.subject, self._via, self.index))
        self.subject, self._via = node, via
        self.look()

    def _words(self) -> Content:
        """Returns what is asked about."""
        link = self._debate.links.get(self.subject)
        if link is None:
            return self.named(self.subject)
        ends = [_name(self._debate, end, self.room // 2) for end in (link.premises[0], link.target)]
        return Content.styled(f"{ends[0]} {link.stance} {ends[1]}", "bold")

    def _crumbs(self) -> list[Content]:
        """Returns the way that was asked along, the last steps of it."""
        names = [_name(self._debate, node, _CRUMB) for node, _, _ in self._trail[-_CRUMBS:]]
        names = ["…", *names] if len(self._trail) > _CRUMBS else names
        return [Content.styled("  ›  ".join([*names, ""]).rstrip(), "$quiet")] if names else []


def _turning(node: str, judgement: Judgement) -> tuple[Sentence, ...]:
    return turning_sentences(judgement, node)


def _name(debate: Debate, node: str, cells: int) -> str:
    """Returns a claim by its beginning, or a step by that of its first premise."""
    if node in debate.links:
        return f"the step from {_name(debate, debate.links[node].premises[0], cells)}"
    return quoted(debate.claims[node].text, cells) if node in debate.claims else "nothing"
