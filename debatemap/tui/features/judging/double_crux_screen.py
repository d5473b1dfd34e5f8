"""What divides two people, and on which claims to agree to come nearer to each other."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.text import excerpt, width
from debatemap.judge.explain.division import Division, division
from debatemap.judge.explain.division_words import checking_words, division_words, rest_words
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict_words import basis_words
from debatemap.tui.features.judging.claim_list import LeadingScreen, Reached
from debatemap.tui.features.judging.crux_lines import WITHOUT_COLUMNS, read_only, shared_leads
from debatemap.tui.features.judging.verdict_text import coloured, drawn
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["DoubleCruxScreen"]

_NAME = 24
_SCALE = 41
"""Cells of the line on which a verdict is drawn, at most."""
_LEAST_SCALE = 8
_GAP = 2


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
            room = 0 if self.app.settings.plain else self.room  # a scale is no sentence
            heading += [*_ends(names, division, room), Content(division_words(division))]
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


def _ends(names: Sequence[str], found: Division, room: int) -> Iterator[Content]:
    """Yields both verdicts, each on the line from 0 to 100, and how far apart they are."""
    wide = max(map(width, names)) + _GAP
    words = [coloured(verdict) for verdict in found.verdicts]
    longest = max(each.cell_length for each in words) + _GAP
    cells = min(_SCALE, room - wide - longest)
    for name, verdict, told in zip(names, found.verdicts, words, strict=True):
        line = [told]
        if cells >= _LEAST_SCALE:
            line += [Content(" " * (longest - told.cell_length)), drawn(verdict, cells)]
        yield Content.assemble(name, " " * (wide - width(name)), *line)
    rests_on = "; ".join(basis_words(verdict.basis) for verdict in found.verdicts)
    yield Content.styled(f"{100 * found.distance:.0f} apart. {rests_on}.", "$quiet")
