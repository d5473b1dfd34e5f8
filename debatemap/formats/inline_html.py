"""Text in which another program keeps bold words and links as HTML, as OPML lets it."""

import re
from html import unescape
from typing import Final, NamedTuple

__all__ = ["InlineHtml", "plain_words"]

_NAMES: Final = (
    "a|abbr|b|big|br|cite|code|del|div|em|font|i|ins|kbd|li|mark|ol|p|q|s|small|span|strike|strong|sub"
    "|sup|time|tt|u|ul|var"
)
_TAG: Final = re.compile(rf"<(/?)({_NAMES})((?:\s[^<>]{{0,2000}})?)/?>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_HREF: Final = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_BREAKS: Final = frozenset(("br", "div", "li", "p"))


class InlineHtml(NamedTuple):
    """The words of a text.

    Attributes:
        text: The words without markup.
        links: What each link in it leads to, as (words, address).
        had_markup: Whether there was any.
    """

    text: str
    links: list[tuple[str, str]]
    had_markup: bool


def plain_words(text: str) -> InlineHtml:
    """Returns the words of a text that may be HTML; signs that make no tag are words.

    Examples:
        >>> plain_words('<b>Rain</b> &amp; <a href="https://example.org/s">snow</a>')
        InlineHtml(text='Rain & snow', links=[('snow', 'https://example.org/s')], had_markup=True)
        >>> plain_words("1 < 2 and x<y>z").had_markup
        False
    """
    if _TAG.search(text) is None and _ENTITY.search(text) is None:
        return InlineHtml(text, [], had_markup=False)
    made: list[str] = []
    links: list[tuple[str, str]] = []
    address, begun, end = "", 0, 0
    for found in _TAG.finditer(text):
        made.append(unescape(text[end : found.start()]))
        end, name = found.end(), found[2].lower()
        if name in _BREAKS and (name == "br" or found[1]):
            made.append("\n")
        elif name == "a" and not found[1]:
            href = _HREF.search(found[3])
            address = unescape(href[1] or href[2] or href[3] or "") if href else ""
            begun = len(made)
        elif name == "a" and address:
            links.append(("".join(made[begun:]).strip(), address))
            address = ""
    made.append(unescape(text[end:]))
    words = "".join(made).replace("\xa0", " ").strip()
    return InlineHtml(words, links, had_markup=True)
