"""What is here already of what is being written, looked for while it is typed."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.text import excerpt, width
from debatemap.tui.features.arranging.connecting import connect_asked
from debatemap.tui.features.writing.claim_writer import ClaimWriter, Draft
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.messages import StateChanged
from debatemap.workspace.background import run
from debatemap.workspace.giving_way import give_way
from debatemap.workspace.snapshot import SessionSnapshot

if TYPE_CHECKING:
    from textual.timer import Timer

    from debatemap.similarity import SimilarClaims
    from debatemap.tui.context import MapContext

__all__ = ["SimilarPoints"]

_PAUSE: Final = 0.15
"""Seconds without a key after which the claims are looked through."""
_HERE: Final = "already here: "
_LINKS: Final = "{key:editor_link} links "
_NARROW: Final = 44
"""Cells of a line in which the words of the claim have no room beside more than the key."""
_LEAST_ROOM: Final = 12
_NOTHING: Final = "Nothing in the map makes this point so far."
_NO_REPLY: Final = "Only a reply can be linked instead; this is none."


class SimilarPoints:
    """Looks for the claim that makes the point which is being written, and links it instead.

    The index is made in a thread, of a snapshot, when something is written first; from then on it
    follows the map.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._index: SimilarClaims | None = None
        self._is_making = False
        self._missed: list[Change] = []
        """What was changed while the index was made."""
        self._timer: Timer | None = None
        self._offered = ""

    def follow(self, change: Change) -> None:
        """Takes up a change of the map."""
        if self._index is not None:
            self._index.follow(change)
        if self._is_making:
            self._missed.append(change)

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._index, self._offered = None, ""

    def drop_offer(self) -> None:
        """Forgets the claim that was offered, as the editor that it was offered in is closed."""
        self._offered = ""
        if self._timer is not None:
            self._timer.stop()

    def look_soon(self) -> None:
        """Looks once no key has come for a moment, as after each key in the editor."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._map.set_timer(_PAUSE, self._look)

    def _look(self) -> None:
        """Shows the claim that makes the point, or takes what was shown away."""
        draft = self._map.feature(ClaimWriter).draft
        if draft is None or not self._map.is_attached:
            self._offered = ""
            return
        if self._index is not None:
            self._offer(draft, self._nearest(draft, self._index))
        elif not self._is_making:
            self._is_making = True
            self._map.run_beside(self._make_index(), group="similar")

    async def _make_index(self) -> None:
        """Gathers the claims in a thread; what is edited meanwhile is followed after that.

        In a large map it takes so long that hardly anybody would not edit it meanwhile.
        """
        session, self._missed = self._map.session, []
        try:
            index = await run(_indexed, session.snapshot())
        finally:
            self._is_making = False
        if session is self._map.session:
            for change in self._missed:
                index.follow(change)
            self._index = index
            self._look()

    def _nearest(self, draft: Draft, index: "SimilarClaims") -> str:
        """Returns the claim that makes the point of what is written, or nothing."""
        from debatemap.similarity import similar  # noqa: PLC0415  (a map opens without it)

        editor, debate = self._map.part(Editor), self._map.session.debate
        own = self._map.feature(ClaimWriter).place.get("claim") if draft.gap.instead else None
        if not editor.changed:
            return ""
        found = similar(editor.text, self._above(draft), index, debate, 2)
        return next((each.claim for each in found if each.claim != own), "")

    def _above(self, draft: Draft) -> str:
        """Returns the words that the draft replies to."""
        debate = self._map.session.debate
        node = draft.target[0] if draft.target is not None else ""
        if node in debate.links:
            node = debate.links[node].premises[0]
        return debate.claims[node].text if node in debate.claims else ""

    def _offer(self, draft: Draft, claim: str) -> None:
        if claim == self._offered:
            return
        self._offered = claim
        editor, writer = self._map.part(Editor), self._map.feature(ClaimWriter)
        writer.links = bool(claim) and draft.target is not None
        self._map.post_message(StateChanged())
        if not claim:
            editor.head(draft.heading)
            return
        is_narrow = writer.links and editor.size.width < _NARROW
        head = self._map.keymap.fill(_LINKS) if is_narrow else _HERE
        room = max(_LEAST_ROOM, editor.size.width - width(head) - len("“”"))
        words = excerpt(self._map.session.debate.claims[claim].text, room)
        editor.head(Content.assemble((head, "$accent"), f"“{words}”"))

    async def link_instead(self) -> None:
        """Links the claim that is offered in the place of what is being written."""
        context, writer = self._map, self._map.feature(ClaimWriter)
        draft, claim = writer.draft, self._offered
        if draft is None:
            return
        debate = context.session.debate
        if not claim or claim not in debate.claims:
            context.say(_NOTHING)
            return
        if draft.target is None:
            context.say(_NO_REPLY, "warning")
            return
        target, stance = draft.target
        reason = edit.refusal(debate, claim, target, stance)
        if reason is not None:
            context.say(f"Not linked: {reason}.", "warning")
            return
        before = context.session.revision
        await connect_asked(context, claim, target, stance, show=False)
        if context.session.revision != before and writer.draft is draft:
            writer.end()
            if draft.quoted is not None and claim in debate.claims:
                passage = draft.quoted
                said = {"quote": passage.quote, "at": passage.at}
                context.do(edit.cite(debate, claim, passage.source, **said))
            made = (x for x in debate.links_from(claim) if debate.links[x].target == target)
            context.select_claim(claim, next(made, None))


def _indexed(snapshot: SessionSnapshot) -> "SimilarClaims":
    from debatemap.similarity import SimilarClaims  # noqa: PLC0415  (a map opens without it)

    return SimilarClaims(snapshot.debate, give_way)
