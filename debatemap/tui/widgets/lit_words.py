"""Highlight the words of a query in a text that is shown in full."""

from typing import Final

from textual.content import Content

from debatemap.core.search_query import Query
from debatemap.core.text import SafeText

__all__ = ["lit_words"]

_LIT: Final = "$match-text on $match"


def lit_words(text: SafeText, query: Query | None, style: str = "") -> Content:
    r"""Returns a text with the words of a query highlighted.

    Examples:
        >>> [span.start for span in lit_words(SafeText("Rain.\nThe rain."), Query("rain")).spans]
        [0, 10]
    """
    content = Content.styled(text, style) if style else Content(text)
    begin = 0
    for line in text.split("\n") if query is not None else ():
        for start, stop in query.spans(line) if query is not None else ():
            content = content.stylize(_LIT, begin + start, begin + stop)
        begin += len(line) + 1
    return content
