"""How the verdict on a thesis came about, version by version, each as an outline to be read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.errors import MapError
from debatemap.judge.judgement import Judgement
from debatemap.tui.features.judging.claim_list import LeadingScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.replaying.replayed import (
    Replay,
    heading_lines,
    outline_leads,
    replayed,
)
from debatemap.tui.system.key_bindings import bound
from debatemap.workspace import background

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["ReplayScreen"]

_REASON = 2
"""Lines of a reason, at most, but for short screens."""
_HIGH = 30
"""Lines of a screen that has room for the chart above the outline."""


class ReplayScreen(LeadingScreen):
    """Steps through the versions of a map; ends with a claim to go to in the map as it is now.

    Args:
        context: The open map.
        thesis: The claim whose verdict it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "replay_later": "move(1)",
            "replay_earlier": "move(-1)",
            "replay_turn_later": "turn(1)",
            "replay_turn_earlier": "turn(-1)",
            "replay_go": "go",
        }
    )

    def __init__(self, context: "MapContext", thesis: str) -> None:
        super().__init__(context, thesis)
        self._replay: Replay | None = None
        self._place = 0
        self._problem = ""

    def look(self) -> None:
        """Reads the versions and judges them, in a thread."""
        self.lay_out()
        self._map.run_beside(self._read(), group="reasoning")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Returns the keys that can be pressed now: (id in the table of keys, word) each."""
        return [
            ("replay_earlier", "goes back"),
            ("replay_later", "goes on"),
            ("replay_turn_later", "goes to the next that turned it"),
            ("replay_go", "goes there"),
            ("lines_leave", "leaves"),
        ]

    def action_move(self, way: int) -> None:
        """Goes to the next version, or to the one before."""
        if self._replay is not None:
            place = self._place + way
            if 0 <= place < len(self._replay.steps):
                self._place = place
                self.lay_out()
            else:
                self.say(
                    "This is the newest version." if way > 0 else "This is the oldest version."
                )

    def action_turn(self, way: int) -> None:
        """Goes to the next version that turned the verdict, or to the one before."""
        if self._replay is None:
            return
        turns = [place for place, step in enumerate(self._replay.steps) if step.turned]
        ahead = [n for n in turns if (n > self._place if way > 0 else n < self._place)]
        if ahead:
            self._place = ahead[0 if way > 0 else -1]
            self.lay_out()
        else:
            self.say(f"No {'later' if way > 0 else 'earlier'} version turned the verdict.")

    def action_go(self) -> None:
        """Ends with the claim of the line, where the map has it still."""
        lead = self.lead
        if lead is not None and lead.node is not None:
            if lead.node in self._map.session.debate.claims:
                self.dismiss((lead.node, None))
            else:
                self.say("The map has not got this claim any more.")

    async def _read(self) -> None:
        judging, session = self._map.feature(Judging), self._map.session
        asked = session.snapshot(), self.subject, judging.method, judging.person
        try:
            found = await background.run(replayed, *asked)
        except MapError as error:
            self._problem = error.problem
        else:
            self._replay, self._place = found, len(found.steps) - 1
        if self.has_parts:
            self.lay_out()

    def renew(self) -> None:
        """Shows a version, or that none is read yet."""
        heading = [
            Content.styled("How the verdict came about", "$quiet"),
            self.named(self.subject),
        ]
        if self._problem:
            heading.append(Content.styled(self._problem, "$warning"))
        if self._replay is None:
            heading += [] if self._problem else [Content("…")]
            self.show(Content("\n").join(heading), ())
        else:
            judging, room = self._map.feature(Judging), self.room
            is_low = self.app.size.height < _HIGH
            if self.is_short:
                heading = []
            most = 1 if self.is_short else _REASON
            plain = self.app.settings.plain
            heading += heading_lines(
                self._replay, self._place, room, short=is_low, most=most, plain=plain
            )
            version = self._replay.versions[self._place].after
            judgement = Judgement(version, judging.method, judging.person)
            leads = outline_leads(self._replay, self._place, room, judgement, plain=plain)
            self.show(Content("\n").join(heading), leads, self.index)
        self.show_keys()
