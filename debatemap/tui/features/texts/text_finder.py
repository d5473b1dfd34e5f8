"""Search the text of a source: the keys of the outline's search, while they go to a text."""

from typing import TYPE_CHECKING, Final

from debatemap.core.text import excerpt
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.texts.shown_texts import ShownTexts
from debatemap.tui.messages import StateChanged
from debatemap.tui.widgets.bars import HintBar
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from debatemap.tui.context import MapContext
    from debatemap.tui.views.text.text_view import TextView
    from debatemap.views.text.page import TextPage
    from debatemap.views.text.selection import TextSelection
    from debatemap.views.text.text_matches import SearchedText, TextMatches
    from debatemap.views.text.units import Span

__all__ = ["TextFinder"]

_AT_ONCE: Final = 100_000
"""Characters of a text that is searched before the next key; a longer one in a thread."""
_ASKED: Final = 50
"""Queries that are kept."""


class TextFinder:
    """Looks for words in the text that the keys go to, while they are typed.

    Attributes:
        is_asking: Whether words are asked for.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._typed = ""
        self._kept = ""
        self._asked: list[str] = []
        self._searched: SearchedText | None = None
        self._left: tuple[TextSelection, TextMatches | None]
        self._looked_in: TextView | None = None
        self._is_outdated = self._is_seeking = False
        self.is_asking = False

    @property
    def view(self) -> "TextView | None":
        """The text that the keys go to, where there is one."""
        return self._map.feature(ShownTexts).active

    @property
    def is_meant(self) -> bool:
        """Whether a search is about a text."""
        return self.view is not None

    @property
    def has_found(self) -> bool:
        """Whether words were asked for that the text may have."""
        view = self.view
        found = view.matches if view is not None else None
        return bool(self._kept) and (found is None or len(found) > 0)

    def begin(self) -> None:
        """Asks for words."""
        view = self.view
        if view is None or view.page is None:
            self._map.say("There is no text here to search.", "warning")
            return
        self.is_asking, self._typed, self._looked_in = True, "", view
        self._left = view.selection, view.matches
        self._map.part(HintBar).display = False
        bar = self._map.part(SearchBar)
        bar.open(filtering=False, asked=self._asked, label="find in the text")
        bar.offer(())
        self._map.post_message(StateChanged())

    def look(self, typed: SearchBar.Typed) -> None:
        """Shows what the words find from where the search began on."""
        if typed.words.strip() == self._typed:
            return
        self._typed, self._is_outdated = typed.words.strip(), True
        view = self._looked_in
        page = view.page if view is not None else None
        if view is not None and page is not None and len(page.text.text) <= _AT_ONCE:
            self._is_outdated = False
            self._take(view, self._search_of(page)(self._typed))
            return
        self._map.part(SearchBar).wait()
        if not self._is_seeking:
            self._is_seeking = True
            self._map.run_beside(self._seek(), group="texts")

    async def _seek(self) -> None:
        """Looks for what is typed in a thread, again where that or the text is another by then."""
        try:
            while self._is_outdated and self.is_asking and self._map.is_attached:
                view, self._is_outdated = self._looked_in, False
                page = view.page if view is not None else None
                if view is None or page is None:
                    self._map.part(SearchBar).count("the text is gone")
                    break
                asked = self._typed
                found = await run(self._search_of(page), asked)
                self._is_outdated = self._is_outdated or view.page is not page
                if self.is_asking and self._typed == asked and not self._is_outdated:
                    self._take(view, found)
        finally:
            self._is_seeking = False

    def _search_of(self, page: "TextPage") -> "Callable[[str], TextMatches]":
        """Returns what looks for words in a text, in any thread."""
        from debatemap.views.text.text_matches import SearchedText, words_of  # noqa: PLC0415  (a map opens without it)

        if self._searched is None or self._searched.units is not page.units:
            self._searched = SearchedText(page.units)
        searched = self._searched
        return lambda words: searched.find(words_of(words))

    def _take(self, view: "TextView", found: "TextMatches") -> None:
        """Shows what was found, and the first of it from where the search began on."""
        view.show_matches(found if self._typed else None)
        self._select(view, found.nearest(self._left[0].start), self._left[0])
        told = f"{len(found):,} found" if len(found) else "nothing found"
        self._map.part(SearchBar).count(told if self._typed else "")

    def end(self, ended: SearchBar.Ended) -> None:
        """Keeps what was found, or goes back to where the search began."""
        context, view, words = self._map, self._looked_in, ended.words.strip()
        self.is_asking = False
        context.part(SearchBar).close()
        context.part(HintBar).display = True
        context.focus_view()
        if ended.accepted and words:
            self._asked = [words, *(each for each in self._asked if each != words)][:_ASKED]
        found = view.matches if view is not None else None
        if ended.accepted and (not words or found):
            self._kept = words
        elif view is not None:
            view.show_matches(self._left[1])
            view.select(self._left[0])
        if ended.accepted and words and not found:
            context.say(f"The text has no “{excerpt(words, 40)}”.")
        context.post_message(StateChanged())

    async def step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) sentence that was found, and says which."""
        view = self.view
        page = view.page if view is not None else None
        if view is None or page is None:
            return
        if view.matches is None:
            asked = self._kept
            found = await run(self._search_of(page), asked)
            if view.page is not page:
                return
            view.show_matches(found)
        beside = view.matches.beside(view.selection.start, way) if view.matches else None
        if view.matches is None or beside is None:
            self._map.say(f"The text has no “{excerpt(self._kept, 40)}”.")
            return
        self._select(view, beside[1], view.selection)
        self._map.say(f"Match {beside[0] + 1:,} of {len(view.matches):,}.")

    def step_typed(self, way: int) -> None:
        """Goes to the next (1) or previous (-1) sentence that is found, while words are typed."""
        view = self._looked_in
        matches = view.matches if view is not None and not self._is_seeking else None
        beside = matches.beside(view.selection.start, way) if view is not None and matches else None
        if view is not None and matches is not None and beside is not None:
            self._select(view, beside[1], view.selection)
            self._map.part(SearchBar).count(f"{beside[0] + 1:,} of {len(matches):,} found")

    def _select(self, view: "TextView", found: "Span | None", other: "TextSelection") -> None:
        from debatemap.views.text.selection import TextSelection  # noqa: PLC0415  (a map opens without it)
        from debatemap.views.text.units import Unit  # noqa: PLC0415  (a map opens without it)

        view.select(TextSelection(*found, Unit.SENTENCE) if found is not None else other)
