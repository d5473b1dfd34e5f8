"""What the verdict on a thesis turns on: single claims, and the smallest sets of them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.search_query import Query
from debatemap.core.text import excerpt
from debatemap.judge.explain.crux import Cruxes, cruxes
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.features.judging.claim_list import LeadingScreen, Reached
from debatemap.tui.features.judging.crux_lines import (
    CRUX_WORDS,
    WITHOUT_COLUMNS,
    Found,
    effect_leads,
    leaf_leads,
    look_further,
    read_only,
    turn_leads,
)
from debatemap.tui.features.judging.double_crux_screen import DoubleCruxScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.judging.verdict_text import coloured
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["CruxScreen"]

_PAIR = 2


class CruxScreen(LeadingScreen):
    """The claims that move a thesis most, and what it takes to turn the verdict.

    Args:
        context: The open map.
        thesis: The claim whose verdict it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"crux_go": "go", "crux_why": "ask", "crux_people": "compare"}
    )

    def __init__(self, context: "MapContext", thesis: str) -> None:
        super().__init__(context, thesis)
        self._found: Cruxes | None = None
        self._further: Found | None = None

    @property
    def room(self) -> int:
        """Cells of a line of the list; for sentences, too few for columns."""
        room = super().room
        return min(room, WITHOUT_COLUMNS) if self.app.settings.plain else room

    def look(self) -> None:
        """Looks for what the verdict turns on; for sets in a thread, as they take longer."""
        self._found = self._further = None
        self.lay_out()
        self.consult(partial(cruxes, thesis=self.subject), self._take_cruxes)
        self.consult_beside(partial(look_further, thesis=self.subject), self._take_further)

    def in_words(self, content: Content) -> Content:
        """Returns what is to be shown, where the signs are those of the crux."""
        return self.app.in_words(content, CRUX_WORDS)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Returns the keys that can be pressed now: (id in the table of keys, word) each."""
        asks = (
            [("crux_go", "goes there"), ("crux_why", "asks why")] if self.lead is not None else []
        )
        return [*asks, ("crux_people", "compares people"), ("lines_leave", "leaves")]

    def action_ask(self) -> None:
        """Asks why the claim is as strong as it is."""
        lead = self.lead
        if lead is not None and lead.node is not None:
            self.app.push_screen(WhyScreen(self._map, lead.node), self._reached)

    def action_compare(self) -> None:
        """Looks for what divides two people."""
        stances = self._map.session.debate.stances
        names = [name for name, ratings in stances.items() if ratings]
        if len(names) < _PAIR:
            so_far = f"only {excerpt(names[0], 30)} has" if names else "nobody has"
            self.say(f"It takes two people who have rated the map; {so_far}.")
        elif len(names) == _PAIR:
            self._compare(*names)
        else:
            self.run_worker(self._choose(names), group=COMMAND)

    async def _choose(self, names: Sequence[str]) -> None:
        first = await self._chosen("Whose view?", names)
        if first is None:
            return
        others = [name for name in names if name != first]
        second = await self._chosen(f"{excerpt(first, 40)}, and who else?", others)
        if second is not None:
            self._compare(first, second)

    async def _chosen(self, question: str, names: Sequence[str]) -> str | None:
        choices = [Choice(name, Content(excerpt(name, 60))) for name in names]

        def find(typed: str) -> Sequence[Choice[str]]:
            asked = Query(typed)
            return [choice for choice in choices if asked.fits(choice.value)]

        return await self.app.push_screen_wait(ChooserScreen(question, find))

    def _compare(self, first: str, second: str) -> None:
        context = DoubleCruxScreen(self._map, self.subject, first, second)
        self.app.push_screen(context, self._reached)

    def _reached(self, reached: Reached | None) -> None:
        """Ends with what was chosen on a screen in front of this one."""
        if reached is not None:
            self.dismiss(reached)

    def _take_cruxes(self, found: Cruxes) -> None:
        self._found = found
        self.lay_out()

    def _take_further(self, found: Found) -> None:
        self._further = found
        self.lay_out()

    def renew(self) -> None:
        """Shows what has been found so far."""
        debate, found, further = self._map.session.debate, self._found, self._further
        lines = [Content.styled("What the verdict turns on", "$quiet"), self.named(self.subject)]
        leads = [read_only("looking …")]
        if further is not None:
            leads = list(turn_leads(debate, further.turning))
        if found is not None:
            # How sure it is, the title has found out by now.
            judgement = self._map.feature(Judging).ready
            known = judgement.known_verdict(self.subject) if judgement is not None else None
            lines.append(coloured(known or found.verdict))
            plain = self.app.settings.plain
            leads += [read_only(""), *effect_leads(debate, found, self.room, plain=plain)]
        if further is not None and further.leaves.found:
            leads += [read_only(""), *leaf_leads(debate, further.leaves, self.room)]
        self.show(Content("\n").join(lines), leads, self.index)
        self.show_keys()
