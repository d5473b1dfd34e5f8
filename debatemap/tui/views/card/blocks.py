"""What a card is made of, from top to bottom: entries, headings, room for the editor, prose."""

from typing import NamedTuple

from textual.content import Content

from debatemap.views.card import Entry

__all__ = ["About", "Block", "Heading", "Room"]


class Heading(NamedTuple):
    """A line above what stands in a column, or a remark in its place.

    Attributes:
        words: What it says.
        style: The name of the style of its words.
        ruled: Whether a rule goes on from the words to the edge.
        spoken: What it says as a sentence, where that is more.
    """

    words: str
    style: str
    ruled: bool = True
    spoken: str = ""


class Room(NamedTuple):
    """Room for the editor."""

    lines: int


class About(NamedTuple):
    """What else there is to say of the claim in focus, made of safe text."""

    content: Content


Block = Entry | Heading | Room | About
