"""A review: what changed since the reader last looked, and what of that is not yet seen."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.queries import claims_above
from debatemap.formats.native.codec import dump
from debatemap.formats.registry import read_map
from debatemap.store.atomic import read_bytes
from debatemap.store.seen import Seen, load_seen, save_seen
from debatemap.sync.merge.conflict_text import conflicts_left
from debatemap.tui.features.comparing.comparing import go_to_next
from debatemap.tui.features.comparing.joined_words import JoinedWords
from debatemap.tui.features.writing.claim_writer import ClaimWriter
from debatemap.tui.messages import SignsChanged
from debatemap.tui.widgets.row_drawing import Sign
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from textual.timer import Timer

    from debatemap.sync.diff.difference import Difference
    from debatemap.tui.context import MapContext
    from debatemap.tui.features.comparing.findings import Findings

__all__ = ["Review"]

_SMALL: Final = 4_200_000
"""Bytes of a file that is looked through when it is opened; a larger one, when that is asked."""
_LOOKED_AT: Final = 0.72
"""Seconds that a claim must stand in the details before it counts as seen."""
_SIGN: Final = Sign("●", "unseen")


class _Look(NamedTuple):
    """What a look through the file found.

    Attributes:
        seen: What was seen of the map before.
        content: The file.
        findings: What differs from what was last looked at in full, or None for nothing.
        unseen: What of that was not seen since, by claim.
    """

    seen: Seen
    content: bytes
    findings: "Findings | None" = None
    unseen: "Mapping[str, list[Difference]]" = MappingProxyType({})


class Review:
    """Marks what changed since the reader last looked, until it is seen.

    What the reader does to the map counts as seen. It is kept when the map is left.

    Attributes:
        unseen: What is new to the reader, by claim.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self.forget()

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self.unseen: dict[str, list[Difference]] = {}
        self._look: _Look | None = None
        self._is_looking = False
        self._touched: set[str] = set()
        self._timer: Timer | None = None
        self._read: tuple[str, Content] | None = None
        self._saved: Debate | None = None
        self._is_edited = self._is_saved = False
        self.joined = JoinedWords(self._map)

    @property
    def may_find(self) -> bool:
        """Whether there is anything unseen, or might be."""
        has_file = self._map.session.path is not None
        return bool(self._marked) or (has_file and self._look is None)

    @property
    def knows_unseen(self) -> bool:
        """Whether something is known to be unseen."""
        return bool(self._marked)

    @property
    def has_looked(self) -> bool:
        """Whether the file was looked through."""
        return self._look is not None

    @property
    def _marked(self) -> set[str]:
        """The claims that changed unseen, and those whose joined words nobody has read."""
        return {*self.unseen, *self.joined.claims}

    @property
    def state(self) -> str:
        """How much is unseen, for the line of the title."""
        number = len(self._marked)
        return f"{number:,} unseen" if number else ""

    @property
    def signs(self) -> dict[str, Sign]:
        """The sign of each claim that is unseen."""
        return dict.fromkeys(self._marked, _SIGN)

    @property
    def above(self) -> frozenset[str]:
        """The claims that those stand beneath."""
        marked = self._marked
        if not marked:
            return frozenset()
        return frozenset(claims_above(self._map.session.debate, marked))

    def news(self) -> Content | None:
        """Returns what is new at the selected claim in words, or None where nothing is.

        What is seen while it stands there stays until the cursor leaves the claim.
        """
        row = self._map.row
        if row is not None and self._read is not None and self._read[0] == row.claim:
            return self._read[1]
        differing = self.unseen.get(row.claim) if row is not None else None
        joined = self.joined.news(row.claim) if row is not None else None
        if joined is not None or self._look is None or self._look.findings is None or not differing:
            return joined
        in_colour = not self._map.app.no_color
        return self._look.findings.news("Since you last looked", differing, in_colour=in_colour)

    def begin(self) -> None:
        """Looks through a file of an ordinary size, in a thread, and says what is unseen."""
        self.joined.renew()
        if self.joined.claims:
            self._map.post_message(SignsChanged())
        path = self._map.session.path
        try:
            is_small = path is not None and path.stat().st_size < _SMALL
        except OSError:
            return
        if is_small:
            self._map.run_beside(self._look_once_painted())

    async def _look_once_painted(self) -> None:
        await self._map.painted()
        await self.look()

    async def look(self) -> None:
        """Looks through the file, whatever its size."""
        session = self._map.session
        if session.path is None or self._is_looking:
            return
        self._is_looking = True
        now = session.snapshot().debate
        if not self._is_edited:
            self._saved = now
        try:
            look = await run(_look_through, session.path, now)
        finally:
            if session is self._map.session:
                self._is_looking = False
        if look is None or session is not self._map.session:
            return
        self._look = look
        self.unseen = {
            c: differing for c, differing in look.unseen.items() if c not in self._touched
        }
        if self.unseen:
            self._map.post_message(SignsChanged())
            self._tell()

    def follow(self, change: Change) -> None:
        """Takes up an edit: what the reader does, the reader has seen."""
        self._is_edited = True
        touched = set(change.claims)
        for before, after in change.links.values():
            for link in filter(None, (before, after)):
                touched |= set(link.premises)
        self._touched |= touched
        self._read = None
        # What a merge has put together, the reader has not written and not read.
        known = self.joined.claims
        self.joined.renew()
        if self.joined.claims != known:
            self._map.post_message(SignsChanged())
        if touched & self.unseen.keys():
            self.unseen = {c: differing for c, differing in self.unseen.items() if c not in touched}
            self._map.post_message(SignsChanged(with_details=False))

    def note_saved(self) -> None:
        """Is told that the file holds what the screen shows."""
        if self._is_edited and self._look is not None:
            self._saved = self._map.session.snapshot().debate
            self._is_edited, self._is_saved = False, True

    def rest_on(self, claim: str | None) -> None:
        """Is told which claim stands in the details; in a while it counts as seen."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._read is not None and self._read[0] != claim:
            self._read = None
        if claim is not None and claim in self._marked:
            self._timer = self._map.set_timer(_LOOKED_AT, partial(self._rested, claim))

    def _rested(self, claim: str) -> None:
        self._timer = None
        row = self._map.row
        if row is not None and row.claim == claim and self._map.is_in_front:
            news = self.news()
            self._read = (claim, news) if news is not None else None
            self.see(claim)

    def see(self, claim: str) -> None:
        """Counts a claim as seen."""
        was_unseen = self.unseen.pop(claim, None) is not None
        if self.joined.see([claim]) or was_unseen:
            self._map.post_message(SignsChanged(with_details=False))

    def see_all(self) -> None:
        """Counts everything as seen."""
        self.unseen.clear()
        self.joined.see(self.joined.claims)
        self._map.post_message(SignsChanged())

    def step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) unseen claim; this one is seen then."""
        context, look = self._map, self._look
        if look is None and not self.joined.claims:
            context.say("What changed is still being looked for.")
            return
        before = context.row.claim if context.row is not None else ""
        findings = look.findings if look is not None else None
        place = go_to_next(context, findings, self._marked - {before}, way)
        if place is None or context.row is None:
            self.see_all()
            context.say("Everything is seen.")
            return
        self.see(before)
        here = self.unseen.get(context.row.claim, ())
        more = f" (and {len(here) - 1} more here)" if len(here) > 1 else ""
        detail = f"{more}: {findings.line(here[0])}" if here and findings is not None else ""
        detail = (
            ", as a merge joined the words" if context.row.claim in self.joined.claims else detail
        )
        context.say(f"{place} unseen{detail}")

    def keep(self) -> None:
        """Keeps what was seen, for the next time that the map is opened."""
        session, look = self._map.session, self._look
        if session.path is None or look is None or self._saved is None:
            return
        map_id = session.debate.header.id
        if not self.unseen:
            content = dump(self._saved) if self._is_saved else look.content
            save_seen(map_id, Seen(content))
        elif look.findings is not None:
            since = _digests(look.findings.before, self._saved, self.unseen)
            save_seen(map_id, Seen(look.seen.content, since))

    def _tell(self) -> None:
        context = self._map
        # Conflicts that wait are more urgent, and something half-written more so.
        if context.feature(ClaimWriter).draft is None and not conflicts_left(
            context.session.debate
        ):
            number = len(self.unseen)
            claims = "1 claim has" if number == 1 else f"{number:,} claims have"
            keys = context.keymap.fill("{key:next_unseen} and {key:previous_unseen} go there.")
            context.say(f"{claims} changed since you last looked: {keys}")


