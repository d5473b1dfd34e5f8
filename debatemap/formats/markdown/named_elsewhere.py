"""Footnotes and addresses that an item names by a label, and that stand elsewhere in the file."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["Footnoted", "with_addresses", "without_footnotes"]

_FOOTNOTE: Final = re.compile(r"\\.|[ ]?\[\^([^\[\]\\\s]{1,100})\]")
_REFERENCE: Final = re.compile(r"\\.|\[((?:\\.|[^\[\]\\])+)\]\[((?:\\.|[^\[\]\\])*)\]")


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


def with_addresses(text: str, addresses: Mapping[str, str]) -> str:
    """Returns words in which links that name a label have the address of that.

    Examples:
        >>> with_addresses("see [the Almanac][1]", {"1": "https://example.org/a"})
        'see [the Almanac](https://example.org/a)'
    """

    def named(found: re.Match[str]) -> str:
        address = addresses.get((found[2] or found[1]).casefold()) if found[1] else None
        return found[0] if address is None else f"[{found[1]}]({address})"

    return _REFERENCE.sub(named, text) if addresses else text
