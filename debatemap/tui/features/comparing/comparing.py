"""A comparison: what the map is compared with, and what differs, as long as it is wanted."""

import asyncio
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.change import Change
from debatemap.core.text import SafeText
from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.messages import SignsChanged
from debatemap.tui.widgets.row_drawing import Sign
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from textual.timer import Timer

    from debatemap.core.debate import Debate
    from debatemap.sync.diff.difference import Difference
    from debatemap.tui.context import MapContext
    from debatemap.tui.features.comparing.findings import Findings

__all__ = ["Comparing", "go_to_next"]

_REST: Final = 0.15
"""Seconds after an edit before the comparison is made anew, so that it never slows a key."""
_CLAIMS_A_SECOND: Final = 60_000
"""A large map waits longer: for about as long as the comparison takes."""
_KEYS: Final = (
    "{key:next_difference} and {key:previous_difference} step through, "
    "{key:take_back} takes one back."
)


class Comparing:
    """Compares the map with another version of it, and keeps up with edits.

    Attributes:
        name: What it is compared with, in words.
        findings: What differs, or None where nothing is compared.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._before: Debate | None = None
        self._timer: Timer | None = None
        self._round = 0
        self._shown = 0
        self._above: frozenset[str] = frozenset()
        self.name = SafeText("")
        self.findings: Findings | None = None

    @property
    def is_on(self) -> bool:
        """Whether the map is compared with anything."""
        return self._before is not None

    @property
    def is_behind(self) -> bool:
        """Whether there were edits that the comparison does not know of yet."""
        return self._shown != self._round

    @property
    def state(self) -> str:
        """The comparison in a few words, for the line of the title."""
        if not self.is_on:
            return ""
        found = "…" if self.findings is None else _changes(len(self.findings.found))
        is_narrow = self._map.size.width < 80  # noqa: PLR2004  (the usual width)
        return found if is_narrow else f"compared with {self.name}: {found}"

    @property
    def signs(self) -> dict[str, Sign]:
        """The sign of each claim at which something differs."""
        return self.findings.signs() if self.findings is not None else {}

    @property
    def above(self) -> frozenset[str]:
        """The claims that those stand beneath."""
        return self._above if self.findings is not None else frozenset()

    def here(self) -> "Sequence[Difference]":
        """Returns what differs at the selected claim."""
        row = self._map.row
        if self.findings is None or row is None:
            return ()
        return self.findings.at.get(row.claim, ())

    def news(self) -> Content | None:
        """Returns what differs at the selected claim in words, or None where nothing does."""
        differing = self.here()
        if self.findings is None or not differing:
            return None
        heading = f"Compared with {self.name}"
        return self.findings.news(heading, differing, in_colour=self.in_colour)

    @property
    def in_colour(self) -> bool:
        """Whether colours tell which words went and came."""
        return not self._map.app.no_color

    async def begin(self, name: SafeText, before: "Debate") -> None:
        """Compares the map with a debate, and says how to go on."""
        self.name, self._before, self.findings = name, before, None
        self._round += 1
        findings = await self._compare(self._round)
        if findings is None:
            return
        number = len(findings.found)
        if not number:
            self._map.say(f"Nothing differs from {name}.")
            return
        keys = self._map.keymap.fill(_KEYS)
        self._map.say(f"{_changes(number)}: {keys}")

    @property
    def has_found(self) -> bool:
        """Whether anything is known to differ at a claim that one can go to."""
        return self.findings is not None and bool(self.findings.at)

    def stop(self) -> None:
        """Compares no longer."""
        self._before = self.findings = None
        self._round += 1
        self._shown = self._round
        self._map.post_message(SignsChanged())

    def follow(self, _: Change) -> None:
        """Compares anew when the edits rest."""
        if self._before is None:
            return
        self._round += 1
        if self._timer is not None:
            self._timer.stop()
        claims = len(self._map.session.debate.claims)
        rest = max(_REST, claims / _CLAIMS_A_SECOND)
        self._timer = self._map.set_timer(rest, self._begin_anew)

    def _begin_anew(self) -> None:
        self._timer = None
        self._map.run_beside(self._catch_up(), group="comparing")

    async def _catch_up(self) -> None:
        await self._compare(self._round)

    async def settled(self) -> None:
        """Waits until the comparison knows of all edits."""
        while self.is_behind:
            await asyncio.sleep(_REST / 3)

    async def _compare(self, this_round: int) -> "Findings | None":
        from debatemap.tui.features.comparing import findings as found  # noqa: PLC0415  (it loads much)

        if self._before is None:
            return None
        now = self._map.session.snapshot().debate
        findings, above = await run(found.found_between, self._before, now)
        if this_round == self._round:
            self.findings, self._above, self._shown = findings, above, this_round
            self._map.post_message(SignsChanged())
        return self.findings

    def step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) claim at which something differs."""
        findings, context = self.findings, self._map
        if findings is None:
            return
        place = go_to_next(context, findings, findings.at, way)
        if place is None:
            only = findings.line(findings.found[0]) if findings.found else "Nothing differs."
            context.say(only)
            return
        here = self.here()
        more = f" (and {len(here) - 1} more here)" if len(here) > 1 else ""
        context.say(f"{place}{more}: {findings.line(here[0])}" if here else place)

    def jump_to(self, difference: "Difference") -> None:
        """Goes to the claim at which a difference is shown."""
        if self.findings is not None and difference.claim:
            _go_to(self._map, self.findings, difference.claim)
        elif self.findings is not None:
            self._map.say(f"It concerns the whole map: {self.findings.line(difference)}")

    def take_back(self, difference: "Difference") -> None:
        """Gives back what stood before in one respect, as one step that can be undone."""
        from debatemap.sync.diff.takeback import take_back  # noqa: PLC0415  (it loads much)

        context = self._map
        if self._before is None:
            return
        change = take_back(context.session.debate, difference, self._before)
        came = [key for key, (before, _) in change.claims.items() if before is None]
        here = context.row.claim if context.row is not None else None
        context.do(change)
        if difference.kind == "removed" and came:
            context.select_claim(difference.id)
        elif here is not None and here in context.session.debate.claims:
            context.select_claim(here)


def go_to_next(
    context: "MapContext", findings: "Findings | None", claims: Collection[str], way: int
) -> str | None:
    """Goes to the next (1) or the previous (-1) of some claims in reading order.

    Folded or not, the way to it is unfolded; at the end it begins again.

    Returns:
        Which of how many it is, or None where none of them exists.
    """
    order = context.outline.reading.order
    places = {order[claim]: claim for claim in claims if claim in order}
    if not places:
        return None
    here = order[context.row.claim] if context.row is not None else -1
    ahead = [place for place in places if (place > here if way > 0 else place < here)]
    place = (min if way > 0 else max)(ahead or places)
    _go_to(context, findings, places[place])
    return f"{sorted(places).index(place) + 1} of {len(places)}"


def _go_to(context: "MapContext", findings: "Findings | None", claim: str) -> None:
    go_to_claim(context, claim, findings.via(context.session.debate, claim) if findings else None)


def _changes(number: int) -> str:
    return "no changes" if not number else f"{number:,} change{'' if number == 1 else 's'}"
