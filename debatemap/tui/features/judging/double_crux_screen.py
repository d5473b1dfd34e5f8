"""What divides two people: the claims that they hold differently and that decide for both."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.text import excerpt
from debatemap.judge.explain.crux import Disputes, double_crux
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict
from debatemap.tui.features.judging.claim_list import LeadingScreen, Reached
from debatemap.tui.features.judging.crux_lines import WITHOUT_COLUMNS, dispute_leads, read_only
from debatemap.tui.features.judging.verdict_text import coloured
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["DoubleCruxScreen"]

_NAME = 24


class _Division(NamedTuple):
    """What two people make of a thesis.

    Attributes:
        verdicts: The verdict in the view of each.
        disputes: What they hold differently and what decides for both.
    """

    verdicts: tuple[Verdict, Verdict]
    disputes: Disputes


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
        self._division: _Division | None = None

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
        asks = [("double_crux_go", "go there"), ("double_crux_why", "why")]
        asks = asks if self.lead is not None else []
        return [*asks, ("double_crux_back", "back"), ("lines_leave", "leave")]

    def action_ask(self) -> None:
        """Asks why the claim is as strong as it is."""
        lead = self.lead
        if lead is not None and lead.node is not None:
            self.app.push_screen(WhyScreen(self._map, lead.node), self._reached)

    def _reached(self, reached: Reached | None) -> None:
        if reached is not None:
            self.dismiss(reached)

    def _take(self, division: _Division) -> None:
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
            views = zip(names, division.verdicts, strict=True)
            said_by = [Content.assemble(f"{name}: ", coloured(verdict)) for name, verdict in views]
            heading.append(Content("   ").join(said_by))
            disputes = division.disputes
            leads = dispute_leads(debate, disputes.found, names, self.room)
            if not disputes.exact:
                tried = f"{disputes.considered:,} of the {disputes.of:,} claims"
                leads.append(read_only(f"Only {tried} on which they differ were tried."))
            elif not disputes.found:
                leads = [read_only(_why_none(disputes.of))]
        self.show(Content("\n").join(heading), leads)
        self.show_keys()


def _divided(thesis: str, names: tuple[str, str], judgement: Judgement) -> _Division:
    """Returns what divides two people: each of them has a view of their own."""
    debate, method, (first, second) = judgement.debate, judgement.method, names
    mine, theirs = (Judgement(debate, method, name).verdict(thesis) for name in names)
    disputes = double_crux(debate, thesis, first, second, method)
    return _Division((mine, theirs), disputes)


def _why_none(differ: int) -> str:
    """Says why no claim divides two people."""
    if not differ:
        return "There is none: they hold the same of every claim that bears on it."
    claims = "claim" if differ == 1 else "claims"
    return (
        f"They differ on {differ:,} {claims}, but none decides for both:"
        " it takes more than one question to bring them together."
    )
