"""A branch that is about to be pasted: its claims, where they go, and what was guessed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.model import Header, Stance
from debatemap.core.text import excerpt
from debatemap.edit import Parcel
from debatemap.tui.features.shaping.branch_lines import branch_lines
from debatemap.tui.features.shaping.preview_screen import PreviewScreen
from debatemap.tui.features.shaping.read_paste import Pasted
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["PLACED", "PasteScreen"]

_NAMED: Final = 48
_NOUN: Final[dict[Stance, str]] = {"supports": "pros", "attacks": "cons"}
_OF_MINUS: Final = {True: "bullet", False: "con"}
"""What - is read as next, by whether it is read as a con now."""
PLACED: Final = {True: "makes the first level theses", False: "puts all under the selected claim"}
"""What the key does that turns where they go, by whether that is under the selected claim."""
_REMARKS: Final = 8
"""Remarks that are shown before the claims; of more it is said how many there are."""


class PasteScreen(PreviewScreen):
    """Shows what a paste adds; keys turn what the lines leave open.

    Args:
        context: The open map.
        pasted: What was pasted, as it was read.
        target: The claim to paste under, or None for among the theses.

    Attributes:
        target: The same, as it was turned last.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "preview_stance": "turn_stance",
            "preview_signs": "turn_signs",
            "preview_place": "turn_place",
        },
        is_written_in=False,
    )

    def __init__(self, context: "MapContext", pasted: Pasted, target: str | None) -> None:
        super().__init__(context)
        self.pasted, self.target, self._claim = pasted, target, target

    @property
    def parcel(self) -> Parcel:
        """What is to be pasted."""
        return self.pasted.parcel

    @property
    def hints(self) -> Sequence[str]:  # type: ignore[override]  # what can be turned changes
        """The keys that fit what was pasted."""
        pasted, turns = self.pasted, list[str]()
        if pasted.unmarked_count:
            other = "cons" if pasted.unmarked == "supports" else "pros"
            turns.append(f"{{key:preview_stance}} makes those without a stance {other}")
        if pasted.has_signs:
            turns.append(f"{{key:preview_signs}} reads - as a {_OF_MINUS[pasted.reads_cons]}")
        if self._claim is not None:
            turns.append(f"{{key:preview_place}} {PLACED[self.target is not None]}")
        them = "it" if len(self.parcel.claims) == 1 else "them"
        return [f"{{key:preview_accept}} adds {them}", *turns, "{key:preview_leave} leaves"]

    @property
    def refusal(self) -> str:
        """Why it cannot be pasted."""
        return "" if self.parcel.tops else "there is no claim to paste"

    def heading(self) -> str:
        """Returns what would be added where."""
        count = len(self.parcel.claims)
        what = f"{count:,} claim{'' if count == 1 else 's'}"
        claims = self.context.session.debate.claims
        if self.target is None:
            tops = len(self.parcel.tops)
            return f"Paste {what}, {tops:,} of them as {'a thesis' if tops == 1 else 'theses'}"
        words = claims[self.target].text if self.target in claims else "a claim that is gone"
        return f"Paste {what} under “{excerpt(words, _NAMED)}”"

    def lines(self, room: int) -> Sequence[Content]:
        """Returns what was guessed, and the claims as rows."""
        if self.refusal:
            return [Content.styled(self.refusal, "$warning"), *self._remarks()]
        parcel = self.parcel
        debate = Debate(Header("pasted"), parcel.claims, parcel.links, parcel.sources)
        stances: dict[str, Stance | None] = {
            top: None if self.target is None else parcel.stances.get(top, parcel.stance)
            for top in parcel.tops
        }
        return [*self._remarks(), *branch_lines(debate, parcel.tops, room, stances=stances)]

    def _remarks(self) -> list[Content]:
        """Returns what the lines leave open, and how it was read."""
        said = [remark.sentence for remark in self.pasted.remarks]
        count = self.pasted.unmarked_count
        if count:
            noun = _NOUN[self.pasted.unmarked]
            said.insert(0, f"{count:,} without a stance: read as {noun}")
        if len(said) > _REMARKS:
            more = len(said) - _REMARKS + 1
            said = [*said[: _REMARKS - 1], f"{more:,} more remarks"]
        lines = [Content.assemble(("? ", "$warning"), (line, "$quiet")) for line in said]
        return [*lines, Content("")] if lines else []

    def action_turn_stance(self) -> None:
        """Reads what has no stance as pros, or as cons."""
        self.pasted = self.pasted.turned(unmarked=True)
        self.renew()

    def action_turn_signs(self) -> None:
        """Reads a line that begins with - as a con, or as any other line of a list."""
        self.pasted = self.pasted.turned(signs=True)
        self.renew()

    def action_turn_place(self) -> None:
        """Pastes under the selected claim, or among the theses."""
        self.target = None if self.target is not None else self._claim
        self.renew()
