"""What divides two people, and on which claims to agree to come nearer to each other."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.text import excerpt
from debatemap.judge.explain.division import Division, division
from debatemap.judge.explain.division_words import checking_words, division_words, rest_words
from debatemap.judge.judgement import Judgement
from debatemap.tui.features.judging.claim_list import LeadingScreen, Reached
from debatemap.tui.features.judging.crux_lines import WITHOUT_COLUMNS, read_only, shared_leads
from debatemap.tui.features.judging.verdict_text import coloured
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["DoubleCruxScreen"]

_NAME = 24
_SCALE = 33
"""Cells of the line between the two verdicts, at most."""
_LEAST_SCALE = 8


class DoubleCruxScreen(LeadingScreen):
    """Where two people should look, to find out why they do not agree.

    Args:
        context: The open map.
        thesis: The claim whose verdict it is.
        first: The name of one of them.
        second: The name of the other.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"double_crux_go": "go", "double_crux_why": "ask", "double_crux_back": "leave"}
    )

    def __init__(self, context: "MapContext", thesis: str, first: str, second: str) -> None:
        super().__init__(context, thesis)
        self._names = first, second
        self._division: Division | None = None

    @property
    def room(self) -> int:
        """Cells of a line of the list; for sentences, too few for columns."""
        room = super().room
        return min(room, WITHOUT_COLUMNS) if self.app.settings.plain else room

    def look(self) -> None:
        """Looks for what divides them, in a thread: each has a view of their own."""
        self._division = None
        self.lay_out()
        self.consult_beside(partial(_divided, self.subject, self._names), self._take)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Returns the keys that can be pressed now: (id in the table of keys, word) each."""
        asks = [("double_crux_go", "goes there"), ("double_crux_why", "asks why")]
        asks = asks if self.lead is not None else []
        return [*asks, ("double_crux_back", "goes back"), ("lines_leave", "leaves")]

    def action_ask(self) -> None:
        """Asks why the claim is as strong as it is."""
        lead = self.lead
        if lead is not None and lead.node is not None:
            self.app.push_screen(WhyScreen(self._map, lead.node), self._reached)

    def _reached(self, reached: Reached | None) -> None:
        if reached is not None:
            self.dismiss(reached)

    def _take(self, division: Division) -> None:
        self._division = division
        self.lay_out()

    def renew(self) -> None:
        """Shows both verdicts and what divides the two, as far as that is known."""
        debate, division = self._map.session.debate, self._division
        names = [excerpt(name, _NAME) for name in self._names]
        heading = [
            Content.styled(f"What divides {names[0]} and {names[1]}", "$quiet"),
            self.named(self.subject),
        ]
        leads = [read_only("looking …")]
        if division is not None:
            heading += [_ends(names, division, self.room), Content(division_words(division))]
            leads = [
                *shared_leads(debate, division, self.room),
                *map(read_only, checking_words(debate, division)),
                *map(read_only, rest_words(division)),
            ]
        self.show(Content("\n").join(heading), leads)
        self.show_keys()


def _divided(thesis: str, names: tuple[str, str], judgement: Judgement) -> Division:
    """Returns what divides two people: each of them has a view of their own."""
    return division(judgement.debate, thesis, *names, judgement.method)


def _ends(names: Sequence[str], found: Division, room: int) -> Content:
    """Returns both verdicts, with a line between them that is as long as they are apart."""
    said_by = [
        Content.assemble(f"{name}  ", coloured(verdict))
        for name, verdict in zip(names, found.verdicts, strict=True)
    ]
    apart = f"   {100 * found.distance:.0f} apart"
    blanks = 4 + len(apart)
    left = min(_SCALE, room - blanks - sum(each.cell_length for each in said_by))
    if left < _LEAST_SCALE:
        return Content("   ").join([*said_by, Content.styled(apart.strip(), "$quiet")])
    long = max(1, round(left * found.distance))
    line = Content.styled(f" ●{'━' * long}○ ", "$accent")
    return Content.assemble(said_by[0], line, said_by[1], (apart, "$quiet"))
