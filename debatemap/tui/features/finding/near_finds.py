"""Look for words that are near to those which were found nowhere, in a thread."""

from typing import TYPE_CHECKING, Final

from debatemap.core import collector
from debatemap.core.near_words import near_words
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from debatemap.tui.context import MapContext
    from debatemap.tui.features.finding.asked import Asked

__all__ = ["NearFinds"]

_WITHIN: Final = 5_000
"""Claims of a map in which near words are looked for: in more it would take too long."""


class NearFinds:
    """Finds near words, again where something else is sought by then.

    Args:
        context: The open map.
        texts: Returns the folded texts of its claims as they are now.
        offer: Is given the words that are near to what is sought.

    Attributes:
        sought: What was found nowhere; empty for nothing.
    """

    def __init__(
        self,
        context: "MapContext",
        texts: "Callable[[], list[str]]",
        offer: "Callable[[Sequence[str]], None]",
    ) -> None:
        self._map, self._texts, self._offer = context, texts, offer
        self._is_looking = False
        self.sought = ""

    def seek(self, asked: "Asked") -> None:
        """Begins to look for words that are near to those which alone are asked for.

        Args:
            asked: What was found nowhere.
        """
        is_of_words = asked.filter is not None and asked.filter.is_of_words
        few = len(self._map.session.debate.claims) <= _WITHIN
        self.sought = asked.text if is_of_words and few else ""
        if self.sought and not self._is_looking:
            self._is_looking = True
            self._map.run_beside(self._look(), group="finding")

    async def _look(self) -> None:
        context = self._map
        try:
            while words := self.sought:
                session, revision = context.session, context.session.revision
                texts = self._texts()
                with collector.paused():
                    near = await run(near_words, words, texts)
                if (words, session, revision) == (self.sought, context.session, session.revision):
                    self.sought = ""
                    if context.is_attached:
                        self._offer(near)
        finally:
            self._is_looking = False
            if self.sought and context.is_attached:
                self._offer([])
