"""The tags of a web page and the words between them, in one walk from its beginning to its end."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

__all__ = ["tokens"]

_NAME: Final = re.compile(r"/?[A-Za-z][^\s/>]{0,40}")
_STOP: Final = re.compile(r"=\s{0,9}[\"']|>")
_RAW: Final = {
    name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in ("script", "style", "textarea")
}
"""Elements whose content is no markup, and what ends them."""


def tokens(page: str) -> Iterator[tuple[str, str]]:
    """Yields a tag's name, with a slash where it ends an element; or no name, and words.

    Examples:
        >>> list(tokens("<p class='a>b'>One &lt; <!-- no --> two</P>"))
        [('p', ''), ('', 'One < '), ('', ' two'), ('/p', '')]
    """
    at = 0
    while at < len(page):
        begin = page.find("<", at)
        if begin < 0:
            yield "", unescape(page[at:])
            return
        name = _NAME.match(page, begin + 1)
        is_other = page.startswith(("!", "?"), begin + 1)
        if begin > at or not (name or is_other):
            end = begin if name or is_other else begin + 1
            yield "", unescape(page[at:end])
            at = end
        elif name is None:
            at = _end_of_other(page, begin)
        else:
            tag = name.group().lower()
            at = _end_of_tag(page, name.end())
            yield tag, ""
            if tag in _RAW:
                end_tag = _RAW[tag].search(page, at)
                at = end_tag.start() if end_tag else len(page)


def _end_of_other(page: str, begin: int) -> int:
    """Returns where a comment or a declaration ends."""
    mark = "-->" if page.startswith("<!--", begin) else ">"
    end = page.find(mark, begin + 2)
    return end + len(mark) if end >= 0 else len(page)


def _end_of_tag(page: str, at: int) -> int:
    """Returns where a tag ends; a value in quotation marks may hold what would end it."""
    while (stop := _STOP.search(page, at)) is not None:
        if stop.group() == ">":
            return stop.end()
        end = page.find(stop.group()[-1], stop.end())
        if end < 0:
            break
        at = end + 1
    return len(page)
