"""Claims whose words a merge put together of two wordings, until somebody has read them."""

from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.store.joined_words import forget_joined, joined_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from debatemap.tui.context import MapContext

__all__ = ["JoinedWords"]


class JoinedWords:
    """The claims of the open map whose joined words nobody has read.

    Args:
        context: The open map.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._texts: dict[str, str] = {}

    @property
    def claims(self) -> list[str]:
        """The claims; one that says something else by now is none."""
        claims = self._map.session.debate.claims
        return [c for c, text in self._texts.items() if c in claims and claims[c].text == text]

    def renew(self) -> None:
        """Looks up what merges have put together since; it takes one small file."""
        self._texts = joined_words(self._map.session.debate.header.id)

    def see(self, claims: "Collection[str]") -> bool:
        """Counts some claims as read; tells whether any was not."""
        unread = self._texts.keys() & claims
        for claim in unread:
            del self._texts[claim]
        if unread:
            forget_joined(self._map.session.debate.header.id, unread)
        return bool(unread)

    def news(self, claim: str) -> Content | None:
        """Returns what there is to know of a claim with such words, or None."""
        if claim not in self.claims:
            return None
        words = "A merge put these words together; nobody has read them yet."
        return Content.assemble(("Joined of two wordings\n", "$quiet"), words)
