"""Pick any claim of the map, found while typing, and say how to link it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Stance
from debatemap.core.node_names import quoted
from debatemap.core.text import excerpt
from debatemap.tui.dialogs.chooser import ACCEPTS_OR_LEAVES, Choice, ChooserScreen
from debatemap.tui.dialogs.claim_names import GONE
from debatemap.tui.dialogs.cut_list import with_rest
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.row_drawing import sign_at
from debatemap.tui.widgets.wrapping import kept_together
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["Picked", "PickerScreen"]

_SHOWN = 200
_AROUND_THE_CLAIM = 24
_LINE = 300
_PLACE = 34
_MOST = 60
"""Cells of what a claim stands under, at least and at most."""
_KINDS = {
    "◆": "Theses",
    "+": "Pros",
    "−": "Cons",
    "⊣": "Undercuts",
    "⊢": "Why it follows",
    "○": "Unplaced",
}
"""The heading of the claims with a sign."""


@dataclass(frozen=True, slots=True)
class Picked:
    """What to link to what, and how."""

    premise: str
    target: str
    stance: Stance


class PickerScreen(ChooserScreen[Picked]):
    """All claims of the map, to link one with the selected claim or to move it there.

    Args:
        context: The open map.
        row: The selected place.
        linking: Whether to link, which can go either way; otherwise the place moves.
    """

    invites = "type to find a claim"
    shows_map = True
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "picker_stance": "turn_stance",
            "picker_direction": "turn_direction",
            "picker_level": "turn_level",
        }
    )

    def __init__(self, context: "MapContext", row: Row, *, linking: bool) -> None:
        self._map, self._row, self._linking = context, row, linking
        debate = context.session.debate
        link = debate.links.get(row.link or "")
        self._stance: Stance = link.stance if link is not None and not linking else "supports"
        self._outgoing, self._targets_steps = True, False
        self._barred: tuple[int, Collection[str]] = -1, ()
        self._fits = 0
        self._denied: Picked | None = None
        super().__init__(
            "", self._found, empty="No claim has all of these words.", hints=self._keys()
        )
        self.chooser_title = self._title()

    def has_use_for(self, key: str) -> bool:
        """Tells whether a claim can be picked; the sentence can be turned before one is."""
        return key.startswith("picker_") or super().has_use_for(key)

    def action_turn_stance(self) -> None:
        """Turns support into attack, and back."""
        self._stance = "attacks" if self._stance == "supports" else "supports"
        self._turned()

    def action_turn_direction(self) -> None:
        """Turns "this to that" into "that to this", and back."""
        if self._linking:
            self._outgoing = not self._outgoing
            self._turned()

    def action_turn_level(self) -> None:
        """Speaks to the step that leads from a claim, and not to the claim; and back."""
        self._targets_steps = not self._targets_steps
        self._turned()

    def choose(self, choice: Choice[Picked] | None) -> None:
        """Ends with a choice, or says why it makes no sense."""
        if choice is None or choice.disabled:
            return
        if self.refusal(choice.value):
            self._denied = choice.value
            self.chooser_title = self._title()
            self.query_one("#chooser-title").update(Content(self.chooser_title))  # type: ignore[attr-defined]  # a Static
        else:
            self.dismiss(choice.value)

    def is_offered(self, claim: str) -> bool:
        """Tells whether a claim is in the list."""
        return claim != self._row.claim

    def follow_map(self) -> None:
        """Shows the claims that there are; none, where what was to be linked is gone."""
        self.chooser_title = self._title()
        self.renew_in_place()

    def on_resize(self) -> None:
        """Names what claims stand under in as many cells as there are now."""
        if self._fits != self._place_cells:
            self.renew_in_place()

    @property
    def _place_cells(self) -> int:
        """Cells of what a claim stands under."""
        return max(_PLACE, min(_MOST, self.app.size.width // 3))

    def _turned(self) -> None:
        self._denied = None
        self.chooser_title = self._title()
        self.renew()

    def _keys(self) -> list[str]:
        way = ["{key:picker_direction} swaps them"] if self._linking else []
        turns = ["{key:picker_stance} pro or con", *way, "{key:picker_level} claim or step"]
        return [*turns, *ACCEPTS_OR_LEAVES]

    def _title(self) -> str:
        """Returns the sentence, and why what was chosen last cannot be linked so."""
        exists, last = self._map.session.debate.exists, self._denied
        # The map may have changed since it was chosen.
        is_there = last is not None and exists(last.premise) and exists(last.target)
        reason = self.refusal(last) if last is not None and is_there else None
        return f"{self.sentence()}  No: {reason}." if reason else self.sentence()

    def sentence(self) -> str:
        """Returns what is picked, and how it is linked."""
        debate = self._map.session.debate
        if self._row.claim not in debate.claims:
            return GONE
        room = max(8, min(40, self._map.size.width - _AROUND_THE_CLAIM))
        mine: str = quoted(debate.claims[self._row.claim].text, room)
        if not self._linking:
            link = debate.links.get(self._row.link or "")
            others = len(link.premises) - 1 if link is not None else 0
            if others > 0:
                mine += f" with {others:,} joint premise{'' if others == 1 else 's'}"
            where = "to the step from …" if self._targets_steps else "under …"
            return f"Move {mine} as a {self._noun} {where}"
        other = "the step from …" if self._targets_steps else "…"
        if not self._outgoing:
            mine = f"the step from {mine}" if self._targets_steps else mine
            return f"… {self._stance} {mine}"
        return f"{mine} {self._stance} {other}"

    @property
    def _noun(self) -> str:
        return "pro" if self._stance == "supports" else "con"

    def _found(self, query: str) -> Sequence[Choice[Picked]]:
        debate = self._map.session.debate
        self._fits = self._place_cells
        if self._row.claim not in debate.claims:
            return ()
        if not query.strip():
            return self._unasked(debate)
        claims = self._map.feature(Finder).index.hits(query)
        offered = [each for each in claims if self.is_offered(each) and each in debate.claims]
        picks = [(claim, pick) for claim in offered for pick in self._picks(debate, claim)]
        fitting: list[Choice[Picked]] = []
        refused: list[Choice[Picked]] = []
        # What fits best stands first, but nothing that is refused stands before what is not. No
        # more are drawn than are shown, as a letter may find most of a large map.
        for claim, pick in picks:
            choice = self._choice(debate, claim, pick)
            (refused if choice.kind == self._refused else fitting).append(choice)
            if len(fitting) == _SHOWN:
                break
        choices = [*fitting, *refused][:_SHOWN]
        return with_rest(choices, len(picks) - len(choices))

    def _unasked(self, debate: Debate) -> Sequence[Choice[Picked]]:
        """Returns the claims in sight, and then others, by their kinds."""
        in_sight = (row.claim for row in self._map.outline.rows[:_SHOWN])
        claims = [
            each for each in dict.fromkeys(chain(in_sight, debate.claims)) if each in debate.claims
        ]
        offered = list(filter(self.is_offered, claims))
        shown = [c for claim in offered[:_SHOWN] for c in self._choices_for(debate, claim)]
        order = [*_KINDS.values(), self._refused]
        shown.sort(key=lambda choice: order.index(choice.kind))
        return with_rest(shown, len(offered) - _SHOWN)

    def _choices_for(self, debate: Debate, claim: str) -> list[Choice[Picked]]:
        """Returns the claim as a choice, or each step that leads from it."""
        return [self._choice(debate, claim, pick) for pick in self._picks(debate, claim)]

    def _picks(self, debate: Debate, claim: str) -> list[Picked]:
        if not self._outgoing:
            own = self._row.link if self._targets_steps else self._row.claim
            return [Picked(claim, own, self._stance)] if own is not None else []
        if self._targets_steps:
            return [Picked(self._row.claim, x, self._stance) for x in debate.links_from(claim)]
        return [Picked(self._row.claim, claim, self._stance)]

    def _choice(self, debate: Debate, claim: str, pick: Picked) -> Choice[Picked]:
        """Returns a claim as a row: its sign in the outline, its words and its place."""
        links = debate.links_from(claim)
        shown = pick.target if pick.target in links else next(iter(links), None)
        sign, colour = sign_at(debate, shown, claim)
        place = "a thesis" if debate.is_thesis(claim) else "unplaced"
        if shown is not None:
            place = f"under {_words(debate, debate.links[shown].target, self._place_cells)}"
        words = excerpt(debate.claims[claim].text, _LINE)
        reason = self.refusal(pick)
        label = Content.assemble(
            (sign, f"${colour}"),
            " ",
            (words, "$quiet" if reason else ""),
            (f"   {kept_together(reason or place)}", "italic $quiet"),
        )
        kind = self._refused if reason else _KINDS[sign]
        return Choice(pick, label, kind=kind, hang=len(f"{sign} "))

    def refusal(self, pick: Picked) -> str | None:
        """Returns why a link makes no sense, or None where it does."""
        debate = self._map.session.debate
        reason = edit.refusal(debate, pick.premise, pick.target, pick.stance)
        if reason is None and not self._linking and pick.target in self.barred():
            return "it stands beneath what moves"
        return reason

    @property
    def _refused(self) -> str:
        """The heading of the claims that cannot be picked."""
        return "Cannot be linked this way" if self._linking else "Cannot be moved there"

    @property
    def places(self) -> Sequence[str]:
        """What moves: the link of each place, or the claim where it has none."""
        return [self._row.link or self._row.claim]

    def barred(self) -> Collection[str]:
        """Returns the claims and steps beneath what moves, where it would hang under itself."""
        session = self._map.session
        if self._barred[0] != session.revision:
            self._barred = session.revision, edit.nodes_beneath(session.debate, self.places)
        return self._barred[1]


def _words(debate: Debate, node: str, cells: int) -> str:
    if node in debate.links:
        return f"the step from {_words(debate, debate.links[node].premises[0], cells)}"
    return quoted(debate.claims[node].text, cells) if node in debate.claims else "nothing"