def _look_through(path: Path, now: Debate) -> _Look | None:
    """Compares a map with what was last looked at; the first time, all counts as seen."""
    from debatemap.tui.features.comparing.findings import Findings, digest  # noqa: PLC0415  (it loads much)

    map_id = now.header.id
    try:
        content = read_bytes(path)
    except MapError:
        return None
    seen = load_seen(map_id)
    if seen is not None and seen.content == content:
        return _Look(seen, content)
    before = _parsed(seen)
    if seen is None or before is None:
        save_seen(map_id, Seen(content))
        return _Look(Seen(content), content)
    findings = Findings(before, now)
    unseen = {
        claim: differing
        for claim, differing in findings.at.items()
        if seen.since.get(claim) != digest(differing)
    }
    return _Look(seen, content, findings, unseen)


def _parsed(seen: Seen | None) -> Debate | None:
    """Returns what was looked at; None where that was never, or cannot be read any more."""
    try:
        return read_map(seen.content).debate if seen is not None else None
    except MapError:
        return None


def _digests(before: Debate, after: Debate, unseen: Mapping[str, object]) -> dict[str, str]:
    """Returns by what all that differs and is seen will be known again."""
    from debatemap.tui.features.comparing.findings import Findings, digest  # noqa: PLC0415  (it loads much)

    found = Findings(before, after).at
    return {claim: digest(differing) for claim, differing in found.items() if claim not in unseen}
