"""Footnotes and addresses that an item names by a label, and that stand elsewhere in the file."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from debatemap.formats.markdown_text import unescaped

__all__ = ["Addressed", "Footnoted", "label_key", "with_addresses", "without_footnotes"]

_FOOTNOTE: Final = re.compile(r"\\.|[ ]?\[\^([^\[\]\\\s]{1,100})\]")
_LABEL: Final = r"(?:\\.|[^\[\]\\])"
_REFERENCE: Final = re.compile(
    rf"\\.|`[^`\n]*`|\[({_LABEL}+)\](?:\[({_LABEL}*)\]|(?!\())", re.DOTALL
)
_SIGNS: Final = re.compile(r"[\\()<>]")


class Footnoted(NamedTuple):
    """The words of an item without the signs of its footnotes, and the words of these by label."""

    text: str
    feet: dict[str, str]


def without_footnotes(text: str, footnotes: Mapping[str, str]) -> Footnoted:
    """Returns the words of an item and its footnotes; a sign that names none stays.

    Examples:
        >>> without_footnotes("It rains[^1], often[^x].", {"1": "Almanac"})
        Footnoted(text='It rains, often[^x].', feet={'1': 'Almanac'})
    """
    feet: dict[str, str] = {}

    def taken(found: re.Match[str]) -> str:
        foot = footnotes.get(found[1]) if found[1] else None
        if foot is None:
            return found[0]
        feet[found[1]] = foot
        return ""

    return Footnoted(_FOOTNOTE.sub(taken, text), feet)


class Addressed(NamedTuple):
    """Words whose links have an address, and the labels that they named, as keys."""

    text: str
    labels: set[str]


def label_key(label: str) -> str:
    """Returns a label as those that are the same have it.

    Examples:
        >>> label_key("Smith  2020")
        'smith 2020'
    """
    return " ".join(label.split()).casefold()


def with_addresses(text: str, addresses: Mapping[str, str]) -> Addressed:
    """Returns words in which links that name a label have the address of that.

    Examples:
        >>> with_addresses("see [the Almanac][1] and [2]", {"1": "a/b", "2": "c/d"}).text
        'see [the Almanac](a/b) and [2](c/d)'
    """
    labels: set[str] = set()

    def named(found: re.Match[str]) -> str:
        key = label_key(found[2] or found[1]) if found[1] else ""
        if key not in addresses:
            return found[0]
        labels.add(key)
        address = _SIGNS.sub(r"\\\g<0>", unescaped(addresses[key]))
        return f"[{found[1]}]({address})"

    return Addressed(_REFERENCE.sub(named, text) if addresses else text, labels)
