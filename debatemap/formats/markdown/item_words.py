"""The words of a list's item: tags and links behind them, and line breaks within."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple
from urllib.parse import quote

from debatemap.core.model import Source
from debatemap.core.text import clean
from debatemap.formats.markdown_text import escaped, unescaped
from debatemap.formats.outline_lines import UNNAMED
from debatemap.formats.tree.stance_words import AGAINST, FOR

__all__ = ["QUESTION", "ItemWords", "item_words", "links_to", "tag_fits", "tags_and_words"]

QUESTION: Final = "**Question:** "
_TAG: Final = re.compile(r"\s+#([^\W\d_][\w/-]*)$")
_LINK: Final = r"\[((?:\\.|[^\[\]\\\n])*)\]\(([^()\s]*)\)"
_LINKS: Final = re.compile(rf"{_LINK}(?:; {_LINK})*\)")
_BREAK: Final = re.compile(r"(?<!\\)<br ?/?>", re.IGNORECASE)
_LABELS: Final = "|".join((*FOR, *AGAINST, "thesis", "question", "and", "backing"))
_LABEL: Final = re.compile(
    rf"(\s*[*_\[(]*(?:{_LABELS})[*_\])]*)([:\uff1a])",
    re.IGNORECASE,
)


class ItemWords(NamedTuple):
    """The words of an item, and what stands behind them."""

    text: str
    links: list[tuple[str, str]]
    tags: tuple[str, ...]


def tags_and_words(written: str) -> ItemWords:
    """Returns the words of an item without the tags and the links that stand alone behind them.

    Examples:
        >>> tags_and_words("It rains. ([Almanac](https://example.org/a)) #wet")
        ItemWords(text='It rains.', links=[('Almanac', 'https://example.org/a')], tags=('wet',))
    """
    tags: list[str] = []
    end = len(written)
    while (found := _TAG.search(written, max(0, end - _LONGEST), end)) is not None:
        tags.append(found[1])
        end = found.start()
    text = written[:end]
    links: list[tuple[str, str]] = []
    at = text.rfind(" ([")
    if at >= 0 and _LINKS.fullmatch(text, at + 2):
        links = [(unescaped(each[1]), each[2]) for each in re.finditer(_LINK, text[at + 2 :])]
        text = text[:at]
    return ItemWords(_BREAK.sub("\n", text), links, tuple(reversed(tags)))


_LONGEST: Final = 300
"""Letters of a tag and the blanks in front of it."""


def item_words(text: str) -> str:
    """Returns the words of a claim as they stand in an item."""
    made = (
        _LABEL.sub(r"\1\\\2", escaped(clean(text)), count=1)
        if _LABEL.match(text)
        else escaped(clean(text))
    )
    made = made.replace("→", "&rarr;", 1) if made.startswith("→ ") else made
    return made.replace("\n", "<br>") if made.strip(" \t\xa0") else UNNAMED


def links_to(sources: Iterable[Source]) -> str:
    """Returns links to sources that have an address, as they stand behind a claim's words."""
    links = []
    for source in sources:
        if source.url:
            title = escaped(" ".join(clean(source.title or source.url).split()))
            url = quote(clean(source.url), safe="/:?#@!$&'*+,;=%~-._")
            links.append(f"[{title}]({url})")
    return f" ({'; '.join(links)})" if links else ""


def tag_fits(tag: str) -> bool:
    """Tells whether a tag can stand behind `#`."""
    return _TAG.fullmatch(f" #{tag}") is not None and len(tag) < _LONGEST // 2
