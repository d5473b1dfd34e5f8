"""Words on the screen that do something when they are clicked."""

from typing import Final, NamedTuple

from textual import events
from textual.content import Content
from textual.style import Style

from debatemap.tui.commands.command import PLACEHOLDER
from debatemap.tui.commands.keymap import Hint, Keymap

__all__ = [
    "ABOVE",
    "ALL",
    "CLAIM",
    "KEY",
    "META",
    "TAG",
    "VERDICT",
    "Asked",
    "asked",
    "clickable",
    "linked",
    "shown",
]

KEY: Final = "key"
"""Asks for what an id of the table of keys does."""
ABOVE: Final = "above"
"""Asks for the claim so many levels above the selected one."""
ALL: Final = "all"
"""Asks for all claims again, where a filter hides some."""
CLAIM: Final = "claim"
"""Asks for a claim or a step, by its id."""
TAG: Final = "tag"
"""Asks for the claims that have a tag."""
VERDICT: Final = "verdict"
"""Asks for the reasons of the verdict that is shown."""

META: Final = "debatemap"
"""The name under which a style holds what a click asks for."""
_ENDS: Final = ",;.\n"
"""What ends the words that belong to a key."""


class Asked(NamedTuple):
    """What a click asks for.

    Attributes:
        kind: One of the kinds of this module.
        value: Which one: an id, a tag, a number.
    """

    kind: str
    value: str


def clickable(words: Content, kind: str, value: str = "") -> Content:
    """Returns words that ask for something when they are clicked."""
    return words.stylize(Style.from_meta({META: (kind, value)}))


def asked(event: events.MouseEvent) -> Asked | None:
    """Returns what the words under the mouse ask for, or None."""
    found = event.style.meta.get(META)
    return Asked(*found) if found is not None else None


def shown(hint: Hint) -> Content:
    """Returns a hint as it is shown: the key in its colour, its word, both clickable."""
    words = Content.assemble((hint.key, "$accent"), " ", hint.word)
    return clickable(words, KEY, hint.id) if hint.id else words


def linked(keymap: Keymap, sentence: str) -> Content:
    """Returns a sentence with keys in the place of `{key:ID}`, each clickable with its words.

    The words of a key go on to the next key, or to the end of its part of the sentence.
    """
    parts: list[Content] = []
    name = ""
    for number, part in enumerate(PLACEHOLDER.split(sentence)):
        if number % 2:
            name = part
            continue
        end = min((at for mark in _ENDS if (at := part.find(mark)) >= 0), default=len(part))
        words = part[:end].rstrip()
        key = clickable(Content(keymap.name(name) + words), KEY, name) if name else Content(words)
        parts += [key, Content(part[len(words) :])]
    return Content("").join(parts)
