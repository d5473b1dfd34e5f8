"""One heading of an Org file: keyword, priority, words, tags, and what they say of a claim."""

import re
from collections.abc import Container
from typing import Final, NamedTuple

from debatemap.core.model import Stance
from debatemap.formats.tree.stance_words import marked, stance_of_words

__all__ = ["KEYWORDS", "Heading", "heading_of", "shown_text", "tags_fit", "written_as"]

KEYWORDS: Final = frozenset(("TODO", "DONE", "PRO", "CON", "UNDERCUT"))
"""Words in front of a heading that are none of its words, whatever the file declares."""

_HEADING: Final = re.compile(r"(\*+)[ \t]+(.*)")
_TAGS: Final = re.compile(r"(?:^|(?<![ \t])[ \t]+):([\w@#%:]+):[ \t]*$")
_TAG: Final = re.compile(r"[\w@#%]+")
_PRIORITY: Final = re.compile(r"\[#([A-Za-z0-9])\][ \t]*")
_REFERENCE: Final = re.compile(r"\[\[(?:id:|#|\*)([^\]\[]+)\](?:\[[^\]\[]*\])?\]")
_UNDERCUTS: Final = ("UNDERCUT", "UNDERCUTS")


class Heading(NamedTuple):
    """A heading, taken to pieces.

    Attributes:
        level: Its stars.
        words: Its words.
        stance: What it says of its stance.
        is_undercut: Whether it says that it speaks to the step above.
        keyword: Its keyword, where that says no stance.
        priority: Its priority.
        tags: Its tags, without those that say a stance.
        same_as: The heading that it is nothing but a link to.
    """

    level: int
    words: str
    stance: Stance | None = None
    is_undercut: bool = False
    keyword: str = ""
    priority: str = ""
    tags: tuple[str, ...] = ()
    same_as: str = ""


def heading_of(line: str, keywords: Container[str] = KEYWORDS) -> Heading | None:
    """Returns the heading that a line is; None where it is none.

    Examples:
        >>> found = heading_of("** CON Trains cost much. :money:")
        >>> found.words, found.stance, found.tags
        ('Trains cost much.', 'attacks', ('money',))
    """
    found = _HEADING.fullmatch(line)
    if found is None:
        return None
    words, keyword, priority = found[2], "", ""
    tagged = _TAGS.search(words)
    tags = tuple(filter(None, tagged[1].split(":"))) if tagged else ()
    if tagged:
        words = words[: tagged.start()]
    first, _, rest = words.partition(" ")
    if first in keywords:
        keyword, words = first, rest.lstrip()
    ranked = _PRIORITY.match(words)
    if ranked:
        priority, words = ranked[1], words[ranked.end() :]
    stance, undercut = stance_of_words(keyword), keyword in _UNDERCUTS
    saying = [tag for tag in tags if stance_of_words(tag) or tag.upper() in _UNDERCUTS]
    if stance is None and saying:
        stance, undercut = stance_of_words(saying[0]), saying[0].upper() in _UNDERCUTS
        tags = tuple(tag for tag in tags if tag != saying[0])
        said = marked(words)
        words = said.text if (said.stance, said.is_undercut) == (stance, undercut) else words
    if stance is None:
        said = marked(words)
        words, stance, undercut = said.text, said.stance, said.is_undercut
    link = _REFERENCE.fullmatch(words.strip())
    return Heading(
        len(found[1]), words.strip(), stance, undercut,
        "" if stance_of_words(keyword) else keyword, priority, tags, link[1] if link else "",
    )  # fmt: skip


def tags_fit(tags: tuple[str, ...]) -> bool:
    """Tells whether tags can stand at the end of a heading, and come back from there."""
    return len(set(tags)) == len(tags) and all(
        _TAG.fullmatch(tag) and not stance_of_words(tag) and tag.upper() not in _UNDERCUTS
        for tag in tags
    )


def shown_text(text: str) -> str:
    """Returns a claim's text as a heading shows it."""
    return " ".join(text.split()) or "…"


def written_as(rest: str, text: str) -> Heading | None:
    """Returns the heading that was written for a text which a heading cannot hold as it is.

    Args:
        rest: What stands behind the stars.
        text: The text; where the heading has other words by now, there is none.
    """
    for keyword in ("", "PRO", "CON", "UNDERCUT"):
        front = f"{keyword} {shown_text(text)}".lstrip(" ")
        if rest.startswith(front):
            tagged = _TAGS.fullmatch(rest[len(front) :])
            if tagged or not rest[len(front) :].strip():
                tags = tuple(filter(None, tagged[1].split(":"))) if tagged else ()
                stance = stance_of_words(keyword)
                return Heading(0, text, stance, keyword == "UNDERCUT", tags=tags)
    return None
