"""The text of a statement, an argument or a heading: from its tokens to plain text."""

from typing import Final, NamedTuple

from debatemap.formats.argdown import tokens as t
from debatemap.formats.argdown.model import Link, Member
from debatemap.formats.argdown.patterns import LINK_PARTS
from debatemap.formats.argdown.tokens import CONTENT, Token

__all__ = ["Content", "read_content", "tag_of"]

_WORDS: Final = {
    "*": "italic text is not closed by *", "_": "italic text is not closed by _",
    "**": "bold text is not closed by **", "__": "bold text is not closed by __",
}  # fmt: skip


class Content(NamedTuple):
    """How far a text goes, and what is wrong with it; no problem has an empty text."""

    after: int
    start: int = 0
    text: str = ""


def read_content(tokens: list[Token], here: int, member: Member, *, keeps_tags: bool) -> Content:
    """Reads the text that begins at a token into a member.

    A line break becomes a blank, unless the text ends with it.
    """
    opened: list[int] = []
    text = member.text or ""
    pending = False
    while True:
        kind, value, start = tokens[here]
        if kind == t.CLOSE and opened:
            opened.pop()
            text += value
            pending = False
            here += 1
            continue
        if kind not in CONTENT:
            break
        if pending and not text.endswith(" "):
            text += " "
        pending = kind == t.NEWLINE
        if kind in (t.TEXT, t.MENTION):
            text += value
        elif kind == t.OPEN:
            opened.append(here)
        elif kind == t.TAG:
            member.text = text
            tag_of(value, member, keeps_text=keeps_tags)
            text = member.text or ""
        elif kind == t.LINK:
            parts = LINK_PARTS.search(value)
            if parts is None:
                return Content(here, start, "a link stands on one line")
            member.links = [*(member.links or ()), Link(parts[1], parts[2])]
            text += parts[1] + (" " if value.endswith(" ") else "")
        here += 1
    member.text = text or member.text
    if opened:
        first = tokens[opened[-1]]
        problem = f"{_WORDS[first.value]}; a backslash in front of it makes it plain"
        return Content(here, first.start, problem)
    return Content(here)


def tag_of(image: str, member: Member, *, keeps_text: bool) -> None:
    """Adds a tag to a member, and its words to the text."""
    if keeps_text:
        before = member.text or ""
        member.text = before + image
        member.spans = [*(member.spans or ()), (len(before), len(member.text))]
    tag = image[2 : image.rindex(")")] if image[1] == "(" else image[1:].rstrip(" \t")
    if member.tags is None:
        member.tags = [tag]
    elif tag not in member.tags:
        member.tags.append(tag)
