"""Bookmarks: claims that are found again by a letter, kept from one run to the next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from debatemap.core.text import excerpt
from debatemap.store.kept_places import PLACES, KeptPlaces
from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.features.navigation.letter_screen import LetterScreen
from debatemap.tui.widgets.clickable import linked
from debatemap.views.card import shortened

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext
    from debatemap.views.outline.outline import Step

__all__ = ["Bookmarks"]

_NAMED = 200


class Bookmarks:
    """The reader's bookmarks of a map, and the order in which its cards are presented."""

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._loaded: KeptPlaces | None = None
        self._of: object = None

    @property
    def places(self) -> KeptPlaces:
        """What was kept of the map, read when it is first asked for."""
        session = self._map.session
        key = session.path, session.debate.header.id
        if self._loaded is None or self._of != key:
            self._loaded, self._of = PLACES.load(*key), key
        return self._loaded

    def keep_cards(self, cards: Sequence[str]) -> None:
        """Keeps which claims are presented, and in which order."""
        self._keep(self.places._replace(cards=list(cards)))

    async def set(self) -> None:
        """Asks for a letter, and sets the bookmark on the selected claim or takes it away."""
        context, row = self._map, self._map.row
        if row is None:
            return
        path = list(context.outline.path(row))
        question = "Bookmark the claim under which letter?"
        letter = await context.ask(LetterScreen(question, self._listed(), is_any=True))
        if letter is None:
            return
        marks = dict(self.places.bookmarks)
        if marks.get(letter) == path:
            del marks[letter]
            context.say(f"The bookmark {letter} is taken away.")
        else:
            marks[letter] = path
            words = f"Bookmark {letter}: {{key:go_to_bookmark}} {letter} goes there."
            context.say(linked(context.keymap, words))
        self._keep(self.places._replace(bookmarks=marks))

    async def go(self) -> None:
        """Asks for a bookmark and goes to it."""
        context, marks = self._map, self.places.bookmarks
        if not marks:
            context.say(
                linked(context.keymap, "There is no bookmark yet; {key:bookmark} sets one.")
            )
            return
        letter = await context.ask(LetterScreen("Go to which bookmark?", self._listed()))
        if letter is not None:
            self._go_to(marks[letter])

    def _go_to(self, path: "Sequence[Step]") -> None:
        context, claim = self._map, path[-1][1]
        here = shortened(context.session.debate, tuple(path))
        if here == tuple(path) and context.outline.kept is None:
            context.jump_to(here)
        else:
            go_to_claim(context, claim, path[-1][0])

    def _listed(self) -> dict[str, str]:
        """Returns the words of the claim of each bookmark."""
        claims = self._map.session.debate.claims
        return {
            letter: excerpt(claims[path[-1][1]].text, _NAMED)
            if path and path[-1][1] in claims
            else "a claim that is gone"
            for letter, path in sorted(self.places.bookmarks.items())
        }

    def _keep(self, places: KeptPlaces) -> None:
        session = self._map.session
        self._loaded = places
        PLACES.save(session.path, session.debate.header.id, places)
