"""Which claims are presented, and in which order."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.search_query import Query
from debatemap.core.text import safe_line
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.features.navigation.bookmarks import Bookmarks
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.choice_list import ChoiceList
from debatemap.tui.widgets.row_drawing import first_sign

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["CardsScreen"]


class CardsScreen(ChooserScreen[str]):
    """The cards to present, in their order; Enter presents from one on."""

    shows_map = True
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "card_take": "take",
            "card_remove": "remove",
            "card_up": "shift(-1)",
            "card_down": "shift(1)",
        }
    )

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        super().__init__(
            "The cards to present, and their order",
            self._found,
            empty="No card is chosen: all claims come, in reading order.",
            unfit="No card has these words.",
            hints=(
                "{key:list_accept} presents from there",
                "{key:card_take} adds what is marked, or selected",
                "{key:card_up} {key:card_down} move it",
                "{key:card_remove} takes it out",
                "{key:list_leave} leaves",
            ),
        )

    def has_use_for(self, key: str) -> bool:
        """Tells whether there are cards to take out, or several to move; one can be added."""
        if key == "card_take":
            return True
        several = key not in ("card_up", "card_down") or len(self.cards) > 1
        return several and super().has_use_for(key)

    @property
    def cards(self) -> list[str]:
        """The claims that were chosen and are there still."""
        claims = self._map.session.debate.claims
        kept = self._map.feature(Bookmarks).places.cards
        return [claim for claim in kept if claim in claims]

    def action_take(self) -> None:
        """Adds the marked claims, in reading order, or the selected one where none is marked."""
        context, cards = self._map, self.cards
        order = context.outline.reading.order
        marked = sorted(context.view.marked, key=lambda claim: order.get(claim, len(order)))
        row = context.row
        wanted = marked or ([row.claim] if row is not None else [])
        self._keep([*cards, *(claim for claim in wanted if claim not in cards)])

    def action_remove(self) -> None:
        """Takes the highlighted claim out."""
        choice = self.highlighted
        if choice is not None:
            self._keep([claim for claim in self.cards if claim != choice.value])

    def action_shift(self, way: int) -> None:
        """Moves the highlighted claim up or down."""
        choice, cards = self.highlighted, self.cards
        if choice is None:
            return
        index = cards.index(choice.value)
        wanted = index + way
        if 0 <= wanted < len(cards):
            cards[index], cards[wanted] = cards[wanted], cards[index]
            self._keep(cards)
            self.query_one(ChoiceList).highlighted = wanted

    def _keep(self, cards: Sequence[str]) -> None:
        self._map.feature(Bookmarks).keep_cards(cards)
        self.renew_in_place()

    def _found(self, query: str) -> Sequence[Choice[str]]:
        debate, asked = self._map.session.debate, Query(query)
        found = []
        for number, claim in enumerate(self.cards, 1):
            words = safe_line(debate.claims[claim].text)
            sign, colour = first_sign(self._map.outline, claim)
            label = Content.assemble(
                (f"{number:>3}  ", "$quiet"), (f"{sign} ", f"${colour}"), words
            )
            if asked.fits(words):
                found.append(Choice(claim, label, hang=7))
        return found
