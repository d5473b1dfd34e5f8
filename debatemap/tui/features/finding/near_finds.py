"""Look for words that are near to those which were found nowhere, in a thread."""

from typing import TYPE_CHECKING

from debatemap.core import collector
from debatemap.core.near_words import near_words
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from debatemap.tui.context import MapContext

__all__ = ["NearFinds"]


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

    def look(self) -> None:
        """Begins to look for what is sought, unless that goes on already."""
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
